// On a narrow screen the calendar shares the screen with the map, and the panel is a sheet over both.
LuuDong.sheets = (map, panel) => {
  "use strict";
  const { say } = LuuDong.words;
  const part = (id) => document.getElementById(id);
  const SHEETS = {
    panel: { opener: part("open-panel"), closed: say("panel"), opened: say("close") },
    calendar: {
      opener: part("open-calendar"),
      closed: say("calendar"),
      opened: say("calendar_close"),
    },
  };
  const isOpen = (name) => document.body.classList.contains(`${name}-open`);

  function open(name, wanted) {
    const { opener, closed, opened } = SHEETS[name];
    document.body.classList.toggle(`${name}-open`, wanted);
    opener.textContent = wanted ? opened : closed;
    opener.setAttribute("aria-expanded", String(wanted));
    if (name === "calendar") map.invalidateSize(false);
  }

  for (const [name, { opener }] of Object.entries(SHEETS)) {
    opener.addEventListener("click", () => open(name, !isOpen(name)));
    open(name, false);
  }
  part("panel").addEventListener("click", (event) => {
    if (event.target.closest(".stop, .site")) open("panel", false);
  });
  const lead = (tab) => {
    open("panel", true);
    part("panel").scrollTop = 0;
    if (tab) panel.turnTo(tab).focus();
  };
  document.querySelector("#head .alarm")?.addEventListener("click", () => lead());
  return { close: () => open("panel", false), lead };
};
