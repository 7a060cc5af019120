"""Words of the official plan's template, and of what may be wrong with the office's own."""

from __future__ import annotations

from optimizer.language import Words

WORDS: dict[str, Words] = {
    # Letterhead and title
    "doc.parent": Words("CÔNG AN TỈNH ………", "PROVINCIAL POLICE OF ………"),
    "doc.number": Words("Số:        /KH-………", "No.:        /KH-………"),
    "doc.state": Words("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "SOCIALIST REPUBLIC OF VIET NAM"),
    "doc.motto": Words("Độc lập - Tự do - Hạnh phúc", "Independence - Freedom - Happiness"),
    "doc.place_date": Words(
        "………, ngày …… tháng …… năm {{{{ nam }}}}", "………, date …… month …… year {{{{ nam }}}}"
    ),
    "doc.title": Words("KẾ HOẠCH", "PLAN"),
    "doc.subject": Words(
        "Triển khai các tổ công tác lưu động từ ngày {{{{ tu_ngay }}}} đến ngày {{{{ den_ngay }}}}",
        "Deployment of mobile teams from {{{{ tu_ngay }}}} to {{{{ den_ngay }}}}",
    ),
    "doc.date": Words("{day} tháng {month} năm {year}", "{day}/{month}/{year}"),
    # Grounds
    "doc.ground.1": Words(
        "Căn cứ Kế hoạch số ………/KH-……… ngày …… tháng …… năm ……… của ……… về ………;",
        "On the grounds of plan No. ………/KH-……… of ……… on ………;",
    ),
    "doc.ground.2": Words("Căn cứ ………;", "On the grounds of ………;"),
    "doc.ground.3": Words(
        "Căn cứ tình hình, kết quả thực tế trên địa bàn.", "On the grounds of the situation in the area."
    ),
    "doc.opening": Words(
        "{{{{ co_quan }}}} xây dựng Kế hoạch triển khai các tổ công tác lưu động ({{{{ ten_ke_hoach"
        " }}}}) như sau:",
        "{{{{ co_quan }}}} makes the following plan for the deployment of mobile teams ({{{{"
        " ten_ke_hoach }}}}):",
    ),
    # Body
    "doc.purpose.title": Words("I. MỤC ĐÍCH, YÊU CẦU", "I. PURPOSE AND REQUIREMENTS"),
    "doc.purpose.1": Words(
        "1. Phục vụ tại chỗ người dân còn hồ sơ chưa hoàn thành, ưu tiên người già yếu, bệnh tật,"
        " người ở thôn,"
        " bản xa; giảm đi lại cho người dân và cho cán bộ.",
        "1. To serve people whose cases are outstanding where they live, the old and ill and those in remote"
        " villages first; to spare people and officers travel.",
    ),
    "doc.purpose.2": Words(
        "2. Đúng quy định, đúng đối tượng; bảo đảm an toàn người, phương tiện, thiết bị và bảo mật"
        " thông tin của"
        " người dân.",
        "2. To act by the rules; to keep people, vehicles and equipment safe and personal data confidential.",
    ),
    "doc.content.title": Words("II. NỘI DUNG", "II. CONTENT"),
    "doc.content.dates": Words(
        "1. Thời gian: {{{{ so_ngay }}}} ngày, từ ngày {{{{ tu_ngay }}}} đến ngày {{{{ den_ngay }}}}.",
        "1. Dates: {{{{ so_ngay }}}} days, from {{{{ tu_ngay }}}} to {{{{ den_ngay }}}}.",
    ),
    "doc.content.places": Words(
        "2. Địa bàn: {{{{ so_diem }}}} điểm làm việc thuộc {{{{ so_xa }}}} xã, phường, thị trấn, với"
        " {{{{ so_luot }}}} lượt làm việc (lịch từng tổ tại Phụ lục II).",
        "2. Places: {{{{ so_diem }}}} sites in {{{{ so_xa }}}} communes, {{{{ so_luot }}}} visits"
        " (schedules in"
        " Annex II).",
    ),
    "doc.content.quota": Words(
        "3. Chỉ tiêu: phục vụ {{{{ so_ho_so }}}} hồ sơ; trong {{{{ so_len_ke_hoach_duoc }}}} hồ sơ"
        " còn tồn lên kế"
        " hoạch được, tỷ lệ đạt {{{{ ty_le }}}}. Cụ thể:",
        "3. Quota: {{{{ so_ho_so }}}} cases; of the {{{{ so_len_ke_hoach_duoc }}}} that can be planned"
        " {{{{ ty_le }}}} are covered. In detail:",
    ),
    "doc.content.service": Words(
        "- {{{{ thu_tuc.ten }}}}: {{{{ thu_tuc.phuc_vu }}}} trên {{{{ thu_tuc.ton }}}} hồ sơ.",
        "- {{{{ thu_tuc.ten }}}}: {{{{ thu_tuc.phuc_vu }}}} of {{{{ thu_tuc.ton }}}} cases.",
    ),
    "doc.content.forces": Words(
        "4. Lực lượng, trang bị: {{{{ so_to }}}} tổ công tác lưu động, {{{{ so_can_bo }}}} cán bộ, chiến sĩ,"
        " {{{{ so_bo_thu_nhan }}}} bộ thu nhận (phân công tại Phụ lục I).",
        "4. Forces and equipment: {{{{ so_to }}}} mobile teams, {{{{ so_can_bo }}}} officers,"
        " {{{{ so_bo_thu_nhan }}}} capture kits (see Annex I).",
    ),
    "doc.content.ways": Words(
        "5. Đi lại, ăn nghỉ: tổng quãng đường {{{{ so_km }}}}\N{NO-BREAK SPACE}km; {{{{ so_dem }}}} đêm"
        " nghỉ xa trụ sở tính theo tổ"
        " (nơi nghỉ tại Phụ lục III).",
        "5. Travel and lodging: {{{{ so_km }}}}\N{NO-BREAK SPACE}km in all; {{{{ so_dem }}}} team-nights"
        " away from base (places in"
        " Annex III).",
    ),
    "doc.content.left": Words(
        "6. Còn {{{{ so_con_lai }}}} hồ sơ chưa đưa vào kế hoạch này, lý do tại Phụ lục IV; tiếp tục"
        " bố trí ở đợt sau.",
        "6. {{{{ so_con_lai }}}} cases are not in this plan, for the reasons in Annex IV; they"
        " remain for the next.",
    ),
    "doc.carrying_out.title": Words("III. TỔ CHỨC THỰC HIỆN", "III. CARRYING OUT"),
    "doc.carrying_out.1": Words(
        "1. Các tổ công tác lưu động thực hiện đúng lịch tại Phụ lục II; cuối đợt gửi phiếu kết quả về ………",
        "1. The mobile teams keep to the schedules in Annex II and send in their return sheets to ………",
    ),
    "doc.carrying_out.2": Words(
        "2. Công an các xã, phường, thị trấn có điểm làm việc thông báo cho người dân, bố trí địa"
        " điểm, điện, mạng và"
        " phối hợp với các tổ.",
        "2. The police of the communes concerned tell the people, provide place, power and network,"
        " and assist"
        " the teams.",
    ),
    "doc.carrying_out.3": Words(
        "3. Có khó khăn, vướng mắc, báo cáo về ……… để được hướng dẫn./.",
        "3. Difficulties are to be reported to ……… for guidance./.",
    ),
    # Signature
    "doc.receivers": Words("Nơi nhận:", "Receivers:"),
    "doc.receiver.1": Words("- ………;", "- ………;"),
    "doc.receiver.2": Words("- Các tổ công tác lưu động;", "- The mobile teams;"),
    "doc.receiver.3": Words("- Lưu: VT, ………", "- Kept: archive, ………"),
    "doc.on_behalf": Words("KT. ………", "FOR ………"),
    "doc.signer": Words("………", "………"),
    "doc.signer_name": Words("………", "………"),
    # Annexes
    "doc.attached": Words(
        "(Kèm theo Kế hoạch số         /KH-……… ngày …… tháng …… năm {{{{ nam }}}} của {{{{ co_quan }}}})",
        "(Annexed to plan No.         /KH-……… of ……… {{{{ nam }}}}, {{{{ co_quan }}}})",
    ),
    "doc.forces.number": Words("Phụ lục I", "Annex I"),
    "doc.forces.title": Words(
        "LỰC LƯỢNG, TRANG BỊ CÁC TỔ CÔNG TÁC LƯU ĐỘNG", "FORCES AND EQUIPMENT OF THE MOBILE TEAMS"
    ),
    "doc.schedules.number": Words("Phụ lục II", "Annex II"),
    "doc.schedules.title": Words("LỊCH LÀM VIỆC TỪNG TỔ", "SCHEDULE OF EACH TEAM"),
    "doc.schedules.team": Words("{{{{ to.tt }}}}. {{{{ to.ten }}}}", "{{{{ to.tt }}}}. {{{{ to.ten }}}}"),
    "doc.schedules.facts": Words(
        "{{{{ to.tru_so }}}}; {{{{ to.can_bo }}}} cán bộ, {{{{ to.bo_thu_nhan }}}} bộ thu nhận; {{{{"
        " to.so_luot }}}}"
        " lượt làm việc, {{{{ to.ho_so }}}} hồ sơ, {{{{ to.so_km }}}}\N{NO-BREAK SPACE}km",
        "{{{{ to.tru_so }}}}; officers: {{{{ to.can_bo }}}}, kits: {{{{ to.bo_thu_nhan }}}}; visits:"
        " {{{{ to.so_luot }}}}, cases: {{{{ to.ho_so }}}}, {{{{ to.so_km }}}}\N{NO-BREAK SPACE}km",
    ),
    "doc.schedules.visit": Words(
        "{{{{ luot.tu }}}}–{{{{ luot.den }}}}: {{{{ luot.diem }}}}"
        "{{% if luot.xa and luot.xa not in luot.diem %}}, {{{{ luot.xa }}}}{{% endif %}}"
        " – {{{{ luot.viec }}}}"
        "{{% if luot.noi_khac_sang %}} (nơi khác sang: {{{{ luot.noi_khac_sang }}}}){{% endif %}}",
        "{{{{ luot.tu }}}}–{{{{ luot.den }}}}: {{{{ luot.diem }}}}"
        "{{% if luot.xa and luot.xa not in luot.diem %}}, {{{{ luot.xa }}}}{{% endif %}}"
        " – {{{{ luot.viec }}}}"
        "{{% if luot.noi_khac_sang %}} (from elsewhere: {{{{ luot.noi_khac_sang }}}}){{% endif %}}",
    ),
    "doc.lodgings.number": Words("Phụ lục III", "Annex III"),
    "doc.lodgings.title": Words("NƠI NGHỈ ĐÊM", "LODGING"),
    "doc.lodgings.sum": Words(
        "Tổng số: {{{{ so_dem }}}} đêm (tính theo tổ).", "In all: {{{{ so_dem }}}} team-nights."
    ),
    "doc.left.number": Words("Phụ lục IV", "Annex IV"),
    "doc.left.title": Words("HỒ SƠ CHƯA ĐƯA VÀO KẾ HOẠCH", "CASES NOT IN THE PLAN"),
    "doc.column.order": Words("TT", "No."),
    "doc.column.team": Words("Tổ công tác", "Team"),
    "doc.column.base": Words("Trụ sở", "Base"),
    "doc.column.officers": Words("Cán bộ", "Officers"),
    "doc.column.stations": Words("Bộ thu nhận", "Kits"),
    "doc.column.vehicle": Words("Phương tiện", "Vehicle"),
    "doc.column.brings": Words("Mang theo", "Brings"),
    "doc.column.cases": Words("Số hồ sơ", "Cases"),
    "doc.column.date": Words("Ngày", "Date"),
    "doc.column.depart": Words("Xuất phát", "Leave"),
    "doc.column.visits": Words("Điểm làm việc, thời gian, nội dung", "Sites, hours, work"),
    "doc.column.end": Words("Cuối ngày", "End of the day"),
    "doc.column.place": Words("Nơi nghỉ", "Place"),
    "doc.column.nights": Words("Các đêm", "Nights"),
    "doc.column.number": Words("Số đêm", "No."),
    "doc.column.service": Words("Thủ tục", "Service"),
    "doc.column.reason": Words("Lý do", "Reason"),
    "doc.column.sites": Words("Số điểm", "Sites"),
    "doc.home": Words("{clock} về {place}", "{clock} back at {place}"),
    "doc.night": Words("{clock} nghỉ đêm tại {place}", "{clock} night at {place}"),
    "doc.unkept.title": Words("Lịch hẹn không giữ được", "Promises that are not kept"),
    "doc.unkept.one": Words(
        "- {{{{ hen.ngay }}}}, {{{{ hen.to }}}}, {{{{ hen.diem }}}}: {{{{ hen.ly_do }}}}",
        "- {{{{ hen.ngay }}}}, {{{{ hen.to }}}}, {{{{ hen.diem }}}}: {{{{ hen.ly_do }}}}",
    ),
    "doc.none": Words("Không có", "None"),
    # What is wrong with a template
    "E851.cause": Words(
        "Mẫu này không phải tệp Word (.docx).", "This template is not a Word document (.docx)."
    ),
    "E851.action": Words(
        "Tạo mẫu bằng luudong template, sửa bằng Word rồi lưu dạng .docx.",
        "Make one by luudong template, edit it in Word, and save it as .docx.",
    ),
    "E852.cause": Words("Không điền được vào mẫu: {reason}.", "The template cannot be filled in: {reason}."),
    "E852.action": Words(
        "Xem lại các chỗ trong ngoặc {{{{ }}}} và {{%…%}} của mẫu; tên dùng được có trong"
        " docs/official-plan.md.",
        "Look at the words in {{{{ }}}} and {{%…%}}; docs/official-plan.md lists the names that there are.",
    ),
}
