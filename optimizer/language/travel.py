"""Words of findings about travel: places that no road, link or open way leads to, or far from one."""

from __future__ import annotations

from optimizer.language import Words

_DATE = "%d/%m/%Y"
_ISO = "%Y-%m-%d"

WORDS: dict[str, Words] = {
    "moving.car": Words("ô tô", "car"),
    "moving.motorbike": Words("xe máy", "motorbike"),
    "moving.foot": Words("đi bộ", "on foot"),
    "moving.boat": Words("thuyền", "boat"),
    "closed.way": Words("đoạn đường {way}", "way {way}"),
    "closed.spot": Words(
        "chỗ ({lat}, {lon}), bán kính {radius} m", "the spot ({lat}, {lon}) within {radius} m"
    ),
    "road.nameless": Words("đường không tên", "a road without a name"),
    "road.from": Words(
        "{name} ({id}; {lat}, {lon}) cách {road} {km} km (chỗ gần nhất: {at})",
        "{name} ({id}; {lat}, {lon}) is {km} km from {road} (nearest at {at})",
    ),
    "T201.cause": Words(
        "{count} điểm cách đường gần nhất ({moving:vi}) hơn 1 km: {places:vi}.",
        "Places more than 1 km from their nearest road ({moving:en}): {count}. {places:en}.",
    ),
    "T201.action": Words(
        "Kế hoạch tính đi bộ quãng này. Kiểm tra tọa độ, hoặc xem bản đồ có thiếu đường không.",
        "The plan counts that way on foot. Check the coordinates, or whether the map lacks a road.",
    ),
    "T202.cause": Words(
        "Từ {count} điểm ra đường ({moving:vi}) phải qua sông, suối hoặc hồ: {places:vi}.",
        "Places from which the way to the road ({moving:en}) crosses water: {count}. {places:en}.",
    ),
    "T202.action": Words(
        "Không có đường nào gần đây ở cùng bờ. Kiểm tra tọa độ; nếu có cầu hay đò thì khai ở links.",
        "No road nearby is on the same bank. Check the coordinates; give a bridge or a boat under `links`.",
    ),
    "T203.cause": Words(
        "Không có đường ({moving:vi}) nối với mạng lưới chính đến {count} điểm: {places:vi}.",
        "No road of the main network ({moving:en}) is within reach of {count} place(s): {places:en}.",
    ),
    "T203.action": Words(
        "Chỉ tổ đi phương tiện khác, hoặc theo tuyến đã khai, mới đến được; nếu không phải, kiểm tra tọa độ.",
        "Only teams with another vehicle, or by a link, get there. If that is not so, check the coordinates.",
    ),
    "T301.cause": Words(
        "Không có đường ({moving:vi}) nối với mạng lưới chính đến {count} điểm: {places:vi}.",
        "No road of the main network ({moving:en}) is within reach of {count} place(s): {places:en}.",
    ),
    "T301.action": Words(
        "Sửa tọa độ, thêm tuyến vào links, hoặc ghi ở cột vehicles phương tiện khác vào được.",
        "Correct the coordinates, add a link, or name another vehicle under the site's `vehicles`.",
    ),
    "T302.cause": Words(
        "Trong bản đồ không có đường nào đi được bằng {moving:vi}.",
        "The extract has no road that can be used: {moving:en}.",
    ),
    "T302.action": Words(
        "Kiểm tra movement của phương tiện và bảng vận tốc; hoặc dùng bản đồ khác.",
        "Check the vehicle's `movement` and the table of speeds, or use another extract.",
    ),
    "T303.cause": Words(
        "Bản đồ này không có đường nào gần các điểm của kịch bản; gần nhất: {nearest:vi}.",
        "The extract has no road near any place of the scenario; the nearest: {nearest:en}.",
    ),
    "T303.action": Words(
        "Có lẽ là bản đồ của vùng khác, hoặc vĩ độ và kinh độ bị đổi chỗ.",
        "It may be another region's, or latitude and longitude are swapped.",
    ),
    "T304.cause": Words(
        "Không có đường nào trong bản đồ ứng với đoạn đóng: {closure:vi}.",
        "No road of the extract answers to the closure: {closure:en}.",
    ),
    "T304.action": Words(
        "Sửa mã, tên hoặc tọa độ; “luudong roads BẢN_ĐỒ --find TÊN” liệt kê các đường có trong bản đồ.",
        "Correct its id, name or coordinates; “luudong roads EXTRACT --find NAME” lists roads.",
    ),
    "T311.cause": Words(
        "Không đọc được bản đồ OpenStreetMap ({reason}).",
        "The OpenStreetMap extract cannot be read ({reason}).",
    ),
    "T311.action": Words(
        "Tệp bị cắt cụt khi tải hoặc chép, hoặc không phải là bản đồ; hãy lấy lại tệp .osm.pbf.",
        "It was cut short on its way, or is no extract at all; take the .osm.pbf again.",
    ),
    "T312.cause": Words("Bản đồ không có đường nào.", "The extract has no roads."),
    "T312.action": Words(
        "Dùng bản đồ OpenStreetMap đầy đủ của tỉnh, có cả đường.",
        "Take a full OpenStreetMap extract of the province, roads included.",
    ),
    "T313.cause": Words(
        "Không có tệp bản đồ này, và cũng chưa đo đường đi sẵn.",
        "The extract is not here, and nothing was measured on it before.",
    ),
    "T313.action": Words(
        "Đặt tệp cạnh scenario.yaml; với kế hoạch cũ, chép cả thư mục của kế hoạch.",
        "Put it beside scenario.yaml; of an earlier plan, copy the whole folder.",
    ),
    "T314.cause": Words(
        "Kịch bản này không đo đường trên bản đồ.", "This scenario is not measured on an extract."
    ),
    "T314.action": Words(
        "Khai travel: {{source: roads, file: …}}, hoặc chỉ thẳng tệp .osm.pbf.",
        "Give travel: {{source: roads, file: …}}, or name the .osm.pbf itself.",
    ),
    "T321.cause": Words(
        "Máy chủ {kind} ở {url} không trả lời được ({reason}).",
        "The {kind} server at {url} gave no answer that can be used ({reason}).",
    ),
    "T321.action": Words(
        "Kiểm tra máy chủ rồi chạy lại; đường đã hỏi trước với đúng các điểm này thì không hỏi lại."
        " Hoặc chọn source: roads, matrix hay estimate.",
        "See to the server and run again; what it told before of these very places is not asked again."
        " Or choose source: roads, matrix or estimate.",
    ),
    "T323.cause": Words("Chưa cài Valhalla trên máy này.", "Valhalla is not installed on this machine."),
    "T323.action": Words(
        "Cài bằng pip install “luudong[valhalla]” (Python 3.12 trở lên), hoặc dùng source: roads.",
        "Install it by pip install “luudong[valhalla]” (Python 3.12 or newer), or use source: roads.",
    ),
    "T322.cause": Words(
        "Máy chủ {kind} không biết cách đi “{movement}”.", "A {kind} server does not know “{movement}”."
    ),
    "T322.action": Words(
        "Dùng source: roads, hoặc đổi movement của phương tiện.",
        "Use source: roads, or change the vehicle's movement.",
    ),
    "T101.cause": Words(
        "Không có đường từ trụ sở của bất cứ tổ nào đến {count} điểm: {sites}.",
        "No team has a way from its base to {count} site(s): {sites}.",
    ),
    "T101.action": Words(
        "Kiểm tra bảng đường đi có dòng nào đến đây không, đường có bị đóng suốt đợt không, hoặc thêm"
        " tuyến vào mục links; nếu không, các điểm này không thể có trong kế hoạch.",
        "Check that the travel table has a row leading there and that no road is closed all the time, or add"
        " a link; otherwise these sites cannot be in the plan.",
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
