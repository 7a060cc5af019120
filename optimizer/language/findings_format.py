"""Words of findings about how a scenario is written: YAML, keys, values, columns."""

from __future__ import annotations

from optimizer.language import Words

FORMAT: dict[str, Words] = {
    "E101.cause": Words("Sai cú pháp YAML ({problem}).", "The YAML is malformed ({problem})."),
    "E101.action": Words(
        "Xem dòng này và dòng trên: dấu hai chấm, thụt lề, ngoặc và dấu ngoặc kép.",
        "Look at this line and the one above: colons, indentation, brackets, quotation marks.",
    ),
    "E102.cause": Words("Dòng thụt lề bằng phím Tab.", "The line is indented with a tab."),
    "E102.action": Words("YAML chỉ cho thụt lề bằng dấu cách.", "YAML allows only spaces there."),
    "E103.cause": Words("Tệp phải gồm các dòng “khóa: giá trị”.", "The file must be a map of “key: value”."),
    "E103.action": Words(
        "Bắt đầu bằng “format: luudong/1”; xem kịch bản mẫu.",
        "Begin with “format: luudong/1”; see the starter.",
    ),
    "E104.cause": Words(
        "Tệp có quá {nodes} giá trị, hoặc lồng nhau quá {depth} bậc.",
        "The file holds over {nodes} values, or nests deeper than {depth}.",
    ),
    "E104.action": Words(
        "Đưa danh sách điểm vào bảng CSV hoặc XLSX.", "Keep the list of sites in a CSV or XLSX table."
    ),
    "E105.cause": Words(
        "Bí danh YAML (*) không rõ nguồn, tự chứa chính nó hoặc nở ra quá {nodes} giá trị.",
        "A YAML alias (*) is of nothing, of itself, or expands to over {nodes} values.",
    ),
    "E105.action": Words(
        "Viết thẳng giá trị thay cho bí danh.", "Write the value out in place of the alias."
    ),
    "E106.cause": Words(
        "Khóa “{key}” viết hai lần (lần đầu ở dòng {first}).",
        "“{key}” is written twice (first in line {first}).",
    ),
    "E106.action": Words("Giữ lại một lần.", "Keep one of them."),
    "E107.cause": Words("Thẻ YAML “{tag}” không được dùng.", "The YAML tag “{tag}” is not allowed."),
    "E107.action": Words("Bỏ thẻ, chỉ viết giá trị.", "Remove the tag and write the value only."),
    "E108.cause": Words(
        "Tệp có hơn một tài liệu YAML (dấu ---).", "The file holds more than one YAML document (---)."
    ),
    "E108.action": Words("Mỗi tệp chỉ để một kịch bản.", "Keep one scenario in a file."),
    "E109.cause": Words("Khóa phải là chữ.", "A key must be a word."),
    "E109.action": Words(
        "Viết “khóa: giá trị”, mỗi khóa một dòng.", "Write “key: value”, a line for each key."
    ),
    "E110.cause": Words("Không có khóa “{key}”.", "There is no key “{key}”."),
    "E110.action": Words("{hint:vi} Sửa hoặc bỏ khóa này.", "{hint:en} Correct the key or remove it."),
    "E111.cause": Words("Thiếu “{key}”.", "“{key}” is missing."),
    "E111.action": Words("Thêm “{key}”.", "Add “{key}”."),
    "E112.cause": Words("Giá trị sai kiểu.", "The value is of the wrong kind."),
    "E112.action": Words("Ở đây cần {expected:vi}.", "What belongs here is {expected:en}."),
    "E113.cause": Words("Giá trị {bound:vi}.", "The value {bound:en}."),
    "E113.action": Words("Sửa lại giá trị.", "Correct the value."),
    "E114.cause": Words("Không có lựa chọn “{text}”.", "“{text}” is not among the choices."),
    "E114.action": Words("Chọn một trong: {choices}.", "Choose one of: {choices}."),
    "E115.cause": Words("Không có ngày {text}.", "There is no day {text}."),
    "E115.action": Words(
        "Viết ngày có thật, như 2023-04-24 hoặc 24/04/2023 (năm 2000–2100).",
        "Write a real date, such as 2023-04-24 or 24/04/2023 (years 2000 to 2100).",
    ),
    "E116.cause": Words("“{text}” không phải giờ.", "“{text}” is not a time."),
    "E116.action": Words(
        "Viết giờ như 07:30, khoảng giờ như 07:30-11:30; cuối ngày là 24:00.",
        "Write a time as 07:30, a stretch as 07:30-11:30; the day ends at 24:00.",
    ),
    "E117.cause": Words(
        "“{text}” là {digits} hay số lẻ? Phần mềm đọc dấu chấm hoặc phẩy là phần thập phân.",
        "“{text}”: {digits}, or a fraction? Programs read the mark as a decimal one.",
    ),
    "E117.action": Words(
        "Viết {digits}, không có dấu ngăn hàng nghìn.", "Write {digits}, without a thousands mark."
    ),
    "E118.cause": Words("“{text}” không dùng được ở đây.", "“{text}” cannot stand here."),
    "E118.action": Words(
        "Số trường hợp, số phút, số tiền là số nguyên từ 0 và không quá lớn.",
        "Counts, minutes and money are whole numbers from 0, and not too large.",
    ),
    "E119.cause": Words(
        "Khoảng giờ “{text}” kết thúc trước khi bắt đầu.", "The times “{text}” end before they begin."
    ),
    "E119.action": Words(
        "Đổi hai giờ cho đúng; qua nửa đêm thì tách thành hai khoảng.",
        "Put the times in order; a stretch over midnight is two stretches.",
    ),
    "E120.cause": Words("Các khoảng giờ chồng lên nhau: {text}.", "Windows overlap: {text}."),
    "E120.action": Words("Gộp lại hoặc tách rời.", "Join them or set them apart."),
    "E121.cause": Words("“{text}” không dùng làm mã được.", "“{text}” cannot be an id."),
    "E121.action": Words(
        "Mã phải có chữ; mã phương tiện, kỹ năng, thứ mang theo không có dấu cách, phẩy hay |.",
        "An id must not be blank; ids of vehicles, skills and things have no spaces, commas or |.",
    ),
    "E122.cause": Words("Chữ dài quá {most} ký tự.", "The text is longer than {most} characters."),
    "E122.action": Words("Viết ngắn lại.", "Shorten it."),
    "E123.cause": Words("Định dạng “{text}” không đọc được.", "The format “{text}” cannot be read."),
    "E123.action": Words("Phiên bản này đọc “format: {version}”.", "This version reads “format: {version}”."),
    "E124.cause": Words(
        "“{key}” không phải ngày hay thứ trong tuần.", "“{key}” is neither a date nor a weekday."
    ),
    "E124.action": Words(
        "{hint:vi} Dùng mon…sun (thứ hai…chủ nhật), mon-fri, daily (hằng ngày) hoặc ngày như 2023-04-24.",
        "{hint:en} Use mon…sun, mon-fri, daily, or a date such as 2023-04-24.",
    ),
    "E125.cause": Words(
        "“{key}” trùng ngày với một mục khác cùng loại.",
        "“{key}” covers a day that another entry of its kind covers.",
    ),
    "E125.action": Words("Mỗi ngày chỉ để một mục trong cùng một khung giờ.", "Give each day once."),
    "E131.cause": Words("“{key}” không có mục nào.", "“{key}” holds nothing."),
    "E131.action": Words("Khai ít nhất một mục.", "Give at least one."),
    "E201.cause": Words(
        "Bảng thiếu cột “{column}” (đang có: {columns}).",
        "The table has no column “{column}” (it has: {columns}).",
    ),
    "E201.action": Words("Thêm cột “{column}” vào hàng tiêu đề.", "Add a column “{column}” to the heading."),
    "E202.cause": Words("Có hai cột “{column}”.", "There are two columns “{column}”."),
    "E202.action": Words("Giữ lại một cột.", "Keep one of them."),
    "E203.cause": Words(
        "Bảng không có cột thủ tục nào (đang có: {columns}).",
        "The table has no column of a service (it has: {columns}).",
    ),
    "E203.action": Words(
        "Thêm ít nhất một cột mang mã thủ tục, ghi số còn tồn: {services}.",
        "Add at least one column named by a service's id, with outstanding cases: {services}.",
    ),
    "E204.cause": Words(
        "Hàng có nhiều ô hơn tiêu đề ({columns} cột).", "The row has more cells than the heading ({columns})."
    ),
    "E204.action": Words(
        "Đặt chữ có dấu phẩy trong ngoặc kép, hoặc thêm tiêu đề cột.",
        "Put text with a comma into quotation marks, or add a heading.",
    ),
    "E205.cause": Words("Không có điểm nào.", "There are no sites."),
    "E205.action": Words(
        "Thêm ít nhất một điểm có trường hợp còn tồn.", "Add at least one site with outstanding cases."
    ),
    "E206.cause": Words("Điểm chưa có tọa độ.", "The place has no coordinates."),
    "E206.action": Words(
        "Điền lat (vĩ độ) và lon (kinh độ), như 20.8746 và 105.2517.",
        "Fill in lat and lon, such as 20.8746 and 105.2517.",
    ),
    "E207.cause": Words(
        "Tọa độ {lat}, {lon} không có trên bản đồ.", "Coordinates {lat}, {lon} are not on the map."
    ),
    "E207.action": Words(
        "Kiểm tra dấu thập phân: vĩ độ ở Việt Nam khoảng 8–24, kinh độ khoảng 102–118.",
        "Check the decimal mark: in Vietnam lat is about 8 to 24, lon about 102 to 118.",
    ),
    "E208.cause": Words(
        "Vĩ độ và kinh độ ({lat}, {lon}) bị đổi chỗ.", "Latitude and longitude ({lat}, {lon}) are swapped."
    ),
    "E208.action": Words("Ghi lat = {lon}, lon = {lat}.", "Write lat = {lon}, lon = {lat}."),
    "W201.cause": Words("Cột “{column}” không được dùng.", "The column “{column}” is not used."),
    "W201.action": Words(
        "{hint:vi} Nếu không cần thì bỏ qua.", "{hint:en} Ignore this if it is for your own use."
    ),
    "W202.cause": Words(
        "Tọa độ {lat}, {lon} nằm ngoài Việt Nam.", "Coordinates {lat}, {lon} are outside Vietnam."
    ),
    "W202.action": Words("Kiểm tra lại vị trí.", "Check the place."),
    "W203.cause": Words(
        "Có ô không nằm dưới tiêu đề nào ({columns} cột); không dùng.",
        "There are cells under no heading ({columns} columns); they are not used.",
    ),
    "W203.action": Words(
        "Đặt tiêu đề cho cột đó nếu cần dùng.", "Give that column a heading if it is needed."
    ),
    "W210.cause": Words(
        "Có {count} chỗ giống số căn cước; đã bỏ, không đưa vào kế hoạch.",
        "Places that look like citizens' numbers: {count}. They were kept out of the plan.",
    ),
    "W210.action": Words(
        "Chỉ cần số lượng, không cần danh tính: hãy xóa dữ liệu cá nhân khỏi tệp.",
        "Counts are needed, not persons: remove personal data from the file.",
    ),
    "W211.cause": Words(
        "Có {count} chỗ giống số điện thoại; đã bỏ, không đưa vào kế hoạch.",
        "Places that look like telephone numbers: {count}. They were kept out of the plan.",
    ),
    "W211.action": Words(
        "Chỉ cần số lượng, không cần danh tính: hãy xóa dữ liệu cá nhân khỏi tệp.",
        "Counts are needed, not persons: remove personal data from the file.",
    ),
    "W212.cause": Words(
        "Chỗ này giống họ tên người ({count} chỗ); đã bỏ, không đưa vào kế hoạch.",
        "This looks like names of persons (places: {count}). They were kept out of the plan.",
    ),
    "W212.action": Words(
        "Chỉ cần số lượng, không cần danh tính; nếu là tên thôn, điểm thì ghi thêm “thôn”, “điểm” ở trước.",
        "Counts are needed, not persons; if these are names of places, put “thôn” or “điểm” before them.",
    ),
    "W213.cause": Words(
        "Tên cột cho thấy bảng có dữ liệu cá nhân; cột không được dùng.",
        "The column's name announces personal data; the column is not used.",
    ),
    "W213.action": Words("Xóa cột này khỏi bảng.", "Remove the column from the table."),
}
