// Who asked the system for less motion sees the map where it is going, not how it gets there.
LuuDong.still = (map) => {
  "use strict";
  if (!matchMedia("(prefers-reduced-motion: reduce)").matches) return;
  map.options.inertia = false;
  for (const move of ["panBy", "setView"]) {
    const moved = map[move];
    const last = moved.length - 1; // where the options stand
    map[move] = (...given) => {
      given[last] = { ...given[last], animate: false };
      return moved.apply(map, given);
    };
  }
};
