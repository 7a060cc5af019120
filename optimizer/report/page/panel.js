// Filters beside the map: days, and teams with their weeks.
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
        focus: null,
      };
      const pages = {
        teams: [this.teamFilter()],
        sites: [LuuDong.sites.filter(this), LuuDong.sites.list(layers)],
        changes: notices.changes(this),
        officers: LuuDong.officers.page(this),
        legend: [LuuDong.legend()],
      };
      root.append(...notices.conflicts(this), this.dayFilter(), ...this.tabs(pages));
      this.update();
      this.keepWhole();
    }

    // A window that changes its size shows the same whole again, until somebody looks elsewhere.
    keepWhole() {
      const { map } = this.layers;
      map.on("movestart", () => {
        if (!this.fitting) this.fitted = false;
      });
      map.on("resize", () => this.fitted && this.fit());
    }

    update() {
      const { teams, days } = this.state;
      this.chips.forEach((chip, day) => chip.setAttribute("aria-pressed", String(days.has(day))));
      this.rows.forEach(({ row, box, name, week }, team) => {
        box.checked = teams.has(team);
        const alone = this.state.focus === team;
        row.classList.toggle("alone", alone);
        name.setAttribute("aria-expanded", String(alone));
        week.hidden = !alone;
        if (alone && !week.children.length) week.append(...this.week(team));
      });
      this.layers.show(this.state);
    }

    tabs(pages) {
      const there = Object.entries(pages).filter(([, sections]) => sections);
      const views = there.map(([key, sections]) => ({
        view: element("div", { role: "tabpanel", id: `view-${key}` }, ...sections),
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
        }
      };
      turnTo("teams");
      return [
        element(
          "div",
          { class: views.length > 3 ? "tabs many" : "tabs", role: "tablist" },
          ...views.map(({ tab }) => tab),
        ),
        ...views.map(({ view }) => view),
      ];
    }

    fit() {
      const bounds = this.layers.bounds(this.state.focus);
      if (!bounds.isValid()) return;
      this.fitting = true;
      this.layers.map.fitBounds(bounds, { padding: [46, 46], maxZoom: 13, animate: false });
      this.fitting = false;
      this.fitted = true;
    }

    dayFilter() {
      const all = everything(plan.days);
      this.chips = plan.days.map(({ short, date, long, frozen }, day) => {
        const title = frozen ? `${long} · ${say("frozen")}` : long;
        return element(
          "button",
          { type: "button", class: "chip", title, onclick: () => this.pickDay(day) },
          element("b", {}, short, frozen ? glyphs.picture(glyphs.lock, 11, 12) : ""),
          element("span", {}, date),
        );
      });
      const reset = button(say("all"), () => this.set({ days: new Set(all) }));
      return section("days", heading(say("days"), reset), element("div", { class: "chips" }, ...this.chips));
    }

    // From all days, a click picks one; further clicks add and take away; none left means all.
    pickDay(day) {
      const { days } = this.state;
      let picked;
      if (days.size === plan.days.length && plan.days.length > 1) picked = new Set([day]);
      else {
        picked = new Set(days);
        if (!picked.delete(day)) picked.add(day);
      }
      this.set({ days: picked.size ? picked : everything(plan.days) });
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
      this.fit();
    }

    // A stop of a day that is not shown brings all days back.
    openStop(route, at) {
      if (!this.state.days.has(route.day)) this.set({ days: everything(plan.days) });
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
