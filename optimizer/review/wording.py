"""How explanations write names, counts, money and times, in the reader's language.

Vietnamese writes 1.032 and 41,2; English 1,032 and 41.2.  Dates are dd/mm in both.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Literal

from optimizer.domain.calendar import Window
from optimizer.domain.clock import MINUTES_PER_DAY, format_clock
from optimizer.domain.scenario import Pin, Place, Scenario, Site
from optimizer.language import Language, catalogue, say, say_count
from optimizer.review.served import Cell

_TO_VIETNAMESE = str.maketrans(",.", ".,")


@dataclass(frozen=True)
class Wording:
    """The words of one scenario in one language."""

    scenario: Scenario
    language: Language

    def say(self, key: str, **values: object) -> str:
        """The catalogue's text."""
        return say(key, self.language, **values)

    def place(self, place: Place) -> str:
        """A place by its name; where several share it, with the commune or the id."""
        if self._namesakes[place.name] < 2:
            return place.name
        commune = place.commune if isinstance(place, Site) else ""
        is_told_apart = commune and self._namesakes_in_commune[place.name, commune] < 2
        return f"{place.name} ({commune if is_told_apart else place.id})"

    def number(self, count: int) -> str:
        """``"1.032"`` in Vietnamese, ``"1,032"`` in English."""
        return self._separated(f"{count:,}")

    def counted(self, noun: Literal["cases", "teams", "nights"], count: int) -> str:
        """``"12 hồ sơ"``; English has its plural."""
        return say_count(f"why.{noun}", count, self.language, count=self.number(count))

    def cases(self, gained: Iterable[tuple[str, int]]) -> str:
        """``"12 hồ sơ Cấp CCCD và 3 hồ sơ Định danh mức 2"``, from service ids and counts."""
        return self.joined(
            [
                self.say(
                    "why.cases_of",
                    cases=self.counted("cases", count),
                    service=self.scenario.services[service].name,
                )
                for service, count in gained
            ]
        )

    def gained(self, cases: Mapping[Cell, int], home: Site, host: Site) -> str:
        """``"4 hồ sơ Cấp CCCD và 3 hồ sơ Cấp CCCD của Thôn b, tại Thôn b"``: of one site first.

        Parameters
        ----------
        home
            The site that is spoken of: its cases are not told apart by where the people live.
        host
            Where they are served; not told if it is `home`.
        """
        parts = [self.cases([(service, count)]) for (at, service), count in cases.items() if at == home.id]
        for (at, service), count in cases.items():
            if at != home.id:
                of_service, site = self.cases([(service, count)]), self.place(self.scenario.sites[at])
                parts.append(self.say("why.cases_from", cases=of_service, home=site))
        told = self.joined(parts)
        return told if host.id == home.id else self.say("why.at", cases=told, host=self.place(host))

    def promised_visit(self, pin: Pin) -> str:
        """``"Thôn b ngày 26/04"``."""
        place = self.place(self.scenario.sites[pin.site]) if pin.site in self.scenario.sites else pin.site
        return self.say("promise.visit", place=place, day=self.day(pin.date))

    def dong(self, amount_mdong: int) -> str:
        """``"3.600.000 đ"``, from thousandths of a đồng, rounded to the đồng."""
        return self.say("why.dong", amount=self.number((amount_mdong + 500) // 1000))

    def km(self, km: float) -> str:
        """``"41,2 km"``."""
        return self.say("why.km", amount=self._separated(f"{km:,.1f}"))

    def duration(self, minutes: int) -> str:
        """``"2 giờ 5 phút"``; less than an hour, and whole hours, stay short."""
        hours, rest = divmod(minutes, 60)
        if not hours:
            return self.say("why.minutes", minutes=rest)
        return self.say("why.hours_minutes" if rest else "why.hours", hours=hours, minutes=rest)

    def clock(self, at_min: int) -> str:
        """``"20:40"``; what is later than midnight is only said to be."""
        return format_clock(at_min) if at_min <= MINUTES_PER_DAY else self.say("why.next_day")

    def stretch(self, window: Window) -> str:
        """``"11:00–13:30"``."""
        return f"{format_clock(window.start_min)}–{format_clock(window.end_min)}"

    def windows(self, windows: Iterable[Window]) -> str:
        """Different windows in the order of the day."""
        return ", ".join(self.stretch(window) for window in sorted(set(windows)))

    def day(self, day: date) -> str:
        """``"26/04"``."""
        return f"{day.day:02d}/{day.month:02d}"

    def days(self, days: Sequence[date]) -> str:
        """``"24/04–26/04, 28/04"``: dates in order, those that follow each other as one stretch."""
        stretches: list[list[date]] = []
        for day in sorted(days):
            if stretches and stretches[-1][-1] + timedelta(days=1) == day:
                stretches[-1].append(day)
            else:
                stretches.append([day])
        return ", ".join(
            self.day(one[0]) if len(one) == 1 else f"{self.day(one[0])}–{self.day(one[-1])}"
            for one in stretches
        )

    def tags(self, tags: Collection[str], *, either: bool = False) -> str:
        """What a scenario calls ``power``, ``generator``, ``car``: known ids in words, others as they are."""
        known = catalogue()
        words = [self.say(f"why.tag.{tag}") if f"why.tag.{tag}" in known else tag for tag in sorted(tags)]
        return self.joined(words, either=either)

    def joined(self, parts: Sequence[str], *, either: bool = False) -> str:
        """``"a, b và c"``, or with *or*."""
        if len(parts) < 2:
            return "".join(parts)
        key = "why.or" if either else "why.and"
        return self.say(key, first=", ".join(parts[:-1]), last=parts[-1])

    def either_way(self, ways: Sequence[str]) -> str:
        """``"a, hoặc b"``: whole clauses, of which one is enough."""
        told = ""
        for way in ways:
            told = self.say("why.or_else", first=told, last=way) if told else way
        return told

    @cached_property
    def _namesakes(self) -> Counter[str]:
        return Counter(place.name for place in self.scenario.places.values())

    @cached_property
    def _namesakes_in_commune(self) -> Counter[tuple[str, str]]:
        return Counter((site.name, site.commune) for site in self.scenario.sites.values())

    def _separated(self, text: str) -> str:
        return text.translate(_TO_VIETNAMESE) if self.language == "vi" else text


def as_sentence(text: str) -> str:
    """`text` with a capital first letter."""
    return text[:1].upper() + text[1:]
