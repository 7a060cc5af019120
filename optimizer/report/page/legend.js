// What the signs on the map mean.
LuuDong.legend = () => {
  "use strict";
  const { plan, glyphs, ways, facts, comings } = LuuDong;
  const { say, element } = LuuDong.words;
  const { section, heading, siteGlyph } = LuuDong.parts;
  const team = { colour: "#1e3ca5", ink: "#fff", pattern: "plain" };
  const row = (picture, text) => element("li", {}, picture, element("span", {}, text));
  const ifAny = (used, make) => (used ? [make()] : []);
  const onRoads = Boolean(plan.lines);
  const used = (shuttle) => facts.comings.some((one) => one.shuttle === shuttle);
  const pinned = plan.routes.some(({ stops }) => stops.some((stop) => stop.pinned));
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
      ...ifAny(plan.closed, () => row(element("i", { class: "no-entry" }), say("legend_closed"))),
      ...ifAny(used(false), () => row(comings.swatch(false), say("legend_by_themselves"))),
      ...ifAny(used(true), () => row(comings.swatch(true), say("legend_by_shuttle"))),
      row(glyphs.pictured({ kind: "night", team }), say("legend_night")),
      ...ifAny(pinned, () => row(glyphs.pictured({ kind: "pin", at: [0, 7] }), say("legend_pinned"))),
      ...ifAny(
        plan.days.some(({ frozen }) => frozen),
        () => row(glyphs.pictured({ kind: "lock" }), say("legend_frozen")),
      ),
      ...LuuDong.sites.statesThere().map((state) => row(siteGlyph(state), say(`state_${state}`))),
    ),
    element("p", { class: "hint" }, say(onRoads ? "legend_roads" : "legend_lines")),
    element("p", { class: "hint" }, say("legend_calendar")),
    element("p", { class: "hint" }, say("legend_outline")),
  );
};
