"""The scenario format ``luudong/1``: every section and key, with its default and its meaning.

These models say how a scenario is written; what it means to the planner is in
`optimizer.domain.scenario`.  The JSON Schema and the reference page are made from them.
"""

from __future__ import annotations

from typing import Annotated, Literal

from optimizer.intake.crews import CrewForm, PostForm
from optimizer.intake.fields import MOST_DONG, Id, Name, Notes, Real, Sha256, Tag, Tags, Whole, YesNo
from optimizer.intake.gathering import GatherForm, ShuttleForm
from optimizer.intake.items import PlaceForm, ServiceForm, SiteForm, TeamForm, VehicleForm
from optimizer.intake.officers import (
    DutyForm,
    FairnessForm,
    HistorySource,
    KitsSource,
    OfficersSource,
    RestForm,
)
from optimizer.intake.promises import EarlierForm, PinsSource, RecordSource
from optimizer.intake.sections import FileOrList, InList, Section, TableFile, about
from optimizer.intake.times import Date, Windows

SCENARIO_FORMAT = "luudong/1"
MOST_DAYS = 62


class HorizonForm(Section):
    """The consecutive dates that are planned."""

    start: Date = about("First date.", "Ngày đầu tiên.")
    days: Whole = about("Number of dates, the first one counted.", "Số ngày, tính cả ngày đầu.", unit="days")
    holidays: tuple[Date, ...] = about(
        "Dates on which teams stay at home, unless they work holidays.",
        "Các ngày nghỉ lễ: tổ ở nhà, trừ tổ làm cả ngày lễ.",
        (),
    )


class TravelForm(Section):
    """Where minutes and kilometres between places come from."""

    source: Literal["estimate", "matrix", "roads", "osrm", "valhalla"] = about(
        "`estimate` (straight line × detour), `matrix` (a table), `roads` (an OpenStreetMap extract), "
        "`osrm` or `valhalla` (a server).",
        "`estimate` (đường chim bay × hệ số), `matrix` (bảng), `roads` (bản đồ OpenStreetMap), "
        "`osrm` hoặc `valhalla` (máy chủ).",
    )
    file: Name | None = about(
        "Table `from,to,minutes,km[,vehicle]` of the matrix (a missing pair is no road), or the extract.",
        "Bảng `from,to,minutes,km[,vehicle]` (cặp không có là không có đường), hoặc tệp bản đồ.",
        None,
    )
    speeds: Name | None = about(
        "YAML table of speeds on roads; what it does not say is as shipped.",
        "Bảng YAML vận tốc trên các loại đường; mục không ghi thì theo bảng có sẵn.",
        None,
    )
    sha256: Sha256 | None = about(
        "Digest of the extract, in the copy of a scenario that lies beside its plan.",
        "Mã băm của tệp bản đồ, trong bản sao kịch bản đặt cạnh kế hoạch.",
        None,
    )
    url: Name | None = about("Address of a routing server.", "Địa chỉ máy chủ tìm đường.", None)


class LinkForm(Section):
    """A flight, coach or ferry between two places: travel that is not driving."""

    from_: Id = about("Id of one end.", "Mã điểm đi.", alias="from")
    to: Id = about("Id of the other end.", "Mã điểm đến.")
    minutes: Whole = about(
        "Travelling time, transfers included.", "Thời gian đi.", unit="min", ge=0, le=14_400
    )
    km: Real = about("Length.", "Quãng đường.", 0.0, unit="km", ge=0, le=40_000)
    dong_per_officer: Whole = about("Fare.", "Giá vé.", 0, unit="đ per officer", ge=0, le=MOST_DONG)
    vehicle: Tag | None = about("Only for teams with this vehicle.", "Chỉ cho tổ đi phương tiện này.", None)
    one_way: YesNo = about("Only from `from` to `to`.", "Chỉ một chiều.", False)  # noqa: FBT003


class ClosureForm(Section):
    """A way between two places, a site, or a road of the extract that cannot be used for some dates."""

    from_: Id | None = about("One end of the closed way.", "Một đầu đoạn đường cấm.", None, alias="from")
    to: Id | None = about("The other end.", "Đầu kia.", None)
    site: Id | None = about(
        "A place that cannot be entered, left or passed; a team that slept there may work on.",
        "Điểm không vào, ra hay đi qua được; tổ đang nghỉ ở đó vẫn làm việc được.",
        None,
    )
    way: Whole | None = about(
        "OpenStreetMap id of a closed way.", "Mã đoạn đường (way) trên OpenStreetMap.", None, ge=1, le=2**62
    )
    road: Name | None = about(
        "Name or number of a closed road; marks and capitals do not matter.",
        "Tên hoặc số hiệu đường cấm; không phân biệt dấu, chữ hoa.",
        None,
    )
    lat: Real | None = about(
        "Latitude of a closed spot.", "Vĩ độ chỗ bị chặn.", None, unit="°", ge=-90, le=90
    )
    lon: Real | None = about(
        "Longitude of a closed spot.", "Kinh độ chỗ bị chặn.", None, unit="°", ge=-180, le=180
    )
    radius_m: Real = about(
        "All roads this near the spot are closed.",
        "Mọi đường trong bán kính này đều bị chặn.",
        50.0,
        unit="m",
        gt=0,
        le=50_000,
    )
    start: Date = about("First date.", "Từ ngày.")
    end: Date = about("Last date.", "Đến hết ngày.")

    @property
    def is_on_roads(self) -> bool:
        """Whether it closes roads of an extract, and not a way between places or a site."""
        return any(one is not None for one in (self.way, self.road, self.lat, self.lon))


class ObjectiveForm(Section):
    """What is charged against the value of cases."""

    officer_minute: Whole = about(
        "A minute of travel of one officer.",
        "Một phút đi đường của một cán bộ.",
        500,
        unit="đ",
        ge=0,
        le=10_000_000,
    )
    night: Whole = about(
        "A night of one officer away from base.",
        "Một đêm xa trụ sở của một cán bộ.",
        500_000,
        unit="đ",
        ge=0,
        le=MOST_DONG,
    )
    unevenness: Whole = about(
        "A minute by which a team's work in the whole plan differs from the mean of all teams.",
        "Một phút công việc của một tổ trong cả kế hoạch lệch so với mức trung bình các tổ.",
        0,
        unit="đ",
        ge=0,
        le=10_000_000,
    )
    change: Whole = about(
        "A visit (team, date, site) that is only in this plan or only in the earlier one.",
        "Một lượt làm việc (tổ, ngày, điểm) chỉ có trong kế hoạch này hoặc chỉ có trong kế hoạch trước.",
        0,
        unit="đ",
        ge=0,
        le=MOST_DONG,
    )


SitesSource = Annotated[TableFile | Annotated[tuple[SiteForm, ...], InList], FileOrList]


class ScenarioForm(Section):
    """A scenario file."""

    format: str = about("Version of this format: `luudong/1`.", "Phiên bản định dạng: `luudong/1`.")
    name: Name | None = about(
        "Name of the campaign; the folder's if left out.", "Tên đợt; bỏ trống thì lấy tên thư mục.", None
    )
    language: Literal["vi", "en"] = about(
        "Language of maps and papers.", "Ngôn ngữ của bản đồ và giấy tờ.", "vi"
    )
    horizon: HorizonForm = about("The dates planned.", "Thời gian lập kế hoạch.")
    services: dict[Tag, ServiceForm] = about("Procedures, by id.", "Các thủ tục, theo mã.")
    hours: dict[Id, dict[str, Windows]] = about(
        "Named hours: windows per `mon`…`sun`, range `mon-fri`, `daily` or date.",
        "Khung giờ có tên: `mon`…`sun` (thứ hai…chủ nhật), khoảng `mon-fri`, `daily` (hằng ngày), hoặc ngày.",
        {},
    )
    bases: tuple[PlaceForm, ...] = about("Where teams live.", "Trụ sở của các tổ.")
    lodgings: tuple[PlaceForm, ...] = about("Further places to sleep.", "Nơi nghỉ khác.", ())
    sites: SitesSource = about(
        "Places with outstanding cases: a table's file name, or a list.",
        "Các điểm: tên tệp bảng, hoặc danh sách.",
    )
    teams: tuple[TeamForm, ...] | None = about(
        "The teams; required unless `officers` are given.",
        "Các tổ công tác; bắt buộc, trừ khi khai `officers`.",
        None,
    )
    brings: dict[Tag, Tags] = about(
        "What a thing brought makes up for.", "Thứ mang theo bù được cho điều kiện nào.", {}
    )
    vehicles: dict[Tag, VehicleForm] = about(
        "Vehicles, by id; with none, a `car` of 28 km/h.",
        "Phương tiện, theo mã; không khai thì là `car` 28 km/h.",
        {},
    )
    travel: TravelForm | None = about(
        "Source of travel times; `estimate` if left out.", "Nguồn thời gian đi; mặc định `estimate`.", None
    )
    links: tuple[LinkForm, ...] = about("Flights, coaches, ferries.", "Máy bay, xe khách, phà.", ())
    closures: tuple[ClosureForm, ...] = about("Closed ways and sites.", "Đường và điểm tạm đóng.", ())
    objective: ObjectiveForm = about("Weights of the objective.", "Trọng số mục tiêu.", ObjectiveForm())
    gather: GatherForm | None = about(
        "People of sites nearby, who come to a visit.", "Dân các điểm lân cận tự đến.", None
    )
    shuttles: tuple[ShuttleForm, ...] = about(
        "People who are driven to another site.", "Xe đưa đón dân đến điểm khác.", ()
    )
    pins: PinsSource = about(
        "Visits already promised: a table's file name, or a list.",
        "Lịch đã hẹn: tên tệp bảng, hoặc danh sách.",
        (),
    )
    record: RecordSource = about(
        "Work already done: a table's file name, or a list.",
        "Kết quả đã làm: tên tệp bảng, hoặc danh sách.",
        (),
    )
    earlier: EarlierForm | None = about(
        "The plan handed out earlier.", "Kế hoạch đã ban hành trước đó.", None
    )
    published: Notes = about("Notes on numbers that were published.", "Ghi chú: số liệu đã công bố.", ())
    assumed: Notes = about("Notes on numbers that are assumptions.", "Ghi chú: số liệu giả định.", ())
    officers: OfficersSource | None = about(
        "Officers to form teams from: a table's file name, or a list.",
        "Cán bộ để xếp tổ: tên tệp bảng, hoặc danh sách.",
        None,
    )
    duties: dict[Tag, DutyForm] = about("Other duties of officers, by id.", "Nhiệm vụ khác, theo mã.", {})
    history: HistorySource = about(
        "What officers worked in earlier weeks: a table's file name, or a list.",
        "Những tuần trước đã làm bao nhiêu: tên tệp bảng, hoặc danh sách.",
        (),
    )
    crews: tuple[CrewForm, ...] = about("Teams to be formed from officers.", "Các tổ cần xếp từ cán bộ.", ())
    kits: KitsSource = about(
        "How many there are of what teams use: a table's file name, or a list; "
        "a kind that is not listed is not counted.",
        "Số bộ thu nhận, thiết bị, phương tiện hiện có: tên tệp bảng, hoặc danh sách; "
        "loại không khai thì không đếm.",
        (),
    )
    posts: tuple[PostForm, ...] = about("Posts that must stay staffed.", "Chốt trực phải luôn có người.", ())
    together: tuple[tuple[Id, ...], ...] = about(
        "Officers who wish to be in one team.", "Những cán bộ muốn cùng tổ.", ()
    )
    apart: tuple[tuple[Id, ...], ...] = about(
        "Officers no two of whom wish to be in one team.", "Những cán bộ không muốn cùng tổ.", ()
    )
    rest: RestForm = about("Limits of working dates.", "Giới hạn ngày làm.", RestForm())
    fairness: FairnessForm = about(
        "What weighs on an officer.", "Cách tính công bằng giữa các cán bộ.", FairnessForm()
    )
