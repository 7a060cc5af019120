"""Words of findings about what a scenario says: ids, dates, teams, travel."""

from __future__ import annotations

from optimizer.language import Words

MEANING: dict[str, Words] = {
    "E301.cause": Words("Không có {kind:vi} “{id}”.", "There is no {kind:en} “{id}”."),
    "E301.action": Words(
        "{hint:vi} Sửa mã, hoặc khai thêm.", "{hint:en} Correct the id, or add what it names."
    ),
    "E302.cause": Words("Mã “{id}” đã dùng ở {first:vi}.", "The id “{id}” is used already in {first:en}."),
    "E302.action": Words(
        "Đặt mã khác; trụ sở, nơi nghỉ và điểm không được trùng mã.",
        "Choose another; bases, lodgings and sites share one set of ids.",
    ),
    "E304.cause": Words(
        "Mã thủ tục “{id}” trùng tên một cột của bảng điểm hoặc bảng lịch hẹn.",
        "The service's id “{id}” is the name of a column of sites or pins.",
    ),
    "E304.action": Words("Đặt mã khác cho thủ tục.", "Choose another id for the service."),
    "E305.cause": Words("Số ngày {days} không hợp lệ.", "{days} days cannot be planned."),
    "E305.action": Words("Lập kế hoạch từ 1 đến {most} ngày.", "Plan from 1 to {most} days."),
    "E306.cause": Words(
        "Ngày sớm nhất {release} sau hạn chót {deadline}.",
        "The release {release} is after the deadline {deadline}.",
    ),
    "E306.action": Words("Đổi lại hai ngày.", "Put the dates in order."),
    "E307.cause": Words("Ngày mở lại trước ngày đóng.", "The closure ends before it starts."),
    "E307.action": Words("Đổi lại start và end.", "Put start and end in order."),
    "E308.cause": Words(
        "Mục đóng đường cần đúng một trong các cách: from và to; site; way; road; lat và lon.",
        "A closure names exactly one of: from and to; site; way; road; lat and lon.",
    ),
    "E308.action": Words("Sửa lại theo một cách.", "Write it in one of these ways."),
    "E319.cause": Words(
        "Đóng đường theo way, road hoặc tọa độ chỉ dùng được với source: roads.",
        "A closure by way, road or spot needs source: roads.",
    ),
    "E319.action": Words(
        "Dùng bản đồ đường, hoặc ghi from và to, hoặc site.",
        "Measure on an extract, or write from and to, or site.",
    ),
    "E309.cause": Words("Không tổ nào làm việc được ngày nào.", "No team is available on any date."),
    "E309.action": Words(
        "Xem lại days_off, ngày lễ và works_holidays.", "Look at days_off, holidays and works_holidays."
    ),
    "E310.cause": Words(
        "Tổng giá trị các trường hợp quá lớn để tính.", "The worth of all cases is too large to compute."
    ),
    "E310.action": Words("Giảm value hoặc priority.", "Lower value or priority."),
    "E311.cause": Words("Hai đầu cùng là “{id}”.", "Both ends are “{id}”."),
    "E311.action": Words("Ghi hai nơi khác nhau.", "Name two different places."),
    "E313.cause": Words(
        "Không thể nghỉ {minutes} phút, bắt đầu trong khoảng {between}, mà vẫn trong ca {shift}.",
        "A break of {minutes} minutes that begins within {between} never fits into the shift {shift}.",
    ),
    "E313.action": Words(
        "Đổi giờ nghỉ hoặc ca làm; không nghỉ được thì tổ không đi được ngày nào.",
        "Change the break or the shift; a team that cannot take its break can have no route.",
    ),
    "W301.cause": Words(
        "Không tổ nào làm được thủ tục “{id}” ở điểm nào.", "No team can perform “{id}” at any site."
    ),
    "W301.action": Words(
        "Xem needs, requires của thủ tục, lacks của điểm, skills và brings của tổ.",
        "Look at the service's needs and requires, the sites' lacks, the teams' skills and brings.",
    ),
    "W302.cause": Words("Không tổ nào vào làm được ở “{id}”.", "No team may work at “{id}”."),
    "W302.action": Words(
        "Xem requires và vehicles của điểm, skills và vehicle của tổ.",
        "Look at the site's requires and vehicles, the teams' skills and vehicle.",
    ),
    "W303.cause": Words(
        "“{id}” không làm được trong đợt này (ngày {date}).",
        "“{id}” cannot be served in these dates ({date}).",
    ),
    "W303.action": Words("Xem lại release và deadline.", "Look at its release and deadline."),
    "W304.cause": Words("Tổ “{id}” không làm ngày nào.", "The team “{id}” works on no date."),
    "W304.action": Words("Xem lại days_off và ngày lễ.", "Look at its days_off and the holidays."),
    "W305.cause": Words(
        "Điểm “{id}” không mở giờ nào trong những ngày được làm.",
        "The site “{id}” never opens on dates it may be served.",
    ),
    "W305.action": Words(
        "Xem lại khung giờ, release và deadline.", "Look at its hours, release and deadline."
    ),
    "W306.cause": Words(
        "Không thủ tục nào cần “{tag}”, nên thiếu nó không ảnh hưởng gì.",
        "No service needs “{tag}”, so lacking it changes nothing.",
    ),
    "W306.action": Words("{hint:vi} Kiểm tra cách viết.", "{hint:en} Check the spelling."),
    "W307.cause": Words(
        "Ngày {date} nằm ngoài thời gian lập kế hoạch.", "The date {date} is outside the horizon."
    ),
    "W307.action": Words("Kiểm tra lại năm và tháng.", "Check the year and month."),
    "W308.cause": Words(
        "travel.file và travel.url không dùng với source: estimate.",
        "travel.file and travel.url are not used with source: estimate.",
    ),
    "W308.action": Words("Ghi source: matrix để dùng bảng.", "Write source: matrix to use the table."),
    "W309.cause": Words("Điểm “{id}” không còn trường hợp nào.", "The site “{id}” has no outstanding cases."),
    "W309.action": Words("Điền số còn tồn, hoặc bỏ qua.", "Fill in its cases, or ignore this."),
    "E402.cause": Words(
        "“{text}” không phải số từ 0 đến {most}.", "“{text}” is not a number from 0 to {most}."
    ),
    "E402.action": Words(
        "Sửa ô này; không có đường thì bỏ cả hàng.",
        "Correct the cell; where there is no road, leave the row out.",
    ),
    "E403.cause": Words("Không có phương tiện “{id}”.", "There is no vehicle “{id}”."),
    "E403.action": Words("{hint:vi} Để trống là mọi phương tiện.", "{hint:en} Blank means every vehicle."),
    "E404.cause": Words(
        "Có {count} cặp viết nhiều lần, như từ “{origin}” đến “{destination}”.",
        "Pairs given more than once: {count}, such as “{origin}” to “{destination}”.",
    ),
    "E404.action": Words(
        "Giữ mỗi cặp một hàng cho mỗi phương tiện.", "Keep one row for each pair and vehicle."
    ),
    "E405.cause": Words(
        "Đã có {rows} hàng sai; dừng đọc bảng ở đây.", "{rows} rows are wrong already; reading stopped here."
    ),
    "E405.action": Words(
        "Kiểm tra xem bảng có đúng cột, đúng đơn vị (phút, km) không.",
        "Check that the columns and units (minutes, km) are right.",
    ),
    "E406.cause": Words(
        "Tệp “{file}” không phải bản đồ đã dùng để đo đường.",
        "“{file}” is not the extract that travel was measured on.",
    ),
    "E406.action": Words(
        "Đặt đúng tệp cũ, hoặc bỏ travel.sha256 để đo lại trên bản đồ này.",
        "Put the earlier file there, or remove travel.sha256 to measure on this one.",
    ),
    "E407.cause": Words("Không tìm thấy bản đồ “{file}”.", "The extract “{file}” is not there."),
    "E407.action": Words(
        "Đặt tệp .osm.pbf của vùng này vào thư mục của kịch bản, hoặc dùng source: estimate.",
        "Put the region's .osm.pbf into the scenario's folder, or use source: estimate.",
    ),
    "E408.cause": Words("Vận tốc phải từ 0 đến {most} km/h.", "A speed must be from 0 to {most} km/h."),
    "E408.action": Words("Sửa lại giá trị này.", "Correct the value."),
    "E409.cause": Words("“{text}” không phải địa chỉ máy chủ.", "“{text}” is not the address of a server."),
    "E409.action": Words(
        "Ghi đủ địa chỉ, như http://127.0.0.1:5000.", "Write it whole, such as http://127.0.0.1:5000."
    ),
    "W403.cause": Words(
        "Bảng vận tốc có sẵn không có loại “{name}”.", "The shipped table of speeds has no “{name}”."
    ),
    "W403.action": Words(
        "{hint:vi} Bỏ qua nếu bản đồ đúng là có loại này.", "{hint:en} Ignore this if the extract has it."
    ),
    "W404.cause": Words(
        "travel.speeds chỉ dùng với source: roads.", "travel.speeds is used with source: roads only."
    ),
    "W404.action": Words("Ghi source: roads, hoặc bỏ speeds.", "Write source: roads, or remove speeds."),
    "W401.cause": Words(
        "{rows} hàng có nơi không thuộc kịch bản: {ids}; không dùng.",
        "Rows with places that the scenario does not have: {rows} ({ids}). They are not used.",
    ),
    "W401.action": Words(
        "{hint:vi} Nếu bảng dùng chung thì bỏ qua.",
        "{hint:en} Ignore this if the table serves other scenarios too.",
    ),
    "W402.cause": Words(
        "Bảng không có đường nào đến {count} nơi: {ids}.",
        "Places to which the table has no way: {count} ({ids}).",
    ),
    "W402.action": Words("Thêm các hàng đến những nơi này.", "Add the rows that lead there."),
}
