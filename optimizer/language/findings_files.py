"""Words of findings about files: scenarios, tables, plans, and what is written."""

from __future__ import annotations

from optimizer.language import Words

FILES: dict[str, Words] = {
    "E001.cause": Words("Không có tệp hay thư mục này.", "There is no such file or folder."),
    "E001.action": Words(
        "Kiểm tra lại đường dẫn; kịch bản là một thư mục có scenario.yaml hoặc một tệp YAML.",
        "Check the path; a scenario is a folder with scenario.yaml, or a YAML file.",
    ),
    "E002.cause": Words("Không đọc được tệp: {reason}.", "The file cannot be read: {reason}."),
    "E002.action": Words(
        "Kiểm tra quyền đọc, và đóng tệp nếu đang mở bằng chương trình khác.",
        "Check that you may read it, and close it in other programs.",
    ),
    "E003.cause": Words("Tệp lớn hơn {megabytes} MB.", "The file is larger than {megabytes} MB."),
    "E003.action": Words(
        "Kiểm tra xem có chọn nhầm tệp không; đưa danh sách điểm vào bảng CSV hoặc XLSX.",
        "Check that it is the right file; keep lists of sites in a CSV or XLSX table.",
    ),
    "E004.cause": Words("Tệp không phải UTF-8: {encoding:vi}.", "The file is not UTF-8: {encoding:en}."),
    "E004.action": Words(
        "Lưu lại bằng UTF-8: Excel chọn “CSV UTF-8 (Comma delimited)”, Notepad chọn Encoding “UTF-8”.",
        "Save it as UTF-8: in Excel choose “CSV UTF-8 (Comma delimited)”, in Notepad the encoding “UTF-8”.",
    ),
    "E005.cause": Words(
        "Tệp có ký tự NUL, nên không phải tệp văn bản.",
        "The file holds NUL characters, so it is not a text file.",
    ),
    "E005.action": Words(
        "Kiểm tra xem có chọn nhầm tệp không, hoặc xuất lại tệp.",
        "Check that it is the right file, or export it again.",
    ),
    "E006.cause": Words("Tệp không có nội dung.", "The file is empty."),
    "E006.action": Words(
        "Chọn đúng tệp, hoặc chạy “luudong new” để có kịch bản mẫu.",
        "Choose the right file, or run “luudong new” for a scenario to start from.",
    ),
    "E007.cause": Words("Không tìm thấy bảng “{file}”.", "The table “{file}” is not there."),
    "E007.action": Words(
        "Đặt tệp vào thư mục của kịch bản và viết đúng tên, kể cả đuôi tệp.",
        "Put the file into the scenario's folder and give its name with its ending.",
    ),
    "E008.cause": Words(
        "“{file}” nằm ngoài thư mục của kịch bản.", "“{file}” lies outside the scenario's folder."
    ),
    "E008.action": Words(
        "Chép tệp ấy vào thư mục của kịch bản và chỉ viết tên tệp.",
        "Copy the file into the scenario's folder and write its name only.",
    ),
    "E009.cause": Words("Thư mục này không có scenario.yaml.", "This folder has no scenario.yaml."),
    "E009.action": Words(
        "Chọn thư mục khác, hoặc chạy “luudong new” để tạo kịch bản mẫu ở đây.",
        "Choose another folder, or run “luudong new” to start a scenario in it.",
    ),
    "E010.cause": Words(
        "Tệp không phải CSV hay XLSX (có thể là .xls cũ, .ods, hoặc có mật khẩu).",
        "The file is neither CSV nor XLSX (it may be an old .xls, an .ods, or protected by a password).",
    ),
    "E010.action": Words(
        "Mở bằng Excel, bỏ mật khẩu nếu có, rồi lưu thành .xlsx hoặc “CSV UTF-8”.",
        "Open it in Excel, remove the password if there is one, and save it as .xlsx or “CSV UTF-8”.",
    ),
    "E011.cause": Words("Tệp XLSX bị hỏng, không đọc được.", "The XLSX file is damaged and cannot be read."),
    "E011.action": Words(
        "Mở bằng Excel rồi lưu lại, hoặc xuất ra “CSV UTF-8”.",
        "Open it in Excel and save it again, or export it as “CSV UTF-8”.",
    ),
    "E012.cause": Words(
        "Tệp XLSX giải nén ra {megabytes} MB, lớn bất thường.",
        "The XLSX file unpacks to {megabytes} MB, which no table of sites needs.",
    ),
    "E012.action": Words(
        "Chép riêng bảng cần dùng sang một tệp mới.", "Copy the table that is needed into a new file."
    ),
    "E013.cause": Words("Ô là công thức chưa được tính.", "The cell is a formula that was never computed."),
    "E013.action": Words(
        "Mở tệp bằng Excel và lưu lại để Excel tính công thức.",
        "Open the file in Excel and save it, so that Excel computes the formula.",
    ),
    "E014.cause": Words("Bảng CSV bị lỗi định dạng ({reason}).", "The CSV table is malformed ({reason})."),
    "E014.action": Words(
        "Kiểm tra dấu ngoặc kép ở hàng này: mỗi dấu mở phải có dấu đóng.",
        "Check the quotation marks in this row: each that opens must close.",
    ),
    "E015.cause": Words("Bảng có hơn {most} hàng.", "The table has more than {most} rows."),
    "E015.action": Words(
        "Bỏ các hàng thừa, hoặc chia đợt công tác thành nhiều kịch bản.",
        "Remove rows that are not needed, or divide the campaign into several scenarios.",
    ),
    "E016.cause": Words("Bảng có hơn {most} cột.", "The table has more than {most} columns."),
    "E016.action": Words("Chỉ giữ các cột cần dùng.", "Keep only the columns that are needed."),
    "E017.cause": Words("Ô mang lỗi {value} của Excel.", "The cell holds the Excel error {value}."),
    "E017.action": Words("Sửa công thức trong ô rồi lưu lại.", "Mend the cell's formula and save the file."),
    "E018.cause": Words(
        "Có một dòng dài hơn {megabytes} MB, nên không phải bảng hay kịch bản.",
        "A line is longer than {megabytes} MB, so this is no table and no scenario.",
    ),
    "E018.action": Words(
        "Kiểm tra xem có chọn nhầm tệp không, hoặc xuất lại tệp.",
        "Check that it is the right file, or export it again.",
    ),
    "E019.cause": Words("Đây là một bảng, không phải kịch bản.", "This is a table, not a scenario."),
    "E019.action": Words(
        "Chỉ đến thư mục của kịch bản, hoặc tệp scenario.yaml trong đó.",
        "Give the scenario's folder, or the scenario.yaml in it.",
    ),
    "E090.cause": Words("Còn {count} lỗi {code} nữa.", "There are {count} more findings {code}."),
    "E090.action": Words(
        "Sửa các lỗi đã liệt kê rồi kiểm tra lại.", "Mend those that are listed and check again."
    ),
    "W001.cause": Words("Nội dung tệp là {kind}, khác với đuôi tệp.", "The file is {kind}, unlike its name."),
    "W001.action": Words("Đã đọc theo nội dung; nên đổi đuôi tệp.", "It was read as what it is; rename it."),
    "W002.cause": Words(
        "Có ký tự ẩn (điều khiển hoặc đổi chiều chữ); đã bỏ đi.",
        "There were hidden characters (control marks or marks of direction); they were removed.",
    ),
    "W002.action": Words("Kiểm tra lại chữ ở chỗ này.", "Look at the text there again."),
    "W003.cause": Words(
        "Bảng này không được đọc; kịch bản chỉ dùng: {read}.",
        "This table is not read; the scenario uses only: {read}.",
    ),
    "W003.action": Words(
        "Nếu đây mới là bảng đúng, ghi tên nó vào scenario.yaml; nếu không thì chuyển đi nơi khác.",
        "If it is the one that is meant, name it in scenario.yaml; otherwise move it away.",
    ),
    "W090.cause": Words("Còn {count} cảnh báo {code} nữa.", "There are {count} more warnings {code}."),
    "W090.action": Words("Xem các cảnh báo đã liệt kê.", "See those that are listed."),
    "E601.cause": Words("Không có tệp kế hoạch ở đây.", "There is no plan file here."),
    "E601.action": Words(
        "Chỉ đến tệp plan.json hoặc thư mục chứa nó.", "Name a plan.json or the folder it is in."
    ),
    "E602.cause": Words(
        "Tệp không phải JSON hoàn chỉnh ({problem}).", "The file is not whole JSON ({problem})."
    ),
    "E602.action": Words(
        "Tệp có thể bị cắt cụt hoặc sửa hỏng; hãy lập lại kế hoạch hoặc lấy bản sao.",
        "It may be cut short or badly edited; plan again or take a copy.",
    ),
    "E609.cause": Words(
        "Tệp kế hoạch trống hoặc không phải văn bản UTF-8.", "The plan file is empty or not text in UTF-8."
    ),
    "E609.action": Words(
        "Lấy bản sao của plan.json, hoặc lập lại kế hoạch bằng “luudong plan”.",
        "Take a copy of plan.json, or plan again with “luudong plan”.",
    ),
    "E603.cause": Words(
        "Tệp JSON này không phải kế hoạch của Lưu Động.", "This JSON file is not a plan of Lưu Động."
    ),
    "E603.action": Words(
        "Chọn tệp plan.json do “luudong plan” ghi.", "Choose a plan.json that “luudong plan” wrote."
    ),
    "E604.cause": Words(
        "Kế hoạch có định dạng “{text}”; phiên bản này chỉ đọc “{version}”.",
        "The plan's format is “{text}”; this version reads “{version}”.",
    ),
    "E604.action": Words(
        "Dùng phiên bản Lưu Động đã lập kế hoạch này, hoặc lập lại.",
        "Use the version of Lưu Động that made the plan, or plan again.",
    ),
    "E605.cause": Words(
        "Giá trị trong kế hoạch không hợp lệ: {problem}.", "A value of the plan is not valid: {problem}."
    ),
    "E605.action": Words("Sửa giá trị này, hoặc lập lại kế hoạch.", "Mend the value, or plan again."),
    "E606.cause": Words(
        "Bên cạnh kế hoạch không có thư mục “scenario”.", "There is no folder “scenario” beside the plan."
    ),
    "E606.action": Words(
        "Chép cả thư mục của kế hoạch, không chỉ tệp plan.json.",
        "Copy the plan's whole folder, not only plan.json.",
    ),
    "E607.cause": Words(
        "Kịch bản bên cạnh không phải kịch bản đã dùng để lập kế hoạch này.",
        "The scenario beside the plan is not the one it was made from.",
    ),
    "E607.action": Words(
        "Không sửa thư mục “scenario” của kế hoạch; hãy sửa kịch bản gốc và lập lại.",
        "Leave the plan's folder “scenario” as it is; change the original scenario and plan again.",
    ),
    "E701.cause": Words("Không ghi được tệp: {reason}.", "The file cannot be written: {reason}."),
    "E701.action": Words(
        "Đóng tệp nếu đang mở (chẳng hạn trong Excel), kiểm tra dung lượng và quyền ghi.",
        "Close it if it is open (in Excel, say), and check space and permission.",
    ),
    "E702.cause": Words("Tệp này đã có.", "This file is there already."),
    "E702.action": Words(
        "Chọn một thư mục mới; tệp đã có không bị ghi đè.",
        "Choose a new folder; what is there is never overwritten.",
    ),
}
