// The calendar: a row for each team and a column for each day, or for one team alone a row for each day.
LuuDong.Calendar = (() => {
  "use strict";
  const { plan, cells, ways, facts, light, hint, popups, lettering } = LuuDong;
  const { say, element } = LuuDong.words;
  const { button } = LuuDong.parts;
  const LEAST = 64; // pixels of a day; narrower, the calendar is pushed sideways instead
  const ALONE = 260; // pixels of a day that has the calendar to itself
  const [NARROWEST, WIDEST] = [148, 196]; // pixels of the teams' names
  const BESIDE = 68; // pixels beside a name: its line's picture and the margins
  const inOrder = (set) => [...set].sort((a, b) => a - b);

  class Calendar {
    constructor(root, panel) {
      this.root = root;
      this.panel = panel;
      this.current = null; // the visit that the Tab key leads to: «route at»
      const longest = Math.max(...plan.teams.map(({ name }) => lettering.width(name)));
      root.parentElement.style.setProperty(
        "--names",
        `${Math.max(NARROWEST, Math.min(WIDEST, Math.ceil(longest + BESIDE)))}px`,
      );
      root.setAttribute("role", "grid");
      root.setAttribute("aria-label", say("calendar"));
      this.listen();
      panel.watch((state) => this.show(state));
      new ResizeObserver(() => this.fit()).observe(root);
      light.listen((lit) => this.lighten(lit));
    }

    show(state) {
      this.state = state;
      this.draw();
    }

    // Drawn again only where the width really changed: a scroll bar that comes or goes must not matter.
    fit() {
      if (Math.abs(this.root.offsetWidth - this.drawnFor) > 1) this.draw();
    }

    draw() {
      const held = this.root.contains(document.activeElement);
      const { teams, days } = this.state;
      const alone = teams.size === 1 && days.size > 1;
      const { labelled, named } = this.measure(alone ? 1 : days.size);
      const rows = alone ? this.daysOf([...teams][0]) : this.teamsOn(inOrder(days));
      this.root.replaceChildren(this.axis(alone ? [null] : inOrder(days), labelled, named), ...rows);
      this.root.setAttribute("aria-rowcount", rows.length + 1);
      if (!rows.length) this.root.append(element("p", { class: "hint nobody" }, say("nobody_shown")));
      this.rove(this.find(this.current) ?? this.one(".visit") ?? this.one(".who button"));
      if (held) this.one('[tabindex="0"]')?.focus({ preventScroll: true });
      this.ring();
    }

    // How wide a day is, which hours are labelled, and whether columns need names of their own.
    measure(columns) {
      const style = getComputedStyle(this.root);
      const pixels = (name) => Number.parseFloat(style.getPropertyValue(name));
      const least = columns === 1 ? ALONE : LEAST;
      const room = this.root.clientWidth - pixels("padding-right") - pixels("--side");
      const width = Math.max(least, room / columns);
      const { labelled, gap, shift } = cells.hours(width);
      this.look = { width, services: this.state.services };
      this.drawnFor = this.root.offsetWidth;
      const set = (name, value) => this.root.parentElement.style.setProperty(name, value);
      set("--columns", columns);
      set("--least", `${least}px`);
      set("--gap", `${gap}px`);
      set("--shift", `${shift}px`);
      // The days above stand over their columns, whatever room the scroll bar takes.
      set("--gutter", `${this.drawnFor - this.root.clientWidth}px`);
      const under = style.getPropertyValue("--under-days").trim() === "yes" && room >= least * columns;
      return { labelled, named: !under || columns < plan.days.length };
    }

    axis(days, labelled, named) {
      const corner =
        days[0] === null
          ? button(say("all_teams"), () => this.panel.focus(null), { class: "back" })
          : say("hours_axis");
      return element(
        "div",
        { class: "axis", role: "row" },
        element("div", { class: "who", role: "columnheader" }, corner),
        ...days.map((day) =>
          element(
            "div",
            {
              class: "head",
              role: "columnheader",
              "aria-label": day === null ? say("hours_axis") : facts.dayText(day),
            },
            day === null || !named
              ? ""
              : element("strong", {}, days.length === 1 ? facts.dayText(day) : facts.dayShort(day)),
            ...cells.hourLabels(labelled),
          ),
        ),
      );
    }

    teamsOn(days) {
      return inOrder(this.state.teams).map((team) => {
        const name = element(
          "button",
          { type: "button", tabindex: -1, title: say("only_team"), onclick: () => this.panel.focus(team) },
          ways.swatch(plan.teams[team], false, 30),
          element("bdi", {}, plan.teams[team].name),
        );
        return this.row(
          name,
          days.map((day) => [team, day]),
          { "data-team": team },
        );
      });
    }

    daysOf(team) {
      return inOrder(this.state.days).map((day) => {
        const name = element(
          "button",
          { type: "button", tabindex: -1, onclick: () => this.panel.set({ days: new Set([day]) }) },
          element("bdi", {}, facts.dayShort(day)),
        );
        return this.row(name, [[team, day]], { "data-team": team, "data-day": day });
      });
    }

    row(name, pairs, data) {
      return element(
        "div",
        { class: "line", role: "row", style: `--c:${plan.teams[data["data-team"]].colour}`, ...data },
        element("div", { class: "who", role: "rowheader" }, name),
        ...pairs.map(([team, day]) => cells.cell(team, day, this.look)),
      );
    }

    listen() {
      const visitAt = ({ target }) => target.closest?.(".visit");
      this.root.addEventListener("click", (event) => {
        const visit = visitAt(event);
        if (visit) this.open(visit);
      });
      for (const kind of ["mouseover", "focusin"])
        this.root.addEventListener(kind, (event) => this.reach(event, visitAt(event)));
      for (const kind of ["mouseleave", "focusout"])
        this.root.addEventListener(kind, () => {
          hint.hide();
          light.point(null);
        });
      this.root.addEventListener("keydown", (event) => LuuDong.gridKeys(this, event));
      this.root.addEventListener("scroll", hint.hide);
    }

    open(visit) {
      hint.hide();
      this.rove(visit);
      const { route, at } = visit.dataset;
      this.panel.openStop(plan.routes[route], Number(at));
    }

    // The pointer or the keyboard has come to something: its route is lit on the map.
    reach(event, visit) {
      const cell = event.target.closest(".cell");
      const line = event.target.closest(".line");
      const team = cell?.dataset.team ?? line?.dataset.team;
      const day = cell?.dataset.day ?? line?.dataset.day;
      light.point(
        team === undefined
          ? null
          : { team: Number(team), day: day === undefined ? undefined : Number(day), alone: true },
      );
      if (event.type === "focusin" && visit) this.rove(visit);
      const shown = visit && (event.type === "mouseover" || visit.matches(":focus-visible"));
      if (shown) hint.show(this.tip(visit), visit.getBoundingClientRect());
      else hint.hide();
    }

    tip({ dataset }) {
      const route = plan.routes[dataset.route];
      const at = Number(dataset.at);
      const stop = route.stops[at];
      const one = { route, stop, text: `${plan.days[route.day].short}·${at + 1}`, kind: "stop" };
      return popups.tip({ ...one, visits: [one] });
    }

    one(selector) {
      return this.root.querySelector(selector);
    }

    find(key) {
      if (key === null) return null;
      const [route, at] = key.split(" ");
      return this.one(`.visit[data-route="${route}"][data-at="${at}"]`);
    }

    // Of all visits the Tab key leads to one; arrows lead on from there.
    rove(to) {
      if (!to) return;
      for (const one of this.root.querySelectorAll('[tabindex="0"]')) one.tabIndex = -1;
      to.tabIndex = 0;
      if (to.dataset.route !== undefined) this.current = `${to.dataset.route} ${to.dataset.at}`;
    }

    // The visits that the map's popup tells of are ringed, and brought into sight.
    tell(item) {
      this.told = (item?.visits ?? []).map(
        ({ route, number }) => `${plan.routes.indexOf(route)} ${number - 1}`,
      );
      this.ring();
      const first = this.told.length ? this.find(this.told[0]) : null;
      if (first) this.bring(first);
    }

    ring() {
      for (const one of this.root.querySelectorAll(".visit[aria-current]"))
        one.removeAttribute("aria-current");
      for (const key of this.told ?? []) this.find(key)?.setAttribute("aria-current", "true");
    }

    lighten(lit) {
      for (const line of this.root.querySelectorAll(".line")) {
        const { team, day } = line.dataset;
        const here = lit !== null && Number(team) === lit.team;
        line.classList.toggle(
          "lit",
          here && (day === undefined || lit.day === undefined || Number(day) === lit.day),
        );
        for (const cell of line.querySelectorAll(".cell"))
          cell.classList.toggle("lit", here && lit.day === Number(cell.dataset.day));
      }
      const line = lit && !lit.alone ? this.one(".line.lit") : null;
      if (line) this.bring(line);
    }

    // Scrolls the calendar, and nothing around it, until something in it is in sight.
    bring(one) {
      const own = this.root.getBoundingClientRect();
      const box = one.getBoundingClientRect();
      const head = this.one(".axis").offsetHeight;
      if (box.top < own.top + head) this.root.scrollTop -= own.top + head - box.top;
      else if (box.bottom > own.bottom) this.root.scrollTop += box.bottom - own.bottom + 4;
      if (!one.matches(".visit")) return;
      const side = this.one(".who").offsetWidth;
      if (box.left < own.left + side) this.root.scrollLeft -= own.left + side - box.left + 12;
      else if (box.right > own.right) this.root.scrollLeft += box.right - own.right + 12;
    }
  }

  return Calendar;
})();
