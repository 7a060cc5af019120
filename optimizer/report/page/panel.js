// Header, filters and lists beside the map.
LuuDong.panel = (() => {
  "use strict";
  const { plan, glyphs, ways, popups } = LuuDong;
  const { say, count, clock, km, element } = LuuDong.words;
  const STATES = ["full", "part", "none", "counted", "quiet"];
  const everything = (list) => new Set(list.keys());
  const plainText = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/đ/gi, "d").toLowerCase();

  function header(root) {
    const { title, dates, figures, brief } = plan.header;
    const tiles = figures.map(({ label, value, note }) =>
      element("div", { class: "figure" }, element("dt", {}, label), element("dd", {}, value, note ? element("small", {}, ` ${note}`) : "")),
    );
    const more = element("button", { type: "button", class: "more", "aria-expanded": "false", onclick: () => {
      more.setAttribute("aria-expanded", String(root.classList.toggle("open")));
    } }, say("figures"));
    root.append(
      element("div", { class: "what" }, element("h1", {}, element("bdi", {}, title)), element("p", {}, dates, element("span", { class: "brief" }, brief))),
      more,
      element("dl", {}, ...tiles),
    );
  }

  const button = (text, onclick, more = {}) => element("button", { type: "button", onclick, ...more }, text);
  const section = (key, ...children) => element("section", { class: key }, ...children);
  const heading = (text, ...buttons) => element("div", { class: "heading" }, element("h2", {}, text), ...buttons);

  class Panel {
    constructor(root, layers) {
      this.layers = layers;
      this.state = { teams: everything(plan.teams), days: everything(plan.days), states: new Set(STATES), focus: null };
      const pages = {
        teams: [this.teamFilter()],
        sites: [this.siteFilter(), this.siteList()],
        legend: [this.legend()],
      };
      root.append(this.dayFilter(), ...this.tabs(pages));
      this.update();
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
      const views = Object.entries(pages).map(([key, sections]) => ({
        view: element("div", { role: "tabpanel", id: `view-${key}` }, ...sections),
        tab: element("button", { type: "button", role: "tab", "aria-controls": `view-${key}`, onclick: () => turnTo(key) }, say(`tab_${key}`)),
        key,
      }));
      const turnTo = (chosen) => {
        for (const { view, tab, key } of views) {
          view.hidden = key !== chosen;
          tab.setAttribute("aria-selected", String(key === chosen));
        }
      };
      turnTo("teams");
      return [element("div", { class: "tabs", role: "tablist" }, ...views.map(({ tab }) => tab)), ...views.map(({ view }) => view)];
    }

    fit() {
      const bounds = this.layers.bounds(this.state.focus);
      if (bounds.isValid()) this.layers.map.fitBounds(bounds, { padding: [46, 46], maxZoom: 13, animate: false });
    }

    dayFilter() {
      const all = everything(plan.days);
      this.chips = plan.days.map(({ short, date, long }, day) =>
        element("button", { type: "button", class: "chip", title: long, onclick: () => this.pickDay(day) }, element("b", {}, short), element("span", {}, date)),
      );
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
        const box = element("input", { type: "checkbox", "aria-label": team.name, onchange: () => this.pickTeam(number, box.checked) });
        const sums = plan.routes.some((route) => route.team === number) ? [say("cases", { cases: count(team.cases) }), km(team.metres)] : [say("no_route")];
        if (team.nights) sums.push(say("nights_short", { nights: team.nights }));
        const name = element(
          "button",
          { type: "button", class: "team", title: say("only_team"), onclick: () => this.focus(this.state.focus === number ? null : number) },
          ways.swatch(team),
          element("span", { class: "name" }, element("bdi", {}, team.name), element("small", {}, sums.join(" · "))),
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

    week(number) {
      const routes = plan.routes.filter((route) => route.team === number);
      const nights = plan.nights.filter((night) => night.team === number);
      const away = new Map(nights.flatMap((night) => night.days.map((day) => [day, night.place])));
      return plan.days.map(({ short, date }, day) => {
        const route = routes.find((one) => one.day === day);
        const slept = away.has(day) ? element("p", { class: "slept" }, glyphs.pictured({ kind: "night", team: plan.teams[number] }), element("bdi", {}, plan.places[away.get(day)].name)) : null;
        const pick = button(`${short} ${date}`, () => this.pickDay(day), { class: "date" });
        if (!route) return element("li", { class: "idle" }, pick, element("span", { class: "facts" }, say("no_route")), slept);
        const cases = popups.total(route.stops.flatMap((stop) => stop.cases));
        const facts = [popups.span(route.depart, route.arrive), say("cases", { cases: count(cases) }), km(route.metres)].join(" · ");
        const stops = route.stops.map((stop, at) =>
          element("li", {}, element("button", { type: "button", class: "stop", onclick: () => this.layers.openStop(route, at) },
            element("b", {}, String(at + 1)),
            element("bdi", {}, plan.places[stop.place].name),
            element("span", {}, `${clock(stop.start)} · ${count(popups.total(stop.cases))}`),
          )),
        );
        return element("li", {}, pick, element("span", { class: "facts" }, facts), element("ol", { class: "stops" }, ...stops), slept);
      });
    }

    siteFilter() {
      const rows = STATES.flatMap((state) => {
        const number = plan.sites.filter((site) => site.state === state).length;
        if (!number) return [];
        const box = element("input", { type: "checkbox", checked: true, onchange: () => {
          const states = new Set(this.state.states);
          if (box.checked) states.add(state);
          else states.delete(state);
          this.set({ states });
        } });
        return [element("label", { class: "state" }, box, glyphs.pictured({ kind: "site", state, radius: 6 }), element("span", {}, say(`state_${state}`)), element("b", {}, count(number)))];
      });
      return section("sites", heading(say("sites", { sites: count(plan.sites.length) })), ...rows);
    }

    // Sites by name; with nothing asked, those with cases left.
    siteList() {
      const sites = plan.sites.map((site) => {
        const { name, commune } = plan.places[site.place];
        const left = site.left.reduce((sum, { cases }) => sum + cases, 0);
        return { site, name, commune, left, found: plainText(`${name} ${commune}`) };
      });
      const list = element("ul", { class: "found" });
      const more = element("p", { class: "hint" });
      const show = (asked) => {
        const wanted = plainText(asked).trim();
        const hits = sites.filter(({ site, left, found }) => (wanted ? found.includes(wanted) : left > 0 && site.state !== "counted"));
        if (!wanted) hits.sort((a, b) => b.left - a.left);
        list.replaceChildren(...hits.slice(0, 40).map((hit) => this.siteEntry(hit)));
        more.textContent = hits.length > 40 ? say("more_sites", { sites: count(hits.length - 40) }) : hits.length ? "" : say(wanted ? "no_site" : "none_left");
      };
      const field = element("input", { type: "search", placeholder: say("find_site"), "aria-label": say("find_site"), oninput: () => show(field.value) });
      show("");
      return section("left-over", heading(say("left_sites")), field, list, more);
    }

    siteEntry({ site, name, commune, left }) {
      const entry = element(
        "button",
        { type: "button", class: "site", onclick: () => this.layers.openSite(site) },
        glyphs.pictured({ kind: "site", state: site.state, radius: 6 }),
        element("span", { class: "name" }, element("bdi", {}, name), element("small", {}, element("bdi", {}, commune))),
        element("b", {}, left ? count(left) : ""),
      );
      return element("li", {}, entry);
    }

    legend() {
      const team = { colour: "#1e3ca5", ink: "#fff", pattern: "plain" };
      const row = (picture, text) => element("li", {}, picture, element("span", {}, text));
      return section(
        "legend",
        heading(say("legend")),
        element(
          "ul",
          {},
          row(glyphs.pictured({ kind: "base" }), say("legend_base")),
          row(glyphs.pictured({ kind: "stop", team, text: "1", half: [10, 10] }), say("legend_stop")),
          row(ways.swatch(team), say("legend_way")),
          row(ways.swatch(team, true), say("legend_link")),
          row(glyphs.pictured({ kind: "night", team }), say("legend_night")),
        ),
        element("p", { class: "hint" }, say("legend_lines")),
        element("p", { class: "hint" }, say("legend_outline")),
      );
    }
  }

  return { Panel, header };
})();
