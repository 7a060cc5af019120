"""One team's day while a plan is made by hand: where it is, when it is free, whether it has rested."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from optimizer.domain.plan import Pause, Visit
from optimizer.domain.scenario import Team


@dataclass
class Day:
    """One team's day in the making."""

    team: Team
    date: date
    start: str
    beds: tuple[str, ...]
    visits: list[Visit] = field(default_factory=list)
    breaks: list[Pause] = field(default_factory=list)
    work_min: int = 0
    drive_min: int = 0

    @property
    def at(self) -> str:
        """Where the team is."""
        return self.visits[-1].site if self.visits else self.start

    @property
    def free_min(self) -> int:
        """When it can leave."""
        return self.visits[-1].finish if self.visits else self.team.shift.start_min

    @property
    def must_rest(self) -> bool:
        """Whether its break is still to be taken."""
        return self.team.pause is not None and not self.breaks

    def rested(self, leg_min: int) -> tuple[Pause, int] | None:
        """The break taken on arrival, or before leaving if that is too late; and when it can work then."""
        pause = self.team.pause
        assert pause is not None
        for before_min, after_min in ((leg_min, 0), (0, leg_min)):
            start = max(self.free_min + before_min, pause.between.start_min)
            if start <= pause.between.end_min:
                return Pause(start=start, minutes=pause.minutes), start + pause.minutes + after_min
        return None

    def last_rest_min(self, leg_min: int) -> int:
        """When work must be over to take the break after it, travel `leg_min` and be in time; 0 if never."""
        pause, end_min = self.team.pause, self.team.shift.end_min - leg_min
        assert pause is not None
        if pause.between.start_min + pause.minutes > end_min:
            return 0
        return min(pause.between.end_min, end_min - pause.minutes)
