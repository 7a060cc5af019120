"""What a case is worth where it is served, and per minute of a station."""

from __future__ import annotations

from collections.abc import Iterable

from optimizer.domain.scenario import Scenario
from optimizer.review.catchment import Catchment
from optimizer.review.served import Cell
from optimizer.review.stays import Cases, DayWork, case_minutes


class Worths:
    """Worth of cases in thousandths of a đồng: their value, less the shuttle that brings them."""

    def __init__(self, scenario: Scenario, catchment: Catchment) -> None:
        self._scenario, self._catchment = scenario, catchment
        self._values: dict[Cell, int] = {}
        self._fares: dict[tuple[str, str], int] = {}

    def value_mdong(self, cell: Cell) -> int:
        """Value of a case, wherever it is served."""
        if cell not in self._values:
            site, service = self._scenario.sites[cell[0]], self._scenario.services[cell[1]]
            self._values[cell] = self._scenario.case_mdong(site, service)
        return self._values[cell]

    def values_mdong(self, cases: Cases) -> int:
        """Value of cases, wherever they are served."""
        return sum(count * self.value_mdong(cell) for cell, count in cases.items())

    def case_mdong(self, host: str, cell: Cell) -> int:
        """Worth of a case served at the site `host`."""
        return self.value_mdong(cell) - self._fare_mdong(cell[0], host)

    def cases_mdong(self, host: str, cases: Cases) -> int:
        """Worth of cases served at the site `host`."""
        return sum(count * self.case_mdong(host, cell) for cell, count in cases.items())

    def work_mdong(self, work: DayWork) -> int:
        """Worth of all cases of a day."""
        return sum(self.cases_mdong(stay.site, stay.cases) for stay in work)

    def per_minute(self, host: str, cell: Cell) -> float:
        """Worth of a case served at the site `host`, per minute of a station."""
        return self.case_mdong(host, cell) / case_minutes(self._scenario.services[cell[1]])

    def cheapest_first(self, host: str, cells: Iterable[Cell]) -> list[Cell]:
        """Cells by what a case served at `host` is worth per station-minute, the least first."""
        return sorted(cells, key=lambda cell: self.per_minute(host, cell))

    def _fare_mdong(self, home: str, host: str) -> int:
        pair = home, host
        if pair not in self._fares:
            shuttle = self._catchment.shuttle(home, host) if home != host else None
            self._fares[pair] = 0 if shuttle is None else shuttle.dong_per_case * 1000
        return self._fares[pair]
