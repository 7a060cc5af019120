// The title and the figures above the map.
LuuDong.header = (root) => {
  "use strict";
  const { say, count, element } = LuuDong.words;
  const { title, dates, nearness, figures, charges, brief } = LuuDong.plan.header;
  const conflicts = LuuDong.plan.conflicts.length;
  const tile = ({ key, label, value, note }) =>
    element(
      "div",
      { class: key ?? "charge" },
      element("dt", {}, label),
      element(
        "dd",
        {},
        key === "left"
          ? element(
              "button",
              { type: "button", class: "to-sites", "aria-label": `${label}: ${value}` },
              value,
            )
          : value,
        note ? element("small", {}, ` ${note}`) : "",
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
      element(
        "p",
        {},
        element("span", {}, dates),
        nearness ? element("span", { class: "nearness", title: nearness.why }, nearness.text) : "",
        element("span", { class: "brief" }, brief),
      ),
      // Where the panel is hidden, the way to what it says first.
      conflicts
        ? element(
            "button",
            { type: "button", class: "alarm" },
            say("conflicts", { number: count(conflicts) }),
          )
        : "",
    ),
    more,
    element(
      "div",
      { class: "sums" },
      element("dl", {}, ...figures.map(tile)),
      charges.length ? element("dl", { class: "charges" }, ...charges.map(tile)) : "",
    ),
  );
};
