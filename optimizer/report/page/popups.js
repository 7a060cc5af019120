// What is said about a thing on the map when it is touched.
LuuDong.popups = (() => {
  "use strict";
  const { plan, glyphs, facts, telling, walks } = LuuDong;
  const { say, count, clock, km, duration, element } = LuuDong.words;
  const { placeOf, dayText, dayShort, span, siteAt, total, numberOf } = facts;
  const { line, title, teamLine } = telling;

  // Several visits of one team to one place, told together.
  function ofVisits({ route, stop, visits }) {
    const rows = visits.map((visit) =>
      line(
        `${dayShort(visit.route.day)} · ${say("order_short", { number: visit.number })}`,
        [
          span(visit.stop.start, visit.stop.finish),
          say("cases", { cases: count(numberOf(visit.stop)) }),
        ].join(" · "),
      ),
    );
    const site = siteAt.get(stop.place);
    const stops = visits.map((visit) => visit.stop);
    return [
      ...title(placeOf(stop.place)),
      teamLine(plan.teams[route.team], say("visits", { visits: visits.length })),
      telling.marks(stops),
      element("table", { class: "times" }, ...rows),
      ...telling.served(stops),
      element("p", { class: "end" }, say("setup_each", { setup: duration(stop.setup) })),
      ...walks.told(site),
      telling.lacking(site),
      telling.followUps(site),
      telling.leftList(site),
      telling.leaving(stop.place),
    ];
  }

  function ofStop({ route, stop, number, visits }) {
    if (visits.length > 1) return ofVisits({ route, stop, visits });
    const team = plan.teams[route.team];
    const site = siteAt.get(stop.place);
    return [
      ...title(placeOf(stop.place)),
      teamLine(team, dayText(route.day)),
      telling.marks([stop]),
      element(
        "table",
        { class: "times" },
        line(say("order"), say("order_of", { number, of: route.stops.length })),
        line(say("arrives"), clock(stop.arrive)),
        line(say("works"), span(stop.start, stop.finish)),
        line(say("setup"), duration(stop.setup)),
      ),
      telling.before(stop),
      ...telling.served([stop]),
      telling.lacking(site),
      ...walks.told(site),
      element("p", { class: "end" }, telling.endOfDay(route)),
      telling.followUps(site),
      telling.leftList(site),
      telling.leaving(stop.place),
    ];
  }

  function visitsOf(place) {
    const visits = plan.routes.flatMap((route) =>
      route.stops
        .filter((stop) => stop.place === place)
        .map((stop) => telling.visit(route.team, route.day, stop, telling.casesAt(stop))),
    );
    return visits.length ? element("ul", { class: "visits" }, ...visits) : null;
  }

  function ofSite({ site }) {
    const head = ["service", "outstanding", "served"].map((key) => element("th", { scope: "col" }, say(key)));
    const rows = site.cases.map(([service, of, served]) =>
      element(
        "tr",
        {},
        element("th", { scope: "row" }, plan.services[service]),
        element("td", {}, count(of)),
        element("td", {}, count(served)),
      ),
    );
    return [
      ...title(placeOf(site.place)),
      element(
        "p",
        { class: "whose" },
        glyphs.pictured({ kind: "site", state: site.state, radius: 6 }),
        say(`state_${site.state}`),
      ),
      site.cases.length
        ? element("table", { class: "cases wide" }, element("tr", {}, ...head), ...rows)
        : null,
      ...walks.told(site),
      telling.leaving(site.place),
      telling.followUps(site),
      telling.lacking(site),
      telling.leftList(site),
      visitsOf(site.place),
    ];
  }

  function ofBase({ places }) {
    return places.flatMap((place) => [
      ...title(placeOf(place)),
      element("p", { class: "sub" }, say("base")),
      element(
        "div",
        { class: "home" },
        ...plan.teams.filter((team) => team.base === place).map((team) => teamLine(team)),
      ),
    ]);
  }

  function ofNight({ night }) {
    const team = plan.teams[night.team];
    return [
      ...title(placeOf(night.place)),
      teamLine(team, say("nights", { nights: night.days.length })),
      element(
        "ul",
        { class: "visits" },
        ...night.days.map((day) => element("li", {}, say("night_of", { day: dayText(day) }))),
      ),
    ];
  }

  const wayText = ({ from, to }) => `${placeOf(from).name} → ${placeOf(to).name}`;

  function wayFacts(way) {
    const told = [span(way.depart, way.depart + way.minutes), duration(way.minutes), km(way.metres)];
    if (way.fare) told.push(say("fare", { dong: count(way.fare) }));
    return told.join(" · ");
  }

  function ofWay({ way, route }) {
    return [
      element("h3", {}, element("bdi", {}, wayText(way))),
      way.link ? element("p", { class: "sub" }, say(way.link)) : null,
      teamLine(plan.teams[route.team], dayText(route.day)),
      element("p", {}, wayFacts(way)),
    ];
  }

  const comingText = ({ home, host }) => wayText({ from: home, to: host });
  const comingCases = ({ seen }) =>
    say("cases", { cases: count(facts.sum(seen.map(({ cases }) => total(cases)))) });

  function ofComing(item) {
    return [
      element("h3", {}, element("bdi", {}, comingText(item))),
      element("p", { class: "sub" }, `${comingCases(item)} · ${telling.how(item.shuttle)}`),
      element(
        "ul",
        { class: "visits" },
        ...item.seen.map(({ route, stop, cases }) =>
          telling.visit(route.team, route.day, stop, say("cases", { cases: count(total(cases)) })),
        ),
      ),
    ];
  }

  const MAKERS = {
    stop: ofStop,
    dot: ofStop,
    site: ofSite,
    base: ofBase,
    night: ofNight,
    way: ofWay,
    coming: ofComing,
  };
  const content = (item) => element("div", { class: "pop" }, ...MAKERS[item.kind](item).filter(Boolean));

  function stopTip({ route, text, stop, visits }) {
    const guests = facts.sum(visits.map((visit) => facts.guestsOf(visit.stop)));
    const cases = count(facts.sum(visits.map((visit) => numberOf(visit.stop))));
    return [
      plan.teams[route.team].name,
      text,
      placeOf(stop.place).name,
      visits.length > 1 ? say("visits", { visits: visits.length }) : span(stop.start, stop.finish),
      guests ? say("cases_with", { cases, guests: count(guests) }) : say("cases", { cases }),
      visits.some((visit) => visit.stop.pinned) ? say("pinned") : "",
    ];
  }

  function wayTip({ route, way }) {
    return [plan.teams[route.team].name, plan.days[route.day].short, wayText(way), wayFacts(way)];
  }

  const TIPS = {
    stop: stopTip,
    dot: stopTip,
    site: ({ site }) => [placeOf(site.place).name, say(`state_${site.state}`)],
    base: ({ places }) => [places.map((place) => placeOf(place).name).join(", ")],
    night: ({ night }) => [plan.teams[night.team].name, say("nights", { nights: night.days.length })],
    way: wayTip,
    coming: (item) => [comingText(item), comingCases(item), telling.how(item.shuttle)],
  };

  // One line under the pointer.
  const tip = (item) => TIPS[item.kind](item).filter(Boolean).join(" · ");

  return { content, tip };
})();
