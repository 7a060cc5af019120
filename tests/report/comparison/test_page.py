"""The comparison's page as a file: complete, small, the same every time; of scenarios nothing but text."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from optimizer.domain.errors import OutputError, PlanError
from optimizer.language import catalogue
from optimizer.report.comparison.content import OF_THE_MAP, PAGE_WORDS, comparison_content
from optimizer.report.comparison.figures import figure_rows
from optimizer.report.comparison.notes import notes
from optimizer.report.comparison.page import SCRIPTS, comparison_page, write_comparison
from optimizer.report.comparison.pair import Leaf, Pair
from optimizer.report.ground import make_ground
from optimizer.report.offline import packaged, things_fetched
from optimizer.report.palette import COLOURS
from tests.report.comparison import pairs
from tests.report.hostile import TEXTS
from tests.report.on_roads import papers_on_roads
from tests.report.test_map import FETCHES, SCRIPT, content


def test_a_page_is_complete_in_one_file_and_asks_the_web_for_nothing() -> None:
    page = comparison_page(pairs.pair())
    assert things_fetched(page) == []
    assert FETCHES.search(page) is None
    addresses = set(re.findall(r"https?://[^\s\"'<>)]+", page))
    assert addresses == {"https://leafletjs.com", "http://www.w3.org/2000/svg"}


def test_a_page_of_the_same_plans_is_the_same_to_the_byte(tmp_path: Path) -> None:
    for name in ("one.html", "two.html"):
        write_comparison(pairs.pair(), tmp_path / name)
    assert (tmp_path / "one.html").read_bytes() == (tmp_path / "two.html").read_bytes()


def test_a_page_of_three_hundred_sites_and_twenty_teams_is_under_three_megabytes() -> None:
    pair = pairs.large()
    assert len(pair.comparison.visits) > 200
    assert all(one.kinds[0].value == "team" for one in pair.comparison.visits)
    assert len(comparison_page(pair).encode()) < 3_000_000


def test_changes_name_teams_days_and_places_by_number() -> None:
    shown = comparison_content(pairs.pair())
    names = [one["name"] for one in shown["places"]]
    told = {names[one["place"]]: one for one in shown["changes"]}
    assert told["Thôn giua"]["kinds"] == ["team", "day"]
    assert (told["Thôn giua"]["before"]["team"], told["Thôn giua"]["after"]["team"]) == (0, 1)
    assert (told["Thôn giua"]["before"]["day"], told["Thôn giua"]["after"]["day"]) == (0, 1)
    assert told["Thôn xa"]["after"] is None
    assert told["Thôn tot"]["before"] is None
    assert [one["short"] for one in shown["days"]] == ["T2", "T3", "T4"]
    sites = {names[one["place"]]: one for one in shown["sites"]}
    assert sites["Thôn xa"]["cases"] == [4, 0]
    assert [left["detail"] for left in sites["Thôn xa"]["left"]] == ["Nhường «tot»."]
    assert sites["Thôn moi"]["due"] == [None, 10]


def test_ways_of_both_plans_are_told_once() -> None:
    shown = comparison_content(pairs.pair())
    names = [one["name"] for one in shown["places"]]
    told = {
        (one["team"], one["day"], names[one["from"]], names[one["to"]]): one["side"] for one in shown["ways"]
    }
    home = "Công an home"
    assert told == {
        (0, 0, home, "Thôn gan"): "both",
        (0, 0, "Thôn gan", "Thôn giua"): "before",
        (0, 0, "Thôn giua", home): "before",
        (0, 0, "Thôn gan", home): "after",
        (1, 1, home, "Thôn xa"): "before",
        (1, 1, "Thôn xa", home): "before",
        (1, 1, home, "Thôn giua"): "after",
        (1, 1, "Thôn giua", home): "after",
        (0, 2, home, "Thôn tot"): "after",
        (0, 2, "Thôn tot", home): "after",
    }


def test_ways_on_roads_follow_their_lines_over_the_map_of_the_region(tmp_path: Path) -> None:
    plan, scenario, travel = papers_on_roads(tmp_path)
    ground = make_ground(plan, scenario, travel)
    fewer = plan.model_copy(update={"routes": plan.routes[:1]})
    leaves = (Leaf(one, scenario, travel, label, ground) for one, label in ((plan, "a"), (fewer, "b")))
    page = comparison_page(Pair(*leaves))
    shown = content(page)
    assert {one["side"] for one in shown["ways"] if "line" in one} == {"both", "before"}
    assert max(one["line"] for one in shown["ways"] if "line" in one) == len(shown["lines"]) - 1
    assert '"names":' in page.partition('id="scenery"')[2][:200_000]


def test_closed_roads_of_both_plans_are_told_once_and_those_of_one_name_it() -> None:
    shown = comparison_content(pairs.closed())
    assert [(one["name"], one["start"], one["end"], one["days"]) for one in shown["closed"]] == [
        ("“ĐT 433”", "24/04", "24/04", [0]),
        ("đoạn đường 4, chỉ ở “thu-tu”", "25/04", "25/04", [1]),
    ]
    assert "closed" not in comparison_content(pairs.pair())


def test_figures_have_signs_units_and_the_better_plan() -> None:
    rows = {one.name: one for one in figure_rows(pairs.pair(), "vi")}
    assert (rows["cases"].before, rows["cases"].after, rows["cases"].by) == ("24", "27", "+3")
    assert (rows["km"].before, rows["km"].after, rows["km"].by) == ("60 km", "90 km", "+30 km")
    assert (rows["cases"].trend, rows["km"].trend) == ("better", "worse")
    # 24 of 40, and 27 of 50: the new site has ten cases more.
    assert (rows["coverage"].before, rows["coverage"].after, rows["coverage"].by) == (
        "60,0%",
        "54,0%",
        "−6,0%",
    )
    assert (rows["of"].by, rows["of"].trend) == ("+10", "other")
    assert (rows["nights"].by, rows["nights"].trend) == ("", "same")
    # Terms that neither plan has are not told.
    assert "terms.fares" not in rows
    assert rows["terms.km"].by == "−30.000 đ"


def test_notes_say_what_only_one_plan_knows_and_which_breaks_rules() -> None:
    told = notes(pairs.pair(), "en")
    assert told == ["Teams only after: to-3.", "Sites only after: Thôn moi."]
    broken = pairs.pair()
    monday = broken.before.plan.routes[0].model_copy(update={"arrive": 1})
    plan = broken.before.plan.model_copy(update={"routes": (monday, *broken.before.plan.routes[1:])})
    leaf = Leaf(plan, broken.before.scenario, broken.before.travel, "thu-hai")
    assert re.match(r"“thu-hai” breaks rules \(\d+ times\)", notes(Pair(leaf, broken.after), "en")[0])


def test_figures_are_those_of_the_routes_as_they_are_whatever_the_file_claims() -> None:
    honest = pairs.pair()
    claimed = honest.after.plan.figures.model_copy(update={"cases": 999})
    plan = honest.after.plan.model_copy(update={"figures": claimed})
    leaf = Leaf(plan, honest.after.scenario, honest.after.travel, "x")
    assert Pair(honest.before, leaf).comparison.figures[0].after == 27


def test_two_campaigns_that_only_share_ids_cannot_be_compared() -> None:
    with pytest.raises(PlanError) as refused:
        Pair(*pairs.strangers())
    [finding] = refused.value.findings
    assert finding.code == "E610"
    assert "“mot”" in finding.cause("vi")


def test_hostile_names_are_data_and_never_markup_or_templates() -> None:
    page = comparison_page(pairs.hostile())
    markup = SCRIPT.sub("", page)
    for text in TEXTS[1:]:  # the first is the campaign's name, the page's title
        assert text not in markup
    assert "&lt;img src=x onerror=window.broken=1&gt; – so hai kế hoạch</title>" in markup
    shown = content(page)
    assert shown["head"]["before"] == TEXTS[1]
    assert shown["teams"][0]["name"] in TEXTS
    assert things_fetched(page) == []
    codes = [
        found["code"] for found in SCRIPT.finditer(page) if "application/json" not in found["attributes"]
    ]
    harmless = [
        found["code"]
        for found in SCRIPT.finditer(comparison_page(pairs.pair()))
        if "application/json" not in found["attributes"]
    ]
    assert codes == harmless


def test_every_text_of_the_page_is_in_the_catalogue_and_no_other_is_sent() -> None:
    own = {key.removeprefix(PAGE_WORDS) for key in catalogue() if key.startswith(PAGE_WORDS)}
    code = "".join(packaged(f"{name}.js") for name in SCRIPTS if name.startswith("comparison/"))
    literal = set(re.findall(r'\bsay\(\s*"([^"]+)"', code)) | set(re.findall(r"[\"']([a-z_]+)[\"']", code))
    composed = ("kind_", "outcome_", "legend_", "tab_", "trend_")
    said = {key for key in own if key in literal or key.startswith(composed)}
    assert own - said == set()
    assert set(re.findall(r'\bsay\(\s*"([^"]+)"', code)) <= own | set(OF_THE_MAP)


def test_kinds_have_colours_of_the_palette_that_is_safe_for_the_colour_blind() -> None:
    code = packaged("comparison/page/signs.js")
    colours = dict(re.findall(r'^    (\w+): "(#[0-9a-f]{6})",$', code, re.MULTILINE))
    assert set(colours) == {"added", "removed", "team", "day", "cases", "hour", "same"}
    assert {colour for kind, colour in colours.items() if kind != "same"} <= set(COLOURS)
    assert len(set(colours.values())) == len(colours)


def test_a_page_that_cannot_be_written_leaves_the_old_one(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(OutputError):
        write_comparison(pairs.pair(), tmp_path / "folder")
    assert list(tmp_path.rglob("*")) == [tmp_path / "folder"]
