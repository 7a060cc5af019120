// What the plan says of places, days and stops, and the counts that everything told is made of.
LuuDong.facts = (() => {
  "use strict";
  const { plan } = LuuDong;
  const { clock } = LuuDong.words;
  const sum = (numbers) => numbers.reduce((whole, number) => whole + number, 0);

  const placeOf = (number) => plan.places[number];
  const dayText = (number) => plan.days[number].long;
  const dayShort = (number) => `${plan.days[number].short} ${plan.days[number].date}`;
  const span = (from, to) => `${clock(from)}–${clock(to)}`;
  const breaksOf = (route) => route.breaks.map(([start, minutes]) => span(start, start + minutes));
  const siteAt = new Map(plan.sites.map((site) => [site.place, site]));

  const total = (cases) => sum(cases.map(([, number]) => number));
  const partiesOf = (stop) => stop.guests ?? [];
  const guestsOf = (stop) => sum(partiesOf(stop).map(({ cases }) => total(cases)));
  // Everyone who is served at a stop, wherever they live.
  const numberOf = (stop) => total(stop.cases) + guestsOf(stop);

  // Lists of cases by service, added up.
  function added(lists) {
    const cases = new Map();
    for (const [service, number] of lists.flat()) cases.set(service, (cases.get(service) ?? 0) + number);
    return [...cases].sort(([a], [b]) => a - b);
  }

  // Where people are served away from home: one entry for each two sites, with every coming.
  function comings() {
    const between = new Map();
    for (const route of plan.routes)
      for (const stop of route.stops)
        for (const { home, shuttle, cases } of partiesOf(stop)) {
          const key = `${home} ${stop.place}`;
          if (!between.has(key)) between.set(key, { home, host: stop.place, shuttle, all: [] });
          between.get(key).all.push({ route, stop, cases });
        }
    return [...between.values()];
  }

  return {
    sum,
    placeOf,
    dayText,
    dayShort,
    span,
    breaksOf,
    siteAt,
    total,
    partiesOf,
    guestsOf,
    numberOf,
    added,
    comings: comings(),
  };
})();
