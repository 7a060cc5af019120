// The quiet map under a plan that was measured on roads: rivers, lakes, borders, roads and names.
LuuDong.ground = (() => {
  "use strict";
  const { plan } = LuuDong;
  const { say, element } = LuuDong.words;
  const told = JSON.parse(document.getElementById("scenery").textContent);
  const there = Boolean(told.lines);

  // What lies lower comes first; nothing is shown before its zoom.
  const STYLES = [
    ["lake", 8, { color: "#b9d3e0", weight: 1, fillColor: "#d9e8ef", fillOpacity: 1 }],
    ["river", 9, { color: "#b9d3e0", weight: 1.6 }],
    ["boundary", 9, { color: "#c3b7c9", weight: 1, dashArray: "6 3 1 3" }],
    ["track", 12.5, { color: "#d9d1bd", weight: 1, dashArray: "4 3" }],
    ["minor", 11, { color: "#ddd6c4", weight: 1.2 }],
    ["middle", 9, { color: "#d8c9a6", weight: 1.9 }],
    ["major", 7, { color: "#dfbb82", weight: 2.5 }],
    ["ferry", 9, { color: "#8fb4c6", weight: 1.4, dashArray: "5 4" }],
  ];

  // Points are written as steps in hundred-thousandths of a degree.
  function unpacked(numbers) {
    const points = [];
    let [lat, lon] = [0, 0];
    for (let at = 0; at < numbers.length; at += 2) {
      lat += numbers[at];
      lon += numbers[at + 1];
      points.push([lat / 1e5, lon / 1e5]);
    }
    return points;
  }

  const lines = (plan.lines || []).map(unpacked);
  const line = ({ line: number }) => (number === undefined ? null : lines[number]);

  const closed = (points) => points.length > 3 && String(points[0]) === String(points.at(-1));

  function drawn(kind, style, renderer) {
    const all = told.lines[kind].map(unpacked);
    const options = { ...style, renderer, interactive: false, smoothFactor: 1.2, lineCap: "round" };
    if (kind !== "lake") return L.polyline(all, { ...options, fill: false });
    return L.featureGroup([
      L.polygon(all.filter(closed), options),
      L.polyline(
        all.filter((points) => !closed(points)),
        { ...options, fill: false },
      ),
    ]);
  }

  // Lays the map under the plan, and shows as much of it as suits the zoom.
  function layers(map) {
    if (!there) return;
    map.createPane("ground").style.zIndex = 250;
    map.getPane("ground").style.pointerEvents = "none";
    const renderer = L.canvas({ pane: "ground", padding: 0.25 });
    const made = STYLES.filter(([kind]) => told.lines[kind]).map(([kind, zoom, style]) => ({
      zoom,
      style,
      layer: drawn(kind, style, renderer),
    }));
    const fit = () => {
      const wide = map.getZoom() >= 13 ? 1.7 : 1;
      for (const { zoom, style, layer } of made) {
        if (map.getZoom() < zoom) map.removeLayer(layer);
        else {
          layer.setStyle({ weight: style.weight * wide });
          // Those that lie higher are drawn anew above it.
          map.addLayer(layer);
          layer.bringToFront();
        }
      }
    };
    map.on("zoomend viewreset", fit);
    fit();
  }

  // The names of the region beside those of the country; the country's own are not written twice.
  function among(labels) {
    const known = new Set(labels.map(({ text }) => text));
    const names = (told.names || [])
      .filter(([, text]) => !known.has(text))
      .map(([kind, text, lat, lon]) => ({ kind, text, at: L.latLng(lat, lon) }));
    return [...labels, ...names];
  }

  // Closed roads lie under the ways, with a sign on the longest stretch of each.
  const SHUT = { color: "#b3261e", weight: 6, opacity: 0.85, lineCap: "butt", dashArray: "7 4" };
  const sign = L.divIcon({ className: "no-entry", iconSize: [16, 16] });

  class Closed {
    constructor(map) {
      map.createPane("closed").style.zIndex = 260;
      map.getPane("closed").style.pointerEvents = "none";
      const renderer = L.canvas({ pane: "closed", padding: 0.25 });
      this.map = map;
      this.roads = (plan.closed || []).map((road) => {
        const all = road.lines.map(unpacked);
        const once = road.start === road.end;
        const text = say(once ? "closed_once" : "closed_road", road);
        const mark = L.marker(all[0][Math.floor(all[0].length / 2)], { icon: sign, title: text });
        mark.bindPopup(() => element("div", { class: "pop" }, element("p", {}, text)));
        const shut = L.polyline(all, { ...SHUT, renderer, interactive: false });
        return { days: road.days, layer: L.layerGroup([shut, mark]) };
      });
    }

    show(days) {
      for (const { days: shut, layer } of this.roads)
        if (shut.some((day) => days.has(day))) this.map.addLayer(layer);
        else this.map.removeLayer(layer);
    }
  }

  return { there, line, layers, among, Closed };
})();
