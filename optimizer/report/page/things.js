// What stands on the map: the outline, sites and bases, and each team's ways, stops and nights by day.
LuuDong.things = (() => {
  "use strict";
  const { plan, glyphs, ground, ways, facts } = LuuDong;
  const { sum } = facts;
  const { outlineLayers } = LuuDong.outline;

  const spots = new Map();

  // Places at the same point share a spot: what stands there is set side by side.
  function spotOf(place) {
    const { at, short } = plan.places[place];
    const key = at.join();
    if (!spots.has(key))
      spots.set(key, {
        at: L.latLng(at),
        name: short,
        base: null,
        sites: [],
        stops: [],
        nights: [],
        box: null,
      });
    return spots.get(key);
  }

  function siteMark(site) {
    const radius = Math.max(4, Math.min(8, 3 + Math.sqrt(sum(site.cases.map(([, of]) => of))) / 3));
    const mark = new glyphs.Mark(plan.places[site.place].at, {
      kind: "site",
      site,
      state: site.state,
      radius,
      own: [radius + 1, radius + 1],
      half: [radius + 1, radius + 1],
    });
    spotOf(site.place).sites.push(mark);
    return mark;
  }

  function baseMarks() {
    const together = new Map();
    for (const place of plan.bases) {
      const spot = spotOf(place);
      if (!together.has(spot)) together.set(spot, []);
      together.get(spot).push(place);
    }
    return [...together].map(([spot, places]) => {
      spot.base = new glyphs.Mark(spot.at, { kind: "base", places, half: [11, 11] });
      spot.name = places.map((place) => plan.places[place].name).join(", ");
      return spot.base;
    });
  }

  // How many ways lead from one place to another, and how many were drawn so far.
  function pairs() {
    const all = new Map();
    for (const route of plan.routes)
      for (const { from, to } of route.ways) {
        const key = `${from} ${to}`;
        all.set(key, { nth: 0, all: (all.get(key)?.all ?? 0) + 1 });
      }
    return all;
  }

  // One layer: the ways and the stops of one team on one day.
  function dayLayer(route, among) {
    const team = plan.teams[route.team];
    const shared = { route, team };
    const lines = route.ways.map((way) => {
      const pair = among.get(`${way.from} ${way.to}`);
      const bend = ways.bendOf(Boolean(way.link), pair.nth++, pair.all);
      return new ways.Way(
        { kind: "way", way, bend, line: ground.line(way), ...shared },
        plan.places[way.from].at,
        plan.places[way.to].at,
      );
    });
    const marks = route.stops.map((stop, at) => {
      const part = facts.siteAt.get(stop.place).state === "part";
      return new glyphs.Mark(plan.places[stop.place].at, {
        kind: "stop",
        stop,
        number: at + 1,
        text: "",
        part,
        half: [10, 10],
        wide: [10, 10],
        ...shared,
      });
    });
    return { route, lines, marks, group: L.featureGroup([...lines, ...marks]) };
  }

  function nightMark(night) {
    const team = plan.teams[night.team];
    const mark = new glyphs.Mark(plan.places[night.place].at, { kind: "night", night, team, half: [10, 10] });
    return { night, mark };
  }

  function communes() {
    const members = new Map();
    for (const { place } of plan.sites) {
      const { commune, at } = plan.places[place];
      if (!commune) continue;
      if (!members.has(commune)) members.set(commune, []);
      members.get(commune).push(at);
    }
    return [...members].map(([text, points]) => ({
      text,
      at: L.latLng(
        sum(points.map(([lat]) => lat)) / points.length,
        sum(points.map(([, lon]) => lon)) / points.length,
      ),
    }));
  }

  return { spots, spotOf, siteMark, baseMarks, pairs, dayLayer, nightMark, outlineLayers, communes };
})();
