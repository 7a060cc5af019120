// Marks of one place side by side: as numbers where there is room, as dots elsewhere; nights beside them.
LuuDong.rows = (() => {
  "use strict";
  const { around } = LuuDong.room;
  const GAP = 3;
  const ENOUGH = 0.6;
  const RING = [-1, 0, 1].flatMap((x) => [-1, 0, 1].map((y) => [x, y])).filter(([x, y]) => x || y);

  // Where the row of a spot's marks would stand, and whether there is room.
  function rowOf(spot, at, taken) {
    const row = [...spot.sites.filter((mark) => !mark.hidden), ...spot.stops];
    const halves = row.map((mark) => (mark.item.kind === "site" ? mark.item.own : mark.item.wide));
    const half = [
      halves.reduce((sum, [width]) => sum + 2 * width + GAP, -GAP) / 2,
      Math.max(...halves.map(([, high]) => high)),
    ];
    const aside = spot.base
      ? [
          [0, 24],
          [0, -24],
          [half[0] + 16, 0],
          [-half[0] - 16, 0],
        ]
      : [[0, 0]];
    const free = aside.find((shift) => taken.free(around(at.add(shift), [half[0] + 1, half[1] + 1])));
    return { row, halves, half, shift: free || aside[0], fits: Boolean(free) };
  }

  function setRow(spot, at, { row, halves, half, shift: [x, y] }) {
    let left = x - half[0];
    row.forEach((mark, number) => {
      if (mark.item.kind !== "site") mark.item.kind = "stop";
      mark.place([left + halves[number][0], y], halves[number]);
      left += 2 * halves[number][0] + GAP;
    });
    spot.box = around(at.add([x, y]), half);
  }

  function setDots(spot, at, { row }) {
    const y = spot.base ? 17 : 0;
    row.forEach((mark, number) => {
      if (mark.item.kind !== "site") mark.item.kind = "dot";
      mark.place([(number - (row.length - 1) / 2) * 5, y], [5, 5]);
    });
    spot.box = around(at.add([0, y]), [5 + (row.length - 1) * 2.5, 5]);
  }

  // A pin stands on the upper left corner of its number, or on its dot.
  function pinBox(at, { shift, item }) {
    const [left, up] = item.kind === "stop" ? [item.half[0] - 2, item.half[1] + 4] : [0, 11];
    return around(at.add(shift).subtract([left, up]), [6, 8]);
  }

  // Numbers where there is room and dots elsewhere; of many teams where few numbers fit, dots only.
  function setMarks({ spots, alone }, point, taken) {
    const busy = spots.filter((spot) => spot.stops.length);
    const trial = taken.copy();
    const fitting = busy.filter((spot) => {
      const row = rowOf(spot, point(spot.at), trial);
      if (row.fits) trial.add(around(point(spot.at).add(row.shift), row.half));
      return row.fits;
    });
    const dotsOnly = !alone && fitting.length < ENOUGH * busy.length;
    const idle = spots.filter((spot) => !spot.stops.length && spot.sites.some((mark) => !mark.hidden));
    for (const { sites, base } of spots)
      for (const mark of base ? [...sites, base] : sites) mark.item.size = dotsOnly ? 0.75 : 1;
    for (const spot of [...busy, ...idle]) {
      const at = point(spot.at);
      const row = rowOf(spot, at, taken);
      if (!spot.stops.length || (row.fits && !dotsOnly)) setRow(spot, at, row);
      else setDots(spot, at, row);
      taken.add(spot.box);
      for (const mark of row.row) if (mark.item.pinned) taken.add(pinBox(at, mark));
    }
    return dotsOnly;
  }

  function setNights(spot, at, taken) {
    const box = spot.box || around(at, [4, 4]);
    const middle = [(box[0] + box[2]) / 2 - at.x, (box[1] + box[3]) / 2 - at.y];
    const [right, up] = [(box[2] - box[0]) / 2 + 11, (box[3] - box[1]) / 2 + 11];
    spot.nights.forEach((mark, number) => {
      const out = 20 * number;
      const corners = [
        [right + out, 0],
        [-right - out, 0],
        [out, -up],
        [-out, up],
        [right + out, -up],
        ...RING.flatMap(([x, y]) => [
          [x * right, y * up],
          [x * (right + 22), y * (up + 22)],
        ]),
      ];
      const places = corners.map(([x, y]) => [middle[0] + x, middle[1] + y]);
      const shift = places.find(([x, y]) => taken.free(around(at.add([x, y]), [10, 10]))) || places[0];
      mark.place(shift, [10, 10]);
      taken.add(around(at.add(shift), [10, 10]));
    });
  }

  return { setMarks, setNights };
})();
