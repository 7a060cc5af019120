"""The rules by which crews are formed, as a planner knows them: each can be named, and taken back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, order=True)
class Rule:
    """One demand of the scenario.

    Parameters
    ----------
    key
        What it is about: ``teams``, ``size``, ``role``, ``operator``, ``leader``, ``kit``, ``post``,
        ``post_role``, ``max_days``, ``week``, ``row``, ``row_before`` (a row that began right before the
        horizon).
    of
        Id of the kind of crew, the kit, the post or the officer.
    skill
        Skill that is asked for; empty where none is: any officer operates a station then.
    number
        How many are asked for or allowed.
    """

    key: str
    of: str
    skill: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class Relief:
    """How far a rule would have to give way.

    Parameters
    ----------
    by
        Officers, kits or dates, by whatever the rule counts.
    on
        Dates, in order; none for a rule that is not about dates.
    """

    rule: Rule
    by: int
    on: tuple[date, ...] = ()
