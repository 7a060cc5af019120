"""Words of explanations: what was promised, and why it cannot be kept."""

from __future__ import annotations

from optimizer.language import Words

WORDS: dict[str, Words] = {
    "promise.visit": Words("{place} ngày {day}", "{place} on {day}"),
    "unkept.break": Words(
        "dù tổ không làm việc khác, giờ nghỉ bắt buộc cũng không để lại đủ thời gian cho lượt này",
        "even with nothing else to do, the team's break leaves no time for this visit",
    ),
    "unkept.fewer": Words(
        "đã hẹn {promised} hồ sơ, nay ở đây chỉ còn {left}",
        "{promised} cases were promised here, and only {left} of them are left",
    ),
    "unkept.frozen": Words(
        "làm riêng thì được, nhưng vướng phần kế hoạch đã chốt của chính tổ này",
        "alone it could be kept, but not beside the frozen days of this very team",
    ),
    "unkept.full": Words(
        "làm riêng thì được, nhưng vào giờ ấy điểm đã đủ số tổ được cùng làm, theo kế hoạch đã chốt",
        "alone it could be kept, but by the frozen plan the site has as many teams then as may work there",
    ),
    "unkept.rival_dates": Words(
        "làm riêng thì được, nhưng tổ còn hẹn ở {others}; không thể giữ cả",
        "alone it could be kept, but the team is promised to {others} too: it cannot keep all",
    ),
    "promise.day": Words("{team} ngày {day}", "{team} on {day}"),
    "promise.start": Words("{promise} lúc {start}", "{promise} at {start}"),
    "promise.cases": Words("{promise}, ít nhất {cases}", "{promise}, at least {cases}"),
}
