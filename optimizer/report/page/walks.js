// How far people walk between a site and its road, where travel was measured on real roads.
LuuDong.walks = (() => {
  "use strict";
  const { element } = LuuDong.words;

  const told = (site) =>
    ((site && site.walk) || []).map((text) => element("p", { class: "sub walk" }, element("bdi", {}, text)));

  return { told };
})();
