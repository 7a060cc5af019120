// The outline under every map: land, its neighbours, islets, and what is written beside them.
LuuDong.outline = (() => {
  "use strict";
  const { plan } = LuuDong;

  const OUTLINE = {
    vietnam: { fillColor: "#fbfaf6", fillOpacity: 1, color: "#b4aa94", weight: 1.1 },
    neighbours: { fillColor: "#efece4", fillOpacity: 1, color: "#cfc8b9", weight: 0.8 },
  };
  const ISLET = {
    interactive: false,
    radius: 2.2,
    fillColor: "#fbfaf6",
    fillOpacity: 1,
    color: "#6f6750",
    weight: 1.1,
  };

  function outlineLayers(renderer) {
    const { features } = JSON.parse(document.getElementById("outline").textContent);
    const kept = (kinds) => features.filter(({ properties }) => kinds.includes(properties.kind));
    const at = ({ geometry }) => L.latLng(geometry.coordinates[1], geometry.coordinates[0]);
    const style = ({ properties }) => OUTLINE[properties.kind];
    return {
      land: L.geoJSON(kept(Object.keys(OUTLINE)), { renderer, interactive: false, style }),
      islets: L.layerGroup(kept(["islet"]).map((islet) => L.circleMarker(at(islet), ISLET))),
      labels: features
        .filter(({ properties }) => !OUTLINE[properties.kind] && properties.kind !== "islet")
        .map((label) => ({
          kind: label.properties.kind,
          text: label.properties[plan.language],
          at: at(label),
        })),
    };
  }

  return { outlineLayers };
})();
