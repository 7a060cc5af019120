"""People who are served away from home: those who come by themselves, those who are driven."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Gathering:
    """People who come by themselves to a visit at a site nearby.

    Parameters
    ----------
    radius_km
        Great-circle distance within which they come, the bound included.
    turnout
        Share of a site's outstanding cases of a service that may be served away from it.
    services
        Ids of the services for which they come; empty for all.
    """

    radius_km: float
    turnout: float
    services: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Shuttle:
    """People of the site `origin` who are driven to visits at the site `destination`.

    Parameters
    ----------
    turnout
        Share of the outstanding cases of a service at `origin` that may be served so; it counts
        beside what `Gathering` allows, and in its place between these two sites.
    """

    origin: str
    destination: str
    turnout: float
    dong_per_case: int = 0
