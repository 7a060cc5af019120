"""Who wishes to go together or apart: what the solver is to grant, and what crews do not."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import TYPE_CHECKING

from optimizer.crews.model import CrewModel
from optimizer.domain.crews import Crewing
from optimizer.domain.plan import Crew, UnkeptWish

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import IntVar


def wishes_of(crews: CrewModel) -> list[IntVar]:
    """For every wish a variable that is 1 only if it is kept."""
    model, crewing, found = crews.model, crews.staff.crewing, []
    for officers in crewing.together:
        kept = model.new_bool_var("together")
        for one, other in combinations(officers, 2):
            for team in crews.staff.teams:
                first, second = crews.member.get((one, team)), crews.member.get((other, team))
                if first is not None and second is not None:
                    model.add(first == second).only_enforce_if(kept)
                for alone in (first,) if second is None else (second,) if first is None else ():
                    if alone is not None:
                        model.add_implication(kept, ~alone)
        found.append(kept)
    for officers in crewing.apart:
        kept = model.new_bool_var("apart")
        for team in crews.staff.teams:
            there = [crews.member[one, team] for one in officers if (one, team) in crews.member]
            model.add(sum(there) <= 1).only_enforce_if(kept)
        found.append(kept)
    return found


def unkept_wishes(crewing: Crewing, crews: Sequence[Crew]) -> tuple[UnkeptWish, ...]:
    """The wishes that crews do not keep, read off the crews: some may be kept that nobody asked for."""
    team_of = {officer: crew.team for crew in crews for officer in crew.officers}

    def is_together(officers: Sequence[str]) -> bool:
        return len({team_of.get(one) for one in officers}) == 1

    def is_apart(officers: Sequence[str]) -> bool:
        teams = [team_of[one] for one in officers if one in team_of]
        return len(set(teams)) == len(teams)

    together = (UnkeptWish(wish="together", officers=one) for one in crewing.together if not is_together(one))
    apart = (UnkeptWish(wish="apart", officers=one) for one in crewing.apart if not is_apart(one))
    return *together, *apart
