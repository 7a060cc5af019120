"""Teams to be formed from officers, and posts that they staff: the keys of each."""

from __future__ import annotations

from optimizer.domain.crews import Range
from optimizer.intake.fields import Id, Name, Several, SeveralIfAny, Tag, Tags, Whole, YesNo
from optimizer.intake.items import TeamTerms
from optimizer.intake.sections import Section, about
from optimizer.intake.times import Date, WindowText


class CrewForm(TeamTerms):
    """Teams of one kind, formed from officers."""

    teams: SeveralIfAny = about(
        "How many teams: a number or a range, such as 0-2. Their ids are `id-1`, `id-2`…; just `id` for one.",
        "Số tổ: một số hoặc khoảng, như 0-2. Mã tổ là `id-1`, `id-2`…; chỉ một tổ thì là `id`.",
        Range(1, 1),
    )
    officers: Several = about(
        "Officers of each team: a number or a range.",
        "Số cán bộ mỗi tổ: một số hoặc khoảng.",
        Range(2, 2),
        unit="officers",
    )
    stations: Several = about(
        "Capture kits of each team: a number or a range.",
        "Số bộ thu nhận mỗi tổ: một số hoặc khoảng.",
        Range(1, 1),
    )
    operator: Tag | None = about(
        "Skill that as many members have as the team has stations; any member if left out.",
        "Kỹ năng vận hành: có ít nhất bằng ấy người như số bộ thu nhận; bỏ trống là ai cũng được.",
        None,
    )
    roles: dict[Tag, Whole] = about(
        "Fewest members with each skill; one member may count for several.",
        "Số người ít nhất có từng kỹ năng; một người được tính cho nhiều kỹ năng.",
        {},
        unit="officers",
    )
    leader: Whole | None = about(
        "Level that at least one member has.", "Ít nhất một người từ cấp này trở lên.", None, ge=0, le=100
    )
    may_bring: Tags = about(
        "Things that a team may be given, as far as there are any.",
        "Thứ có thể cấp cho tổ, trong số hiện có.",
        frozenset(),
    )
    units: Tags = about(
        "Units whose officers may be members; all if left out.",
        "Đơn vị có người được vào tổ; bỏ trống là mọi đơn vị.",
        frozenset(),
    )


class PostForm(Section):
    """A post that stays staffed; with stations, a fixed collection point."""

    id: Id = about("Short unique code.", "Mã ngắn, không trùng.")
    name: Name | None = about("Name for people; the id if left out.", "Tên gọi; bỏ trống thì lấy mã.", None)
    officers: Whole = about(
        "Fewest officers there on each date.",
        "Số người trực ít nhất mỗi ngày.",
        1,
        unit="officers",
        ge=1,
        le=100,
    )
    roles: dict[Tag, Whole] = about(
        "Fewest of them with each skill.", "Số người ít nhất có từng kỹ năng.", {}, unit="officers"
    )
    units: Tags = about(
        "Units whose officers may staff it; all if left out.",
        "Đơn vị được cử trực; bỏ trống là mọi đơn vị.",
        frozenset(),
    )
    hours: WindowText = about("Hours of the post.", "Giờ trực.", "00:00-24:00", validate_default=True)
    days_off: tuple[Date, ...] = about("Dates on which it is not staffed.", "Ngày không trực.", ())
    works_holidays: YesNo = about("Whether it is staffed on holidays.", "Ngày lễ có trực không.", True)  # noqa: FBT003
    stations: Whole = about(
        "Capture kits there: its officers serve the cases at the place of its base.",
        "Số bộ thu nhận tại chốt: người trực làm hồ sơ ngay tại trụ sở đó.",
        0,
        ge=0,
        le=100,
    )
    base: Id | None = about(
        "Base where its stations stand; required with stations.",
        "Trụ sở đặt bộ thu nhận; bắt buộc nếu có bộ thu nhận.",
        None,
    )
