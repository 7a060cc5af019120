"""Words of explanations: the whole story of one site."""

from __future__ import annotations

from optimizer.language import Words

WORDS: dict[str, Words] = {
    # The story of one site
    "story.unknown": Words("Kịch bản không có điểm “{asked}”.", "The scenario has no site “{asked}”."),
    "story.meant": Words("Có phải là: {sites}?", "Did you mean: {sites}?"),
    "story.site": Words("{name} (mã {id})", "{name} (id {id})"),
    "story.site_commune": Words("{name}, {commune} (mã {id})", "{name}, {commune} (id {id})"),
    "story.outstanding": Words("Còn tồn: {cases}.", "Outstanding: {cases}."),
    "story.nothing": Words("Điểm này không có hồ sơ tồn.", "Nothing is outstanding at this site."),
    "story.due_later": Words(
        "Trong đó {cases} đến hạn từ ngày {day}.", "Of these, {cases} are due from {day} on."
    ),
    "story.record": Words("Đã làm trước đợt này:", "Done before these dates:"),
    "story.recorded": Words("  • Ngày {day}: {cases}", "  • {day}: {cases}"),
    "story.visits": Words("Trong kế hoạch:", "In the plan:"),
    "story.no_visits": Words("Kế hoạch không có lượt nào đến điểm này.", "No team comes in this plan."),
    "story.visit": Words(
        "  • Ngày {day}, {team}, {start}–{finish}: {cases}", "  • {day}, {team}, {start}–{finish}: {cases}"
    ),
    "story.away": Words("Người dân của điểm được làm ở nơi khác:", "Its people are served elsewhere:"),
    "story.away_gathered": Words(
        "  • Ngày {day}, {team} tại {host}, {start}–{finish}: {cases} (tự đến)",
        "  • {day}, {team} at {host}, {start}–{finish}: {cases} (they come by themselves)",
    ),
    "story.away_driven": Words(
        "  • Ngày {day}, {team} tại {host}, {start}–{finish}: {cases} (có xe đưa đón)",
        "  • {day}, {team} at {host}, {start}–{finish}: {cases} (a shuttle brings them)",
    ),
    "story.steps": Words("{service} là bước sau:", "{service} follows:"),
    "story.step_recorded": Words("  • Đã làm {cases} ngày {day}: {due}", "  • {cases} done on {day}: {due}"),
    "story.step_planned": Words("  • Xếp {cases} ngày {day}: {due}", "  • {cases} planned on {day}: {due}"),
    "story.due_from": Words("đến hạn từ ngày {day}", "due from {day} on"),
    "story.due_after": Words("đến hạn từ ngày {day}, sau đợt này", "due from {day} on, after these dates"),
    "story.planned_on": Words("{cases} ngày {day}", "{cases} on {day}"),
    "story.step_done": Words("  • Đã xếp {cases}", "  • Planned: {cases}"),
    "story.step_left": Words("  • Còn lại {cases}", "  • Left: {cases}"),
    "story.promises": Words("Đã hẹn:", "Promised:"),
    "story.pin_kept": Words("  • {promise}: kế hoạch giữ đúng.", "  • {promise}: kept."),
    "story.pin_broken": Words(
        "  • {promise}: không giữ được – {reason}", "  • {promise}: not kept – {reason}"
    ),
    "story.frozen": Words(
        "  • {team} ngày {day}: thuộc phần đã chốt, giữ nguyên.",
        "  • {team} on {day}: frozen, it stands as it was.",
    ),
    "story.conflict": Words("  • {team} ngày {day}: {reason}", "  • {team} on {day}: {reason}"),
    "story.all_served": Words("Kế hoạch làm hết, không còn hồ sơ nào.", "The plan serves them all."),
    "story.left": Words("Còn lại {cases} – {reason}.", "Left: {cases} – {reason}."),
    "story.reason.not_plannable": Words("không xếp lịch được", "not plannable"),
    "story.reason.impossible": Words("không tổ nào làm được", "no team can do it"),
    "story.reason.crowded_out": Words("phải nhường việc đáng giá hơn", "gave way to work worth more"),
    "story.reason.costs": Words("chi phí đi lại nhiều hơn giá trị", "the way costs more than it is worth"),
    "story.reason.late_step": Words("bước trước làm quá muộn", "the step before is served too late"),
    "story.reason.frozen": Words("chỉ làm được trong phần đã chốt", "only frozen dates would do"),
    "story.reason.full": Words("các tổ làm được đã kín giờ", "the teams that can do it have no time left"),
    "story.reason.full_site": Words(
        "các tổ đã kín giờ, hoặc điểm đã đủ tổ",
        "the teams have no time left, or the site is full of teams",
    ),
    "story.reason.not_found": Words("làm được nhưng chưa tìm ra", "possible, but not found"),
    "story.need": Words("  Muốn làm được: {need}.", "  To have it done: {need}."),
    "story.teams": Words("  Từng tổ:", "  Team by team:"),
    "story.team_adds": Words(
        "  • {team}: ngày {day} làm thêm được {cases} mà không bỏ việc nào; {outcome}.",
        "  • {team}: {cases} more on {day}, giving nothing up; {outcome}.",
    ),
    "story.team_swaps": Words(
        "  • {team}: ngày {day} làm thêm được {cases} nếu {giving}; {outcome}.",
        "  • {team}: {cases} more on {day} by {giving}; {outcome}.",
    ),
    "story.better": Words("giá trị kế hoạch tăng {gain}", "the plan gets better by {gain}"),
    "story.worse": Words("kế hoạch kém đi {loss}", "the plan gets worse by {loss}"),
    "story.same": Words("kế hoạch không tốt hơn", "the plan gets no better"),
    "story.hindered": Words("  • Không làm được: {why}.", "  • Not able: {why}."),
    "story.team_hindered": Words("  • {team} không làm được: {why}.", "  • {team} is not able: {why}."),
    "story.team_full": Words(
        "  • {team}: đã kín giờ, không tìm được cách làm thêm.", "  • {team}: no time left, and no way found."
    ),
    "story.team_full_site": Words(
        "  • {team}: đã kín giờ, hoặc điểm đã đủ tổ; không tìm được cách làm thêm.",
        "  • {team}: no time left, or the site is full of teams; no way found.",
    ),
    "story.team_broken": Words(
        "  • {team}: lộ trình hiện có vi phạm quy tắc, phải sửa trước.",
        "  • {team}: its routes break a rule as they are and must be repaired first.",
    ),
    "story.more_teams": Words("  • Còn {teams} khác: {groups}.", "  • And {teams} more: {groups}."),
    "story.few_able": Words("{teams} có cách làm nhưng không lợi hơn", "{teams} able, but not better"),
    "story.few_full": Words("{teams} đã kín giờ", "{teams} with no time left"),
    "story.few_full_site": Words(
        "{teams} đã kín giờ hoặc điểm đã đủ tổ", "{teams} with no time left or a site full of teams"
    ),
    "story.few_broken": Words("{teams} có lộ trình vi phạm quy tắc", "{teams} with routes that break a rule"),
}
