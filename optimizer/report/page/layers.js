// The plan on the map: one layer for each team and day, over the sites and the outline.
LuuDong.layers = (() => {
  "use strict";
  const { plan, things, lettering, popups, facts, filters, light } = LuuDong;
  const { say, duration, element } = LuuDong.words;
  const { spots, spotOf } = things;
  const { sum } = facts;

  // Borders and coasts are right to a few kilometres: closer by, they would put villages on the wrong side.
  const OUTLINE_LAST_ZOOM = 9;
  const BESIDE = 112; // pixels of a map's width that a popup's text cannot have
  const ABOVE = 84; // pixels of its height

  // Numbers alone tell the order of one day; among several days the weekday goes before.
  const numbersOf = (visits) =>
    visits.length > 3 ? `${visits.length}×` : visits.map(({ number }) => number).join(", ");

  function daysOf(visits) {
    const days = [...new Set(visits.map(({ route }) => route.day))];
    const short = days.map((day) => plan.days[day].short);
    if (days.length === 1) return `${short[0]}·${numbersOf(visits)}`;
    if (days.at(-1) - days[0] === days.length - 1) return `${short[0]}–${short.at(-1)}`;
    return days.length > 3 ? `${visits.length}×` : short.join(", ");
  }

  class Layers {
    constructor(map) {
      this.map = map;
      this.renderer = L.canvas({ padding: 0.25, tolerance: L.Browser.mobile ? 6 : 1, lineWidth: 4.4 });
      map.options.renderer = this.renderer;
      map.createPane("land").style.zIndex = 200;
      map.getPane("land").style.pointerEvents = "none";
      const { land, islets, labels } = things.outlineLayers(L.canvas({ pane: "land", padding: 0.25 }));
      land.addTo(map);
      islets.addTo(map);
      this.islets = islets.getLayers();
      LuuDong.ground.layers(map);
      this.closed = new LuuDong.ground.Closed(map);
      this.sites = plan.sites.map(things.siteMark);
      this.bases = things.baseMarks();
      const among = things.pairs();
      this.days = plan.routes.map((route) => things.dayLayer(route, among));
      this.nights = plan.nights.map(things.nightMark);
      this.comings = facts.comings.map((item) => new LuuDong.comings.Coming(item));
      this.names = new lettering.Names();
      this.scene = {
        spots: [...spots.values()],
        outline: LuuDong.ground.among(labels),
        communes: things.communes(),
        tags: [],
        links: [],
        linked: [],
      };
      for (const { mark } of this.nights) spotOf(mark.item.night.place);
      this.scene.spots = [...spots.values()];
      this.world = L.featureGroup([...this.sites, ...this.bases]).addTo(map);
      this.names.addTo(map);
      this.speak();
      map.on("zoomend viewreset", () => this.seen && this.arrange());
    }

    // Shows the layers of `teams` on `days` that bring one of `services`, and the sites that the filters leave.
    show(chosen) {
      const { teams, days, services, focus } = chosen;
      const wanted = ({ route }) =>
        teams.has(route.team) && days.has(route.day) && filters.brings(route, services);
      this.seen = this.days.filter(wanted);
      this.closed.show(days);
      for (const layer of this.days) {
        if (wanted(layer)) this.world.addLayer(layer.group);
        else this.world.removeLayer(layer.group);
      }
      for (const line of this.comings) {
        line.item.seen = line.item.all.filter(wanted);
        if (line.item.seen.length) this.world.addLayer(line);
        else this.world.removeLayer(line);
      }
      for (const spot of this.scene.spots) Object.assign(spot, { stops: [], nights: [] });
      this.gather(chosen);
      this.map.closePopup(this.popup);
      const visited = new Set(
        this.seen.flatMap(({ marks }) =>
          marks.filter(({ leader }) => leader).map(({ item }) => item.stop.place),
        ),
      );
      for (const mark of this.sites) {
        const state = filters.shown(mark.item.site, chosen);
        mark.hidden = state === null || visited.has(mark.item.site.place);
        mark.item.state = state ?? mark.item.state;
        mark.item.faded = focus !== null;
      }
      for (const { night, mark } of this.nights) {
        const here = teams.has(night.team) && night.days.some((day) => days.has(day));
        if (here) {
          this.world.addLayer(mark);
          spotOf(night.place).nights.push(mark);
        } else this.world.removeLayer(mark);
      }
      this.tag(teams);
      this.arrange();
    }

    // Visits of one team to one place share a mark, the first one's; the others hide behind it.
    gather(chosen) {
      const { days, services } = chosen;
      const together = new Map();
      for (const { route, marks } of this.seen)
        for (const mark of marks) {
          Object.assign(mark, { hidden: true, leader: null });
          if (!filters.serves(mark.item.stop, services)) continue;
          const key = `${route.team} ${mark.item.stop.place}`;
          if (!together.has(key)) together.set(key, []);
          together.get(key).push(mark);
        }
      for (const marks of together.values()) {
        const [first] = marks;
        for (const mark of marks) Object.assign(mark, { hidden: mark !== first, leader: first });
        const { item } = first;
        item.visits = marks.map((mark) => mark.item);
        item.pinned = item.visits.some(({ stop }) => stop.pinned);
        item.part = filters.isPart(facts.siteAt.get(item.stop.place), chosen);
        item.text = days.size === 1 ? numbersOf(item.visits) : daysOf(item.visits);
        item.wide = [Math.max(10, lettering.width(item.text) / 2 + 6), 10];
        spotOf(item.stop.place).stops.push(first);
      }
    }

    // The name of a team stands at its farthest stop; what a link is, at its middle.
    tag(teams) {
      const stops = new Map();
      const links = new Map();
      for (const { route, marks, lines } of this.seen) {
        const home = L.latLng(plan.places[plan.teams[route.team].base].at);
        if (!stops.has(route.team)) stops.set(route.team, []);
        for (const mark of marks.filter(({ leader }) => leader))
          stops
            .get(route.team)
            .push({ metres: home.distanceTo(mark.getLatLng()), spot: spotOf(mark.item.stop.place) });
        for (const way of lines) {
          const { link, from, to, minutes } = way.item.way;
          const key = `${Math.min(from, to)} ${Math.max(from, to)}`;
          if (!link) continue;
          if (!links.has(key)) links.set(key, { ways: [], text: `${say(link)} · ${duration(minutes)}` });
          links.get(key).ways.push(way);
        }
      }
      const tags = [...stops].map(([team, there]) => ({
        spots: there
          .sort((a, b) => b.metres - a.metres)
          .slice(0, 5)
          .map(({ spot }) => spot),
        text: plan.teams[team].name,
        colour: plan.teams[team].colour,
      }));
      this.scene.alone = teams.size < 2;
      this.scene.tags = this.scene.alone ? [] : tags.filter(({ spots }) => spots.length);
      this.scene.links = [...links.values()];
      this.scene.linked = this.seen.flatMap(({ lines }) => lines.filter((way) => way.item.way.link));
    }

    // Many lines in sight are drawn thin, a few broad.
    thin() {
      const view = this.map.getBounds();
      const inSight = sum(
        this.seen.map(({ lines }) => lines.filter((way) => view.intersects(way.getBounds())).length),
      );
      this.renderer.options.lineWidth = inSight <= 60 ? 4.4 : inSight <= 140 ? 3.2 : 2.2;
    }

    arrange() {
      this.map.getContainer().classList.toggle("close", this.map.getZoom() > OUTLINE_LAST_ZOOM);
      this.thin();
      this.names.names = lettering.arrange(this.map, this.scene);
      for (const line of this.comings) if (this.map.hasLayer(line)) line.bringToFront();
      // Promised ones last, so that no other hides their pins; bases over dots, numbers over bases.
      const marks = this.seen.flatMap((day) => day.marks).filter((mark) => !mark.hidden);
      marks.sort((a, b) => Boolean(a.item.pinned) - Boolean(b.item.pinned));
      const front = (kind) => {
        for (const mark of marks) if (mark.item.kind === kind) mark.bringToFront();
      };
      front("dot");
      for (const mark of this.bases) mark.bringToFront();
      front("stop");
      for (const { mark } of this.nights) if (this.map.hasLayer(mark)) mark.bringToFront();
      this.names.bringToFront();
      this.renderer._updatePaths();
      this.follow();
    }

    // Bounds of what a team does, or of the whole plan.
    bounds(focus = null) {
      const shown =
        focus === null
          ? []
          : this.seen.flatMap(({ lines, marks }) => [
              ...lines.map((way) => way.getBounds()),
              ...marks.map((mark) => mark.getLatLng()),
            ]);
      const all = shown.length
        ? shown
        : [
            ...this.scene.spots
              .filter((spot) => spot.sites.length || spot.base || spot.nights.length || spot.stops.length)
              .map((spot) => spot.at),
            ...this.days.flatMap(({ lines }) => lines.map((way) => way.getBounds())),
          ];
      const bounds = all.reduce((sofar, one) => sofar.extend(one), L.latLngBounds([]));
      // Who sees the length of the country sees its islands too.
      const whole = bounds.isValid() && bounds.getNorth() - bounds.getSouth() > 5;
      return whole && !shown.length
        ? this.islets.reduce((sofar, one) => sofar.extend(one.getLatLng()), bounds)
        : bounds;
    }

    speak() {
      const popup = L.popup({
        autoPanPaddingTopLeft: L.Browser.mobile ? [16, 16] : [16, 54],
        autoPanPaddingBottomRight: [60, 24],
      });
      const tooltip = L.tooltip({ direction: "top", offset: [0, -12], className: "tip" });
      this.popup = popup;
      this.world.on("click", ({ layer, latlng }) => this.open(layer, latlng));
      this.world.on("mouseover mousemove", ({ layer, latlng }) => {
        if (!layer.item || L.Browser.mobile) return;
        const { route, visits = [] } = layer.item;
        light.point(route ? { team: route.team, day: visits.length > 1 ? undefined : route.day } : null);
        tooltip.setContent(element("span", {}, popups.tip(layer.item))).setLatLng(latlng);
        if (!this.map.hasLayer(tooltip)) tooltip.openOn(this.map);
      });
      this.world.on("mouseout", () => {
        light.point(null);
        this.map.closeTooltip(tooltip);
      });
      // What is pointed at elsewhere stands out here.
      light.listen((lit) => {
        const dim = Boolean(lit?.alone);
        if (!dim && !this.dimmed) return;
        this.dimmed = dim;
        L.Util.cancelAnimFrame(this.asked);
        this.asked = L.Util.requestAnimFrame(() => this.renderer._redraw());
      });
    }

    // What is said of `item` stands above `mark`, or where a line was touched.
    open(mark, at = mark.getLatLng(), item = mark.item) {
      this.opened = mark.shift ? mark : null;
      // Beside the buttons in the corner, not under them.
      this.map.getContainer().style.setProperty("--room", `${this.map.getSize().y - ABOVE}px`);
      const widest = Math.min(320, this.map.getSize().x - BESIDE);
      Object.assign(this.popup.options, { maxWidth: widest, minWidth: Math.min(240, widest) });
      this.popup.setLatLng(this.opened ? mark.getLatLng() : at).setContent(popups.content(item));
      this.follow();
      this.popup.openOn(this.map);
      this.map.fire("told", { item });
      const close = this.popup.getElement().querySelector(".leaflet-popup-close-button");
      close.setAttribute("aria-label", say("close"));
    }

    // Keeps the popup above its mark, which moves aside as others come near.
    follow() {
      const [x, y] = this.opened ? this.opened.shift : [0, 4];
      this.popup.options.offset = [x, y - 4];
      if (this.popup.isOpen()) this.popup.update();
    }

    openStop(route, at) {
      const mark = this.days.find((layer) => layer.route === route).marks[at];
      this.reach(mark.leader, { ...mark.item, visits: [mark.item] });
    }

    openSite(site) {
      this.reach(this.sites.find((mark) => mark.item.site === site));
    }

    reach(mark, item = mark.item) {
      const zoom = Math.max(this.map.getZoom(), Math.min(11, this.map.getMaxZoom()));
      this.map.setView(mark.getLatLng(), zoom, { animate: false });
      this.open(mark, undefined, item);
    }
  }

  return Layers;
})();
