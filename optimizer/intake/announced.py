"""Sections that the format has and this version does not act on.

They are checked as every other section, and their use is an error that says so: a rule that
is written must never be ignored.
"""

from __future__ import annotations

from typing import Annotated

from optimizer.intake.fields import Id, Name, Real, Tag, Tags, Whole, YesNo
from optimizer.intake.sections import FileOrList, InList, Section, TableFile, about
from optimizer.intake.times import Clock, Date


class ThenForm(Section):
    """The follow-up of a service."""

    service: Id = about("Service that becomes outstanding.", "Thủ tục phải làm tiếp.")
    after_days: Whole = about(
        "Days after the first step.", "Số ngày sau bước đầu.", 0, unit="days", ge=0, le=366
    )


class GatherForm(Section):
    """People of nearby sites who come to a visit."""

    radius_km: Real = about("Great-circle radius.", "Bán kính đường chim bay.", unit="km", gt=0, le=1000)
    turnout: Real = about("Fraction of people who come.", "Tỷ lệ người đến.", 1.0, ge=0, le=1)
    services: tuple[Id, ...] = about("Services served so.", "Các thủ tục áp dụng.", ())


class ShuttleForm(Section):
    """People of one site who are driven to another."""

    from_: Id = about("Home site.", "Điểm nơi dân ở.", alias="from")
    to: Id = about("Host site.", "Điểm làm việc.")
    turnout: Real = about("Fraction of people who come.", "Tỷ lệ người đến.", 1.0, ge=0, le=1)
    dong_per_case: Whole = about(
        "Cost of a case.", "Chi phí mỗi trường hợp.", 0, unit="đ", ge=0, le=1_000_000_000
    )


class PinForm(Section):
    """A promise already made."""

    team: Id = about("Team.", "Tổ.")
    date: Date = about("Date.", "Ngày.")
    site: Id = about("Site.", "Điểm.")
    start: Clock | None = about("Exact start of work.", "Giờ bắt đầu, đúng như hẹn.", None)
    cases: dict[Id, Whole] = about("Fewest cases by service.", "Số trường hợp ít nhất theo thủ tục.", {})


class RecordForm(Section):
    """Work done earlier."""

    date: Date = about("Date.", "Ngày.")
    site: Id = about("Site.", "Điểm.")
    service: Id = about("Service.", "Thủ tục.")
    cases: Whole = about("Cases served.", "Số trường hợp đã làm.", unit="cases", ge=0, le=1_000_000)


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
RecordSource = Annotated[TableFile | Annotated[tuple[RecordForm, ...], InList], FileOrList]
