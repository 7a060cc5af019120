// What changed, by team and by site: a click on a line takes the map there.
LuuDong.lists = (() => {
  "use strict";
  const { plan, signs, choice, telling } = LuuDong;
  const { say, count, km, element } = LuuDong.words;
  const OUTCOMES = ["no_longer_served", "fewer", "newly_served", "more", "otherwise", "same"];

  const signed = (number, text) => (number ? ` (${number > 0 ? "+" : "−"}${text})` : "");

  const go = (change, { at, ...more } = {}) =>
    element(
      "button",
      {
        type: "button",
        class: "change",
        "data-change": plan.changes.indexOf(change),
        onclick: () => choice.set({ picked: change, goThere: true }),
      },
      signs.pictured(choice.kindOf(change)),
      element(
        "span",
        { class: "told" },
        change.place === at ? "" : telling.placeName(change.place),
        element("span", {}, telling.line(change, more)),
      ),
    );

  const counts = (changes) =>
    element(
      "span",
      { class: "counts" },
      ...signs.KINDS.filter((kind) => kind !== "same").map((kind) => {
        const number = changes.filter((change) => choice.kindOf(change) === kind).length;
        if (!number) return "";
        return element(
          "span",
          { title: say(`kind_${kind}`) },
          signs.pictured(kind),
          element("span", {}, count(number)),
        );
      }),
    );

  function sum(before, after, word, text = count) {
    const by = after - before;
    return element(
      "span",
      { class: "sum" },
      `${text(after)}${word ? ` ${word}` : ""}`,
      by ? element("b", {}, signed(by, text(Math.abs(by)))) : "",
    );
  }

  function sums({ before, after }) {
    if (!before || !after) {
      const one = before ?? after;
      const told = say(before ? "only_before" : "only_after");
      return element(
        "span",
        { class: "sums" },
        `${told} · ${count(one.visits)} ${say("visits")} · ${say("cases", { cases: count(one.cases) })}`,
      );
    }
    return element(
      "span",
      { class: "sums" },
      sum(before.visits, after.visits, say("visits")),
      sum(before.cases, after.cases, say("cases_word")),
      sum(before.metres, after.metres, "", km),
      sum(before.nights, after.nights, say("nights")),
    );
  }

  // Each team with its changes of the days and kinds that are shown.
  function teams() {
    const { team: only } = choice.state;
    const told = plan.teams.map((team, number) => {
      if (!team.differs || (only !== null && only !== number)) return null;
      const changes = plan.changes.filter(
        (change) =>
          choice.isNews(change) &&
          choice.shows(change) &&
          choice.sidesOf(change).some((side) => side.team === number),
      );
      const crew = team.joined || team.left;
      const whole = choice.isWhole();
      if (!changes.length && !(whole && (crew || !team.before || !team.after))) return null;
      return element(
        "details",
        { class: "team", open: only === number, "data-team": number },
        element("summary", {}, element("bdi", {}, team.name), counts(changes), sums(team)),
        team.joined ? element("p", { class: "crew" }, say("joined", { names: team.joined })) : "",
        team.left ? element("p", { class: "crew" }, say("left", { names: team.left })) : "",
        element("ul", {}, ...changes.map((change) => element("li", {}, go(change, { team: false })))),
      );
    });
    return orNothing(told.filter(Boolean));
  }

  const orNothing = (told) =>
    told.length ? told : [element("p", { class: "nothing" }, say(plan.same ? "nothing" : "none_here"))];

  const without = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/gi, "d").toLowerCase();

  // Sites by what changes for their people, those that lose first.
  function sites(asked = "") {
    const wanted = without(asked.trim());
    const filtered = !choice.isWhole();
    const there = plan.sites
      .map((site) => ({ site, changes: site.changes.map((number) => plan.changes[number]) }))
      .map(({ site, changes }) => ({
        site,
        changes: changes.filter((change) => choice.isNews(change) && choice.shows(change)),
      }))
      .filter(({ site, changes }) => {
        const { short, commune } = plan.places[site.place];
        return (changes.length || !filtered) && without(`${short} ${commune}`).includes(wanted);
      });
    const groups = OUTCOMES.map((outcome) => {
      const of = there.filter(({ site }) => site.outcome === outcome);
      if (!of.length) return null;
      return element(
        "details",
        { class: "outcome", open: outcome !== "same" || of.length === there.length, "data-outcome": outcome },
        element(
          "summary",
          {},
          element("span", {}, say(`outcome_${outcome}`)),
          element("b", {}, count(of.length)),
        ),
        element("ul", {}, ...of.map(({ site, changes }) => oneSite(site, changes))),
      );
    });
    return orNothing(groups.filter(Boolean));
  }

  function oneSite(site, changes) {
    const [first] = changes;
    const lines = changes.map((change) => element("li", {}, go(change, { at: site.place })));
    const heading = [
      telling.placeName(site.place),
      element("span", { class: "served" }, telling.served(site)),
    ];
    return element(
      "li",
      { class: "site" },
      first
        ? element(
            "button",
            { type: "button", class: "whose", onclick: () => choice.set({ picked: first, goThere: true }) },
            ...heading,
          )
        : element("div", { class: "whose" }, ...heading),
      element("ul", {}, ...lines),
      site.outcome === "no_longer_served" ? telling.why(site) : "",
    );
  }

  // On the map: the changes that one sign stands for.  The click must not reach the map: what was clicked
  // is gone by then, and the map would take it for a click beside the card.
  const several = (group) =>
    element(
      "div",
      { class: "pop" },
      element("h3", {}, telling.several(group)),
      element(
        "ul",
        { class: "several", onclick: (event) => event.stopPropagation() },
        ...group.map((change) => element("li", {}, go(change))),
      ),
    );

  return { teams, sites, several };
})();
