"""A review map opened in a browser, and what a person does and sees there."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from selenium.webdriver import ActionChains, Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.wait import WebDriverWait

from optimizer.domain.plan import Plan
from optimizer.domain.scenario import Scenario
from optimizer.report.map import write_map
from optimizer.travel.matrix import TravelMatrix

Papers = tuple[Plan, Scenario, TravelMatrix]


def show(browser: Chrome, papers: Papers, folder: Path) -> None:
    """Open the map of a plan from a file."""
    path = folder / "map.html"
    write_map(*papers, path)
    browser.get(path.as_uri())
    WebDriverWait(browser, 20).until(lambda one: run(one, "document.documentElement.dataset.ready === 'yes'"))


def run(browser: Chrome, expression: str) -> Any:
    return browser.execute_script(f"return {expression}")


def all_of(browser: Chrome, selector: str) -> list[WebElement]:
    return browser.find_elements(By.CSS_SELECTOR, selector)


def first(browser: Chrome, selector: str) -> WebElement:
    return browser.find_element(By.CSS_SELECTOR, selector)


def press(browser: Chrome, selector: str, text: str = "") -> None:
    """Click the first shown element with a text."""
    found = next(one for one in all_of(browser, selector) if one.is_displayed() and text in one.text)
    browser.execute_script("arguments[0].scrollIntoView({block: 'center'})", found)
    found.click()


def popup(browser: Chrome) -> str:
    """The text of the popup that is open."""
    # `text` would leave out what the map's edge hides while it still moves.
    return str(first(browser, ".leaflet-popup-content").get_property("innerText")).replace("\t", " ")


def shown_layers(browser: Chrome) -> list[tuple[int, int]]:
    """Team and day numbers of the layers on the map."""
    script = """LuuDong.shown.layers.days
        .filter(({group}) => LuuDong.shown.map.hasLayer(group))
        .map(({route}) => [route.team, route.day])"""
    return [(team, day) for team, day in run(browser, script)]


def names_on_map(browser: Chrome) -> list[str]:
    return list(run(browser, "LuuDong.shown.layers.names.names.map(({words}) => words)"))


def complaints(browser: Chrome) -> list[str]:
    """What the browser's console says."""
    return [entry["message"] for entry in browser.get_log("browser")]  # type: ignore[no-untyped-call]


def click_mark(browser: Chrome, mark: str) -> None:
    """Click the map where a mark is painted."""
    script = f"""(() => {{
      const {{layers, map}} = LuuDong.shown;
      const mark = {mark};
      map.closePopup().stop().setView(mark.getLatLng(), map.getZoom(), {{animate: false}});
      const at = map.layerPointToContainerPoint(mark._point);
      return [at.x, at.y, map.getSize().x, map.getSize().y];
    }})()"""
    x, y, width, height = run(browser, script)
    canvas = first(browser, ".folium-map")
    ActionChains(browser).move_to_element_with_offset(canvas, x - width / 2, y - height / 2).click().perform()
    WebDriverWait(browser, 5).until(lambda one: all_of(one, ".leaflet-popup-content"))


PALE = """(() => {
  const light = (one) => (one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4);
  const parts = (text) => {
    const [r, g, b, alpha = 1] = text.match(/[0-9.]+/g).map(Number);
    return [r / 255, g / 255, b / 255, alpha];
  };
  const luminance = ([r, g, b]) => 0.2126 * light(r) + 0.7152 * light(g) + 0.0722 * light(b);
  const under = (one) => {
    for (let at = one; at; at = at.parentElement) {
      const colour = parts(getComputedStyle(at).backgroundColor);
      if (colour[3] > 0.5) return colour;
    }
    return [1, 1, 1, 1];
  };
  const found = new Set();
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const one = texts.currentNode.parentElement;
    if (!texts.currentNode.data.trim() || !one.checkVisibility({visibilityProperty: true})) continue;
    // What a filter dims is not to be read; names on the map are drawn apart from the page.
    if (one.closest('script, style, .off, .on-map')) continue;
    const [a, b] = [parts(getComputedStyle(one).color), under(one)].map(luminance).sort((x, y) => y - x);
    const ratio = (a + 0.05) / (b + 0.05);
    if (ratio < 4.5) found.add(`${ratio.toFixed(2)} ${one.className} ${texts.currentNode.data.trim()}`);
  }
  return [...found];
})()"""


def pale(browser: Chrome) -> list[str]:
    """Texts in sight that stand out from what is under them by less than 4.5 : 1 (WCAG 2.2, 1.4.3)."""
    return list(run(browser, PALE))
