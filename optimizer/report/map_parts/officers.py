"""What the map says of officers: teams and what they have, posts, wishes not kept, who stayed at home."""

from __future__ import annotations

from optimizer.domain.clock import format_clock
from optimizer.domain.crews import Post
from optimizer.domain.plan import Does
from optimizer.language import say
from optimizer.report.equipment import equipment_text
from optimizer.report.map_parts.source import Content, Source
from optimizer.report.offline import plain
from optimizer.review.absence_words import told
from optimizer.review.absences import absences


def officers(source: Source) -> Content | None:
    """Everything about officers; None where teams are given."""
    if not source.staff.is_there:
        return None
    return {
        "teams": _teams(source),
        "posts": [_post(source, post) for post in source.staff.crewing.posts.values()],
        "wishes": _wishes(source),
        "absences": _absences(source),
    }


def _teams(source: Source) -> Content:
    """Members with their skills, and what the team has, by the team's number."""
    staff = source.staff
    return {
        str(source.teams[crew.team]): {
            "members": [[plain(staff.name(one)), plain(staff.skills(one))] for one in crew.officers],
            "has": plain(equipment_text(crew, source.language)),
        }
        for crew in source.plan.crews
        if crew.team in source.teams
    }


def _post(source: Source, post: Post) -> Content:
    """Who is at a post, by the number of the day; a date on which it is closed is absent."""
    there: dict[int, list[str]] = {}
    for entry in source.plan.roster:
        for one in entry.days:
            if (one.does, one.at) == (Does.POST, post.id) and one.date in source.scenario.horizon:
                day = source.scenario.horizon.day_number(one.date)
                there.setdefault(day, []).append(plain(source.staff.name(entry.officer)))
    return {
        "name": plain(post.name),
        "hours": f"{format_clock(post.hours.start_min)}–{format_clock(post.hours.end_min)}",
        "days": {str(day): ", ".join(names) for day, names in sorted(there.items())},
    }


def _wishes(source: Source) -> list[str]:
    return [
        say(
            f"book.wishes.{one.wish}",
            source.language,
            officers=", ".join(plain(source.staff.name(officer)) for officer in one.officers),
        )
        for one in source.plan.unkept_wishes
    ]


def _absences(source: Source) -> list[Content]:
    """Teams that could not leave, and whom of their members what kept; those that nobody needed left out."""
    found = (one for one in absences(source.scenario, source.plan) if one.held)
    return [
        {
            "team": source.teams[one.team],
            "days": ", ".join(source.day_text(day) for day in one.dates),
            "reason": plain(one.reason),
        }
        for one in told(found, source.language)
    ]
