// The ways of both plans: those of one alone stand out, those of both lie quietly under them.
LuuDong.legs = (() => {
  "use strict";
  const { plan, glyphs, ground, ways, signs, choice } = LuuDong;
  const LINES = {
    both: { colour: "#a3aeb4", width: 1.5, dash: [] },
    before: { colour: signs.COLOURS.removed, width: 2.4, dash: [6, 6] },
    after: { colour: signs.COLOURS.added, width: 3, dash: [] },
  };
  const SIDES = Object.keys(LINES);

  function trace(context, parts) {
    context.beginPath();
    for (const part of parts)
      part.forEach((point, at) => (at ? context.lineTo(point.x, point.y) : context.moveTo(point.x, point.y)));
  }

  function head(context, points, colour, width) {
    const middle = Math.floor(points.length / 2);
    if (!middle || points[0].distanceTo(points.at(-1)) < 48) return;
    const step = points[middle].subtract(points[middle - 1]);
    const size = 3 + width;
    context.save();
    context.translate(points[middle].x, points[middle].y);
    context.rotate(Math.atan2(step.y, step.x));
    context.beginPath();
    context.moveTo(size, 0);
    context.lineTo(-size * 0.7, -size * 0.8);
    context.lineTo(-size * 0.7, size * 0.8);
    context.closePath();
    context.fillStyle = colour;
    context.fill();
    context.restore();
  }

  // `bold` is less than 1 where many ways are in sight: then they are drawn thin and pale.
  function stroke(context, parts, { colour, width, dash }, halo = true, bold = 1) {
    context.lineCap = "round";
    context.lineJoin = "round";
    trace(context, parts);
    if (halo) {
      context.strokeStyle = "rgba(255,255,255,.75)";
      context.lineWidth = width + 2.4;
      context.stroke();
    }
    context.strokeStyle = colour;
    context.lineWidth = width * bold;
    context.setLineDash(dash);
    context.stroke();
    context.setLineDash([]);
  }

  const Leg = ways.Way.extend({
    _updatePath() {
      if (!this._renderer._drawing || !this._parts.length) return;
      const context = this._renderer._ctx;
      const style = LINES[this.item.way.side];
      context.save();
      const isPicked = choice.state.picked !== null && choice.isNear(this.item.way);
      const bold = isPicked ? 1 : this._renderer.options.bold;
      const news = this.item.way.side !== "both";
      context.globalAlpha = choice.isNear(this.item.way) ? (bold < 1 ? 0.5 : 1) : 0.1;
      stroke(context, this._parts, style, news && bold === 1, bold);
      if (news && bold === 1) head(context, this._rings[0], style.colour, style.width);
      context.restore();
    },
    _containsPoint(point, closed) {
      return this.item.way.side !== "both" && ways.Way.prototype._containsPoint.call(this, point, closed);
    },
  });

  const swatch = (side) =>
    glyphs.picture((context) => stroke(context, [[L.point(-15, 0), L.point(15, 0)]], LINES[side]), 38, 18);

  // All ways, those of both plans first, so that they lie lowest; several between two places lie side by side.
  function all() {
    const among = new Map();
    const keyOf = ({ from, to }) => `${from} ${to}`;
    for (const way of plan.ways)
      among.set(keyOf(way), { nth: 0, all: (among.get(keyOf(way))?.all ?? 0) + 1 });
    return SIDES.flatMap((side) => plan.ways.filter((way) => way.side === side)).map((way) => {
      const pair = among.get(keyOf(way));
      const bend = ways.bendOf(Boolean(way.link), pair.nth++, pair.all);
      const ends = [plan.places[way.from].at, plan.places[way.to].at];
      return new Leg({ way, bend, line: ground.line(way) }, ...ends);
    });
  }

  const isNews = ({ item }) => item.way.side !== "both";

  // Few ways in sight are drawn broad, many thin.
  function thin(map, legs) {
    const view = map.getBounds();
    const inSight = legs.filter(
      (leg) => isNews(leg) && choice.showsWay(leg.item.way) && view.intersects(leg.getBounds()),
    ).length;
    map.options.renderer.options.bold = inSight <= 90 ? 1 : inSight <= 180 ? 0.7 : 0.5;
  }

  return { all, thin, isNews, swatch };
})();
