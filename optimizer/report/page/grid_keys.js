// Arrows, Home and End in the calendar: from visit to visit, from row to row.
LuuDong.gridKeys = (() => {
  "use strict";
  const middle = (one) => {
    const { left, width } = one.getBoundingClientRect();
    return left + width / 2;
  };
  // The name at the head of a row and its visits, in the order of time.
  const stopsOf = (line) => [...line.querySelectorAll(".who button, .visit")];
  const visitsOf = (line) => [...line.querySelectorAll(".visit")];

  // The visit of the next row that has any, nearest in time; from a row's name to the next name.
  function across(lines, line, from, by) {
    const ahead =
      by > 0 ? lines.slice(lines.indexOf(line) + 1) : lines.slice(0, lines.indexOf(line)).reverse();
    if (!from.matches(".visit")) return ahead[0]?.querySelector(".who button");
    const visits = ahead.map(visitsOf).find((found) => found.length);
    if (!visits) return null;
    const at = middle(from);
    return visits.reduce((best, one) =>
      Math.abs(middle(one) - at) < Math.abs(middle(best) - at) ? one : best,
    );
  }

  function next({ key, ctrlKey, target }, root) {
    const lines = [...root.querySelectorAll(".line")];
    const line = target.closest(".line");
    if (!line) return null;
    const row = stopsOf(line);
    const at = row.indexOf(target);
    const every = lines.flatMap(visitsOf);
    switch (key) {
      case "ArrowRight":
        return row[at + 1];
      case "ArrowLeft":
        return row[at - 1];
      case "ArrowDown":
        return across(lines, line, target, 1);
      case "ArrowUp":
        return across(lines, line, target, -1);
      case "Home":
        return ctrlKey ? every[0] : row[0];
      case "End":
        return ctrlKey ? every.at(-1) : row.at(-1);
      default:
        return null;
    }
  }

  return (calendar, event) => {
    if (!/^(Arrow|Home|End)/.test(event.key)) return;
    event.preventDefault();
    const to = next(event, calendar.root);
    if (!to) return;
    calendar.rove(to);
    calendar.bring(to);
    to.focus({ preventScroll: true });
  };
})();
