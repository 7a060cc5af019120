"""Words of what is printed: pages of teams, the overview, their maps."""

from __future__ import annotations

from optimizer.language import Words

WORDS: dict[str, Words] = {
    "paper.team_title": Words("{team} – {plan}", "{team} – {plan}"),
    "paper.overview_title": Words("Toàn cảnh – {plan}", "Overview – {plan}"),
    "paper.overview": Words("Toàn cảnh các tổ", "All teams"),
    "paper.page": Words("Trang {page}/{pages}", "Page {page}/{pages}"),
    "paper.scale": Words("Tỷ lệ 1:{denominator}", "Scale 1:{denominator}"),
    "paper.km": Words("{km} km", "{km} km"),
    "paper.metres": Words("{metres} m", "{metres} m"),
    "paper.north": Words("{degrees}° B", "{degrees}° N"),
    "paper.east": Words("{degrees}° Đ", "{degrees}° E"),
    "paper.north_letter": Words("B", "N"),
    "paper.map": Words("Bản đồ", "Map"),
    "paper.what": Words("Việc", "Cases"),
    "paper.legend.base": Words("trụ sở", "base"),
    "paper.legend.lodging": Words("chỗ nghỉ, bến", "lodging, terminal"),
    "paper.legend.number": Words("điểm làm việc, số như trong bảng", "site, numbered as in the table"),
    "paper.legend.team": Words("điểm làm việc, số của tổ", "site, with the team's number"),
    "paper.legend.other": Words("điểm khác", "other site"),
    "paper.legend.link": Words("máy bay, xe khách, phà", "flight, coach, ferry"),
    "paper.legend.drawn": Words("Đường vẽ theo đường đi thật.", "Lines follow the roads."),
    "paper.legend.bent": Words(
        "Đường cong chỉ nối các điểm theo thứ tự, không phải đường đi thật.",
        "Bent lines join stops in their order; they are not the roads.",
    ),
    "paper.teams.number": Words("Số", "No."),
    "paper.teams.team": Words("Tổ", "Team"),
    "paper.teams.visits": Words("Lượt", "Visits"),
    "paper.teams.cases": Words("Hồ sơ", "Cases"),
    "paper.teams.km": Words("Km", "Km"),
    "paper.teams.nights": Words("Đêm xa", "Nights"),
    "paper.teams.sum": Words("Cộng", "Total"),
    "cli.export.kind.pdf": Words(
        "bản in của từng tổ và toàn cảnh", "pages to print, one file per team and an overview"
    ),
}
