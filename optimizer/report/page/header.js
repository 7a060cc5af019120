// The title and the figures above the map.
LuuDong.header = (root) => {
  "use strict";
  const { say, element } = LuuDong.words;
  const { title, dates, figures, brief } = LuuDong.plan.header;
  const tiles = figures.map(({ label, value, note }) =>
    element(
      "div",
      { class: "figure" },
      element("dt", {}, label),
      element("dd", {}, value, note ? element("small", {}, ` ${note}`) : ""),
    ),
  );
  const more = element(
    "button",
    {
      type: "button",
      class: "more",
      "aria-expanded": "false",
      onclick: () => {
        more.setAttribute("aria-expanded", String(root.classList.toggle("open")));
      },
    },
    say("figures"),
  );
  root.append(
    element(
      "div",
      { class: "what" },
      element("h1", {}, element("bdi", {}, title)),
      element("p", {}, dates, element("span", { class: "brief" }, brief)),
    ),
    more,
    element("dl", {}, ...tiles),
  );
};
