"""The title of the map, the dates, how near to the best the plan is, and the figures that sum it up."""

from __future__ import annotations

from optimizer.domain.plan import Reason
from optimizer.language import say, say_count
from optimizer.report.formats import (
    count_text,
    date_range_text,
    decimal_text,
    nearness_text,
    percent_text,
    rough_dong_text,
)
from optimizer.report.map_parts.source import Content, Source
from optimizer.report.offline import plain

_ONLY_IF_CHARGED = ("shuttles", "unevenness", "change")


def header(source: Source) -> Content:
    """What stands above the map."""
    horizon = source.scenario.horizon
    return {
        "title": plain(source.scenario.name),
        "dates": date_range_text(horizon.start, horizon.end, source.language),
        "nearness": _nearness(source),
        "brief": _brief(source),
        "figures": [
            {"key": name, "label": say(f"map.figure.{name}", source.language), "value": value, "note": note}
            for name, (value, note) in _figures(source).items()
        ],
        "charges": _charges(source),
    }


def _nearness(source: Source) -> Content | None:
    """What is proven about the plan: a sentence, and the bound behind it."""
    figures, language = source.plan.figures, source.language
    if figures.bound is None or figures.gap is None:
        return None
    bound = rough_dong_text(figures.bound, language)
    return {
        "text": say("map.nearness", language, gap=nearness_text(figures.gap, language)),
        "why": say("map.nearness.why", language, bound=bound),
    }


def _brief(source: Source) -> str:
    figures, language = source.plan.figures, source.language
    more = source.tally.follow_ups_served
    return say_count(
        "map.brief_more" if more else "map.brief",
        more or figures.of,
        language,
        cases=count_text(figures.cases - more, language),
        of=count_text(figures.of, language),
        coverage=percent_text(figures.coverage, language),
        more=count_text(more, language),
    )


def _figures(source: Source) -> dict[str, tuple[str, str]]:
    """Value and note of each figure."""
    figures, language = source.plan.figures, source.language
    more = source.tally.follow_ups_served
    of = say_count(
        "map.of_cases_more" if more else "map.of_cases",
        more or figures.of,
        language,
        cases=count_text(figures.cases - more, language),
        of=count_text(figures.of, language),
        more=count_text(more, language),
    )
    return {
        "cases": (count_text(figures.cases, language), of),
        "coverage": (percent_text(figures.coverage, language), ""),
        "left": _left(source),
        "km": (decimal_text(figures.km, 0, language), "km"),
        "nights": (count_text(figures.nights, language), ""),
        "objective": (rough_dong_text(figures.objective, language), _at_most(source)),
    }


def _left(source: Source) -> tuple[str, str]:
    """Cases that could be planned and are not, and at how many sites they are."""
    cells = [cell for cell in source.plan.unserved if cell.reason is not Reason.NOT_PLANNABLE]
    sites = {cell.site for cell in cells}
    cases = count_text(sum(cell.cases for cell in cells), source.language)
    return cases, say_count(
        "map.at_sites", len(sites), source.language, sites=count_text(len(sites), source.language)
    )


def _at_most(source: Source) -> str:
    """What no plan is worth more than, where that is proven."""
    bound = source.plan.figures.bound
    if bound is None:
        return ""
    return say("map.at_most", source.language, bound=rough_dong_text(bound, source.language))


def _charges(source: Source) -> list[Content]:
    """Terms of the objective that most plans do not have, where this one has them."""
    terms = source.plan.figures.terms.model_dump(include=set(_ONLY_IF_CHARGED))
    return [
        {
            "label": say(f"map.figure.{term}", source.language),
            "value": rough_dong_text(terms[term], source.language),
        }
        for term in _ONLY_IF_CHARGED
        if terms[term]
    ]
