"""Terms of the objective that only some campaigns have: changes of an earlier plan, and unevenness."""

from __future__ import annotations

from optimizer.engine.kernels.arrays import (
    EARLIER,
    NOW,
    SITE,
    SPOT,
    STOPS,
    WORKED,
    Problem,
    State,
    inlined,
    kernel,
)


@kernel
def is_new(P: Problem, X: State, r: int, k: int):
    """Is stop `k` the first of its day route at its spot?"""
    spot = P.site[X.stop[NOW, r, k, SITE], SPOT]
    for j in range(k):
        if P.site[X.stop[NOW, r, j, SITE], SPOT] == spot:
            return False
    return True


@inlined
def changes(P: Problem, X: State, r: int):
    """What it costs, in mđ, that a day route differs from that of the earlier plan."""
    if P.change == 0.0:
        return 0.0
    number = P.day[r, EARLIER]
    for k in range(X.route[NOW, r, STOPS]):
        if is_new(P, X, r, k):
            number += -1 if P.was_visited[r, P.site[X.stop[NOW, r, k, SITE], SPOT]] else 1
    return P.change * number


@inlined
def change_by(P: Problem, X: State, r: int, i: int):
    """What a visit of day route `r` to site `i` adds to its `changes`, in mđ; negative if it was there."""
    spot = P.site[i, SPOT]
    for k in range(X.route[NOW, r, STOPS]):
        if P.site[X.stop[NOW, r, k, SITE], SPOT] == spot:
            return 0.0
    return -P.change if P.was_visited[r, spot] else P.change


@inlined
def unevenness(P: Problem, X: State):
    """What the difference of the teams' work costs, in mđ, rounded half up once."""
    if P.uneven == 0:
        return 0.0
    whole = 0
    for r in range(P.teams * P.days):
        whole += X.route[NOW, r, WORKED]
    apart = 0
    for t in range(P.teams):
        work = 0
        for d in range(P.days):
            work += X.route[NOW, t * P.days + d, WORKED]
        apart += abs(P.teams * work - whole)
    return float((2 * P.uneven * apart + P.teams) // (2 * P.teams))
