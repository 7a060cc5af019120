"""Words for what keeps a team of officers at home."""

from __future__ import annotations

from optimizer.language import Words

WORDS: dict[str, Words] = {
    "absence.day": Words("{day:%d/%m}", "{day:%d/%m}"),
    "absence.missed": Words(
        "Ngày {days} {team} làm được ở đây nhưng không đi được: {reason}",
        "On {days} {team} could serve here, but could not leave: {reason}",
    ),
    "absence.title": Words(
        "Tổ đi được thì làm được, nhưng vướng cán bộ:",
        "Teams that could come, were it not for their officers:",
    ),
    "absence.item": Words("  • {text}", "  • {text}"),
    "absence.lost": Words("không có {skills} ({kept})", "no {skills} ({kept})"),
    "absence.spared": Words(
        "cả tổ đều rảnh, kế hoạch không cần tổ ngày này",
        "every member is free; the plan does without the team",
    ),
    "absence.R13.off": Words("{officers} nghỉ", "off: {officers}"),
    "absence.R13.duty": Words("{officers} bận “{duty}”", "on the duty “{duty}”: {officers}"),
    "absence.R14.nights": Words(
        "{officers} nghỉ bù sau đợt đi qua đêm", "resting after nights away: {officers}"
    ),
    "absence.R14.max_days": Words(
        "{officers} đã đủ {limit} ngày làm", "no more than {limit} dates of work: {officers}"
    ),
    "absence.R14.week": Words(
        "{officers} đã đủ {limit} ngày trong tuần", "no more than {limit} dates a week: {officers}"
    ),
    "absence.R14.row": Words(
        "{officers} sẽ làm quá {limit} ngày liền", "no more than {limit} dates in a row: {officers}"
    ),
    "absence.R15.out": Words("{officers} trực {posts}", "at the post {posts}: {officers}"),
    # Ids that scenarios use for skills
    "skill.lai_xe": Words("người lái xe", "driver"),
    "skill.driver": Words("người lái xe", "driver"),
    "skill.drive": Words("người lái xe", "driver"),
    "skill.thu_nhan": Words("người thu nhận", "operator"),
    "skill.operator": Words("người thu nhận", "operator"),
    "skill.nu": Words("nữ cán bộ", "woman officer"),
    "skill.woman": Words("nữ cán bộ", "woman officer"),
    "skill.tieng_thai": Words("người nói tiếng Thái", "Thai speaker"),
    "skill.tieng_mong": Words("người nói tiếng Mông", "Mong speaker"),
}
