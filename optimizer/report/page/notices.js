// What the reader has to be told first: promises that are not kept; and how the plan differs from the last.
LuuDong.notices = (() => {
  "use strict";
  const { plan, facts, telling } = LuuDong;
  const { say, count, clock, element } = LuuDong.words;
  const { section, heading } = LuuDong.parts;
  const MOST = 60;

  const where = (panel, { site, place }) => {
    if (site === undefined) return element("span", { class: "site" }, say("whole_day"));
    const name = element("bdi", {}, site);
    const there = facts.siteAt.get(place);
    return there
      ? element("button", { type: "button", class: "site", onclick: () => panel.layers.openSite(there) }, name)
      : element("span", { class: "site" }, name);
  };

  function conflicts(panel) {
    if (!plan.conflicts.length) return [];
    const entries = plan.conflicts.map((one) =>
      element(
        "li",
        {},
        where(panel, one),
        element("p", { class: "facts" }, element("bdi", {}, one.team), ` · ${one.day}`),
        element("p", {}, one.reason),
      ),
    );
    const head = heading(say("conflicts", { number: count(plan.conflicts.length) }));
    return [section("conflicts", head, element("ul", {}, ...entries))];
  }

  const dropped = (panel, one) =>
    element(
      "li",
      {},
      where(panel, one),
      element(
        "p",
        { class: "facts" },
        element("bdi", {}, one.team),
        ` · ${one.day}, ${clock(one.start)} · ${say("cases", { cases: count(one.cases) })}`,
      ),
    );

  const added = (panel, { route, stop, at }) =>
    element(
      "li",
      {},
      element(
        "button",
        { type: "button", class: "site", onclick: () => panel.openStop(route, at) },
        element("bdi", {}, facts.placeOf(stop.place).short),
      ),
      element(
        "p",
        { class: "facts" },
        element("bdi", {}, plan.teams[route.team].name),
        ` · ${facts.dayShort(route.day)}, ${clock(stop.start)} · ${telling.casesAt(stop)}`,
      ),
    );

  function list(key, entries) {
    if (!entries.length) return "";
    const shown = entries.slice(0, MOST);
    if (entries.length > MOST)
      shown.push(
        element("li", { class: "hint" }, say("more_visits", { visits: count(entries.length - MOST) })),
      );
    return section(key, heading(say(key)), element("ul", { class: "changed" }, ...shown));
  }

  // The page of changes; none where there was no earlier plan.
  function changes(panel) {
    const { changes: told } = plan;
    if (!told) return null;
    const fresh = plan.routes.flatMap((route) =>
      route.stops
        .map((stop, at) => ({ route, stop, at }))
        .filter(({ stop }) => stop.fate === "new")
        .map((one) => added(panel, one)),
    );
    const sums = say("change_sums", {
      fresh: count(told.new),
      dropped: count(told.dropped.length),
      kept: count(told.kept),
    });
    return [
      section("change-sums", heading(say("changes")), element("p", {}, sums)),
      list(
        "visits_dropped",
        told.dropped.map((one) => dropped(panel, one)),
      ),
      list("visits_new", fresh),
    ];
  }

  return { conflicts, changes };
})();
