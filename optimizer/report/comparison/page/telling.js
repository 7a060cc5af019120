// What is said of a change, in a line of a list and on a card above the map.
LuuDong.telling = (() => {
  "use strict";
  const { plan, signs, choice } = LuuDong;
  const { say, count, clock, element } = LuuDong.words;

  const dayText = (day) => `${plan.days[day].short} ${plan.days[day].date}`;
  const arrow = (before, after) => (before === after ? after : `${before} → ${after}`);
  const casesText = (cases) => say("cases", { cases });
  const siteAt = new Map(plan.sites.map((site) => [site.place, site]));

  // «T2 24/04 → T3 25/04 · Tổ 1 · 08:00 · 12 → 14 hồ sơ»: one text where both plans say the same.
  function line(change, { team = true } = {}) {
    const { before, after } = change;
    const [then, now] = [before ?? after, after ?? before];
    const moves = then.day !== now.day || then.team !== now.team;
    const parts = [arrow(dayText(then.day), dayText(now.day))];
    if (team || then.team !== now.team)
      parts.push(arrow(plan.teams[then.team].name, plan.teams[now.team].name));
    parts.push(moves ? clock(now.start) : arrow(clock(then.start), clock(now.start)));
    parts.push(casesText(arrow(count(then.cases), count(now.cases))));
    return parts.join(" · ");
  }

  function placeName(place) {
    const { short, commune } = plan.places[place];
    return element(
      "span",
      { class: "name" },
      element("bdi", {}, short),
      commune ? element("small", {}, element("bdi", {}, commune)) : "",
    );
  }

  const badge = (kind) =>
    element("span", { class: "badge" }, signs.pictured(kind), element("span", {}, say(`kind_${kind}`)));

  function rows({ before, after }) {
    const text = (side, make) => (side ? make(side) : "–");
    const makers = [
      ["team", ({ team }) => plan.teams[team].name],
      ["day", ({ day }) => dayText(day)],
      ["hour", ({ start, finish }) => `${clock(start)}–${clock(finish)}`],
      ["cases_head", ({ cases }) => count(cases)],
    ];
    const told = makers.map(([key, make]) => row(say(key), text(before, make), text(after, make)));
    return before && after ? [...told, ...otherCases(before, after)] : told;
  }

  const row = (label, then, now) =>
    element(
      "tr",
      { class: then === now ? "" : "differs" },
      element("th", { scope: "row" }, label),
      element("td", {}, element("bdi", {}, then)),
      element("td", {}, element("bdi", {}, now)),
    );

  // As many cases may be of other services, or of other people.
  function otherCases(before, after) {
    const numbers = ({ services }) => new Map(services);
    const [then, now] = [numbers(before), numbers(after)];
    const differs = plan.services
      .map((name, service) => [name, then.get(service) ?? 0, now.get(service) ?? 0])
      .concat([[say("guests"), before.guests, after.guests]])
      .filter(([, old, fresh]) => old !== fresh);
    return differs.map(([name, old, fresh]) => row(`– ${name}`, count(old), count(fresh)));
  }

  function reasons(key, left) {
    if (!left.length) return "";
    return element(
      "div",
      { class: "left" },
      element("h4", {}, say(key)),
      element(
        "ul",
        {},
        ...left.map(({ service, cases, reason, detail }) =>
          element(
            "li",
            {},
            element("b", {}, say("left_of", { cases: count(cases), service })),
            element("span", { class: "reason" }, detail || reason),
          ),
        ),
      ),
    );
  }

  // Why cases are left is told where fewer are served; why they were left, where more are.
  const why = (site) =>
    site.left.length ? reasons("why_after", site.left) : reasons("why_before", site.left_before);

  function due({ due: [before, after] }) {
    if (before === null || after === null) return say(before === null ? "only_after" : "only_before");
    return before === after ? "" : say("due", { before: count(before), after: count(after) });
  }

  function card(change) {
    const { place, before, after } = change;
    const site = siteAt.get(place);
    const head = (key) => element("th", { scope: "col" }, say(key));
    return element(
      "div",
      { class: "pop" },
      element("h3", {}, element("bdi", {}, plan.places[place].short)),
      element("p", { class: "sub" }, element("bdi", {}, plan.places[place].commune)),
      element("p", { class: "badges" }, ...change.kinds.map(badge)),
      element(
        "table",
        { class: "sides" },
        element("thead", {}, element("tr", {}, element("td", {}), head("before"), head("after"))),
        element("tbody", {}, ...rows(change)),
      ),
      site ? element("p", { class: "end" }, served(site)) : "",
      site ? why(site) : "",
    );
  }

  // Of a site all told: «Phục vụ 12 → 0 hồ sơ · tồn 12 → 9».
  function served(site) {
    const [before, after] = site.cases;
    return [say("served", { cases: arrow(count(before), count(after)) }), due(site)]
      .filter(Boolean)
      .join(" · ");
  }

  const title = (change) =>
    `${plan.places[change.place].short}: ${say(`kind_${choice.kindOf(change)}`)}, ${line(change)}`;

  // What a sign tells that stands for several changes.
  const several = (group) =>
    `${say(`kind_${choice.kindOf(group[0])}`)}: ${count(group.length)} ${say("visits")}`;

  return { line, card, several, dayText, placeName, why, served, siteAt, title };
})();
