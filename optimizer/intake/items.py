"""What a scenario lists: services, bases, sites, teams, vehicles, and the keys of each."""

from __future__ import annotations

from typing import Literal

from optimizer.intake.fields import (
    MOST_DONG,
    Cases,
    Id,
    Minutes,
    Name,
    Real,
    SomeMinutes,
    SomeTeams,
    Tag,
    Tags,
    Whole,
    YesNo,
)
from optimizer.intake.sections import Section, about
from optimizer.intake.times import Date, WindowText


class ThenForm(Section):
    """What has to follow a case: so many days later it is outstanding at the same site."""

    service: Id = about("Service that becomes outstanding.", "Thủ tục phải làm tiếp.")
    after_days: Whole = about(
        "Days after the first step; 0 is the same day.",
        "Số ngày sau bước đầu; 0 là ngay trong ngày.",
        0,
        unit="days",
        ge=0,
        le=366,
    )


class ServiceForm(Section):
    """A procedure that stations perform for people."""

    name: Name | None = about("Name for people; its id if left out.", "Tên gọi; bỏ trống thì lấy mã.", None)
    minutes: SomeMinutes | None = about(
        "Minutes of one station per case; required unless `plannable: false`.",
        "Số phút một bộ thu nhận làm một trường hợp; bắt buộc, trừ khi `plannable: false`.",
        None,
        unit="min",
    )
    value: Whole = about(
        "Worth of one case.", "Giá trị một trường hợp.", 300_000, unit="đ", ge=0, le=MOST_DONG
    )
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
    then: ThenForm | None = about(
        "The follow-up that each case served makes outstanding at its own site.",
        "Bước tiếp theo: mỗi trường hợp làm xong thành một trường hợp phải làm tiếp ở chính điểm đó.",
        None,
    )


class PlaceForm(Section):
    """A base or a lodging."""

    id: Id = about("Short unique code.", "Mã ngắn, không trùng.")
    name: Name | None = about("Name for people; the id if left out.", "Tên gọi; bỏ trống thì lấy mã.", None)
    lat: Real = about(
        "Latitude (WGS 84), about 8 to 24 in Vietnam.", "Vĩ độ (WGS 84), ở Việt Nam khoảng 8–24.", unit="°"
    )
    lon: Real = about(
        "Longitude (WGS 84), about 102 to 118 in Vietnam.",
        "Kinh độ (WGS 84), ở Việt Nam khoảng 102–118.",
        unit="°",
    )


class SiteForm(PlaceForm):
    """A place where cases are outstanding; as a row of a table, each service is a column."""

    commune: Name = about("Commune, for reading.", "Xã, phường, thị trấn; để đọc.", "")
    district: Name = about(
        "District, for the planner's own grouping; not used.", "Huyện; chỉ để nhóm, không dùng.", ""
    )
    hours: Id | None = about(
        "Id of the hours in which people can be met; all day of every date if left out.",
        "Mã khung giờ gặp được dân; bỏ trống là cả ngày, mọi ngày.",
        None,
    )
    lacks: Tags = about(
        "What the site does not have: power, network…", "Điểm không có gì: power, network…", frozenset()
    )
    requires: Tags = about(
        "Skills a team must have to work here.", "Kỹ năng tổ phải có khi làm ở đây.", frozenset()
    )
    lodging: YesNo = about("Whether a team may sleep here.", "Tổ có thể nghỉ lại đây không.", False)  # noqa: FBT003
    priority: Real = about(
        "Multiplies the value of each case.", "Hệ số nhân giá trị mỗi trường hợp.", 1.0, ge=0, le=1000
    )
    release: Date | None = about("First date on which cases may be served.", "Ngày sớm nhất được làm.", None)
    deadline: Date | None = about("Last date on which cases may be served.", "Hạn chót.", None)
    max_teams: SomeTeams | None = about(
        "Most teams at work at once; no limit if left out.",
        "Số tổ làm cùng lúc nhiều nhất; bỏ trống là không hạn chế.",
        None,
        unit="teams",
    )
    setup_minutes: Minutes = about(
        "Minutes from arriving at work to the first case, at every visit.",
        "Số phút chuẩn bị mỗi lượt làm việc.",
        20,
        unit="min",
    )
    vehicles: Tags = about(
        "Vehicles that can reach the site; any if left out.",
        "Phương tiện vào được; bỏ trống là mọi loại.",
        frozenset(),
    )
    cases: dict[Id, Cases] = about(
        "Outstanding cases by service id (in a table: one column per service).",
        "Số trường hợp còn tồn theo mã thủ tục (trong bảng: mỗi thủ tục một cột).",
        {},
        unit="cases",
    )


class BreakForm(Section):
    """A break that a team must take on each day it has a route."""

    minutes: Whole = about("Length of the break.", "Thời gian nghỉ.", unit="min", ge=1, le=1440)
    between: WindowText = about(
        "When the break begins, both ends included: one text or two times.",
        "Bắt đầu nghỉ trong khoảng nào, tính cả hai đầu; viết liền hoặc hai giờ riêng.",
    )


class TeamTerms(Section):
    """What teams have in common, whether they are given or formed from officers."""

    id: Id = about("Short unique code.", "Mã ngắn, không trùng.")
    name: Name | None = about("Name for people; the id if left out.", "Tên gọi; bỏ trống thì lấy mã.", None)
    base: Id = about("Id of the base where the team lives.", "Mã trụ sở của tổ.")
    brings: Tags = about(
        "Things brought, as listed under `brings`.", "Thứ mang theo, khai ở `brings`.", frozenset()
    )
    vehicle: Tag | None = about(
        "Vehicle; the first one listed if left out.", "Phương tiện; bỏ trống là loại đầu.", None
    )
    shift: WindowText = about(
        "Earliest departure and latest arrival of a day.",
        "Ca làm việc.",
        "07:00-17:30",
        validate_default=True,
    )
    max_work_minutes: Minutes | None = about(
        "Most minutes of travel and work a day, waiting not counted.",
        "Số phút đi và làm nhiều nhất một ngày, không tính chờ.",
        None,
        unit="min",
    )
    max_drive_minutes: Minutes | None = about(
        "Most minutes of driving a day.",
        "Số phút lái xe nhiều nhất một ngày.",
        None,
        unit="min",
    )
    max_nights: Whole = about(
        "Most consecutive nights away from base.",
        "Số đêm xa trụ sở liền nhau nhiều nhất.",
        0,
        unit="nights",
        ge=0,
        le=62,
    )
    break_: BreakForm | None = about(
        "A required break, which overlaps neither travel nor work.",
        "Giờ nghỉ bắt buộc, không trùng giờ đi và giờ làm.",
        None,
        alias="break",
    )
    days_off: tuple[Date, ...] = about("Dates on which the team does not work.", "Ngày tổ không làm.", ())
    works_holidays: YesNo = about("Whether the team works on holidays.", "Tổ có làm ngày lễ không.", False)  # noqa: FBT003
    end_anywhere: YesNo = about(
        "Whether the last day may end at any lodging; the night after it is not counted.",
        "Ngày cuối có thể kết thúc ở nơi nghỉ bất kỳ; đêm hôm đó không tính.",
        False,  # noqa: FBT003
    )


class TeamForm(TeamTerms):
    """Officers who travel and work together."""

    officers: Whole = about("Number of officers.", "Số cán bộ, chiến sĩ.", 2, unit="officers", ge=1, le=100)
    stations: Whole = about(
        "Capture kits that work in parallel.", "Số bộ thu nhận làm song song.", 1, ge=1, le=100
    )
    skills: Tags = about("Skills of the team.", "Kỹ năng của tổ.", frozenset())
    home_when_off: YesNo = about(
        "Whether the team is at its base on dates off, the nights before and after too.",
        "Ngày không làm, cả đêm trước và đêm sau, tổ phải có mặt ở trụ sở.",
        False,  # noqa: FBT003
    )


class VehicleForm(Section):
    """How a team moves."""

    speed_kmh: Real = about("Mean speed.", "Tốc độ trung bình.", 28.0, unit="km/h", gt=0, le=1000)
    detour: Real = about(
        "Length of the road per length of the straight line.",
        "Đường đi dài gấp mấy đường chim bay.",
        1.6,
        ge=1,
        le=20,
    )
    movement: Literal["car", "motorbike", "foot", "boat"] | None = about(
        "How it moves on roads of an extract; by its id, else as a car, if left out.",
        "Đi như loại nào trên đường của bản đồ; bỏ trống thì theo mã, không thì như ô tô.",
        None,
    )
    driver: Tag | None = about(
        "Skill that at least one member has of every team that is formed from officers and goes by it.",
        "Kỹ năng lái: tổ xếp từ cán bộ mà đi loại này thì có ít nhất một người biết.",
        None,
    )
    dong_per_km: Whole = about("Running cost.", "Chi phí mỗi km.", 4000, unit="đ/km", ge=0, le=10_000_000)
