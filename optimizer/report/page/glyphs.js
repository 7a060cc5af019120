// What stands at a place on the map: numbered stops, sites, bases, nights.
LuuDong.glyphs = (() => {
  "use strict";
  const FONT = '"Segoe UI", "Noto Sans", Roboto, "Helvetica Neue", Arial, sans-serif';
  const INK = "#1d2b36";
  const SITE = { full: "#4d7c63", part: "#b36b00", none: "#a3231f", counted: "#6d7780", quiet: "#9aa3aa" };
  const DASHES = { stripe: [], dashes: [7, 6], dots: [0.1, 5.5], ladder: [2, 4], beads: [9, 5, 0.1, 5] };

  function disc(context, radius) {
    context.beginPath();
    context.arc(0, 0, radius, 0, 2 * Math.PI);
  }

  function pill(context, halfWidth, halfHeight) {
    const straight = halfWidth - halfHeight;
    context.beginPath();
    context.arc(-straight, 0, halfHeight, Math.PI / 2, -Math.PI / 2);
    context.arc(straight, 0, halfHeight, -Math.PI / 2, Math.PI / 2);
    context.closePath();
  }

  // The pattern inside a team's line or around its number, on the path that is drawn.
  function inlay(context, pattern, colour, width) {
    if (pattern === "plain") return;
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.lineCap = "round";
    context.setLineDash(DASHES[pattern]);
    context.stroke();
    context.setLineDash([]);
  }

  function stop(context, { team, text, half, part, pinned }) {
    pill(context, half[0] + 1.5, half[1] + 1.5);
    context.fillStyle = "#fff";
    context.shadowColor = "rgba(20,30,40,.45)";
    context.shadowBlur = 3;
    context.fill();
    context.shadowBlur = 0;
    pill(context, half[0], half[1]);
    context.fillStyle = team.colour;
    context.fill();
    if (team.pattern !== "plain") {
      pill(context, half[0] - 2, half[1] - 2);
      inlay(context, team.pattern, team.ink, 1);
    }
    context.fillStyle = team.ink;
    context.font = `700 11px ${FONT}`;
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.fillText(text, 0, 0.5);
    if (pinned) pin(context, { at: [2 - half[0], 3 - half[1]] });
    if (part) {
      context.translate(half[0] - 1, half[1] - 1);
      context.scale(0.7, 0.7);
      site(context, { state: "part", radius: 6 });
    }
  }

  // A pin stuck in at its tip: a visit that was promised.
  function pin(context, { at: [x, y] }) {
    context.save();
    context.translate(x, y);
    context.beginPath();
    context.moveTo(0, 0);
    context.bezierCurveTo(-1.2, -3.2, -4.4, -5, -4.4, -8.4);
    context.arc(0, -8.4, 4.4, Math.PI, 0);
    context.bezierCurveTo(4.4, -5, 1.2, -3.2, 0, 0);
    context.closePath();
    context.lineWidth = 2.4;
    context.strokeStyle = "#fff";
    context.lineJoin = "round";
    context.stroke();
    context.fillStyle = INK;
    context.fill();
    context.beginPath();
    context.arc(0, -8.4, 1.7, 0, 2 * Math.PI);
    context.fillStyle = "#fff";
    context.fill();
    context.restore();
  }

  // A padlock: a day that stands as it was.
  function lock(context) {
    context.strokeStyle = INK;
    context.lineWidth = 1.5;
    context.beginPath();
    context.arc(0, -1.5, 2.6, Math.PI, 0);
    context.lineTo(2.6, 0.5);
    context.moveTo(-2.6, -1.5);
    context.lineTo(-2.6, 0.5);
    context.stroke();
    context.fillStyle = INK;
    context.beginPath();
    context.rect(-4, 0, 8, 5.5);
    context.fill();
  }

  function dot(context, { team, pinned }) {
    if (pinned) pin(context, { at: [0, -3] });
    disc(context, 4.2);
    context.fillStyle = team.colour;
    context.strokeStyle = "#fff";
    context.lineWidth = 1.3;
    context.fill();
    context.stroke();
  }

  function site(context, { state, radius, faded, size = 1 }) {
    const colour = SITE[state];
    context.scale(size, size);
    if (faded) context.globalAlpha = 0.4;
    disc(context, radius);
    context.fillStyle = state === "full" ? colour : "#fff";
    context.fill();
    context.lineWidth = state === "full" ? 1.5 : 2;
    context.strokeStyle = state === "full" ? "#fff" : colour;
    if (state === "counted") context.setLineDash([2, 2.5]);
    context.stroke();
    context.setLineDash([]);
    if (state === "part") {
      context.beginPath();
      context.arc(0, 0, radius, 0, Math.PI);
      context.fillStyle = colour;
      context.fill();
    } else if (state === "none") {
      const reach = radius * 0.45;
      context.lineWidth = 1.8;
      context.beginPath();
      context.moveTo(-reach, -reach);
      context.lineTo(reach, reach);
      context.moveTo(reach, -reach);
      context.lineTo(-reach, reach);
      context.stroke();
    }
    context.globalAlpha = 1;
  }

  function base(context, { size = 1 }) {
    context.scale(size, size);
    context.fillStyle = INK;
    context.strokeStyle = "#fff";
    context.lineWidth = 2;
    context.lineJoin = "round";
    context.beginPath();
    context.rect(-10, -10, 20, 20);
    context.stroke();
    context.fill();
    context.fillStyle = "#fff";
    context.beginPath();
    context.moveTo(0, -6.5);
    context.lineTo(7, 0);
    context.lineTo(4.6, 0);
    context.lineTo(4.6, 6);
    context.lineTo(-4.6, 6);
    context.lineTo(-4.6, 0);
    context.lineTo(-7, 0);
    context.closePath();
    context.fill();
    context.fillStyle = INK;
    context.fillRect(-1.5, 1.5, 3, 4.5);
  }

  function night(context, { team }) {
    disc(context, 9);
    context.fillStyle = "#fff";
    context.strokeStyle = team.colour;
    context.lineWidth = 1.8;
    context.fill();
    context.stroke();
    context.beginPath();
    context.arc(-0.5, 0, 5.4, -0.35 * Math.PI, 0.75 * Math.PI, false);
    context.arc(-2.6, -2, 5, 0.62 * Math.PI, -0.24 * Math.PI, true);
    context.closePath();
    context.fillStyle = team.colour;
    context.fill();
  }

  const PAINTERS = { stop, dot, site, base, night, pin, lock };

  // A mark that Leaflet's canvas paints, at a place of the map but moved aside by `shift` pixels.
  const Mark = L.CircleMarker.extend({
    initialize(at, item) {
      L.CircleMarker.prototype.initialize.call(this, at, { interactive: item.interactive !== false });
      this.item = item;
      this.shift = [0, 0];
      this.hidden = false;
    },
    place(shift, half) {
      this.shift = shift;
      this.item.half = half;
      if (this._map) this._project();
    },
    _project() {
      this._point = this._map.latLngToLayerPoint(this._latlng).add(this.shift);
      this._updateBounds();
    },
    _updateBounds() {
      const reach = L.point(this.item.half).add(this.item.pinned ? [9, 14] : [5, 5]);
      this._pxBounds = L.bounds(this._point.subtract(reach), this._point.add(reach));
    },
    _empty() {
      return this.hidden || !this._renderer._bounds.intersects(this._pxBounds);
    },
    _containsPoint(point) {
      const slack = 2 + this._renderer.options.tolerance;
      const off = point.subtract(this._point);
      const [width, height] = this.item.half;
      return !this.hidden && Math.abs(off.x) <= width + slack && Math.abs(off.y) <= height + slack;
    },
    _updatePath() {
      if (!this._renderer._drawing || this._empty()) return;
      const context = this._renderer._ctx;
      context.save();
      context.translate(this._point.x, this._point.y);
      const { visits } = this.item;
      if (visits?.every(({ route }) => LuuDong.light.dims(route))) context.globalAlpha = 0.3;
      PAINTERS[this.item.kind](context, this.item);
      context.restore();
    },
  });

  // The same glyph on a little canvas of its own, for the panel and the legend.
  function picture(paint, width = 26, height = 24) {
    const canvas = LuuDong.words.element("canvas", {
      width: 2 * width,
      height: 2 * height,
      "aria-hidden": "true",
    });
    canvas.style.width = `${width}px`;
    canvas.style.height = `${height}px`;
    const context = canvas.getContext("2d");
    context.scale(2, 2);
    context.translate(width / 2, height / 2);
    paint(context);
    return canvas;
  }

  const pictured = (item) => picture((context) => PAINTERS[item.kind](context, item));

  return { FONT, INK, Mark, inlay, lock, picture, pictured };
})();
