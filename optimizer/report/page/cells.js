// One team's day in the calendar: its drives, visits, breaks and the night after it, along the hours.
LuuDong.cells = (() => {
  "use strict";
  const { plan, facts, filters, lettering } = LuuDong;
  const { say, count, element } = LuuDong.words;
  const NUMBERED = 12; // pixels of a visit that its number needs
  const BESIDE = 30; // pixels of a visit that its name cannot have
  const CUT = 120; // pixels from which on the beginning of a long name tells enough
  const STEPS_H = [1, 2, 3, 4, 6, 8, 12];
  const LABEL = 30; // pixels between two hours that are labelled

  // The hours of all routes: nothing before the first departure, nothing after the last return.
  const FROM = 60 * Math.floor(Math.min(480, ...plan.routes.map(({ depart }) => depart)) / 60);
  const TO = 60 * Math.ceil(Math.max(1020, ...plan.routes.map(({ arrive }) => arrive)) / 60);

  const share = (minutes) => `${((100 * minutes) / (TO - FROM)).toFixed(3)}%`;
  const placed = (start, finish) => `left:${share(start - FROM)};width:${share(finish - start)}`;
  const mark = (kind, start, finish) => element("i", { class: kind, style: placed(start, finish) });

  // The hours that are labelled where a day is `width` pixels wide.
  function hours(width) {
    const hour = (60 * width) / (TO - FROM);
    const step = STEPS_H.find((one) => one * hour >= LABEL) ?? 24;
    // The hour at the very edge would stand in the day before.
    const first = step * Math.ceil((FROM / 60 + 0.1) / step);
    const labelled = [];
    for (let at = first; at * 60 < TO; at += step) labelled.push(at);
    return { labelled, gap: step * hour, shift: (first - FROM / 60) * hour };
  }

  const hourLabels = (labelled) =>
    labelled.map((hour) =>
      element("span", { class: "hour", style: `left:${share(hour * 60 - FROM)}` }, String(hour)),
    );

  // What a reader who does not see the page is told of a visit.
  const told = (route, stop, at) =>
    [
      plan.teams[route.team].name,
      facts.dayText(route.day),
      `${say("order_short", { number: at + 1 })}: ${facts.placeOf(stop.place).name}`,
      facts.span(stop.start, stop.finish),
      say("cases", { cases: count(facts.numberOf(stop)) }),
      stop.pinned ? say("pinned") : "",
    ]
      .filter(Boolean)
      .join(", ");

  function visit(number, stop, at, { width, services }) {
    const route = plan.routes[number];
    const name = facts.placeOf(stop.place).short;
    const pixels = ((stop.finish - stop.start) * width) / (TO - FROM);
    const off = filters.serves(stop, services) ? "" : " off";
    return element(
      "button",
      {
        type: "button",
        class: `visit${off}${stop.pinned ? " pinned" : ""}`,
        style: placed(stop.start, stop.finish),
        tabindex: -1,
        "aria-label": told(route, stop, at),
        "data-route": number,
        "data-at": at,
      },
      pixels >= NUMBERED ? element("b", {}, String(at + 1)) : "",
      pixels >= CUT || pixels >= lettering.width(name) + BESIDE ? element("bdi", {}, name) : "",
    );
  }

  // Drives lie on the thin line of the whole day out; what is left of that line is waiting.
  function outing(number, look) {
    const route = plan.routes[number];
    return [
      mark("out", route.depart, route.arrive),
      ...route.ways.map((way) =>
        mark(way.link ? "drive linked" : "drive", way.depart, way.depart + way.minutes),
      ),
      ...route.breaks.map(([start, minutes]) => mark("rest", start, start + minutes)),
      ...route.stops.map((stop, at) => visit(number, stop, at, look)),
    ];
  }

  function cell(team, day, look) {
    const { colour, ink, home, frozen } = plan.teams[team];
    const number = plan.routes.findIndex((route) => route.team === team && route.day === day);
    const bed = plan.nights.find((night) => night.team === team && night.days.includes(day));
    const reason = number < 0 ? home?.[day] : undefined;
    const night = bed
      ? element("i", {
          class: "moon",
          title: `${say("night_of", { day: facts.dayShort(day) })}: ${facts.placeOf(bed.place).name}`,
        })
      : "";
    return element(
      "div",
      {
        class: ["cell", reason === undefined ? "" : "home", frozen?.includes(day) ? "frozen" : ""].join(" "),
        role: "gridcell",
        style: `--c:${colour};--ink:${ink}`,
        title: reason === undefined ? null : say("cannot_leave", { reason }),
        "data-team": team,
        "data-day": day,
      },
      ...(number < 0 ? [] : outing(number, look)),
      night,
    );
  }

  return { cell, hours, hourLabels };
})();
