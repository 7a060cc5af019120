// Sites in the panel: shown by how far they are served, listed, and searched by name.
LuuDong.sites = (() => {
  "use strict";
  const { plan, filters } = LuuDong;
  const { say, count, element } = LuuDong.words;
  const { section, heading, placeName, siteGlyph } = LuuDong.parts;
  const STATES = ["full", "part", "none", "counted", "quiet"];
  const plainText = (text) =>
    text
      .normalize("NFD")
      .replace(/[\u0300-\u036f]/g, "")
      .replace(/đ/gi, "d")
      .toLowerCase();

  function statesThere() {
    return STATES.filter((state) => plan.sites.some((site) => site.state === state));
  }

  function filter(panel) {
    const rows = statesThere().map((state) => {
      const number = plan.sites.filter((site) => site.state === state).length;
      const box = element("input", {
        type: "checkbox",
        onchange: () => {
          const states = new Set(panel.state.states);
          if (box.checked) states.add(state);
          else states.delete(state);
          panel.set({ states });
        },
      });
      panel.watch(({ states }) => {
        box.checked = states.has(state);
      });
      return element(
        "label",
        { class: "state" },
        box,
        siteGlyph(state),
        element("span", {}, say(`state_${state}`)),
        element("b", {}, count(number)),
      );
    });
    return section("sites", heading(say("sites", { sites: count(plan.sites.length) })), ...rows);
  }

  // Sites by name; with nothing asked, those with cases left of the chosen services, for the chosen reasons.
  function list(panel) {
    const sites = plan.sites.map((site) => {
      const { short: name, commune } = plan.places[site.place];
      return { site, name, commune, left: 0, found: plainText(`${name} ${commune}`) };
    });
    const found = element("ul", { class: "found" });
    const more = element("p", { class: "hint" });
    const show = (asked) => {
      const wanted = plainText(asked).trim();
      const hits = sites.filter(({ site, left, found }) =>
        wanted ? found.includes(wanted) : left > 0 && site.state !== "counted",
      );
      if (!wanted) hits.sort((a, b) => b.left - a.left);
      found.replaceChildren(...hits.slice(0, 40).map((hit) => entry(panel.layers, hit)));
      more.textContent =
        hits.length > 40
          ? say("more_sites", { sites: count(hits.length - 40) })
          : hits.length
            ? ""
            : say(wanted ? "no_site" : "none_left");
    };
    const field = element("input", {
      type: "search",
      placeholder: say("find_site"),
      "aria-label": say("find_site"),
      oninput: () => show(field.value),
    });
    panel.watch((state) => {
      for (const one of sites)
        one.left = filters.leftOf(one.site, state).reduce((sum, { cases }) => sum + cases, 0);
      show(field.value);
    });
    return section("left-over", heading(say("left_sites")), field, found, more);
  }

  function entry(layers, { site, left }) {
    const button = element(
      "button",
      { type: "button", class: "site", onclick: () => layers.openSite(site) },
      siteGlyph(site.state),
      placeName(site.place),
      element("b", {}, left ? count(left) : ""),
    );
    return element("li", {}, button);
  }

  return { STATES, statesThere, filter, list };
})();
