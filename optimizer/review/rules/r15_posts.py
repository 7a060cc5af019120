"""R15 posts: on each of its dates a post has enough officers, who may be there and are nowhere else."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from optimizer.domain.crews import Officer, Post
from optimizer.review.breach import Breach, breach, listed, stretch
from optimizer.review.staffing import Staffing


def posts_staffed(staffing: Staffing) -> Iterator[Breach]:
    """On every date of a post enough officers are there, and enough of them have each skill asked for."""
    scenario, officers = staffing.scenario, staffing.crewing.officers
    for post in staffing.crewing.posts.values():
        there = staffing.at_post(post.id)
        for day in sorted(post.dates):
            present = [officers[one] for one in there.get(day, ()) if one in officers]
            if len(present) < post.officers:
                yield breach(
                    scenario, "R15.few", day=day, post=post.name, number=len(present), needed=post.officers
                )
            for skill, needed in sorted(post.roles.items()):
                able = sum(skill in one.skills for one in present)
                if able < needed:
                    yield breach(
                        scenario,
                        "R15.role",
                        day=day,
                        post=post.name,
                        skill=skill,
                        number=able,
                        needed=needed,
                    )


def only_who_may_be_there(staffing: Staffing) -> Iterator[Breach]:
    """Whoever is at a post is of its units and free in its hours, on a date of the post."""
    crewing = staffing.crewing
    for entry in staffing.plan.roster:
        officer = crewing.officers.get(entry.officer)
        for day, posts in staffing.posts_of(entry.officer).items() if officer else ():
            for post_id in posts:
                post = crewing.posts.get(post_id)
                if post is None:
                    yield breach(
                        staffing.scenario,
                        "R15.unknown",
                        day=day,
                        officer=staffing.officer_name(entry.officer),
                        post=post_id,
                    )
                elif officer is not None:
                    yield from _against_its_terms(staffing, officer, post, day)


def at_one_place(staffing: Staffing) -> Iterator[Breach]:
    """Nobody is at two posts on a date, nor at a post while out with a team."""
    for officer_id in dict.fromkeys(entry.officer for entry in staffing.plan.roster):
        crew = staffing.crew_of.get(officer_id)
        out = staffing.out(crew)
        name = staffing.officer_name(officer_id)
        for day, posts in staffing.posts_of(officer_id).items():
            if len(posts) > 1:
                yield breach(
                    staffing.scenario, "R15.two", day=day, officer=name, posts=_names(staffing, posts)
                )
            if crew is not None and day in out:
                yield breach(
                    staffing.scenario,
                    "R15.out",
                    team=crew.team,
                    day=day,
                    officer=name,
                    posts=_names(staffing, posts),
                )


def _against_its_terms(staffing: Staffing, officer: Officer, post: Post, day: date) -> Iterator[Breach]:
    scenario = staffing.scenario
    if day not in post.dates:
        yield breach(scenario, "R15.date", day=day, officer=officer.name, post=post.name)
    if post.units and officer.unit not in post.units:
        yield breach(
            scenario,
            "R15.unit",
            day=day,
            officer=officer.name,
            post=post.name,
            unit=officer.unit or None,
            units=listed(post.units),
        )
    if day in officer.days_off:
        yield breach(scenario, "R15.off", day=day, officer=officer.name, post=post.name)
    for duty in staffing.duties_on(officer, day, post.hours):
        yield breach(
            scenario,
            "R15.duty",
            day=day,
            officer=officer.name,
            post=post.name,
            duty=staffing.crewing.duties[duty].name,
            hours=stretch(post.hours),
        )


def _names(staffing: Staffing, posts: list[str]) -> str:
    known = staffing.crewing.posts
    return listed(known[post].name if post in known else post for post in posts)
