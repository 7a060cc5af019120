"""Words of findings about travel: places that no road, link or open way leads to."""

from __future__ import annotations

from optimizer.language import Words

_DATE = "%d/%m/%Y"
_ISO = "%Y-%m-%d"

WORDS: dict[str, Words] = {
    "T101.cause": Words(
        "Không có đường từ trụ sở của bất cứ tổ nào đến {count} điểm: {sites}.",
        "No team has a way from its base to {count} site(s): {sites}.",
    ),
    "T101.action": Words(
        "Kiểm tra bảng đường đi có dòng nào đến đây không, hoặc thêm tuyến vào mục links; "
        "nếu không, các điểm này không thể có trong kế hoạch.",
        "Check that the travel table has a row leading there, or add a link; "
        "otherwise these sites cannot be in the plan.",
    ),
    "T102.cause": Words(
        f"Từ {{first:{_DATE}}} đến hết {{last:{_DATE}}} không tổ nào đến được {{count}} điểm: {{sites}}.",
        f"From {{first:{_ISO}}} to {{last:{_ISO}}} no team can get to {{count}} site(s): {{sites}}.",
    ),
    "T102.action": Words(
        "Nếu đường không bị chặn trong những ngày này, hãy sửa mục closures.",
        "If the way is open on these dates, correct `closures`.",
    ),
    "T103.cause": Words(
        "Có đường đến {count} điểm nhưng không có đường về trụ sở: {sites}.",
        "There is a way to {count} site(s), but none back to the base: {sites}.",
    ),
    "T103.action": Words(
        "Bảng đường đi tính riêng từng chiều: thêm dòng cho chiều về, hoặc bỏ one_way ở tuyến đi.",
        "A travel table counts each direction by itself: add rows for the way back, "
        "or remove `one_way` from the link.",
    ),
}
