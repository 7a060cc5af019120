// Filters beside those of teams and days: services, and reasons why cases are left.
LuuDong.choices = (() => {
  "use strict";
  const { plan, filters } = LuuDong;
  const { say, count, element } = LuuDong.words;
  const { section, heading, button } = LuuDong.parts;
  const everything = (list) => new Set(list.keys());

  // From all of them, a click picks one; further clicks add and take away; none left means all.
  function picked(chosen, one, all) {
    if (chosen.size === all.size) return new Set([one]);
    const next = new Set(chosen);
    if (!next.delete(one)) next.add(one);
    return next.size ? next : all;
  }

  function services(panel) {
    if (plan.services.length < 2) return "";
    const all = everything(plan.services);
    const buttons = plan.services.map((name, number) =>
      button(
        element("bdi", {}, name),
        () => panel.set({ services: picked(panel.state.services, number, all) }),
        {
          class: "pick",
          title: name,
        },
      ),
    );
    const reset = button(say("all"), () => panel.set({ services: all }));
    panel.watch(({ services: chosen }) => {
      buttons.forEach((one, number) => one.setAttribute("aria-pressed", String(chosen.has(number))));
    });
    return section(
      "services",
      heading(say("services"), reset),
      element("div", { class: "picks" }, ...buttons),
    );
  }

  function reasons(panel) {
    if (!filters.reasons.length) return "";
    const rows = filters.reasons.map((reason) => {
      const box = element("input", {
        type: "checkbox",
        onchange: () => {
          const chosen = new Set(panel.state.reasons);
          if (box.checked) chosen.add(reason);
          else chosen.delete(reason);
          panel.set({ reasons: chosen });
        },
      });
      const sum = element("b", {});
      const row = element("label", { class: "state" }, box, element("span", {}, reason), sum);
      return { reason, box, sum, row };
    });
    panel.watch((state) => {
      for (const { reason, box, sum } of rows) {
        box.checked = state.reasons.has(reason);
        const cells = plan.sites.flatMap((site) =>
          filters.leftOf(site, { services: state.services, reasons: new Set([reason]) }),
        );
        sum.textContent = count(cells.reduce((all, { cases }) => all + cases, 0));
      }
    });
    return section("reasons", heading(say("reasons")), ...rows.map(({ row }) => row));
  }

  // Says that not everything is shown, and takes the filters away.
  function notice(panel) {
    const text = element("span", {});
    const made = element(
      "div",
      { class: "filtered", role: "status" },
      text,
      button(say("unfilter"), () => panel.clear()),
    );
    panel.watch((state) => {
      const narrowed = [
        state.teams.size < plan.teams.length ? say("tab_teams") : "",
        filters.everyService(state.services) ? "" : say("services"),
        state.states.size < LuuDong.sites.STATES.length ? say("tab_sites") : "",
        filters.everyReason(state.reasons) ? "" : say("reasons"),
      ].filter(Boolean);
      made.hidden = !narrowed.length;
      text.textContent = narrowed.length ? say("filtered", { by: narrowed.join(", ").toLowerCase() }) : "";
    });
    return made;
  }

  return { services, reasons, notice, picked };
})();
