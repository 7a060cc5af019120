// Signs and names on the map, as many as there is room for.
LuuDong.placing = (() => {
  "use strict";
  const { plan, choice } = LuuDong;
  const { element } = LuuDong.words;
  const { Taken, around } = LuuDong.room;
  const OUTLINE_LAST_ZOOM = 9;
  const NAMES_FROM_ZOOM = 10;
  const MOST_NAMES = 140;
  const SIGN = 10.5;
  const BESIDE = 14; // pixels from a place to its name

  // Signs at one point: one for each kind of change, which stands for all others of that kind.
  function gather(marks) {
    const spots = new Map();
    for (const mark of marks) {
      const { change } = mark.item;
      const point = plan.places[change.place].at.join();
      if (!spots.has(point)) spots.set(point, new Map());
      const kinds = spots.get(point);
      const kind = choice.kindOf(change);
      if (!kinds.has(kind)) kinds.set(kind, []);
      kinds.get(kind).push(mark);
    }
    return [...spots.values()].map((kinds) => [...kinds.values()].map(ledBy));
  }

  // The one that is looked at leads; of the others the first.
  function ledBy(marks) {
    const leader = marks.find(({ item }) => item.change === choice.state.picked) ?? marks[0];
    for (const mark of marks) Object.assign(mark, { hidden: mark !== leader, leader });
    leader.item.group = marks.map(({ item }) => item.change);
    return leader;
  }

  function look({ item }, small) {
    const { picked } = choice.state;
    const loud = item.change === picked;
    const near = item.group.some((change) => choice.sidesOf(change).some(choice.isNear));
    return { small: small && !loud, loud, faded: !loud && !near, number: item.group.length };
  }

  // Signs of one point side by side, in full where there is room and as dots elsewhere; what is taken.
  function signs(map, marks, bases) {
    const taken = new Taken();
    const point = (at) => map.latLngToLayerPoint(at);
    for (const base of bases) taken.add(around(point(base.getLatLng()), [9, 9]));
    for (const leaders of gather(marks)) {
      const at = point(leaders[0].getLatLng());
      const reach = SIGN * leaders.length;
      const small = !taken.free(around(at, [reach, SIGN]));
      const step = small ? 7 : 2 * SIGN;
      taken.add(around(at, small ? [4, 4] : [reach, SIGN]));
      leaders.forEach((mark, number) => {
        mark.item.look = look(mark, small);
        mark.place([(number - (leaders.length - 1) / 2) * step, 0], small ? [5, 5] : [10, 10]);
      });
    }
    return taken;
  }

  // The map's edge would cut a name beside its place.
  function inSight(map, [left, , right]) {
    const edge = map.containerPointToLayerPoint([0, 0]).x;
    return left >= edge && right <= edge + map.getSize().x;
  }

  // Buttons, scale and sources lie above all names.
  function withoutControls(map, room) {
    const { left, top } = map.getContainer().getBoundingClientRect();
    for (const control of map.getContainer().querySelectorAll(".leaflet-control")) {
      const box = control.getBoundingClientRect();
      const corner = map.containerPointToLayerPoint([box.left - left, box.top - top]);
      room.add([corner.x, corner.y, corner.x + box.width, corner.y + box.height]);
    }
    return room;
  }

  // Names of bases and of what changed, where there is room; farther out those of the country.
  function names(map, { marks, bases, labels, taken }) {
    const zoom = map.getZoom();
    const view = map.getBounds().pad(0.1);
    const room = withoutControls(map, taken.copy());
    const written = [];
    const write = (text, kind, at, sides) => {
      if (!view.contains(at) || written.length > MOST_NAMES) return;
      const half = 3.4 * text.length + 2;
      const point = map.latLngToLayerPoint(at);
      const free = (side) => {
        const box = around(point.add([side * (BESIDE + half), 0]), [half, 8]);
        return room.free(box) && (!side || inSight(map, box)) ? box : null;
      };
      const side = sides.find(free);
      if (side === undefined) return;
      room.add(free(side));
      const html = element("span", { class: `on-map ${kind}${side < 0 ? " before" : ""}` }, text);
      const icon = L.divIcon({
        html,
        className: "lettering",
        iconSize: [0, 0],
        iconAnchor: [-side * BESIDE, 9],
      });
      written.push(L.marker(at, { icon, interactive: false, keyboard: false }));
    };
    const nameOf = (place) => plan.places[place].short;
    for (const base of bases) write(nameOf(base.item.place), "base", base.getLatLng(), [1, -1]);
    if (zoom >= NAMES_FROM_ZOOM)
      for (const { hidden, item, _latlng } of marks)
        if (!hidden && choice.isNews(item.change)) write(nameOf(item.change.place), "place", _latlng, [1, -1]);
    if (zoom <= OUTLINE_LAST_ZOOM) for (const { text, kind, at } of labels) write(text, kind, at, [0]);
    return written;
  }

  return { signs, names, OUTLINE_LAST_ZOOM };
})();
