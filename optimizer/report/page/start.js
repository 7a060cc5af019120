// Puts everything together on folium's map.
LuuDong.start = (map) => {
  "use strict";
  const { plan } = LuuDong;
  const { say } = LuuDong.words;
  const { button } = LuuDong.parts;
  const SHEET = L.latLngBounds([-3.9, 90.1], [31.9, 127.9]);
  const part = (id) => document.getElementById(id);

  // What a reader who does not see the page is told its parts are.
  function name() {
    document.querySelector(".skip").textContent = say("skip");
    part("panel").setAttribute("aria-label", say("panel"));
    part("below").setAttribute("aria-label", say("calendar"));
    map.getContainer().setAttribute("role", "region");
    map.getContainer().setAttribute("aria-label", say("map"));
  }

  function corner(position, content) {
    L.DomEvent.disableClickPropagation(content);
    const Corner = L.Control.extend({ options: { position }, onAdd: () => content });
    new Corner().addTo(map);
  }

  function furnish() {
    LuuDong.still(map);
    map.setMinZoom(4).setMaxZoom(17);
    const zoom = { position: "topright", zoomInTitle: say("zoom_in"), zoomOutTitle: say("zoom_out") };
    L.control.zoom(zoom).addTo(map);
    const scale = L.control.scale({ imperial: false, maxWidth: 140 }).addTo(map);
    // Where the sources need the whole width, the scale stands above them.
    const narrow = matchMedia("(max-width: 760px), (max-height: 480px)");
    const place = () => scale.setPosition(narrow.matches ? "bottomright" : "bottomleft");
    narrow.addEventListener("change", place);
    place();
    map.attributionControl.setPrefix("Leaflet").addAttribution(say("outline_source"));
    if (plan.lines || LuuDong.ground.there) map.attributionControl.addAttribution(say("roads_source"));
  }

  function draw() {
    furnish();
    const layers = new LuuDong.layers(map);
    map.setMaxBounds(SHEET.extend(layers.bounds().isValid() ? layers.bounds().pad(0.5) : SHEET));
    map.options.maxBoundsViscosity = 0.8;
    map.invalidateSize(false);
    const panel = new LuuDong.Panel(part("panel"), layers);
    const days = new LuuDong.Days(part("days"), panel);
    const calendar = new LuuDong.Calendar(part("calendar"), panel);
    LuuDong.splitter(part("below"));
    panel.whole.fit();
    map.on("told", ({ item }) => calendar.tell(item));
    map.on("popupclose", () => calendar.tell(null));

    const whole = { class: "whole", title: say("whole"), "aria-label": say("whole") };
    const seeWhole = button("⤢", () => panel.focus(null), whole);
    corner("topright", seeWhole);
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
    LuuDong.shown = { layers, panel, days, calendar, map };
    document.documentElement.dataset.ready = "yes";
    performance.mark("ready");
  }

  // As high as its teams need, where that leaves room for the map.
  document.body.style.setProperty("--rows", plan.teams.length);
  name();
  LuuDong.header(part("head"));
  // The figures are seen while the map is still being drawn; a page that nobody sees is drawn at once.
  if (document.hidden) draw();
  else requestAnimationFrame(() => setTimeout(draw));
};
