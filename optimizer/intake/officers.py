"""Officers, what they do besides and what they worked before: the keys of each."""

from __future__ import annotations

from typing import Annotated

from optimizer.intake.fields import Id, Name, Tag, Tags, Whole
from optimizer.intake.sections import FileOrList, InList, Section, TableFile, about
from optimizer.intake.times import Date, Dates, Windows


class OfficerForm(Section):
    """An officer, known by a code; as a row of a table too."""

    id: Id = about("Short unique code.", "Mã ngắn, không trùng.")
    name: Name | None = about(
        "Display name, which may be a code; the id if left out.",
        "Tên hiển thị, có thể là mã; bỏ trống thì lấy mã.",
        None,
    )
    unit: Name = about("Home unit; one only.", "Đơn vị; mỗi người một đơn vị.", "")
    skills: Tags = about(
        "Skills: to drive, to take prints, a language.",
        "Kỹ năng: lái xe, thu nhận, biết tiếng dân tộc…",
        frozenset(),
    )
    level: Whole = about(
        "Seniority, where teams ask for a `leader`.", "Cấp bậc, khi tổ cần người phụ trách.", 0, ge=0, le=100
    )
    days_off: Dates = about("Dates off.", "Ngày nghỉ phép.", ())
    duties: Tags = about("Ids of other duties.", "Mã nhiệm vụ khác.", frozenset())
    max_days: Whole | None = about(
        "Most dates of the horizon on which the officer works.",
        "Số ngày làm nhiều nhất trong đợt.",
        None,
        unit="days",
        ge=0,
        le=62,
    )


class DutyForm(Section):
    """What keeps officers from teams and posts at its times."""

    name: Name | None = about("Name for people; its id if left out.", "Tên gọi; bỏ trống thì lấy mã.", None)
    when: dict[str, Windows] = about(
        "Times: windows per `mon`…`sun`, range `mon-fri`, `daily` or date, as in `hours`.",
        "Thời gian: theo thứ, khoảng `mon-fri`, `daily` hoặc ngày, như `hours`.",
    )


class HistoryForm(Section):
    """What an officer worked in earlier weeks."""

    officer: Id = about("Id of the officer.", "Mã cán bộ.")
    days_away: Whole = about(
        "Dates out with a team.", "Số ngày đi lưu động.", 0, unit="days", ge=0, le=10_000
    )
    evenings: Whole = about("Evenings worked.", "Số buổi tối.", 0, ge=0, le=10_000)
    weekends: Whole = about(
        "Saturdays, Sundays and holidays worked.",
        "Số ngày thứ Bảy, Chủ nhật, ngày lễ đã làm.",
        0,
        unit="days",
        ge=0,
        le=10_000,
    )
    in_a_row: Whole = about(
        "Dates worked right before the first one, without a break.",
        "Số ngày làm liền ngay trước ngày đầu của đợt.",
        0,
        unit="days",
        ge=0,
        le=366,
    )
    rests_until: Date | None = about(
        "Through this date the officer is off, to rest after nights away.",
        "Nghỉ đến hết ngày này, sau chuyến đi có nghỉ đêm.",
        None,
    )


class RestForm(Section):
    """Limits of an officer's working dates, with a team or at a post."""

    days_in_a_row: Whole | None = about(
        "Most consecutive working dates.", "Số ngày làm liền nhiều nhất.", None, unit="days", ge=1, le=62
    )
    days_a_week: Whole | None = about(
        "Most working dates from Monday to Sunday.",
        "Số ngày làm nhiều nhất từ thứ Hai đến Chủ nhật.",
        None,
        unit="days",
        ge=1,
        le=7,
    )
    after_nights: Whole = about(
        "Dates without work after coming back from nights away.",
        "Số ngày nghỉ sau khi về từ chuyến có nghỉ đêm.",
        0,
        unit="days",
        ge=0,
        le=14,
    )


class FairnessForm(Section):
    """Points of an officer's first day away, evening and weekend; the n-th weighs n times as much."""

    day_away: Whole = about("A date out with a team.", "Một ngày đi lưu động.", 1, ge=0, le=1000)
    evening: Whole = about("An evening.", "Một buổi tối.", 1, ge=0, le=1000)
    weekend: Whole = about(
        "A Saturday, Sunday or holiday.", "Một ngày cuối tuần hay ngày lễ.", 2, ge=0, le=1000
    )


class KitForm(Section):
    """How many there are of something that teams use."""

    id: Id = about("Short unique code.", "Mã ngắn, không trùng.")
    kind: Tag = about(
        "`stations`, a thing under `brings`, or a vehicle.",
        "`stations` (bộ thu nhận), thứ khai ở `brings`, hoặc phương tiện.",
    )
    number: Whole = about("How many.", "Số lượng.", 1, ge=0, le=10_000)


OfficersSource = Annotated[TableFile | Annotated[tuple[OfficerForm, ...], InList], FileOrList]
HistorySource = Annotated[TableFile | Annotated[tuple[HistoryForm, ...], InList], FileOrList]
KitsSource = Annotated[TableFile | Annotated[tuple[KitForm, ...], InList], FileOrList]
