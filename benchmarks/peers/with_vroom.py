"""VROOM: a job per chunk with all its windows, on one clock for the whole horizon.

Service takes a time per type of vehicle, which is the number of stations; set-up is VROOM's own,
left out where the job before is at the same place.  A window's latest start cannot depend on the
vehicle: it is that of the reference team, or of the slowest where `safe`.  Skills stand for who
is fit.  Of the value only a priority of 0 to 100 remains.
"""

from __future__ import annotations

import time
from datetime import timedelta

import vroom

from peers.answer import Answer
from peers.work import REFERENCE_STATIONS, Chunk, Task

MOST_PRIORITY = 100
DEEPEST, QUICKEST = 5, 0
"""VROOM's most and least thorough exploration levels."""

MOST_PAIRS = 10**6
"""With more pairs of job and vehicle only the quickest level has an answer in time."""


def solve(task: Task, seconds: float, *, safe: bool) -> Answer:
    """VROOM's answer; it stops by itself when it finds no more."""
    begun = time.perf_counter()
    model = vroom.Input()
    ends = {one.start for one in task.team_days} | {one.end for one in task.team_days}
    places = sorted(ends | {chunk.site.id for chunk in task.chunks})
    number = {place: at for at, place in enumerate(places)}
    for kind in range(len(task.kinds)):
        minutes, cost = task.legs(kind, places)
        model.set_durations_matrix(str(kind), minutes.astype("uint32"))
        model.set_costs_matrix(str(kind), cost.astype("uint32"))
    skills = {teams: skill for skill, teams in enumerate(sorted({*task.fit.values()}, key=sorted), start=1)}
    for at, one in enumerate(task.team_days):
        clock = 1440 * task.scenario.horizon.day_number(one.date)
        model.add_vehicle(
            vroom.Vehicle(
                at + 1,
                start=number[one.start],
                end=number[one.end],
                profile=str(task.kind_of(one)),
                type=str(one.team.stations),
                skills={skill for teams, skill in skills.items() if one.team.id in teams},
                time_window=(clock + one.team.shift.start_min, clock + one.team.shift.end_min),
            )
        )
    counts = {one.team.stations for one in task.team_days}
    judged = min(counts) if safe else REFERENCE_STATIONS
    most = max(chunk.worth_mdong for chunk in task.chunks)
    for at, chunk in enumerate(task.chunks):
        windows = _windows(task, chunk, judged)
        if windows:
            model.add_job(
                vroom.Job(
                    at + 1,
                    location=number[chunk.site.id],
                    default_setup=chunk.site.setup_minutes,
                    default_service=chunk.minutes(REFERENCE_STATIONS),
                    service_per_type={str(count): chunk.minutes(count) for count in counts},
                    skills={skills[task.fit_for(chunk)]},
                    priority=max(1, round(MOST_PRIORITY * chunk.worth_mdong / most)),
                    time_windows=windows,
                )
            )
    built = time.perf_counter() - begun
    level = DEEPEST if len(task.chunks) * len(task.team_days) <= MOST_PAIRS else QUICKEST
    found = model.solve(exploration_level=level, nb_threads=1, timeout=timedelta(seconds=seconds))
    orders: list[list[int]] = [[] for _ in task.team_days]
    for row in found.routes.itertuples():
        if row.type == "job":
            orders[int(row.vehicle_id) - 1].append(int(row.id) - 1)
    return Answer(orders, built, time.perf_counter() - begun - built)


def _windows(task: Task, chunk: Chunk, stations: int) -> list[tuple[int, int]]:
    """First and last start of a job, set-up included, in every window of the horizon."""
    length = chunk.site.setup_minutes + chunk.minutes(stations)
    return [
        (clock + window.start_min, clock + window.end_min - length)
        for day in task.scenario.horizon.dates()
        for clock in (1440 * task.scenario.horizon.day_number(day),)
        for window in task.windows(chunk, day)
        if window.end_min - length > window.start_min
    ]
