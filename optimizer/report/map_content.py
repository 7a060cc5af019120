"""What a review map shows, as plain data for the page: no HTML, no markup, no drawing.

Places, services, teams and days are numbered in the scenario's order; everything else refers
to those numbers, so that a name is written once however often it is visited.
"""

from __future__ import annotations

from optimizer.domain.plan import Plan
from optimizer.domain.scenario import Scenario
from optimizer.language import Language, texts
from optimizer.report.formats import dated_weekday_text, short_date_text, short_weekday_text
from optimizer.report.ground import Ground
from optimizer.report.map_parts.closed import closed_roads
from optimizer.report.map_parts.header import header
from optimizer.report.map_parts.notices import changes, conflicts
from optimizer.report.map_parts.officers import officers
from optimizer.report.map_parts.routes import nights, routes, teams
from optimizer.report.map_parts.sites import places, sites
from optimizer.report.map_parts.source import Content, Source
from optimizer.report.offline import plain
from optimizer.travel.matrix import TravelMatrix

PAGE_WORDS = "map.page."
"""Keys of the texts that the page itself puts together."""


def map_content(
    plan: Plan, scenario: Scenario, travel: TravelMatrix, ground: Ground | None = None
) -> Content:
    """Everything that the map's page needs to know, the scenery apart.

    Raises
    ------
    KeyError
        If a route of the plan names something that the scenario does not know.
    """
    source = Source(plan, scenario, travel, ground or Ground())
    horizon = tuple(scenario.horizon.dates())
    told = {
        "words": page_words(source.language),
        "language": source.language,
        "header": header(source),
        "conflicts": conflicts(source),
        "changes": changes(source),
        "services": [plain(service.name) for service in scenario.services.values()],
        **({"counted": counted} if (counted := _counted(source)) else {}),
        "days": _days(source),
        **({"closed": shut} if (shut := closed_roads(source.ground.closed, horizon)) else {}),
        "places": places(source),
        "bases": [source.places[place] for place in scenario.bases],
        "teams": teams(source),
        "routes": routes(source),
        "nights": nights(source),
        "sites": sites(source),
        **({"officers": staff} if (staff := officers(source)) else {}),
    }
    # Only now, after the routes have asked for their lines.
    return told | ({"lines": [list(line) for line in source.lines]} if source.lines else {})


def page_words(language: Language, prefix: str = PAGE_WORDS) -> dict[str, str | list[str]]:
    """A page's texts by what is left of their keys, with ``{name}`` for values, or its plural forms."""
    return {
        key.removeprefix(prefix): list(forms) if len(forms) > 1 else forms[0]
        for key, forms in texts(language).forms().items()
        if key.startswith(prefix)
    }


def _counted(source: Source) -> list[int]:
    """Services that are counted and never planned."""
    services = source.scenario.services.values()
    return [source.services[service.id] for service in services if not service.plannable]


def _days(source: Source) -> list[Content]:
    return [
        {
            "short": short_weekday_text(day, source.language),
            "date": short_date_text(day),
            "long": dated_weekday_text(day, source.language),
            **({"frozen": True} if source.promises.was_frozen(day) else {}),
        }
        for day in source.scenario.horizon.dates()
    ]
