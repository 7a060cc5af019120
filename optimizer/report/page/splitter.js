// The edge between map and calendar, moved by the pointer or by arrow keys.
LuuDong.splitter = (below) => {
  "use strict";
  const { say, element } = LuuDong.words;
  const STEP = 24;
  const [least, most] = [14, 75]; // percent of the window

  const edge = element("div", {
    class: "splitter",
    role: "separator",
    tabindex: 0,
    "aria-orientation": "horizontal",
    "aria-label": say("splitter"),
    "aria-valuemin": least,
    "aria-valuemax": most,
  });

  function set(pixels) {
    const percent = Math.max(least, Math.min(most, (100 * pixels) / window.innerHeight));
    document.body.style.setProperty("--below", `${percent.toFixed(2)}vh`);
    edge.setAttribute("aria-valuenow", Math.round(percent));
  }

  edge.addEventListener("pointerdown", (event) => {
    edge.setPointerCapture(event.pointerId);
    const bottom = below.getBoundingClientRect().bottom;
    const move = ({ clientY }) => set(bottom - clientY);
    edge.addEventListener("pointermove", move);
    edge.addEventListener("lostpointercapture", () => edge.removeEventListener("pointermove", move), {
      once: true,
    });
  });
  edge.addEventListener("keydown", (event) => {
    const by = { ArrowUp: STEP, ArrowDown: -STEP }[event.key];
    if (!by) return;
    event.preventDefault();
    set(below.offsetHeight + by);
  });
  edge.setAttribute("aria-valuenow", Math.round((100 * below.offsetHeight) / window.innerHeight));
  below.prepend(edge);
};
