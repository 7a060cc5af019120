"""Procedures that stations perform for people."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FollowUp:
    """The service that each case served makes outstanding at its home site, `after_days` later."""

    service: str
    after_days: int


@dataclass(frozen=True, slots=True)
class Service:
    """A procedure that stations perform for people.

    Parameters
    ----------
    minutes
        Minutes of one station per case; None for a service that is not plannable.
    value_dong
        Worth of one case served, before a site's priority.
    needs
        What the site must offer or the team bring: power, network.
    requires
        Skills that the team must have.
    plannable
        False for cases that are only counted, such as people away with no known address.
    then
        What has to follow; None for nothing.
    """

    id: str
    name: str
    minutes: int | None
    value_dong: int = 300_000
    needs: frozenset[str] = frozenset()
    requires: frozenset[str] = frozenset()
    plannable: bool = True
    then: FollowUp | None = None
