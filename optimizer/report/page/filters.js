// What the chosen services and reasons leave to be seen.
LuuDong.filters = (() => {
  "use strict";
  const { plan, facts } = LuuDong;
  const { sum } = facts;
  const counted = new Set(plan.counted ?? []);
  const reasons = [...new Set(plan.sites.flatMap((site) => site.left.map(({ reason }) => reason)))];

  const everyService = ({ size }) => size === plan.services.length;
  const everyReason = ({ size }) => size === reasons.length;

  // Whether somebody gets one of the services at a stop, wherever they live.
  function serves(stop, services) {
    if (everyService(services)) return true;
    const lists = [stop.cases, ...facts.partiesOf(stop).map(({ cases }) => cases)];
    return lists.flat().some(([service]) => services.has(service));
  }

  // A day without a visit, on the way home, brings no service, and is shown only with all of them.
  const brings = ({ stops }, services) =>
    everyService(services) || stops.some((stop) => serves(stop, services));

  // How far a site is served with the services; null where none of them is asked for.
  function stateOf(site, services) {
    if (everyService(services)) return site.state;
    const asked = site.cases.filter(([service]) => services.has(service));
    const plannable = asked.filter(([service]) => !counted.has(service));
    if (!asked.length) return null;
    if (!plannable.length) return "counted";
    const served = sum(plannable.map(([, , number]) => number));
    if (!served) return "none";
    return served >= sum(plannable.map(([, due]) => due)) ? "full" : "part";
  }

  const leftOf = (site, { services, reasons: chosen }) =>
    site.left.filter(({ service, reason }) => services.has(service) && chosen.has(reason));

  // The state in which a site is to be shown; null for one that is not.
  function shown(site, chosen) {
    const state = stateOf(site, chosen.services);
    if (state === null || !chosen.states.has(state)) return null;
    return everyReason(chosen.reasons) || leftOf(site, chosen).length ? state : null;
  }

  // Whether a visited site keeps cases, for one of the chosen reasons.
  const isPart = (site, chosen) =>
    stateOf(site, chosen.services) === "part" &&
    (everyReason(chosen.reasons) || leftOf(site, chosen).length > 0);

  return { reasons, serves, brings, stateOf, leftOf, shown, isPart, everyService, everyReason };
})();
