"""Variants side by side: what each is worth against the base, and where more helps most."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from optimizer.alternation import Crewed
from optimizer.domain.plan import Figures
from optimizer.review.figures import figures
from optimizer.travel.matrix import TravelMatrix
from optimizer.whatif.changes import Change
from optimizer.whatif.replan import as_it_stands, better_of
from optimizer.whatif.side_by_side import Found
from optimizer.whatif.variants import Variant


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a plan of the base, or of a variant, comes to.

    Parameters
    ----------
    changes
        What there is more of; nothing for the base.
    is_cut
        Whether its search was stopped early.
    """

    changes: tuple[Change, ...]
    figures: Figures
    is_cut: bool = False

    @property
    def cost_dong(self) -> float:
        """What the plan costs: everything of the objective but the value of cases, evenness and change."""
        terms = self.figures.terms
        return -(terms.km + terms.travel + terms.fares + terms.nights + terms.shuttles)


@dataclass(frozen=True, slots=True)
class Gain:
    """By how much an outcome differs from the base's."""

    changes: tuple[Change, ...]
    cases: int
    km: float
    nights: int
    cost_dong: float
    worth_dong: float
    is_cut: bool = False


@dataclass(frozen=True, slots=True)
class Comparison:
    """The base and what each variant is worth against it.

    Parameters
    ----------
    drift_dong
        What the base gained by being searched for as long again as each variant was.
    not_begun
        How many variants there was no time for.
    crewed
        What was found: for the base, then for each of `gains`.
    """

    base: Outcome
    gains: tuple[Gain, ...]
    drift_dong: float
    not_begun: int = 0
    crewed: tuple[Crewed, ...] = ()


def compared(
    base: Crewed, gone_on: Found | None, found: Sequence[tuple[Variant, Found | None]], travel: TravelMatrix
) -> Comparison:
    """Set what was found side by side.

    Parameters
    ----------
    gone_on
        What was found for the base by going on from itself, as the variants did.
    """
    standing = base if gone_on is None else better_of(base, gone_on.crewed)
    made = [(variant, one) for variant, one in found if one is not None]
    before = outcome(standing, travel, is_cut=gone_on is None or gone_on.is_cut)
    best = shared(standing, [(variant, one.crewed) for variant, one in made], travel)
    gains = tuple(
        gain(before, outcome(crewed, travel, variant.changes, is_cut=one.is_cut))
        for crewed, (variant, one) in zip(best, made, strict=True)
    )
    first_dong = outcome(base, travel, is_cut=False).figures.objective
    drift_dong = before.figures.objective - first_dong
    return Comparison(before, gains, drift_dong, len(found) - len(made), crewed=(standing, *best))


def outcome(crewed: Crewed, travel: TravelMatrix, changes: Sequence[Change] = (), *, is_cut: bool) -> Outcome:
    """The figures of what was found."""
    return Outcome(
        tuple(changes), figures(crewed.scenario, travel, crewed.found.solution.routes), is_cut=is_cut
    )


def gain(base: Outcome, other: Outcome) -> Gain:
    """What a variant is worth."""
    before, after = base.figures, other.figures
    return Gain(
        other.changes,
        cases=after.cases - before.cases,
        km=after.km - before.km,
        nights=after.nights - before.nights,
        cost_dong=other.cost_dong - base.cost_dong,
        worth_dong=after.objective - before.objective,
        is_cut=other.is_cut,
    )


def shared(base: Crewed, found: Sequence[tuple[Variant, Crewed]], travel: TravelMatrix) -> tuple[Crewed, ...]:
    """For each variant the best of what was found for it, for the base and for other ones, if it can be here.

    So a variant with more is never worth less than one with less, however the searches fared.
    Crews that were formed for one variant may not be possible in another; only the base's are.
    """
    made = []
    for variant, own in found:
        best = own
        for other in (base, *(one for _, one in found if one.formed is None and one is not own)):
            standing = as_it_stands(variant.scenario, travel, other)
            best = best if standing is None else better_of(best, standing)
        made.append(best)
    return tuple(made)


def most_helpful(gains: Iterable[Gain]) -> Mapping[tuple[str, str | None], Gain]:
    """Of the variants that have more of one thing, the one worth most per piece, for each thing."""
    best: dict[tuple[str, str | None], Gain] = {}
    for one in gains:
        if len(one.changes) != 1:
            continue
        key = (one.changes[0].what, one.changes[0].thing)
        if key not in best or per_piece_dong(one) > per_piece_dong(best[key]):
            best[key] = one
    return best


def per_piece_dong(one: Gain) -> float:
    """What each piece of a variant's first change is worth."""
    return one.worth_dong / one.changes[0].number
