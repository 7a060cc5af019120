// Where there is room left on the map: boxes of pixels that are taken.
LuuDong.room = (() => {
  "use strict";
  const CELL = 64;

  // Boxes that are taken, found again by cells of a coarse grid.
  class Taken {
    constructor() {
      this.cells = new Map();
    }
    *keys([left, top, right, bottom]) {
      for (let x = Math.floor(left / CELL); x <= Math.floor(right / CELL); x += 1)
        for (let y = Math.floor(top / CELL); y <= Math.floor(bottom / CELL); y += 1) yield `${x}:${y}`;
    }
    add(box) {
      for (const key of this.keys(box)) {
        if (!this.cells.has(key)) this.cells.set(key, []);
        this.cells.get(key).push(box);
      }
    }
    copy() {
      const copy = new Taken();
      for (const [key, boxes] of this.cells) copy.cells.set(key, [...boxes]);
      return copy;
    }
    free(box) {
      for (const key of this.keys(box))
        for (const other of this.cells.get(key) || [])
          if (box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3]) return false;
      return true;
    }
  }

  const around = (at, [halfWidth, halfHeight]) => [
    at.x - halfWidth,
    at.y - halfHeight,
    at.x + halfWidth,
    at.y + halfHeight,
  ];

  return { Taken, around };
})();
