// Which names fit on the map at the present zoom, and where.
LuuDong.lettering = (() => {
  "use strict";
  const { FONT, INK } = LuuDong.glyphs;
  const { Taken, around } = LuuDong.room;
  const { setMarks, setNights } = LuuDong.rows;
  const FEW_BASES = 3;
  const STYLES = {
    sea: { font: `italic 13px ${FONT}`, colour: "#6f93a6", spacing: 3, halo: null },
    archipelago: { font: `600 11.5px ${FONT}`, colour: "#35607a", halo: "rgba(221,232,238,.9)" },
    country: { font: `600 11px ${FONT}`, colour: "#a8a294", spacing: 3, upper: true, halo: null },
    city: { font: `600 12px ${FONT}`, colour: "#6b6a62" },
    town: { font: `11px ${FONT}`, colour: "#86847a" },
    village: { font: `11px ${FONT}`, colour: "#8f8b7e" },
    hamlet: { font: `10.5px ${FONT}`, colour: "#9a9588" },
    island: { font: `11px ${FONT}`, colour: "#5d7f90", halo: "rgba(221,232,238,.9)" },
    commune: { font: `600 12px ${FONT}`, colour: "#7b7462", spacing: 1.2, upper: true, wanders: true },
    base: { font: `700 12px ${FONT}`, colour: INK },
    place: { font: `11.5px ${FONT}`, colour: "#3a4650" },
    team: { font: `700 11.5px ${FONT}`, colour: INK },
    link: { font: `italic 11px ${FONT}`, colour: "#44525d", whole: true },
  };
  const FIRST_ZOOM = {
    country: 0,
    city: 5,
    town: 7.5,
    island: 7,
    village: 11,
    hamlet: 12.5,
    commune: 9.5,
    place: 10.5,
    bystander: 12.5,
  };
  const LAST_ZOOM = { country: 8, sea: 9, island: 9 };
  const LONGEST = 30;

  let view = L.bounds([0, 0], [0, 0]); // what the map shows while names are placed

  const scratch = document.createElement("canvas").getContext("2d");
  const widths = new Map();

  const shown = (text, style) => {
    const short = text.length > LONGEST && !style.whole ? `${text.slice(0, LONGEST - 1)}…` : text;
    return style.upper ? short.toUpperCase() : short;
  };

  function width(text, style) {
    const key = style.font + text;
    if (!widths.has(key)) {
      scratch.font = style.font;
      widths.set(key, scratch.measureText(text).width + (style.spacing || 0) * text.length);
    }
    return widths.get(key);
  }

  // Tries to write beside a box: right, left, below, above; `required` is written in any case.
  function beside(box, text, style, taken, required = false) {
    const words = shown(text, style);
    const half = style.frame ? [width(words, style) / 2 + 6, 9] : [width(words, style) / 2 + 1, 7];
    const middle = L.point((box[0] + box[2]) / 2, (box[1] + box[3]) / 2);
    const [farX, farY] = [(box[2] - box[0]) / 2 + half[0] + 4, (box[3] - box[1]) / 2 + half[1] + 1];
    const sides = [
      [farX, 0],
      [-farX, 0],
      [0, farY],
      [0, -farY],
    ].map((side) => middle.add(side));
    const free = sides.filter((at) => taken.free(around(at, half)));
    if (!free.length && !required) return null;
    const inView = (at) => view.contains([at.subtract(half), at.add(half)]);
    // A team's name is tried elsewhere before the edge cuts it.
    if (style.frame && view.contains(middle) && !free.some(inView)) return null;
    const at = free.find(inView) || sides.find((side) => required && inView(side)) || free[0] || sides[0];
    taken.add(around(at, half));
    return { at, words, style, half };
  }

  // Writes over a point, or as near to it as there is room; `required` is written in any case.
  function centred(place, text, style, taken, required = false) {
    const words = shown(text, style);
    const half = [width(words, style) / 2 + 2, 8];
    const rows = style.wanders ? [0, -18, 18, -34, 34] : [0];
    const free = rows.map((down) => place.add([0, down])).find((at) => taken.free(around(at, half)));
    if (!free && !required) return null;
    const at = required ? inside(free || place, half) : free;
    taken.add(around(at, half));
    return { at, words, style };
  }

  // A name whose place is in view is not cut by the edge.
  function inside(at, half) {
    const reach = L.point(half[0] + 6, half[1]);
    if (!view.contains(at)) return at;
    return L.point(
      Math.max(view.min.x + reach.x, Math.min(view.max.x - reach.x, at.x)),
      Math.max(view.min.y + reach.y, Math.min(view.max.y - reach.y, at.y)),
    );
  }

  // Points along lines, near enough to one another that none passes a word unseen.
  function trail(lines, point) {
    const points = new Taken();
    for (const way of lines) {
      const bends = way.getLatLngs().map(point);
      bends.slice(1).forEach((end, at) => {
        const steps = Math.max(1, Math.ceil(end.distanceTo(bends[at]) / 8));
        for (let step = 0; step <= steps; step += 1)
          points.add(around(bends[at].add(end.subtract(bends[at]).multiplyBy(step / steps)), [2, 2]));
      });
    }
    return points;
  }

  // Writes beside one of some ways where no line passes if it can be, or else just beside it.
  function along(ways, text, style, taken, lines, point) {
    const words = shown(text, style);
    const half = [width(words, style) / 2 + 2, 8];
    const places = ways.flatMap((way) => placesAlong(way.getLatLngs().map(point), half));
    const free = places.filter((at) => taken.free(around(at, half)));
    const inView = free.filter((one) => view.contains([one.subtract(half), one.add(half)]));
    const choice = inView.length ? inView : free;
    const at = choice.find((one) => lines.free(around(one, half))) || choice[0];
    if (!at) return null;
    taken.add(around(at, half));
    return { at, words, style };
  }

  // Places of a word on both sides of a line, none if the line is much shorter than the word.
  function placesAlong(bends, half) {
    if (bends[0].distanceTo(bends.at(-1)) < half[0]) return [];
    const middle = (bends.length - 1) / 2;
    return [0, -2, 2, -4, 4].flatMap((off) => {
      const step = bends[middle + off + 1].subtract(bends[middle + off - 1]);
      const length = Math.hypot(step.x, step.y) || 1;
      const across = L.point(-step.y / length, step.x / length);
      const clear = Math.abs(across.x) * half[0] + Math.abs(across.y) * half[1] + 4;
      return [1, -1].map((side) => bends[middle + off].add(across.multiplyBy(side * clear)));
    });
  }

  // Places every mark and every name for the present zoom; returns the names.
  function arrange(map, scene) {
    const taken = new Taken();
    const zoom = map.getZoom();
    const corner = map.containerPointToLayerPoint([0, 0]);
    view = L.bounds(corner, corner.add(map.getSize()));
    const point = (place) => map.latLngToLayerPoint(place);
    const names = [];
    const write = (name) => name && names.push(name);
    const inSight = (kind) => zoom >= (FIRST_ZOOM[kind] || 0) && zoom <= (LAST_ZOOM[kind] || 99);

    for (const spot of scene.spots) {
      spot.box = null;
      if (!spot.base) continue;
      spot.base.place([0, 0], [11, 11]);
      spot.box = around(point(spot.at), [12, 12]);
      taken.add(spot.box);
    }
    const crowded = setMarks(scene, point, taken);
    const busy = scene.spots.filter((spot) => spot.stops.length);
    const idle = scene.spots.filter((spot) => !spot.stops.length);
    for (const spot of scene.spots) setNights(spot, point(spot.at), taken);
    for (const label of scene.outline)
      if (label.kind === "archipelago")
        write(centred(point(label.at), label.text, STYLES.archipelago, taken, true));
    const bases = scene.spots.filter((spot) => spot.base);
    for (const { base, at, name } of bases)
      write(beside(around(point(at), base.item.half), name, STYLES.base, taken, bases.length <= FEW_BASES));
    for (const { spots, text, colour } of scene.tags) {
      const style = { ...STYLES.team, frame: colour };
      write(spots.reduce((name, spot) => name || beside(spot.box, text, style, taken), null));
    }
    const lines = trail(scene.linked, point);
    for (const { ways, text } of scene.links) write(along(ways, text, STYLES.link, taken, lines, point));
    if (inSight("commune"))
      for (const commune of scene.communes)
        write(centred(point(commune.at), commune.text, STYLES.commune, taken));
    if (inSight("place") && !crowded)
      for (const spot of busy) if (!spot.base) write(beside(spot.box, spot.name, STYLES.place, taken));
    for (const label of scene.outline) {
      if (label.kind === "archipelago" || !inSight(label.kind)) continue;
      const at = point(label.at);
      if (["city", "town", "village", "hamlet"].includes(label.kind)) {
        const name = beside(around(at, [3, 3]), label.text, STYLES[label.kind], taken);
        write(name && { ...name, dot: at });
      } else write(centred(at, label.text, STYLES[label.kind], taken));
    }
    if (inSight(scene.alone ? "bystander" : "place") && !crowded)
      for (const spot of idle)
        if (!spot.base && spot.box) write(beside(spot.box, spot.name, STYLES.place, taken));
    return names;
  }

  function writeName(context, { at, words, style, half, dot }) {
    if (dot) {
      context.fillStyle = style.colour;
      context.beginPath();
      context.arc(dot.x, dot.y, 2.4, 0, 2 * Math.PI);
      context.fill();
    }
    context.font = style.font;
    if ("letterSpacing" in context) context.letterSpacing = `${style.spacing || 0}px`;
    if (style.frame) {
      context.fillStyle = "#fff";
      context.strokeStyle = style.frame;
      context.lineWidth = 1.6;
      context.beginPath();
      context.rect(at.x - half[0] + 1, at.y - half[1] + 1, 2 * half[0] - 2, 2 * half[1] - 2);
      context.fill();
      context.stroke();
    } else if (style.halo !== null) {
      context.strokeStyle = style.halo || "rgba(251,250,246,.92)";
      context.lineWidth = 3.2;
      context.strokeText(words, at.x, at.y);
    }
    context.fillStyle = style.colour;
    context.fillText(words, at.x, at.y);
  }

  const Names = L.CircleMarker.extend({
    initialize() {
      L.CircleMarker.prototype.initialize.call(this, [0, 0], { interactive: false });
      this.names = [];
    },
    _project() {
      this._pxBounds = L.bounds([-1e7, -1e7], [1e7, 1e7]);
    },
    _empty: () => false,
    _containsPoint: () => false,
    _updatePath() {
      if (!this._renderer._drawing) return;
      const context = this._renderer._ctx;
      const view = this._renderer._bounds;
      context.save();
      context.textAlign = "center";
      context.textBaseline = "middle";
      context.lineJoin = "round";
      for (const name of this.names)
        if (view.contains([name.at.subtract([200, 20]), name.at.add([200, 20])]) || view.contains(name.at))
          writeName(context, name);
      context.restore();
    },
  });

  return { arrange, Names, width: (text) => width(text, { font: `700 11px ${FONT}` }) };
})();
