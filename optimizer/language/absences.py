"""Words for what keeps a team of officers at home."""

from __future__ import annotations

from optimizer.language import Words

WORDS: dict[str, Words] = {
    "absence.day": Words("{day:%d/%m}", "{day:%Y-%m-%d}"),
    "absence.line": Words(
        "{days}: {team} không đi được – {reason}", "{days}: {team} could not leave: {reason}"
    ),
    "absence.title": Words("Vì cán bộ mà tổ không đi được:", "Because of officers, teams could not leave:"),
    "absence.could": Words(
        "{days}: {team} đến làm được ở đây, nhưng không đi được – {reason}",
        "{days}: {team} could serve here, but could not leave: {reason}",
    ),
    "absence.lost": Words("không có {skills} ({kept})", "no {skills} ({kept})"),
    "absence.spared": Words(
        "cả tổ đều rảnh, kế hoạch không cần tổ ngày này",
        "every member is free; the plan does without the team",
    ),
    "absence.R13.off": Words("{officer} nghỉ", "{officer} is off"),
    "absence.R13.duty": Words("{officer} bận “{duty}”", "{officer} has the duty “{duty}”"),
    "absence.R14.nights": Words("{officer} nghỉ bù sau đợt đi qua đêm", "{officer} rests after nights away"),
    "absence.R14.max_days": Words(
        "{officer} đã đủ {limit} ngày làm", "{officer} has worked all {limit} dates"
    ),
    "absence.R14.week": Words(
        "{officer} đã đủ {limit} ngày trong tuần", "{officer} has worked {limit} dates that week"
    ),
    "absence.R14.row": Words(
        "{officer} sẽ làm quá {limit} ngày liền", "{officer} would work more than {limit} dates in a row"
    ),
    "absence.R15.out": Words("{officer} trực {posts}", "{officer} is at the post {posts}"),
    # Ids that scenarios use for skills
    "skill.lai_xe": Words("người lái xe", "driver"),
    "skill.driver": Words("người lái xe", "driver"),
    "skill.drive": Words("người lái xe", "driver"),
    "skill.thu_nhan": Words("người thu nhận", "operator"),
    "skill.operator": Words("người thu nhận", "operator"),
    "skill.nu": Words("nữ cán bộ", "woman officer"),
    "skill.woman": Words("nữ cán bộ", "woman officer"),
    "skill.tieng_thai": Words("người nói tiếng Thái", "speaker of Thái"),
    "skill.tieng_mong": Words("người nói tiếng Mông", "speaker of Mông"),
    "skill.tieng_kho_mu": Words("người nói tiếng Khơ Mú", "speaker of Khơ Mú"),
}
