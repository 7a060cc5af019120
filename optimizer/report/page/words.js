// The plan's data, and how its texts, numbers and times are written.
const LuuDong = {};

LuuDong.plan = JSON.parse(document.getElementById("plan").textContent);

// A village named with its commune, «Xóm 5 (xã Tân Minh)», needs less ink where the commune is told too.
for (const place of LuuDong.plan.places) {
  const commune = ` (${place.commune})`;
  place.short =
    place.commune && place.name.endsWith(commune) ? place.name.slice(0, -commune.length) : place.name;
}

LuuDong.words = (() => {
  "use strict";
  const { words, language } = LuuDong.plan;
  const separator = language === "vi" ? "." : ",";
  const mark = language === "vi" ? "," : ".";

  // A text of a number comes in its plural forms, and its first value says which is meant.
  const plural = new Intl.PluralRules(language);
  const form = (forms, values) =>
    forms[plural.select(Number(Object.values(values)[0])) === "one" ? 0 : forms.length - 1];
  const say = (key, values = {}) =>
    (Array.isArray(words[key]) ? form(words[key], values) : words[key]).replace(/\{(\w+)\}/g, (_, name) =>
      String(values[name]),
    );
  const count = (number) => String(number).replace(/\B(?=(\d{3})+$)/g, separator);
  const clock = (minute) =>
    `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;

  function km(metres) {
    if (metres >= 99950) return `${count(Math.round(metres / 1000))} km`;
    const tenths = Math.round(metres / 100);
    return `${Math.floor(tenths / 10)}${mark}${tenths % 10} km`;
  }

  function duration(minutes) {
    const hours = Math.floor(minutes / 60);
    if (!hours) return say("minutes", { minutes });
    if (minutes % 60 === 0) return say("hours", { hours });
    return say("hours_minutes", { hours, minutes: minutes % 60 });
  }

  // Every text of the plan enters the page here, as text and never as markup.
  function element(tag, attributes = {}, ...children) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (name === "onclick" || name === "oninput" || name === "onchange")
        made.addEventListener(name.slice(2), value);
      else if (value === true) made.setAttribute(name, "");
      else if (value !== false && value !== null) made.setAttribute(name, String(value));
    }
    made.append(...children.filter((child) => child !== null && child !== ""));
    return made;
  }

  return { say, count, clock, km, duration, element };
})();
