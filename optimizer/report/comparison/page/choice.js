// What the reader wants to see: kinds of change, days, a team, and the one change that is looked at.
LuuDong.choice = (() => {
  "use strict";
  const { plan } = LuuDong;
  const { KINDS } = LuuDong.signs;
  const everyDay = () => new Set(plan.days.keys());
  const heard = [];
  const state = { kinds: new Set(KINDS), days: everyDay(), team: null, picked: null, goThere: false };

  const sidesOf = (change) => [change.before, change.after].filter(Boolean);
  const kindOf = (change) => change.kinds[0];
  const there = ({ team, day }) => state.days.has(day) && (state.team === null || state.team === team);
  const shows = (change) => change.kinds.some((kind) => state.kinds.has(kind)) && sidesOf(change).some(there);

  // The ways of the days that are shown; of some kinds of change only, those of their teams' days.
  function showsWay(way) {
    return there(way) && (state.kinds.size === KINDS.length || shownDays().has(`${way.team} ${way.day}`));
  }

  let days = null;
  function shownDays() {
    days ??= new Set(
      plan.changes
        .filter(shows)
        .flatMap(sidesOf)
        .map(({ team, day }) => `${team} ${day}`),
    );
    return days;
  }

  // Around the change that is looked at: the days of the teams that it takes from one to the other.
  const isNear = ({ team, day }) =>
    !state.picked || sidesOf(state.picked).some((side) => side.team === team && side.day === day);

  // `goThere` lets the map travel to what is picked: it was not picked on the map.
  function set(change) {
    Object.assign(state, { goThere: false }, change);
    days = null;
    if (state.picked && !("picked" in change) && !shows(state.picked)) state.picked = null;
    for (const hear of heard) hear(state);
  }

  // From everything, a click chooses one; further clicks add and take away; none left means everything.
  function toggled(all, chosen, one) {
    if (chosen.size === all.size && all.size > 1) return new Set([one]);
    const next = new Set(chosen);
    if (!next.delete(one)) next.add(one);
    return next.size ? next : all;
  }

  return {
    state,
    set,
    hear: (listener) => heard.push(listener),
    kindOf,
    sidesOf,
    shows,
    showsWay,
    isNear,
    isNews: (change) => kindOf(change) !== "same",
    pickKind: (kind) => set({ kinds: toggled(new Set(KINDS), state.kinds, kind) }),
    pickDay: (day) => set({ days: toggled(everyDay(), state.days, day) }),
    everyDay,
    isWhole: () =>
      state.team === null && state.days.size === plan.days.length && state.kinds.size === KINDS.length,
    everyKind: () => new Set(KINDS),
  };
})();
