// Puts everything together on folium's map.
LuuDong.start = (map) => {
  "use strict";
  const { plan } = LuuDong;
  const { say, element } = LuuDong.words;
  const SHEET = L.latLngBounds([-3.9, 90.1], [31.9, 127.9]);
  const root = document.getElementById("panel");
  const opener = document.getElementById("open-panel");

  LuuDong.header(document.getElementById("head"));
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
  panel.fit();

  const Whole = L.Control.extend({
    options: { position: "topright" },
    onAdd: () => {
      const button = element(
        "button",
        {
          type: "button",
          class: "whole",
          title: say("whole"),
          "aria-label": say("whole"),
          onclick: () => panel.focus(null),
        },
        "⤢",
      );
      L.DomEvent.disableClickPropagation(button);
      return button;
    },
  });
  new Whole().addTo(map);

  // On a narrow screen the panel is a sheet over the map.
  const openPanel = (open) => {
    document.body.classList.toggle("panel-open", open);
    opener.textContent = say(open ? "close" : "panel");
    opener.setAttribute("aria-expanded", String(open));
  };
  opener.addEventListener("click", () => openPanel(!document.body.classList.contains("panel-open")));
  root.addEventListener("click", (event) => {
    if (event.target.closest(".stop, .site")) openPanel(false);
  });
  document.querySelector("#head .alarm")?.addEventListener("click", () => {
    openPanel(true);
    root.scrollTop = 0;
  });
  openPanel(false);
  // The header may grow and shrink without the window; Leaflet only watches that.
  new ResizeObserver(() => map.invalidateSize(false)).observe(map.getContainer());
  document.documentElement.dataset.ready = "yes";
  LuuDong.shown = { layers, panel, map };
};
