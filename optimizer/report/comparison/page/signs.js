// A sign for each way in which a visit differs: told apart by shape and stroke first, by colour second.
LuuDong.signs = (() => {
  "use strict";
  const { FONT, Mark, picture } = LuuDong.glyphs;

  // Colours of the palette by which teams are told apart elsewhere; what weighs most comes first.
  const COLOURS = {
    added: "#1e3ca5",
    removed: "#e16900",
    team: "#a52d69",
    day: "#0f3c1e",
    cases: "#695a00",
    hour: "#785ac3",
    same: "#7d8990",
  };
  const KINDS = Object.keys(COLOURS);
  const HOLLOW = new Set(["removed", "hour"]);

  function strokes(context, lines) {
    context.beginPath();
    for (const points of lines)
      points.forEach(([x, y], at) => (at ? context.lineTo(x, y) : context.moveTo(x, y)));
    context.stroke();
  }

  const LINES = {
    added: [
      [
        [-4.5, 0],
        [4.5, 0],
      ],
      [
        [0, -4.5],
        [0, 4.5],
      ],
    ],
    removed: [
      [
        [-4.5, 0],
        [4.5, 0],
      ],
    ],
    team: [
      [
        [-4.5, -2],
        [4, -2],
        [1.4, -4.4],
      ],
      [
        [4.5, 2],
        [-4, 2],
        [-1.4, 4.4],
      ],
    ],
    day: [
      [
        [-4.5, 0],
        [4.2, 0],
      ],
      [
        [0.8, -3.6],
        [4.5, 0],
        [0.8, 3.6],
      ],
    ],
    cases: [
      [
        [-4, -1.6],
        [4, -1.6],
      ],
      [
        [0, -5.4],
        [0, 2.2],
      ],
      [
        [-4, 4.6],
        [4, 4.6],
      ],
    ],
    hour: [
      [
        [0, -4.6],
        [0, 0],
        [3.2, 1.8],
      ],
    ],
  };

  function shape(context, kind, radius) {
    context.beginPath();
    if (kind === "team") {
      const far = radius * 1.22;
      context.moveTo(0, -far);
      context.lineTo(far, 0);
      context.lineTo(0, far);
      context.lineTo(-far, 0);
      context.closePath();
    } else if (kind === "day") context.rect(-radius * 0.92, -radius * 0.92, radius * 1.84, radius * 1.84);
    else context.arc(0, 0, radius, 0, 2 * Math.PI);
  }

  // `small` leaves out the strokes: a dot where there is no room for more.
  function paint(context, kind, { small = false, loud = false, faded = false, number = 1 } = {}) {
    const colour = COLOURS[kind];
    context.save();
    if (faded) context.globalAlpha = 0.22;
    context.lineJoin = "round";
    context.lineCap = "round";
    const radius = kind === "same" ? 3 : small ? 4.4 : 9;
    if (loud) {
      shape(context, kind, radius + 4.5);
      context.fillStyle = "#fff";
      context.strokeStyle = "#1d2b36";
      context.lineWidth = 2;
      context.fill();
      context.stroke();
    }
    shape(context, kind, radius);
    context.fillStyle = HOLLOW.has(kind) ? "#fff" : colour;
    context.strokeStyle = "#fff";
    context.lineWidth = 3;
    context.stroke();
    context.fill();
    if (HOLLOW.has(kind)) {
      context.strokeStyle = colour;
      context.lineWidth = 2;
      if (kind === "removed" && !small) context.setLineDash([4, 3.1]);
      context.stroke();
      context.setLineDash([]);
    }
    if (!small && LINES[kind]) {
      context.strokeStyle = HOLLOW.has(kind) ? colour : "#fff";
      context.lineWidth = 2;
      strokes(context, LINES[kind]);
    }
    if (number > 1 && !small && kind !== "same") badge(context, number, colour);
    context.restore();
  }

  // How many changes the sign stands for.
  function badge(context, number, colour) {
    context.beginPath();
    context.arc(9, -8, 6.5, 0, 2 * Math.PI);
    context.fillStyle = "#fff";
    context.strokeStyle = colour;
    context.lineWidth = 1.2;
    context.fill();
    context.stroke();
    context.fillStyle = "#1d2b36";
    context.font = `700 9px ${FONT}`;
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.fillText(number > 99 ? "99+" : String(number), 9, -7.5);
  }

  // A sign on the map's canvas; `item` holds the change, and how it is painted now.
  const Sign = Mark.extend({
    _updatePath() {
      if (!this._renderer._drawing || this._empty()) return;
      const context = this._renderer._ctx;
      context.save();
      context.translate(this._point.x, this._point.y);
      context.setLineDash([]);
      paint(context, this.item.change.kinds[0], this.item.look);
      context.restore();
    },
  });

  const pictured = (kind, look) => picture((context) => paint(context, kind, look), 24, 24);

  return { COLOURS, KINDS, Sign, pictured };
})();
