// What the signs on the map mean.
LuuDong.legend = () => {
  "use strict";
  const { glyphs, ways } = LuuDong;
  const { say, element } = LuuDong.words;
  const { section, heading, siteGlyph } = LuuDong.parts;
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
      ...LuuDong.sites.statesThere().map((state) => row(siteGlyph(state), say(`state_${state}`))),
    ),
    element("p", { class: "hint" }, say("legend_lines")),
    element("p", { class: "hint" }, say("legend_outline")),
  );
};
