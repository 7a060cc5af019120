// The title, which plan is before and which after, and the chief figures of both.
LuuDong.head = (root) => {
  "use strict";
  const { say, count, element } = LuuDong.words;
  const { head, figures, changes } = LuuDong.plan;
  const { isNews } = LuuDong.choice;
  const changed = changes.filter(isNews).length;

  const tile = ({ name, label, before, after, by, trend }) =>
    element(
      "div",
      { class: trend, "data-figure": name, title: by ? say(`trend_${trend}`) : null },
      element("dt", {}, label),
      element(
        "dd",
        {},
        by ? element("small", {}, `${before} → `) : "",
        after,
        " ",
        element("b", {}, by || "="),
      ),
    );
  root.append(
    element(
      "div",
      { class: "what" },
      element("h1", {}, element("bdi", {}, head.title)),
      element(
        "p",
        {},
        element(
          "span",
          { class: "names" },
          element("bdi", {}, head.before),
          " → ",
          element("bdi", {}, head.after),
        ),
        element("span", {}, head.dates),
        element(
          "span",
          { class: "counted" },
          say("counted", { changed: count(changed), same: count(changes.length - changed) }),
        ),
      ),
    ),
    element("dl", {}, ...figures.filter(({ name }) => head.chief.includes(name)).map(tile)),
  );
};
