// How a team travels: bent lines with arrows, dashed where it flies or rides.
LuuDong.ways = (() => {
  "use strict";
  const { inlay } = LuuDong.glyphs;
  const POINTS = 14;

  // The n-th way between the same two places bends a little more than the one before it.
  const bendOf = (linked, nth, all) => (linked ? 0.09 : 0.05) + nth * Math.min(0.025, 0.22 / all);

  // A bend to the right, so that the way out and the way back lie apart.
  function bent(from, to, bend) {
    const crs = L.CRS.EPSG3857;
    const start = crs.latLngToPoint(L.latLng(from), 10);
    const end = crs.latLngToPoint(L.latLng(to), 10);
    const along = end.subtract(start);
    const knee = start
      .add(end)
      .divideBy(2)
      .add(L.point(-along.y, along.x).multiplyBy(2 * bend));
    return Array.from({ length: POINTS + 1 }, (_, step) => {
      const t = step / POINTS;
      const point = start
        .multiplyBy((1 - t) ** 2)
        .add(knee.multiplyBy(2 * t * (1 - t)))
        .add(end.multiplyBy(t ** 2));
      return crs.pointToLatLng(point, 10);
    });
  }

  // A line moved to the right of its direction, by pixels.
  const aside = (points, by) =>
    points.map((point, at) => {
      const step = points[Math.min(at + 1, points.length - 1)].subtract(points[Math.max(at - 1, 0)]);
      const length = Math.hypot(step.x, step.y) || 1;
      return point.add(L.point(-step.y / length, step.x / length).multiplyBy(by));
    });

  function trace(context, parts) {
    context.beginPath();
    for (const part of parts) {
      part.forEach((point, at) => (at ? context.lineTo(point.x, point.y) : context.moveTo(point.x, point.y)));
    }
  }

  function line(context, parts, team, linked, width = 4.4) {
    context.lineCap = "round";
    context.lineJoin = "round";
    trace(context, parts);
    context.strokeStyle = "rgba(255,255,255,.8)";
    context.lineWidth = width + 2.6;
    context.stroke();
    context.strokeStyle = team.colour;
    context.lineWidth = linked ? 0.65 * width : width;
    if (linked) context.setLineDash([2 * width, 1.6 * width]);
    context.stroke();
    context.setLineDash([]);
    if (!linked && width > 2.5) inlay(context, team.pattern, "#fff", 0.39 * width);
  }

  function arrow(context, at, angle, colour, size) {
    context.save();
    context.translate(at.x, at.y);
    context.rotate(angle);
    context.scale(size, size);
    context.beginPath();
    context.moveTo(7.5, 0);
    context.lineTo(-5, -6);
    context.lineTo(-2.5, 0);
    context.lineTo(-5, 6);
    context.closePath();
    context.fillStyle = colour;
    context.strokeStyle = "#fff";
    context.lineWidth = 1.4;
    context.stroke();
    context.fill();
    context.restore();
  }

  // Arrows stay where they are while the map is dragged: their places depend on the whole line.
  function arrows(context, points, colour, bounds, width) {
    const lengths = points.slice(1).map((point, at) => point.distanceTo(points[at]));
    const whole = lengths.reduce((sum, length) => sum + length, 0);
    if (whole < 34) return;
    const size = 0.4 + 0.136 * width;
    const number = Math.max(1, Math.round(whole / (width > 2.5 ? 190 : 320)));
    for (let one = 0; one < number; one += 1) {
      let left = ((one + 0.55) / number) * whole;
      let at = 0;
      while (at < lengths.length - 1 && left > lengths[at]) left -= lengths[at++];
      const step = points[at + 1].subtract(points[at]);
      const place = points[at].add(step.multiplyBy(lengths[at] ? left / lengths[at] : 0));
      if (bounds.contains(place)) arrow(context, place, Math.atan2(step.y, step.x), colour, size);
    }
  }

  const Way = L.Polyline.extend({
    initialize(item, from, to) {
      L.Polyline.prototype.initialize.call(this, item.line || bent(from, to, item.bend), {
        weight: 14,
        smoothFactor: 0.6,
      });
      this.item = item;
    },
    middle() {
      return this.getLatLngs()[POINTS / 2];
    },
    _updatePath() {
      if (!this._renderer._drawing || !this._parts.length) return;
      const context = this._renderer._ctx;
      context.save();
      if (LuuDong.light.dims(this.item.route)) context.globalAlpha = 0.2;
      const width = this._renderer.options.lineWidth;
      // On a road teams keep to the right of one another, and of themselves on the way back.
      const by = this.item.line ? 0.7 * width * (0.8 + (this.item.route.team % 3)) : 0;
      const parts = by ? this._parts.map((part) => aside(part, by)) : this._parts;
      line(context, parts, this.item.team, Boolean(this.item.way.link), width);
      const along = by ? aside(this._rings[0], by) : this._rings[0];
      arrows(context, along, this.item.team.colour, this._renderer._bounds, width);
      context.restore();
    },
    _containsPoint(point, closed) {
      return this._pxBounds.contains(point) && L.Polyline.prototype._containsPoint.call(this, point, closed);
    },
  });

  const swatch = (team, linked = false, width = 34) =>
    LuuDong.glyphs.picture(
      (context) => {
        const ends = [L.point(-width / 2 + 4, 0), L.point(width / 2 - 4, 0)];
        line(context, [ends], team, linked);
        arrow(context, L.point(1, 0), 0, team.colour, 1);
      },
      width,
      18,
    );

  return { Way, bendOf, swatch };
})();
