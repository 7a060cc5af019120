// All that is shown, in sight whatever size the map has, until somebody looks elsewhere.
LuuDong.Whole = class {
  constructor(map, bounds) {
    Object.assign(this, { map, bounds });
    map.on("movestart", () => {
      if (!this.fitting) this.fitted = false;
    });
    map.on("resize", () => this.fitted && this.fit());
    matchMedia("print").addEventListener("change", ({ matches }) => this.turn(matches));
  }

  fit() {
    const bounds = this.bounds();
    if (!bounds.isValid()) return;
    const { x, y } = this.map.getSize();
    const edge = Math.min(46, Math.round(Math.min(x, y) / 6)); // room for names, where there is any
    this.fitting = true;
    this.map.fitBounds(bounds, { padding: [edge, edge], maxZoom: 13, animate: false });
    this.fitting = false;
    this.fitted = true;
  }

  // Paper has another shape than the screen: it shows no less, and afterwards the screen shows the same again.
  turn(printed) {
    const { map, fitted } = this;
    const looked = { bounds: map.getBounds(), centre: map.getCenter(), zoom: map.getZoom() };
    map.invalidateSize(false);
    if (fitted) return;
    if (printed) {
      this.looked = looked;
      map.fitBounds(looked.bounds, { animate: false });
    } else if (this.looked) map.setView(this.looked.centre, this.looked.zoom, { animate: false });
  }
};
