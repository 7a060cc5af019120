"""The scenario format ``luudong/1``: every section and key, with its default and its meaning.

These models say how a scenario is written; what it means to the planner is in
`optimizer.domain.scenario`.  The JSON Schema and the reference page are made from them.
"""

from __future__ import annotations

from typing import Literal

from optimizer.intake.announced import (
    BreakForm,
    CrewForm,
    GatherForm,
    OfficersSource,
    PinForm,
    PostForm,
    RecordSource,
    ShuttleForm,
    ThenForm,
)
from optimizer.intake.fields import Date, Id, Name, Notes, Real, Tag, Tags, Whole, Windows, WindowText, YesNo
from optimizer.intake.sections import Section, about, in_file_or_list

SCENARIO_FORMAT = "luudong/1"
MOST_DAYS = 62
MOST_CASES = 1_000_000
MOST_DONG = 1_000_000_000


class HorizonForm(Section):
    """The consecutive dates that are planned."""

    start: Date = about("First date.", "Ngày đầu tiên.")
    days: Whole = about("Number of dates, the first one counted.", "Số ngày, tính cả ngày đầu.", unit="days")
    holidays: tuple[Date, ...] = about(
        "Dates on which teams stay at home, unless they work holidays.",
        "Các ngày nghỉ lễ: tổ ở nhà, trừ tổ làm cả ngày lễ.",
        (),
    )


class ServiceForm(Section):
    """A procedure that stations perform for people."""

    name: Name | None = about("Name for people; its id if left out.", "Tên gọi; bỏ trống thì lấy mã.", None)
    minutes: Whole | None = about(
        "Minutes of one station per case; required unless `plannable: false`.",
        "Số phút một bộ thu nhận làm một trường hợp; bắt buộc, trừ khi `plannable: false`.",
        None,
        unit="min",
        ge=1,
        le=1440,
    )
    value: Whole = about("Worth of one case.", "Giá trị một trường hợp.", 300_000, unit="đ", ge=0, le=MOST_DONG)
    needs: Tags = about(
        "What the site must have or the team bring, such as power, network.",
        "Điều kiện điểm phải có hoặc tổ phải mang theo, như power (điện), network (mạng).",
        frozenset(),
    )
    requires: Tags = about("Skills the team must have.", "Kỹ năng tổ phải có.", frozenset())
    plannable: YesNo = about(
        "No for cases that are only counted, such as people away with no known address.",
        "`false` với trường hợp chỉ đếm, không lập kế hoạch được (đi làm ăn xa, không rõ địa chỉ).",
        True,  # noqa: FBT003 - a default
    )
    then: ThenForm | None = about("The follow-up that each case makes.", "Bước tiếp theo của mỗi trường hợp.", None)


class PlaceForm(Section):
    """A base or a lodging."""

    id: Id = about("Short unique code.", "Mã ngắn, không trùng.")
    name: Name | None = about("Name for people; the id if left out.", "Tên gọi; bỏ trống thì lấy mã.", None)
    lat: Real = about("Latitude (WGS 84), about 8 to 24 in Vietnam.", "Vĩ độ (WGS 84), ở Việt Nam khoảng 8–24.", unit="°")
    lon: Real = about(
        "Longitude (WGS 84), about 102 to 118 in Vietnam.", "Kinh độ (WGS 84), ở Việt Nam khoảng 102–118.", unit="°"
    )


class SiteForm(PlaceForm):
    """A place where cases are outstanding; as a row of a table, each service is a column."""

    commune: Name = about("Commune, for reading.", "Xã, phường, thị trấn; để đọc.", "")
    district: Name = about("District, for the planner's own grouping; not used.", "Huyện; chỉ để nhóm, không dùng.", "")
    hours: Id | None = about(
        "Id of the hours in which people can be met; all day of every date if left out.",
        "Mã khung giờ gặp được dân; bỏ trống là cả ngày, mọi ngày.",
        None,
    )
    lacks: Tags = about("What the site does not have: power, network…", "Điểm không có gì: power, network…", frozenset())
    requires: Tags = about("Skills a team must have to work here.", "Kỹ năng tổ phải có khi làm ở đây.", frozenset())
    lodging: YesNo = about("Whether a team may sleep here.", "Tổ có thể nghỉ lại đây không.", False)  # noqa: FBT003
    priority: Real = about(
        "Multiplies the value of each case.", "Hệ số nhân giá trị mỗi trường hợp.", 1.0, ge=0, le=1000
    )
    release: Date | None = about("First date on which cases may be served.", "Ngày sớm nhất được làm.", None)
    deadline: Date | None = about("Last date on which cases may be served.", "Hạn chót.", None)
    max_teams: Whole | None = about("Most teams at work at once.", "Số tổ làm cùng lúc nhiều nhất.", None, ge=1, le=100)
    setup_minutes: Whole = about(
        "Minutes from arriving at work to the first case, at every visit.",
        "Số phút chuẩn bị mỗi lượt làm việc.",
        20,
        unit="min",
        ge=0,
        le=1440,
    )
    vehicles: Tags = about(
        "Vehicles that can reach the site; any if left out.", "Phương tiện vào được; bỏ trống là mọi loại.", frozenset()
    )
    cases: dict[Id, Whole] = about(
        "Outstanding cases by service id (in a table: one column per service).",
        "Số trường hợp còn tồn theo mã thủ tục (trong bảng: mỗi thủ tục một cột).",
        {},
        unit="cases",
    )


class TeamForm(Section):
    """Officers who travel and work together."""

    id: Id = about("Short unique code.", "Mã ngắn, không trùng.")
    name: Name | None = about("Name for people; the id if left out.", "Tên gọi; bỏ trống thì lấy mã.", None)
    base: Id = about("Id of the base where the team lives.", "Mã trụ sở của tổ.")
    officers: Whole = about("Number of officers.", "Số cán bộ, chiến sĩ.", 2, unit="officers", ge=1, le=100)
    stations: Whole = about("Capture kits that work in parallel.", "Số bộ thu nhận làm song song.", 1, ge=1, le=100)
    skills: Tags = about("Skills of the team.", "Kỹ năng của tổ.", frozenset())
    brings: Tags = about("Things brought, as listed under `brings`.", "Thứ mang theo, khai ở `brings`.", frozenset())
    vehicle: Tag | None = about("Vehicle; the first one listed if left out.", "Phương tiện; bỏ trống là loại đầu.", None)
    shift: WindowText = about("Earliest departure and latest arrival of a day.", "Ca làm việc.", "07:00-17:30", validate_default=True)
    max_work_minutes: Whole | None = about(
        "Most minutes of travel and work a day, waiting not counted.",
        "Số phút đi và làm nhiều nhất một ngày, không tính chờ.",
        None,
        unit="min",
        ge=0,
        le=1440,
    )
    max_drive_minutes: Whole | None = about(
        "Most minutes of driving a day.", "Số phút lái xe nhiều nhất một ngày.", None, unit="min", ge=0, le=1440
    )
    max_nights: Whole = about(
        "Most consecutive nights away from base.", "Số đêm xa trụ sở liền nhau nhiều nhất.", 0, unit="nights", ge=0, le=62
    )
    break_: BreakForm | None = about("A required break.", "Giờ nghỉ bắt buộc.", None, alias="break")
    days_off: tuple[Date, ...] = about("Dates on which the team does not work.", "Ngày tổ không làm.", ())
    works_holidays: YesNo = about("Whether the team works on holidays.", "Tổ có làm ngày lễ không.", False)  # noqa: FBT003
    end_anywhere: YesNo = about(
        "Whether the last day may end at any lodging.", "Ngày cuối có thể kết thúc ở nơi nghỉ bất kỳ.", False  # noqa: FBT003
    )


class VehicleForm(Section):
    """How a team moves."""

    speed_kmh: Real = about("Mean speed.", "Tốc độ trung bình.", 28.0, unit="km/h", gt=0, le=1000)
    detour: Real = about(
        "Length of the road per length of the straight line.", "Đường đi dài gấp mấy đường chim bay.", 1.6, ge=1, le=20
    )
    dong_per_km: Whole = about("Running cost.", "Chi phí mỗi km.", 4000, unit="đ/km", ge=0, le=10_000_000)


class TravelForm(Section):
    """Where minutes and kilometres between places come from."""

    source: Literal["estimate", "matrix", "roads", "osrm", "valhalla"] = about(
        "`estimate` (straight line × detour) or `matrix` (a table).",
        "`estimate` (đường chim bay × hệ số) hoặc `matrix` (bảng).",
    )
    file: Name | None = about(
        "Table `from,to,minutes,km[,vehicle]` of the matrix; a missing pair is no road.",
        "Bảng `from,to,minutes,km[,vehicle]`; cặp không có trong bảng là không có đường.",
        None,
    )
    url: Name | None = about("Address of a routing server.", "Địa chỉ máy chủ tìm đường.", None)


class LinkForm(Section):
    """A flight, coach or ferry between two places: travel that is not driving."""

    from_: Id = about("Id of one end.", "Mã điểm đi.", alias="from")
    to: Id = about("Id of the other end.", "Mã điểm đến.")
    minutes: Whole = about("Travelling time, transfers included.", "Thời gian đi.", unit="min", ge=0, le=14_400)
    km: Real = about("Length.", "Quãng đường.", 0.0, unit="km", ge=0, le=40_000)
    dong_per_officer: Whole = about("Fare.", "Giá vé.", 0, unit="đ per officer", ge=0, le=MOST_DONG)
    vehicle: Tag | None = about("Only for teams with this vehicle.", "Chỉ cho tổ đi phương tiện này.", None)
    one_way: YesNo = about("Only from `from` to `to`.", "Chỉ một chiều.", False)  # noqa: FBT003


class ClosureForm(Section):
    """A way between two places, or a site, that cannot be used for some dates."""

    from_: Id | None = about("One end of the closed way.", "Một đầu đoạn đường cấm.", None, alias="from")
    to: Id | None = about("The other end.", "Đầu kia.", None)
    site: Id | None = about("A place that cannot be reached at all.", "Điểm không vào được.", None)
    start: Date = about("First date.", "Từ ngày.")
    end: Date = about("Last date.", "Đến hết ngày.")


class ObjectiveForm(Section):
    """What is charged against the value of cases."""

    officer_minute: Whole = about(
        "A minute of travel of one officer.", "Một phút đi đường của một cán bộ.", 500, unit="đ", ge=0, le=10_000_000
    )
    night: Whole = about(
        "A night of one officer away from base.", "Một đêm xa trụ sở của một cán bộ.", 500_000, unit="đ", ge=0, le=MOST_DONG
    )
    unevenness: Whole = about(
        "A minute of difference from the mean work of teams.", "Một phút chênh lệch giữa các tổ.", 0, unit="đ", ge=0, le=MOST_DONG
    )
    change: Whole = about(
        "A visit changed against the published plan.", "Một lượt đổi so với kế hoạch đã ban hành.", 0, unit="đ", ge=0, le=MOST_DONG
    )


SitesSource = in_file_or_list(SiteForm)


class ScenarioForm(Section):
    """A scenario file."""

    format: str = about("Version of this format: `luudong/1`.", "Phiên bản định dạng: `luudong/1`.")
    name: Name | None = about("Name of the campaign; the folder's if left out.", "Tên đợt; bỏ trống thì lấy tên thư mục.", None)
    language: Literal["vi", "en"] = about("Language of maps and papers.", "Ngôn ngữ của bản đồ và giấy tờ.", "vi")
    horizon: HorizonForm = about("The dates planned.", "Thời gian lập kế hoạch.")
    services: dict[Id, ServiceForm] = about("Procedures, by id.", "Các thủ tục, theo mã.")
    hours: dict[Id, dict[str, Windows]] = about(
        "Named hours: windows per `mon`…`sun`, range `mon-fri`, `daily` or date.",
        "Khung giờ có tên: theo `mon`…`sun` (thứ hai…chủ nhật), khoảng `mon-fri`, `daily` (hằng ngày) hoặc ngày.",
        {},
    )
    bases: tuple[PlaceForm, ...] = about("Where teams live.", "Trụ sở của các tổ.")
    lodgings: tuple[PlaceForm, ...] = about("Further places to sleep.", "Nơi nghỉ khác.", ())
    sites: SitesSource = about("Places with outstanding cases: a table's file name, or a list.", "Các điểm: tên tệp bảng, hoặc danh sách.")  # type: ignore[valid-type]
    teams: tuple[TeamForm, ...] | None = about("The teams.", "Các tổ công tác.", None)
    brings: dict[Tag, Tags] = about("What a thing brought makes up for.", "Thứ mang theo bù được cho điều kiện nào.", {})
    vehicles: dict[Tag, VehicleForm] = about(
        "Vehicles, by id; with none, a `car` of 28 km/h.", "Phương tiện, theo mã; không khai thì là `car` 28 km/h.", {}
    )
    travel: TravelForm | None = about("Source of travel times; `estimate` if left out.", "Nguồn thời gian đi; mặc định `estimate`.", None)
    links: tuple[LinkForm, ...] = about("Flights, coaches, ferries.", "Máy bay, xe khách, phà.", ())
    closures: tuple[ClosureForm, ...] = about("Closed ways and sites.", "Đường và điểm tạm đóng.", ())
    objective: ObjectiveForm = about("Weights of the objective.", "Trọng số mục tiêu.", ObjectiveForm())
    published: Notes = about("Notes on numbers that were published.", "Ghi chú: số liệu đã công bố.", ())
    assumed: Notes = about("Notes on numbers that are assumptions.", "Ghi chú: số liệu giả định.", ())
    officers: OfficersSource | None = about("Officers to form teams from.", "Cán bộ để xếp tổ.", None)  # type: ignore[valid-type]
    crews: tuple[CrewForm, ...] = about("Teams to be formed from officers.", "Các tổ cần xếp từ cán bộ.", ())
    posts: tuple[PostForm, ...] = about("Posts that must stay staffed.", "Chốt trực phải luôn có người.", ())
    pins: tuple[PinForm, ...] = about("Promises already made.", "Lịch đã hẹn.", ())
    record: RecordSource | None = about("Work already done.", "Kết quả đã làm.", None)  # type: ignore[valid-type]
    gather: GatherForm | None = about("People who come to a neighbouring site.", "Dân đến điểm lân cận.", None)
    shuttles: tuple[ShuttleForm, ...] = about("People who are driven to a site.", "Xe đưa đón dân.", ())
