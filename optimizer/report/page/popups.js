// What is said about a thing on the map when it is touched.
LuuDong.popups = (() => {
  "use strict";
  const { plan, glyphs, ways } = LuuDong;
  const { say, count, clock, km, duration, element } = LuuDong.words;

  const placeOf = (number) => plan.places[number];
  const dayText = (number) => plan.days[number].long;
  const siteAt = new Map(plan.sites.map((site) => [site.place, site]));
  const total = (cases) => cases.reduce((sum, [, number]) => sum + number, 0);
  const span = (from, to) => `${clock(from)}–${clock(to)}`;

  const line = (label, value) =>
    element("tr", {}, element("th", { scope: "row" }, label), element("td", {}, value));

  const title = (place) => [
    element("h3", {}, element("bdi", {}, place.short)),
    place.commune ? element("p", { class: "sub" }, element("bdi", {}, place.commune)) : null,
  ];

  const teamLine = (team, rest = "") =>
    element(
      "p",
      { class: "whose" },
      ways.swatch(team),
      element("b", {}, element("bdi", {}, team.name)),
      rest ? element("span", {}, rest) : "",
    );

  function casesTable(cases) {
    const rows = cases.map(([service, number]) => line(plan.services[service], count(number)));
    if (rows.length > 1)
      rows.push(element("tr", { class: "sum" }, ...line(say("total"), count(total(cases))).children));
    return element("table", { class: "cases" }, ...rows);
  }

  function leftList(site) {
    if (!site || !site.left.length) return null;
    const entries = site.left.map(({ service, cases, reason, detail, need }) =>
      element(
        "li",
        {},
        element("b", {}, say("left_of", { cases: count(cases), service: plan.services[service] })),
        element("span", { class: "reason" }, reason),
        detail ? element("p", {}, detail) : null,
        need ? element("p", {}, element("i", {}, say("need")), " ", need) : null,
      ),
    );
    return element("div", { class: "left" }, element("h4", {}, say("left")), element("ul", {}, ...entries));
  }

  const lacking = (site) =>
    site && site.lacks.length
      ? element("p", { class: "lacks" }, say("lacks", { what: site.lacks.join(", ") }))
      : null;

  const breaksOf = (route) => route.breaks.map(([start, minutes]) => span(start, start + minutes));

  function endOfDay(route) {
    const at = placeOf(route.end);
    const home = route.end === plan.teams[route.team].base;
    const end = say(home ? "home_at" : "sleeps_at", { place: at.name, time: clock(route.arrive) });
    return [...breaksOf(route).map((taken) => say("break_at", { span: taken })), end].join(" ");
  }

  // Several visits of one team to one place, told together.
  function ofVisits({ route, stop, visits }) {
    const cases = new Map();
    for (const visit of visits)
      for (const [service, number] of visit.stop.cases)
        cases.set(service, (cases.get(service) ?? 0) + number);
    const rows = visits.map((visit) =>
      line(
        `${plan.days[visit.route.day].short} ${plan.days[visit.route.day].date} · ${say("order_short", { number: visit.number })}`,
        `${span(visit.stop.start, visit.stop.finish)} · ${say("cases", { cases: count(total(visit.stop.cases)) })}`,
      ),
    );
    const site = siteAt.get(stop.place);
    return [
      ...title(placeOf(stop.place)),
      teamLine(plan.teams[route.team], say("visits", { visits: visits.length })),
      element("table", { class: "times" }, ...rows),
      casesTable([...cases]),
      element("p", { class: "end" }, say("setup_each", { setup: duration(stop.setup) })),
      lacking(site),
      leftList(site),
    ];
  }

  function ofStop({ route, stop, number, visits }) {
    if (visits.length > 1) return ofVisits({ route, stop, visits });
    const team = plan.teams[route.team];
    const site = siteAt.get(stop.place);
    return [
      ...title(placeOf(stop.place)),
      teamLine(team, dayText(route.day)),
      element(
        "table",
        { class: "times" },
        line(say("order"), say("order_of", { number, of: route.stops.length })),
        line(say("arrives"), clock(stop.arrive)),
        line(say("works"), span(stop.start, stop.finish)),
        line(say("setup"), duration(stop.setup)),
      ),
      casesTable(stop.cases),
      lacking(site),
      element("p", { class: "end" }, endOfDay(route)),
      leftList(site),
    ];
  }

  function visitsOf(place) {
    const visits = plan.routes.flatMap((route) =>
      route.stops
        .filter((stop) => stop.place === place)
        .map((stop) =>
          element(
            "li",
            {},
            element("b", {}, element("bdi", {}, plan.teams[route.team].name)),
            ` · ${plan.days[route.day].short} ${plan.days[route.day].date}, ${span(stop.start, stop.finish)} · `,
            say("cases", { cases: count(total(stop.cases)) }),
          ),
        ),
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
      lacking(site),
      leftList(site),
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

  function wayText(way) {
    return `${placeOf(way.from).name} → ${placeOf(way.to).name}`;
  }

  function wayFacts(way) {
    const facts = [span(way.depart, way.depart + way.minutes), duration(way.minutes), km(way.metres)];
    if (way.fare) facts.push(say("fare", { dong: count(way.fare) }));
    return facts.join(" · ");
  }

  function ofWay({ way, route }) {
    return [
      element("h3", {}, element("bdi", {}, wayText(way))),
      way.link ? element("p", { class: "sub" }, say(way.link)) : null,
      teamLine(plan.teams[route.team], dayText(route.day)),
      element("p", {}, wayFacts(way)),
    ];
  }

  const MAKERS = { stop: ofStop, dot: ofStop, site: ofSite, base: ofBase, night: ofNight, way: ofWay };
  const content = (item) => element("div", { class: "pop" }, ...MAKERS[item.kind](item).filter(Boolean));

  // One line under the pointer.
  function tip(item) {
    if (item.kind === "way")
      return [
        plan.teams[item.route.team].name,
        plan.days[item.route.day].short,
        wayText(item.way),
        wayFacts(item.way),
      ].join(" · ");
    if (item.kind === "stop" || item.kind === "dot")
      return [
        plan.teams[item.route.team].name,
        item.text,
        placeOf(item.stop.place).name,
        item.visits.length > 1
          ? say("visits", { visits: item.visits.length })
          : span(item.stop.start, item.stop.finish),
        say("cases", { cases: count(total(item.visits.flatMap((visit) => visit.stop.cases))) }),
      ].join(" · ");
    if (item.kind === "site") return `${placeOf(item.site.place).name} · ${say(`state_${item.site.state}`)}`;
    if (item.kind === "night")
      return `${plan.teams[item.night.team].name} · ${say("nights", { nights: item.night.days.length })}`;
    return item.places.map((place) => placeOf(place).name).join(", ");
  }

  return { content, tip, total, span, siteAt, endOfDay, breaksOf };
})();
