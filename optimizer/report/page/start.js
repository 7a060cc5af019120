// Puts everything together on folium's map.
LuuDong.start = (map) => {
  "use strict";
  const { plan } = LuuDong;
  const { say, element } = LuuDong.words;
  const SHEET = L.latLngBounds([-3.9, 90.1], [31.9, 127.9]);
  const part = (id) => document.getElementById(id);
  const [root, below] = [part("panel"), part("below")];

  LuuDong.header(part("head"));
  document.querySelector(".skip").textContent = say("skip");
  root.setAttribute("aria-label", say("panel"));
  below.setAttribute("aria-label", say("calendar"));
  map.getContainer().setAttribute("role", "region");
  map.getContainer().setAttribute("aria-label", say("map"));
  // As high as its teams need, where that leaves room for the map.
  document.body.style.setProperty("--rows", plan.teams.length);
  map.setMinZoom(4).setMaxZoom(17);
  L.control
    .zoom({ position: "topright", zoomInTitle: say("zoom_in"), zoomOutTitle: say("zoom_out") })
    .addTo(map);
  L.control.scale({ imperial: false, maxWidth: 140 }).addTo(map);
  map.attributionControl.setPrefix("Leaflet").addAttribution(say("outline_source"));
  if (plan.lines || LuuDong.ground.there) map.attributionControl.addAttribution(say("roads_source"));

  const layers = new LuuDong.layers(map);
  map.setMaxBounds(SHEET.extend(layers.bounds().isValid() ? layers.bounds().pad(0.5) : SHEET));
  map.options.maxBoundsViscosity = 0.8;
  map.invalidateSize(false);
  const panel = new LuuDong.Panel(root, layers);
  const days = new LuuDong.Days(part("days"), panel);
  const calendar = new LuuDong.Calendar(part("calendar"), panel);
  LuuDong.splitter(below);
  panel.fit();
  map.on("told", ({ item }) => calendar.tell(item));
  map.on("popupclose", () => calendar.tell(null));

  const corner = (position, content) => {
    L.DomEvent.disableClickPropagation(content);
    const Corner = L.Control.extend({ options: { position }, onAdd: () => content });
    new Corner().addTo(map);
  };
  const whole = { class: "whole", title: say("whole"), "aria-label": say("whole") };
  corner(
    "topright",
    LuuDong.parts.button("⤢", () => panel.focus(null), whole),
  );
  corner("topleft", LuuDong.choices.notice(panel));

  const sheets = LuuDong.sheets(map, panel);
  document.querySelector("#head .to-sites").addEventListener("click", () => sheets.lead("sites"));
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    if (layers.popup.isOpen()) map.closePopup();
    else sheets.close();
  });
  // Any part may grow and shrink without the window; Leaflet only watches that.
  new ResizeObserver(() => map.invalidateSize(false)).observe(map.getContainer());
  document.documentElement.dataset.ready = "yes";
  performance.mark("ready");
  LuuDong.shown = { layers, panel, days, calendar, map };
};
