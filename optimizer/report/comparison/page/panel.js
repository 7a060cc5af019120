// Filters, and the pages beside the map: by team, by site, figures, legend.
LuuDong.Panel = (() => {
  "use strict";
  const { plan, glyphs, signs, choice, lists, legs } = LuuDong;
  const { say, count, element } = LuuDong.words;
  const STEPS = { ArrowRight: 1, ArrowLeft: -1 };

  class Panel {
    constructor(root) {
      this.root = root;
      this.found = element("div", {});
      this.teams = element("div", {});
      this.find = element("input", {
        type: "search",
        placeholder: say("find_site"),
        "aria-label": say("find_site"),
        oninput: () => this.found.replaceChildren(...lists.sites(this.find.value)),
      });
      const parts = [
        plan.notes.length
          ? element("ul", { class: "notes" }, ...plan.notes.map((note) => element("li", {}, note)))
          : "",
        plan.same ? element("p", { class: "nothing" }, say("nothing")) : "",
        this.filters(),
        ...this.tabs({
          teams: [this.teams],
          sites: [this.find, this.found],
          figures: [figures()],
          legend: legend(),
        }),
      ];
      root.append(...parts.filter(Boolean));
    }

    // Lists are made anew only as what they show changes; a click on one of their lines keeps its place.
    update() {
      const { kinds, days, team, picked } = choice.state;
      const shown = [...kinds, "|", ...days, "|", team].join();
      this.kindChips.forEach(({ kind, chip }) => chip.setAttribute("aria-pressed", String(kinds.has(kind))));
      this.dayChips.forEach((chip, day) => chip.setAttribute("aria-pressed", String(days.has(day))));
      if (shown !== this.shown) {
        this.teams.replaceChildren(...lists.teams());
        this.found.replaceChildren(...lists.sites(this.find.value));
      }
      this.shown = shown;
      this.point(picked === null ? null : String(plan.changes.indexOf(picked)));
    }

    // The lines of the change that is looked at are marked, and the one in view is brought there.
    point(number) {
      for (const line of this.root.querySelectorAll(".change")) {
        const isIt = line.dataset.change === number;
        if (isIt) line.setAttribute("aria-current", "true");
        else line.removeAttribute("aria-current");
        if (isIt && line.offsetParent) line.scrollIntoView({ block: "nearest" });
      }
    }

    filters() {
      const number = (kind) => plan.changes.filter((change) => choice.kindOf(change) === kind).length;
      this.kindChips = signs.KINDS.filter(number).map((kind) => ({
        kind,
        chip: element(
          "button",
          { type: "button", class: "kind", "data-kind": kind, onclick: () => choice.pickKind(kind) },
          signs.pictured(kind),
          element("span", {}, say(`kind_${kind}`)),
          element("b", {}, count(number(kind))),
        ),
      }));
      this.dayChips = plan.days.map(({ short, date, long }, day) =>
        element(
          "button",
          { type: "button", class: "chip", title: long, onclick: () => choice.pickDay(day) },
          element("b", {}, short),
          element("span", {}, date),
        ),
      );
      const everything = () => {
        this.select.value = "";
        choice.set({ kinds: choice.everyKind(), days: choice.everyDay(), team: null });
      };
      this.select = element(
        "select",
        {
          "aria-label": say("team"),
          onchange: () => choice.set({ team: this.select.value === "" ? null : Number(this.select.value) }),
        },
        element("option", { value: "" }, say("all_teams")),
        ...plan.teams.map(({ name }, team) => element("option", { value: team }, name)),
      );
      return element(
        "section",
        { class: "filters" },
        element(
          "div",
          { class: "heading" },
          element("h2", {}, say("kinds")),
          element("button", { type: "button", class: "everything", onclick: everything }, say("all")),
        ),
        element("div", { class: "kinds" }, ...this.kindChips.map(({ chip }) => chip)),
        element("div", { class: "chips" }, ...this.dayChips),
        this.select,
      );
    }

    tabs(pages) {
      const views = Object.entries(pages).map(([key, parts]) => ({
        key,
        view: element(
          "div",
          { role: "tabpanel", id: `view-${key}`, "aria-labelledby": `tab-${key}` },
          ...parts,
        ),
        tab: element(
          "button",
          {
            type: "button",
            role: "tab",
            id: `tab-${key}`,
            "aria-controls": `view-${key}`,
            onclick: () => turnTo(key),
          },
          say(`tab_${key}`),
        ),
      }));
      const turnTo = (chosen) => {
        for (const { view, tab, key } of views) {
          view.hidden = key !== chosen;
          tab.setAttribute("aria-selected", String(key === chosen));
          tab.tabIndex = key === chosen ? 0 : -1;
          if (key !== chosen) continue;
          // However far the page before was scrolled, this one is seen from its beginning.
          const hidden = row.getBoundingClientRect().bottom - view.getBoundingClientRect().top;
          if (hidden > 0) row.parentElement.scrollTop -= hidden;
        }
      };
      const row = element("div", { class: "tabs", role: "tablist" }, ...views.map(({ tab }) => tab));
      row.addEventListener("keydown", ({ key }) => {
        if (!STEPS[key]) return;
        const at = views.findIndex(({ tab }) => tab === document.activeElement);
        const next = views[(at + STEPS[key] + views.length) % views.length];
        turnTo(next.key);
        next.tab.focus();
      });
      turnTo("teams");
      return [row, ...views.map(({ view }) => view)];
    }
  }

  function figures() {
    const cell = (text, more = {}) => element("td", more, text);
    return element(
      "table",
      { class: "figures" },
      element(
        "thead",
        {},
        element(
          "tr",
          {},
          ...["figure", "before", "after", "by"].map((key) => element("th", { scope: "col" }, say(key))),
        ),
      ),
      element(
        "tbody",
        {},
        ...plan.figures.map(({ label, before, after, by, trend }) =>
          element(
            "tr",
            { class: trend, title: by ? say(`trend_${trend}`) : null },
            element("th", { scope: "row" }, label),
            cell(before),
            cell(after),
            cell(by || "=", { class: "by" }),
          ),
        ),
      ),
    );
  }

  function legend() {
    const row = (picture, text) => element("li", {}, picture, element("span", {}, text));
    return [
      element(
        "ul",
        { class: "legend" },
        ...["before", "after", "both"].map((side) => row(legs.swatch(side), say(`legend_${side}`))),
        ...signs.KINDS.map((kind) =>
          row(signs.pictured(kind), say(kind === "same" ? "legend_same" : `kind_${kind}`)),
        ),
        row(glyphs.pictured({ kind: "base" }), say("legend_base")),
        ...(plan.closed ? [row(element("i", { class: "no-entry" }), say("legend_closed"))] : []),
      ),
      element("p", { class: "hint" }, say("legend_moved")),
      element("p", { class: "hint" }, say("legend_outline")),
    ];
  }

  return Panel;
})();
