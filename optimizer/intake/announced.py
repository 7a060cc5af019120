"""Sections that the format has and this version does not act on.

They are checked as every other section, and their use is an error that says so: a rule that
is written must never be ignored.
"""

from __future__ import annotations

from typing import Annotated

from optimizer.intake.fields import Id, Name, Tag, Tags, Whole, YesNo
from optimizer.intake.sections import FileOrList, InList, Section, TableFile, about
from optimizer.intake.times import Date


class OfficerForm(Section):
    """An officer."""

    id: Id = about("Short unique code.", "Mã ngắn, không trùng.")
    unit: Name = about("Unit.", "Đơn vị.", "")
    skills: Tags = about("Skills.", "Kỹ năng.", frozenset())
    days_off: tuple[Date, ...] = about("Dates off.", "Ngày nghỉ.", ())
    duties: Tags = about("Other duties.", "Nhiệm vụ khác.", frozenset())


class CrewForm(Section):
    """Teams of one kind to be formed from the officers."""

    teams: Whole = about("Number of teams.", "Số tổ.", 1, ge=1, le=100)
    base: Id = about("Base of these teams.", "Trụ sở của các tổ.")
    roles: dict[Tag, Whole] = about("Officers needed by skill.", "Số cán bộ cần theo kỹ năng.", {})
    stations: Whole = about("Capture kits of a team.", "Số bộ thu nhận mỗi tổ.", 1, ge=1, le=100)
    brings: Tags = about("Things brought.", "Thứ mang theo.", frozenset())
    vehicle: Tag | None = about("Vehicle.", "Phương tiện.", None)
    works_holidays: YesNo = about("Whether they work on holidays.", "Có làm ngày lễ không.", False)  # noqa: FBT003


class PostForm(Section):
    """A post that must stay staffed."""

    id: Id = about("Short unique code.", "Mã ngắn, không trùng.")
    name: Name | None = about("Name for people.", "Tên gọi.", None)
    officers: Whole = about("Officers always there.", "Số cán bộ luôn trực.", 1, ge=0, le=100)
    units: Tags = about("Units whose officers may staff it.", "Đơn vị được cử trực.", frozenset())


OfficersSource = Annotated[TableFile | Annotated[tuple[OfficerForm, ...], InList], FileOrList]
