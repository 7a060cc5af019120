// Filters beside the map: services, sites, and teams with their weeks.
LuuDong.Panel = (() => {
  "use strict";
  const { plan, glyphs, ways, facts, telling, notices } = LuuDong;
  const { say, count, clock, km, element } = LuuDong.words;
  const { button, section, heading, placeName } = LuuDong.parts;
  const everything = (list) => new Set(list.keys());

  class Panel {
    constructor(root, layers) {
      this.layers = layers;
      this.state = {
        teams: everything(plan.teams),
        days: everything(plan.days),
        states: new Set(LuuDong.sites.STATES),
        services: everything(plan.services),
        reasons: new Set(LuuDong.filters.reasons),
        focus: null,
      };
      this.watchers = [];
      const pages = {
        teams: [this.teamFilter()],
        sites: [LuuDong.sites.filter(this), LuuDong.choices.reasons(this), LuuDong.sites.list(this)],
        changes: notices.changes(this),
        officers: LuuDong.officers.page(this),
        legend: [LuuDong.legend()],
      };
      root.append(...notices.conflicts(this), LuuDong.choices.services(this), ...this.tabs(pages));
      this.update();
      this.whole = new LuuDong.Whole(layers.map, () => layers.bounds(this.state.focus));
    }

    // Whoever shows something of the plan is told what is to be seen, now and whenever it changes.
    watch(watcher) {
      this.watchers.push(watcher);
      if (this.watching) watcher(this.state);
    }

    update() {
      const { teams } = this.state;
      this.rows.forEach(({ row, box, name, week }, team) => {
        box.checked = teams.has(team);
        const alone = this.state.focus === team;
        row.classList.toggle("alone", alone);
        name.setAttribute("aria-expanded", String(alone));
        week.hidden = !alone;
        if (alone && !week.children.length) week.append(...this.week(team));
      });
      this.layers.show(this.state);
      this.watching = true;
      for (const watcher of this.watchers) watcher(this.state);
    }

    // Everything is shown again.
    clear() {
      this.set({
        states: new Set(LuuDong.sites.STATES),
        services: everything(plan.services),
        reasons: new Set(LuuDong.filters.reasons),
      });
      this.focus(null);
    }

    tabs(pages) {
      const there = Object.entries(pages).filter(([, sections]) => sections);
      const views = there.map(([key, sections]) => ({
        view: element(
          "div",
          { role: "tabpanel", id: `view-${key}`, "aria-label": say(`tab_${key}`) },
          ...sections,
        ),
        tab: element(
          "button",
          { type: "button", role: "tab", "aria-controls": `view-${key}`, onclick: () => turnTo(key) },
          say(`tab_${key}`),
        ),
        key,
      }));
      const turnTo = (chosen) => {
        for (const { view, tab, key } of views) {
          view.hidden = key !== chosen;
          tab.setAttribute("aria-selected", String(key === chosen));
          tab.tabIndex = key === chosen ? 0 : -1;
        }
        const { tab, view } = views.find(({ key }) => key === chosen);
        // However far the page before was scrolled, this one is seen from its beginning.
        const hidden = list.getBoundingClientRect().bottom - view.getBoundingClientRect().top;
        if (hidden > 0) list.parentElement.scrollTop -= hidden;
        return tab;
      };
      this.turnTo = turnTo;
      const list = element(
        "div",
        { class: views.length > 3 ? "tabs many" : "tabs", role: "tablist", "aria-label": say("tabs") },
        ...views.map(({ tab }) => tab),
      );
      turnTo("teams");
      list.addEventListener("keydown", ({ key }) => {
        const by = { ArrowRight: 1, ArrowLeft: -1 }[key];
        if (!by) return;
        const at = views.findIndex(({ tab }) => tab === document.activeElement);
        const to = views[(at + by + views.length) % views.length];
        turnTo(to.key).focus();
      });
      return [list, ...views.map(({ view }) => view)];
    }

    // From all days, a click picks one; further clicks add and take away; none left means all.
    pickDay(day) {
      this.set({ days: LuuDong.choices.picked(this.state.days, day, everything(plan.days)) });
    }

    set(change) {
      Object.assign(this.state, change);
      this.update();
    }

    teamFilter() {
      this.rows = plan.teams.map((team, number) => {
        const box = element("input", {
          type: "checkbox",
          "aria-label": team.name,
          onchange: () => this.pickTeam(number, box.checked),
        });
        const sums = plan.routes.some((route) => route.team === number)
          ? [say("cases", { cases: count(team.cases) }), km(team.metres)]
          : [say("no_route")];
        if (team.nights) sums.push(say("nights_short", { nights: team.nights }));
        const name = element(
          "button",
          {
            type: "button",
            class: "team",
            title: say("only_team"),
            onclick: () => this.focus(this.state.focus === number ? null : number),
          },
          ways.swatch(team),
          element(
            "span",
            { class: "name" },
            element("bdi", {}, team.name),
            element("small", {}, sums.join(" · ")),
          ),
        );
        const week = element("ol", { class: "week", hidden: true });
        return { box, name, week, row: element("li", {}, element("div", { class: "row" }, box, name), week) };
      });
      const all = button(say("all"), () => this.focus(null));
      const none = button(say("none"), () => this.set({ teams: new Set(), focus: null }));
      return section(
        "teams",
        heading(say("teams", { teams: count(plan.teams.length) }), all, none),
        element("p", { class: "hint" }, say("team_hint")),
        element("ul", {}, ...this.rows.map(({ row }) => row)),
      );
    }

    pickTeam(number, chosen) {
      const teams = new Set(this.state.teams);
      if (chosen) teams.add(number);
      else teams.delete(number);
      this.set({ teams, focus: null });
    }

    // One team alone with its week, or all of them again.
    focus(number) {
      const teams = number === null ? everything(plan.teams) : new Set([number]);
      this.set({ teams, days: everything(plan.days), focus: number });
      this.whole.fit();
    }

    // A stop that is not shown brings back what was filtered away.
    openStop(route, at) {
      const { days, teams, services } = this.state;
      if (!days.has(route.day)) this.set({ days: everything(plan.days) });
      if (!teams.has(route.team)) this.set({ teams: everything(plan.teams), focus: null });
      if (!LuuDong.filters.serves(route.stops[at], services))
        this.set({ services: everything(plan.services) });
      this.layers.openStop(route, at);
    }

    week(number) {
      const routes = plan.routes.filter((route) => route.team === number);
      const nights = plan.nights.filter((night) => night.team === number);
      const away = new Map(nights.flatMap((night) => night.days.map((day) => [day, night.place])));
      const days = plan.days.map((_, day) =>
        this.dayOf(
          number,
          day,
          routes.find((one) => one.day === day),
          away.get(day),
        ),
      );
      return [...LuuDong.officers.team(number), ...days];
    }

    dayOf(number, day, route, bed) {
      const pick = button(facts.dayShort(day), () => this.pickDay(day), { class: "date" });
      const slept =
        bed === undefined
          ? null
          : element(
              "p",
              { class: "slept" },
              glyphs.pictured({ kind: "night", team: plan.teams[number] }),
              element("bdi", {}, plan.places[bed].name),
            );
      const told = element("span", { class: "facts" }, route ? this.sums(route) : this.idle(number, day));
      const stops = route
        ? element("ol", { class: "stops" }, ...route.stops.map((stop, at) => this.stop(route, stop, at)))
        : null;
      const standing = this.standing(number, day);
      return element("li", { class: route ? "" : "idle" }, pick, standing, told, stops, slept);
    }

    // A team of officers says who keeps it at home.
    idle(number, day) {
      const reason = plan.teams[number].home?.[day];
      return reason === undefined ? say("no_route") : say("cannot_leave", { reason });
    }

    // Whether a day stands as it was handed out, or was to and could not.
    standing(number, day) {
      if (!plan.days[day].frozen) return null;
      const stands = plan.teams[number].frozen?.includes(day);
      return stands ? telling.badge("frozen", say("frozen")) : telling.badge("released", say("released"));
    }

    sums(route) {
      const cases = facts.sum(route.stops.map(facts.numberOf));
      return [
        facts.span(route.depart, route.arrive),
        ...facts.breaksOf(route).map((taken) => say("break", { span: taken })),
        say("cases", { cases: count(cases) }),
        km(route.metres),
      ].join(" · ");
    }

    stop(route, stop, at) {
      const cases = say("cases", { cases: count(facts.numberOf(stop)) });
      const name = placeName(stop.place);
      name.append(...telling.badges(stop).filter((one) => one && !one.classList.contains("kept")));
      return element(
        "li",
        {},
        element(
          "button",
          { type: "button", class: "stop", onclick: () => this.openStop(route, at) },
          element("b", {}, String(at + 1)),
          name,
          element("span", {}, `${clock(stop.start)} · ${cases}`),
        ),
      );
    }
  }

  return Panel;
})();
