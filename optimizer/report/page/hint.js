// A line of text beside what the pointer is on or the keyboard has reached.
LuuDong.hint = (() => {
  "use strict";
  const { element } = LuuDong.words;
  const box = element("div", { class: "hint-box", hidden: true, "aria-hidden": "true" });
  document.body.append(box);

  function show(text, { left, top, bottom, width }) {
    box.textContent = text;
    box.hidden = false;
    const own = box.getBoundingClientRect();
    const x = Math.max(6, Math.min(left + width / 2 - own.width / 2, window.innerWidth - own.width - 6));
    const y = top - own.height - 6;
    box.style.transform = `translate(${Math.round(x)}px, ${Math.round(y < 4 ? bottom + 6 : y)}px)`;
  }

  const hide = () => {
    box.hidden = true;
  };

  return { show, hide };
})();
