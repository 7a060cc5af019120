"""What stands before planning begins: visits promised, work recorded, the plan handed out earlier."""

from __future__ import annotations

from typing import Annotated

from optimizer.intake.fields import Cases, Id, Name
from optimizer.intake.sections import FileOrList, InList, Section, TableFile, about
from optimizer.intake.times import Clock, Date


class PinForm(Section):
    """A visit already promised, which must be in the plan; as a row of a table, each service is a column."""

    team: Id = about("Team.", "Tổ.")
    date: Date = about("Date.", "Ngày.")
    site: Id = about("Site.", "Điểm.")
    start: Clock | None = about(
        "Exact time at which set-up begins; any if left out.",
        "Giờ bắt đầu chuẩn bị, đúng như hẹn; bỏ trống là giờ nào cũng được.",
        None,
    )
    cases: dict[Id, Cases] = about(
        "Fewest cases of the site itself by service id (in a table: one column per service).",
        "Số trường hợp ít nhất của chính điểm đó, theo mã thủ tục (trong bảng: mỗi thủ tục một cột).",
        {},
        unit="cases",
    )


class RecordForm(Section):
    """Work done before the first date, from which follow-ups are outstanding."""

    date: Date = about("Date, before the first of the horizon.", "Ngày làm, trước ngày đầu của đợt.")
    site: Id = about("Site where the people live.", "Điểm nơi dân ở.")
    service: Id = about("Service.", "Thủ tục.")
    cases: Cases = about("Cases served.", "Số trường hợp đã làm.", unit="cases")


class EarlierForm(Section):
    """The plan that was handed out and is now made anew."""

    plan: Name = about(
        "Its `plan.json`, or the folder that holds it, inside the scenario's folder; only routes are read.",
        "Tệp `plan.json` của kế hoạch trước, hoặc thư mục chứa nó, nằm trong thư mục kịch bản; "
        "chỉ đọc các lộ trình.",
    )
    freeze_until: Date | None = about(
        "Last date of which the routes stand as they were; none if left out.",
        "Giữ nguyên lộ trình đến hết ngày này; bỏ trống là không giữ ngày nào.",
        None,
    )


PinsSource = Annotated[TableFile | Annotated[tuple[PinForm, ...], InList], FileOrList]
RecordSource = Annotated[TableFile | Annotated[tuple[RecordForm, ...], InList], FileOrList]
