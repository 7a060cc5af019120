"""The best plan of a walk, as routes with times of day."""

from __future__ import annotations

from optimizer.domain.plan import Route, Visit
from optimizer.engine.compile import Instance
from optimizer.engine.kernels import arrays
from optimizer.engine.kernels.arrays import State


def routes(instance: Instance, state: State) -> tuple[Route, ...]:
    """Day routes of the best plan, by team and date; a team that stays where it is has none."""
    problem = instance.problem
    found = (_route(instance, state, r) for r in range(problem.teams * problem.days))
    return tuple(route for route in found if route is not None)


def _route(instance: Instance, state: State, r: int) -> Route | None:
    """One day route: visits as early as they can be, departure no earlier than it must be."""
    problem, row = instance.problem, state.route[arrays.BEST, r]
    stops, origin, end = int(row[arrays.STOPS]), int(row[arrays.FROM]), int(row[arrays.TO])
    if stops == 0 and origin == end:
        return None
    team_number, day_number = divmod(r, problem.days)
    team, layer = problem.team[team_number], int(problem.day[r, arrays.LAYER])
    minutes = problem.minutes[layer]
    chain = [origin]
    now, at, visits = int(team[arrays.SHIFT_START]), origin, []
    depart = now
    for k in range(stops):
        site, window = (int(x) for x in state.stop[arrays.BEST, r, k, :2])
        place = problem.first_site + site
        opens = int(problem.window[problem.site[site, arrays.HOURS], day_number, window, 0])
        arrive = now + int(minutes[at, place])
        start = max(arrive, opens)
        if k == 0:
            depart += start - arrive
            arrive = start
        cases, work = _cases(instance, state, r, k, site)
        now = start + int(problem.site[site, arrays.SETUP]) - (-work // int(team[arrays.STATIONS]))
        visits.append(Visit(site=instance.places[place], arrive=arrive, start=start, finish=now, cases=cases))
        at = place
        chain.append(place)
    chain.append(end)
    arrive = now + int(minutes[at, end])
    return Route(
        team=instance.teams[team_number],
        date=instance.dates[day_number],
        start=instance.places[origin],
        depart=depart,
        end=instance.places[end],
        arrive=arrive,
        visits=tuple(visits),
        km=int(instance.metres[layer, chain[:-1], chain[1:]].sum()) / 1000,
        travel_minutes=int(minutes[chain[:-1], chain[1:]].sum()),
    )


def _cases(instance: Instance, state: State, r: int, k: int, site: int) -> tuple[dict[str, int], int]:
    """Cases by service of one stop, and the station-minutes they take."""
    first, count = (int(x) for x in instance.problem.site[site, arrays.FIRST_CELL : arrays.CELLS + 1])
    amounts = state.amount[arrays.BEST, r, k, :count].tolist()
    cells = range(first, first + count)
    cases = {instance.services[c]: n for c, n in zip(cells, amounts, strict=True) if n > 0}
    work = sum(int(instance.problem.cell[c]) * n for c, n in zip(cells, amounts, strict=True))
    return dict(sorted(cases.items())), work
