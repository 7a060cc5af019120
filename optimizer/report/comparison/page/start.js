// Puts everything together on folium's map.
LuuDong.start = (map) => {
  "use strict";
  const { plan, choice } = LuuDong;
  const { say, element } = LuuDong.words;
  LuuDong.head(document.getElementById("head"));
  LuuDong.still(map);
  map.setMinZoom(4).setMaxZoom(17);
  L.control
    .zoom({ position: "topright", zoomInTitle: say("zoom_in"), zoomOutTitle: say("zoom_out") })
    .addTo(map);
  L.control.scale({ imperial: false, maxWidth: 140 }).addTo(map);
  map.attributionControl.setPrefix("Leaflet").addAttribution(say("outline_source"));
  if (plan.lines || LuuDong.ground.there) map.attributionControl.addAttribution(say("roads_source"));

  const panel = new LuuDong.Panel(document.getElementById("panel"));
  map.invalidateSize(false);
  const drawing = new LuuDong.Drawing(map);
  const whole = new LuuDong.Whole(map, () => drawing.bounds());
  let shown = null;
  choice.hear(({ kinds, days, team, picked }) => {
    const filters = [kinds, days, team];
    const same = shown && filters.every((one, at) => one === shown[at]);
    shown = filters;
    panel.update();
    if (same) drawing.arrange();
    else drawing.show();
    if (!same && !picked) whole.fit();
    drawing.open();
  });
  choice.set({});

  const Whole = L.Control.extend({
    options: { position: "topright" },
    onAdd: () => {
      const attributes = { type: "button", class: "whole", title: say("whole"), "aria-label": say("whole") };
      const button = element("button", { ...attributes, onclick: () => whole.fit() }, "⤢");
      L.DomEvent.disableClickPropagation(button);
      return button;
    },
  });
  new Whole().addTo(map);
  document.addEventListener("keydown", ({ key }) => key === "Escape" && choice.set({ picked: null }));
  new ResizeObserver(() => map.invalidateSize(false)).observe(map.getContainer());
  document.documentElement.dataset.ready = "yes";
  LuuDong.shown = { drawing, panel, map };
};
