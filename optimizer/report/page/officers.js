// Teams that are formed from officers: who goes with what, who is at the posts, and what could not be.
LuuDong.officers = (() => {
  "use strict";
  const { plan, facts } = LuuDong;
  const { say, count, element } = LuuDong.words;
  const { section, heading } = LuuDong.parts;
  const told = plan.officers;

  // What stands above a team's week; nothing for teams that are given.
  function team(number) {
    const crew = told?.teams[number];
    if (!crew) return [];
    const members = crew.members.map(([name, skills]) =>
      element("li", {}, element("bdi", {}, name), skills ? element("small", {}, ` ${skills}`) : ""),
    );
    return [
      element(
        "li",
        { class: "members" },
        element("p", {}, say("members_of", { number: count(members.length) })),
        element("ul", {}, ...members),
        element("p", { class: "facts" }, crew.has),
      ),
    ];
  }

  const goTo = (panel, number) => {
    panel.focus(number);
    panel.turnTo("teams");
    panel.rows[number].name.focus();
  };

  const absence = (panel, one) =>
    element(
      "li",
      {},
      element(
        "button",
        { type: "button", class: "site", onclick: () => goTo(panel, one.team) },
        element("bdi", {}, plan.teams[one.team].name),
      ),
      element("p", { class: "facts" }, one.days),
      element("p", {}, one.reason),
    );

  const post = ({ name, hours, days }) =>
    element(
      "li",
      {},
      element(
        "details",
        {},
        element("summary", {}, element("bdi", {}, name), element("small", {}, ` ${hours}`)),
        element(
          "table",
          {},
          ...Object.entries(days).map(([day, names]) =>
            element(
              "tr",
              {},
              element("th", { scope: "row" }, facts.dayShort(Number(day))),
              element("td", {}, names),
            ),
          ),
        ),
      ),
    );

  const list = (key, entries) =>
    entries.length
      ? section(key, heading(say(key, { number: count(entries.length) })), element("ul", {}, ...entries))
      : "";

  // The page of officers; none where teams are given.
  function page(panel) {
    if (!told) return null;
    const wishes = told.wishes.map((wish) => element("li", {}, wish));
    const away = told.absences.map((one) => absence(panel, one));
    const posts = told.posts.map(post);
    if (!wishes.length && !away.length && !posts.length) return null;
    const parts = [list("absences", away), list("wishes", wishes), list("posts", posts)];
    return parts.filter((part) => part !== "");
  }

  return { team, page };
})();
