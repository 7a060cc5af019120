// Which routes are pointed at, on the map or in the calendar; whoever shows routes listens.
LuuDong.light = (() => {
  "use strict";
  const listeners = [];
  let lit = null;

  const same = (a, b) => a === b || (a && b && a.team === b.team && a.day === b.day && a.alone === b.alone);

  // A team's route of a day, or all of a team's without one; null: none. `alone` dims the others on the map.
  function point(at) {
    if (same(at, lit)) return;
    lit = at;
    for (const listen of listeners) listen(lit);
  }

  const covers = ({ team, day }) =>
    lit !== null && lit.team === team && (lit.day === undefined || lit.day === day);

  return {
    point,
    covers,
    dims: (route) => Boolean(lit?.alone) && !covers(route),
    listen: (listener) => listeners.push(listener),
  };
})();
