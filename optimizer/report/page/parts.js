// Parts that the pages of the panel are made of.
LuuDong.parts = (() => {
  "use strict";
  const { plan, glyphs } = LuuDong;
  const { element } = LuuDong.words;

  const siteGlyph = (state) => glyphs.pictured({ kind: "site", state, radius: 6 });
  const button = (text, onclick, more = {}) => element("button", { type: "button", onclick, ...more }, text);
  const section = (key, ...children) => element("section", { class: key }, ...children);
  const heading = (text, ...buttons) =>
    element("div", { class: "heading" }, element("h2", {}, text), ...buttons);

  function placeName(place) {
    const { short, commune } = plan.places[place];
    return element(
      "span",
      { class: "name" },
      element("bdi", {}, short),
      commune ? element("small", {}, element("bdi", {}, commune)) : "",
    );
  }

  return { button, section, heading, placeName, siteGlyph };
})();
