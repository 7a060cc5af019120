// Pieces of what is said about a thing on the map.
LuuDong.telling = (() => {
  "use strict";
  const { plan, ways, facts } = LuuDong;
  const { say, count, clock, element } = LuuDong.words;
  const { placeOf, dayShort, span, total, guestsOf, partiesOf, numberOf, added } = facts;

  const line = (label, value) =>
    element("tr", {}, element("th", { scope: "row" }, label), element("td", {}, value));

  const sumLine = (label, value) => element("tr", { class: "sum" }, ...line(label, value).children);

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

  function casesTable(cases, caption = "") {
    const rows = cases.map(([service, number]) => line(plan.services[service], count(number)));
    if (rows.length > 1)
      rows.push(sumLine(say("total"), count(total(cases))));
    return rows.length
      ? element("table", { class: "cases" }, caption ? element("caption", {}, caption) : "", ...rows)
      : null;
  }

  const how = (shuttle) => say(shuttle ? "by_shuttle" : "by_themselves");
  const casesText = (cases) =>
    cases.map(([service, number]) => `${count(number)} ${plan.services[service]}`).join(", ");

  // Who comes to some stops at one place: by home, with how many are brought.
  function guests(stops) {
    const parties = stops.flatMap(partiesOf);
    if (!parties.length) return null;
    const homes = new Map();
    for (const { home, shuttle, cases } of parties) {
      if (!homes.has(home)) homes.set(home, { shuttle, lists: [] });
      homes.get(home).lists.push(cases);
    }
    const brought = total(parties.filter(({ shuttle }) => shuttle).flatMap(({ cases }) => cases));
    const cases = count(facts.sum(stops.map(guestsOf)));
    const head = brought ? say("guests_brought", { cases, brought: count(brought) }) : say("guests", { cases });
    const entries = [...homes].map(([home, { shuttle, lists }]) =>
      element(
        "li",
        {},
        say("party", { place: placeOf(home).short, cases: casesText(added(lists)) }),
        element("small", {}, ` · ${how(shuttle)}`),
      ),
    );
    return element("div", { class: "guests" }, element("h4", {}, head), element("ul", {}, ...entries));
  }

  // The cases of some stops at one place: its own, apart from them who comes, and all together.
  function served(stops) {
    const own = added(stops.map((stop) => stop.cases));
    const coming = guests(stops);
    if (!coming) return [casesTable(own)];
    const whole = say("cases", { cases: count(facts.sum(stops.map(numberOf))) });
    return [
      casesTable(own, say("own")),
      coming,
      element("table", { class: "cases" }, sumLine(say("in_all"), whole)),
    ];
  }

  const casesAt = (stop) => {
    const cases = count(numberOf(stop));
    const from = guestsOf(stop);
    return from ? say("cases_with", { cases, guests: count(from) }) : say("cases", { cases });
  };

  const badge = (kind, text) => element("em", { class: `badge ${kind}` }, text);

  // What is to be marked at a stop: a promise, and what the earlier plan said.
  const badges = (stop) => [
    stop.pinned ? badge("pinned", say("pinned")) : null,
    stop.fate === "new" ? badge("new", say("fate_new")) : null,
    stop.before ? badge("altered", say("fate_altered")) : null,
    stop.fate === "kept" && !stop.before ? badge("kept", say("fate_kept")) : null,
  ];

  function marks(stops) {
    const seen = new Set();
    const told = stops
      .flatMap(badges)
      .filter((one) => one && !seen.has(one.className) && seen.add(one.className));
    return told.length ? element("p", { class: "marks" }, ...told) : null;
  }

  const before = ({ before: earlier }) =>
    earlier
      ? element(
          "p",
          { class: "end" },
          say("before", { time: clock(earlier[0]), cases: say("cases", { cases: count(earlier[1]) }) }),
        )
      : null;

  const visit = (team, day, { start, finish }, cases) =>
    element(
      "li",
      {},
      element("b", {}, element("bdi", {}, plan.teams[team].name)),
      ` · ${dayShort(day)}, ${span(start, finish)} · `,
      cases,
    );

  // Where the people of a site go to be served.
  function leaving(place) {
    const away = facts.comings.filter(({ home }) => home === place);
    if (!away.length) return null;
    const entries = away.flatMap(({ host, shuttle, all }) =>
      all.map(({ route, stop, cases }) =>
        element(
          "li",
          {},
          element("b", {}, element("bdi", {}, placeOf(host).short)),
          ` · ${dayShort(route.day)}, ${span(stop.start, stop.finish)} · `,
          `${say("cases", { cases: count(total(cases)) })} · ${how(shuttle)} · `,
          element("bdi", {}, plan.teams[route.team].name),
        ),
      ),
    );
    const head = element("h4", {}, say("leaving"));
    return element("div", { class: "guests" }, head, element("ul", {}, ...entries));
  }

  // Follow-ups of a site: what was done when, from when the next step is due, what is planned.
  function followUps(site) {
    if (!site?.follow) return null;
    const services = [...new Set(site.follow.map(({ service }) => service))];
    const parts = services.flatMap((service) => [
      element("h4", {}, say("follow", { service: plan.services[service] })),
      element("ul", {}, ...site.follow.filter((one) => one.service === service).map(followUp)),
    ]);
    return element("div", { class: "follow" }, ...parts);
  }

  function followUp({ first, done, cases, due, planned, left, later }) {
    const what =
      first === undefined
        ? say("follow_listed", { cases: count(cases) })
        : say("follow_done", { first: plan.services[first], date: done, cases: count(cases), due });
    const plans = planned.map(([day, number]) => say("follow_planned", { day, cases: count(number) }));
    if (later) plans.push(say("follow_later"));
    else if (left) plans.push(say("follow_left", { cases: count(left) }));
    return element("li", {}, element("b", {}, what), element("span", {}, plans.join(" · ")));
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

  function endOfDay(route) {
    const at = placeOf(route.end);
    const home = route.end === plan.teams[route.team].base;
    const end = say(home ? "home_at" : "sleeps_at", { place: at.name, time: clock(route.arrive) });
    return [...facts.breaksOf(route).map((taken) => say("break_at", { span: taken })), end].join(" ");
  }

  return {
    line,
    title,
    teamLine,
    how,
    served,
    casesAt,
    badge,
    badges,
    marks,
    before,
    visit,
    leaving,
    followUps,
    leftList,
    lacking,
    endOfDay,
  };
})();
