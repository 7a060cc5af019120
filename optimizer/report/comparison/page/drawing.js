// Both plans on one map, and what is said when something on it is touched.
LuuDong.Drawing = (() => {
  "use strict";
  const { plan, glyphs, ground, signs, choice, telling, legs, placing } = LuuDong;
  const { say, element } = LuuDong.words;
  const FARTHEST_ZOOM = 8.5;
  const NEAREST_ZOOM = 12.5;
  const BESIDE = 112; // pixels of a map's width that a card cannot have

  class Drawing {
    constructor(map) {
      this.map = map;
      map.options.renderer = L.canvas({ padding: 0.25, tolerance: L.Browser.mobile ? 6 : 1, bold: 1 });
      map.createPane("land").style.zIndex = 200;
      map.getPane("land").style.pointerEvents = "none";
      const renderer = L.canvas({ pane: "land", padding: 0.25 });
      const { land, islets, labels } = LuuDong.outline.outlineLayers(renderer);
      land.addTo(map);
      islets.addTo(map);
      ground.layers(map);
      this.closed = new ground.Closed(map);
      this.labels = ground.among(labels);
      this.world = L.featureGroup().addTo(map);
      this.names = L.layerGroup().addTo(map);
      this.legs = legs.all();
      this.bases = plan.bases.map(
        (place) => new glyphs.Mark(plan.places[place].at, { kind: "base", half: [11, 11], place, size: 0.8 }),
      );
      // What weighs most comes first; it lies highest.
      this.marks = signs.KINDS.flatMap((kind) =>
        plan.changes
          .filter((change) => choice.kindOf(change) === kind)
          .map((change) => new signs.Sign(plan.places[change.place].at, { change, half: [9, 9], look: {} })),
      );
      this.speak();
      map.on("zoomend viewreset", () => this.arrange());
      map.on("moveend", () => this.letter());
    }

    show() {
      this.world.clearLayers();
      for (const leg of this.legs) if (choice.showsWay(leg.item.way)) this.world.addLayer(leg);
      this.seen = this.marks.filter(({ item }) => choice.shows(item.change));
      for (const mark of this.seen.toReversed()) this.world.addLayer(mark);
      for (const base of this.bases) this.world.addLayer(base);
      this.closed.show(choice.state.days);
      this.arrange();
    }

    arrange() {
      this.map.getContainer().classList.toggle("close", this.map.getZoom() > placing.OUTLINE_LAST_ZOOM);
      if (!this.seen) return;
      legs.thin(this.map, this.legs);
      this.taken = placing.signs(this.map, this.seen, this.bases);
      for (const mark of this.seen) if (mark.item.look.loud) mark.bringToFront();
      this.map.options.renderer._updatePaths();
      this.letter();
    }

    letter() {
      if (!this.taken) return;
      this.names.clearLayers();
      const { seen: marks, bases, labels, taken } = this;
      for (const name of placing.names(this.map, { marks, bases, labels, taken })) this.names.addLayer(name);
    }

    speak() {
      this.popup = L.popup({ autoPanPaddingTopLeft: [16, 16], autoPanPaddingBottomRight: [60, 24] });
      const tooltip = L.tooltip({ direction: "top", offset: [0, -10], className: "tip" });
      this.world.on("click", ({ layer }) => layer.item.group && this.touch(layer));
      this.world.on("mouseover mousemove", ({ layer, latlng }) => {
        const told = this.told(layer.item);
        if (!told || L.Browser.mobile) return;
        tooltip.setContent(element("span", {}, told)).setLatLng(latlng);
        if (!this.map.hasLayer(tooltip)) tooltip.openOn(this.map);
      });
      this.world.on("mouseout", () => this.map.closeTooltip(tooltip));
      this.popup.on("remove", () => !this.opening && choice.state.picked && choice.set({ picked: null }));
    }

    told({ group, way, place }) {
      if (group) return group.length > 1 ? telling.several(group) : telling.title(group[0]);
      if (place !== undefined) return plan.places[place].short;
      if (!way || way.side === "both") return "";
      return `${plan.teams[way.team].name} · ${telling.dayText(way.day)} · ${say(`legend_${way.side}`)}`;
    }

    // A sign that stands for several changes lets the reader choose one of them.
    touch(mark) {
      const { group } = mark.item;
      if (group.length === 1) choice.set({ picked: group[0] });
      else {
        choice.set({ picked: null });
        this.say(mark, LuuDong.lists.several(group));
      }
    }

    // The card of the change that is looked at, above its sign.
    open() {
      const { picked, goThere } = choice.state;
      if (picked === null) {
        this.map.closePopup(this.popup);
        return;
      }
      const mark = this.marks.find(({ item }) => item.change === picked);
      if (goThere) this.goTo(mark);
      this.say(mark, telling.card(picked));
    }

    say(mark, content) {
      this.opening = true;
      const widest = Math.min(330, this.map.getSize().x - BESIDE);
      Object.assign(this.popup.options, { maxWidth: widest, minWidth: Math.min(250, widest) });
      this.popup.options.offset = [mark.shift[0], -8];
      this.popup.setLatLng(mark.getLatLng()).setContent(content).openOn(this.map);
      const close = this.popup.getElement().querySelector(".leaflet-popup-close-button");
      close.setAttribute("aria-label", say("close"));
      this.opening = false;
    }

    // To a change and the days that it is part of; of days across the country to the change alone.
    goTo(mark) {
      const near = this.legs.filter(({ item }) => choice.isNear(item.way)).map((leg) => leg.getBounds());
      const bounds = near.reduce((sofar, one) => sofar.extend(one), L.latLngBounds([mark.getLatLng()]));
      const zoom = Math.min(NEAREST_ZOOM, this.map.getBoundsZoom(bounds.pad(0.1)));
      if (zoom >= FARTHEST_ZOOM) this.map.setView(bounds.getCenter(), zoom, { animate: false });
      else this.map.setView(mark.getLatLng(), FARTHEST_ZOOM + 1, { animate: false });
    }

    // Where something changed that is shown; everything if nothing is.
    bounds() {
      const news = this.seen.filter(({ item }) => choice.isNews(item.change));
      const changed = this.legs.filter((leg) => legs.isNews(leg) && choice.showsWay(leg.item.way));
      const points = (marks) => marks.map((mark) => mark.getLatLng());
      const all = news.length
        ? [...points(news), ...changed.map((leg) => leg.getBounds())]
        : [...points(this.marks), ...points(this.bases)];
      return all.reduce((sofar, one) => sofar.extend(one), L.latLngBounds([]));
    }
  }

  return Drawing;
})();
