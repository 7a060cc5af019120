// Who comes to a visit from another site: a fine line from home to host, dotted on foot, dashed by shuttle.
LuuDong.comings = (() => {
  "use strict";
  const COLOUR = "#33414c";
  const NEAREST = 34; // pixels between two sites below which a line says nothing
  const ENDS = [8, 13]; // pixels that the marks of home and host take of a line
  const DASHES = { true: [7, 4, 0.1, 4], false: [0.1, 4.6] };

  function draw(context, from, to, shuttle) {
    const along = to.subtract(from);
    const length = Math.hypot(along.x, along.y);
    if (length < NEAREST) return;
    const at = (pixels) => from.add(along.multiplyBy(pixels / length));
    const [start, end] = [at(ENDS[0]), at(length - ENDS[1])];
    context.lineCap = "round";
    context.lineJoin = "round";
    context.beginPath();
    context.moveTo(start.x, start.y);
    context.lineTo(end.x, end.y);
    context.strokeStyle = "rgba(255,255,255,.75)";
    context.lineWidth = 4;
    context.stroke();
    context.strokeStyle = COLOUR;
    context.lineWidth = shuttle ? 1.7 : 2;
    context.setLineDash(DASHES[shuttle]);
    context.stroke();
    context.setLineDash([]);
    head(context, end, Math.atan2(along.y, along.x));
  }

  function head(context, at, angle) {
    context.save();
    context.translate(at.x, at.y);
    context.rotate(angle);
    context.beginPath();
    context.moveTo(-4.5, -3.6);
    context.lineTo(0, 0);
    context.lineTo(-4.5, 3.6);
    context.lineWidth = 1.5;
    context.stroke();
    context.restore();
  }

  const Coming = L.Polyline.extend({
    initialize(item) {
      const { places } = LuuDong.plan;
      L.Polyline.prototype.initialize.call(this, [places[item.home].at, places[item.host].at], { weight: 9 });
      this.item = { kind: "coming", seen: [], ...item };
    },
    _updatePath() {
      if (!this._renderer._drawing || !this._parts.length) return;
      const context = this._renderer._ctx;
      context.save();
      draw(context, ...this._rings[0], this.item.shuttle);
      context.restore();
    },
  });

  const swatch = (shuttle, width = 34) =>
    LuuDong.glyphs.picture(
      (context) => draw(context, L.point(-width / 2 - 6, 0), L.point(width / 2 + 9, 0), shuttle),
      width,
      18,
    );

  return { Coming, swatch };
})();
