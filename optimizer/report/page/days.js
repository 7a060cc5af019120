// The days above the calendar: picked one by one, slid through, or played.
LuuDong.Days = (() => {
  "use strict";
  const { plan, glyphs } = LuuDong;
  const { say, element } = LuuDong.words;
  const { button } = LuuDong.parts;
  const { picked } = LuuDong.choices;
  const STEP_MS = 1800;
  const all = () => new Set(plan.days.keys());
  const last = plan.days.length - 1;

  class Days {
    constructor(root, panel) {
      this.panel = panel;
      this.day = null; // the only day that is shown, if it is one
      this.timer = null;
      this.play = button("", () => (this.timer ? this.stop() : this.start()), { class: "play" });
      this.whole = button(say("all_days"), () => this.pick(null), { class: "all-days" });
      this.chips = plan.days.map((day, number) => this.chip(day, number));
      this.slider = this.range();
      root.append(
        element(
          "div",
          { class: "steps", role: "group", "aria-label": say("play_group") },
          this.play,
          this.arrow(-1, "‹", say("day_before")),
          this.arrow(1, "›", say("day_after")),
          this.whole,
        ),
        element(
          "div",
          { class: "track", style: `--days: ${plan.days.length}` },
          element("div", { class: "chips", role: "group", "aria-label": say("days") }, ...this.chips),
          plan.days.length > 1 ? this.slider : "",
        ),
      );
      this.told(false);
      panel.watch((state) => this.show(state));
    }

    chip({ short, date, long, frozen }, number) {
      const title = frozen ? `${long} · ${say("frozen")}` : long;
      return element(
        "button",
        {
          type: "button",
          class: "chip",
          title,
          onclick: () => this.panel.set({ days: picked(this.panel.state.days, number, all()) }),
        },
        element("b", {}, short, frozen ? glyphs.picture(glyphs.lock, 11, 12) : ""),
        element("span", {}, date),
      );
    }

    arrow(by, text, label) {
      return button(text, () => this.step(by), { class: "step", title: label, "aria-label": label });
    }

    range() {
      const slider = element("input", {
        type: "range",
        class: "slide",
        min: 0,
        max: last,
        step: 1,
        value: 0,
        "aria-label": say("slider"),
        oninput: () => this.pick(Number(slider.value)),
      });
      // From all days, the first touch of a key leads to the first day or the last, not to the second.
      slider.addEventListener("keydown", (event) => {
        if (this.day !== null || !/^Arrow/.test(event.key)) return;
        event.preventDefault();
        this.step(["ArrowRight", "ArrowUp"].includes(event.key) ? 1 : -1);
      });
      return slider;
    }

    // One day alone, or all of them.
    pick(day) {
      this.panel.set({ days: day === null ? all() : new Set([day]) });
    }

    // From all days to the first or the last; over the end back to all.
    step(by) {
      const next = this.day === null ? (by > 0 ? 0 : last) : this.day + by;
      this.pick(next < 0 || next > last ? null : next);
    }

    start() {
      this.told(true);
      this.played = this.day === null || this.day === last ? 0 : this.day;
      this.pick(this.played);
      this.timer = setInterval(() => this.advance(), STEP_MS);
    }

    // Having shown the last day, shows the whole week again and stops.
    advance() {
      this.played += 1;
      if (this.played <= last) {
        this.pick(this.played);
        return;
      }
      this.stop();
      this.pick(null);
    }

    stop() {
      clearInterval(this.timer);
      this.timer = null;
      this.told(false);
    }

    told(playing) {
      this.play.replaceChildren(element("i", { class: playing ? "pause-sign" : "play-sign" }));
      const label = say(playing ? "pause" : "play");
      this.play.setAttribute("aria-label", label);
      this.play.setAttribute("title", label);
    }

    show({ days }) {
      this.day = days.size === 1 && plan.days.length > 1 ? [...days][0] : null;
      // Who picks days by hand has seen enough.
      if (this.timer && this.day !== this.played) this.stop();
      this.chips.forEach((chip, day) => chip.setAttribute("aria-pressed", String(days.has(day))));
      const every = days.size === plan.days.length;
      this.whole.setAttribute("aria-pressed", String(every));
      this.slider.classList.toggle("idle", this.day === null);
      if (this.day !== null) this.slider.value = this.day;
      const told = [...days].sort((a, b) => a - b).map((day) => plan.days[day].long);
      this.slider.setAttribute("aria-valuetext", every ? say("all_days") : told.join("; "));
    }
  }

  return Days;
})();
