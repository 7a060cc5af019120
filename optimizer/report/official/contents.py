"""What a template of the official plan may have filled in, by the names that stand in its braces.

The names are Vietnamese without diacritics, for those who edit the template.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import groupby
from math import fsum
from typing import Any

from optimizer.domain.clock import format_clock
from optimizer.domain.plan import Reason, Route, Visit
from optimizer.language import Language, say
from optimizer.report.formats import (
    count_text,
    date_text,
    decimal_text,
    percent_text,
    short_date_text,
    short_weekday_text,
)
from optimizer.report.team_week import TeamDay, TeamWeek
from optimizer.report.workbook_sheets.contents import Contents
from optimizer.report.workbook_sheets.page import clean_text

Filled = dict[str, Any]


def filled_in(contents: Contents) -> Filled:
    """Everything that a template may name: texts, and lists of such maps."""
    return {name: _clean(value) for name, value in {**_sums(contents), **_lists(contents)}.items()}


def official_date(day: date, language: Language) -> str:
    """``"05 tháng 02 năm 2023"``: days below ten and the months 1 and 2 have a zero before them."""
    month = f"{day.month:02d}" if day.month <= 2 else str(day.month)
    return say("doc.date", language, day=f"{day.day:02d}", month=month, year=day.year)


def _sums(contents: Contents) -> Filled:
    scenario, figures, language = contents.scenario, contents.plan.figures, contents.language
    visited = {visit.site for route in contents.plan.routes for visit in route.visits}
    communes = {scenario.sites[site].commune for site in visited} - {""}
    teams = scenario.teams.values()
    numbers = {
        "so_ngay": scenario.horizon.days,
        "so_to": len(teams),
        "so_can_bo": sum(team.officers for team in teams),
        "so_bo_thu_nhan": sum(team.stations for team in teams),
        "so_diem": len(visited),
        "so_xa": len(communes),
        "so_luot": sum(len(route.visits) for route in contents.plan.routes),
        "so_ho_so": figures.cases,
        "so_len_ke_hoach_duoc": figures.of,
        "so_con_lai": sum(one.cases for one in contents.plan.unserved),
        "so_dem": figures.nights,
    }
    never = sum(one.cases for one in contents.plan.unserved if one.reason is Reason.NOT_PLANNABLE)
    issuer = next(iter(scenario.bases.values()))
    return {
        **{name: count_text(number, language) for name, number in numbers.items()},
        "co_quan": issuer.name,
        "ten_ke_hoach": scenario.name,
        "nam": str(scenario.horizon.start.year),
        "tu_ngay": official_date(scenario.horizon.start, language),
        "den_ngay": official_date(scenario.horizon.end, language),
        "so_khong_len_ke_hoach": count_text(never, language) if never else "",
        "ty_le": percent_text(figures.coverage, language),
        "so_km": decimal_text(figures.km, 0, language),
    }


def _lists(contents: Contents) -> Filled:
    return {
        "cac_thu_tuc": list(_services(contents)),
        "cac_to": [_team(contents, order, week) for order, week in enumerate(contents.weeks, start=1)],
        "cac_noi_nghi": [
            {"tt": str(order), **night} for order, night in enumerate(_nights(contents), start=1)
        ],
        "con_lai_theo_nhom": [
            {"tt": str(order), **group} for order, group in enumerate(_left(contents), start=1)
        ],
        "lich_hen_khong_giu_duoc": list(_unkept(contents)),
    }


def _services(contents: Contents) -> Iterator[Filled]:
    for service in contents.scenario.services.values():
        served, due = contents.served[service.id], contents.tally.due_by_service[service.id]
        if service.plannable and due:
            yield {
                "ten": service.name,
                "ton": count_text(due, contents.language),
                "phuc_vu": count_text(served, contents.language),
                "con_lai": count_text(due - served, contents.language),
            }


def _team(contents: Contents, order: int, week: TeamWeek) -> Filled:
    team, language = week.team, contents.language
    return {
        "tt": str(order),
        "ten": contents.team_name(team),
        "nguoi": ", ".join(contents.staff.members(team.id)),
        "tru_so": contents.place_name(team.base),
        "can_bo": count_text(team.officers, language),
        "bo_thu_nhan": count_text(team.stations, language),
        "phuong_tien": contents.words_for("vehicle", [team.vehicle]),
        "mang_theo": contents.words_for("thing", team.brings),
        "so_luot": count_text(week.visits, language),
        "ho_so": count_text(week.cases.total(), language),
        "so_km": decimal_text(fsum(route.km for route in week.routes), 0, language),
        "so_dem": count_text(week.nights, language),
        "cac_ngay": [_day(contents, one.route) for one in week.days if one.route],
    }


def _day(contents: Contents, route: Route) -> Filled:
    language = contents.language
    home = route.end == contents.scenario.teams[route.team].base
    clock, place = format_clock(route.arrive), contents.place_name(route.end)
    end = say("doc.home" if home else "doc.night", language, clock=clock, place=place)
    return {
        "ngay": f"{short_weekday_text(route.date, language)}, {short_date_text(route.date)}",
        "xuat_phat": format_clock(route.depart),
        "ho_so": count_text(sum(visit.number_of_cases for visit in route.visits), language),
        "cuoi_ngay": end,
        "cac_luot": [
            {
                "tu": format_clock(visit.start),
                "den": format_clock(visit.finish),
                "diem": contents.place_name(visit.site),
                "xa": contents.commune(visit.site),
                "viec": contents.cases_told(visit.cases_by_service),
                "noi_khac_sang": _guests(visit, language),
            }
            for visit in route.visits
        ],
    }


def _guests(visit: Visit, language: Language) -> str:
    """How many cases are of people who come from elsewhere; nothing if none are."""
    guests = visit.number_of_cases - sum(visit.cases.values())
    return count_text(guests, language) if guests else ""


def _nights(contents: Contents) -> Iterator[Filled]:
    """Stays away from base: a row for each run of nights of one team at one place."""
    language = contents.language
    for week in contents.weeks:
        for place, run in groupby(week.days[:-1], key=_where):
            days = list(run)
            if place != week.team.base:
                first, last = short_date_text(days[0].day), short_date_text(days[-1].day)
                yield {
                    "to": contents.team_name(week.team),
                    "noi": contents.place_name(place),
                    "tu_ngay": first if first == last else f"{first} – {last}",
                    "so_dem": count_text(len(days), language),
                    "so_nguoi": count_text(week.team.officers, language),
                }


def _where(day: TeamDay) -> str:
    return day.sleeps_at


def _left(contents: Contents) -> Iterator[Filled]:
    """What the plan leaves, by service and reason."""
    cases: Counter[tuple[str, Reason]] = Counter()
    sites: dict[tuple[str, Reason], set[str]] = {}
    for one in contents.plan.unserved:
        cases[one.service, one.reason] += one.cases
        sites.setdefault((one.service, one.reason), set()).add(one.site)
    for service in contents.scenario.services.values():
        for reason in Reason:
            if cases[service.id, reason]:
                yield {
                    "thu_tuc": service.name,
                    "ly_do": say(f"map.reason.{reason.value}", contents.language),
                    "so_diem": count_text(len(sites[service.id, reason]), contents.language),
                    "ho_so": count_text(cases[service.id, reason], contents.language),
                }


def _unkept(contents: Contents) -> Iterator[Filled]:
    """Promises that are not kept: whoever signs has to know."""
    for conflict in contents.promises.conflicts:
        yield {
            "to": contents.team_called(conflict.team),
            "ngay": date_text(conflict.date),
            "diem": contents.place_name(conflict.site),
            "ly_do": conflict.reason,
        }


def _clean(value: Any) -> Any:
    """Every text as a document can hold it, without control characters and marks of direction."""
    if isinstance(value, dict):
        return {key: _clean(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_clean(one) for one in value]
    return clean_text(value)
