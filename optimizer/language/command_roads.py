"""Words of `luudong roads`, and of extracts on the command line."""

from __future__ import annotations

from optimizer.language import Words

ROADS: dict[str, Words] = {
    "cli.meta.extract": Words("BẢN_ĐỒ", "EXTRACT"),
    "cli.help.extract": Words(
        "tệp .osm.pbf mà kịch bản dùng, nếu không nằm trong thư mục của kịch bản",
        "the .osm.pbf that the scenario names, if it is not in its folder",
    ),
    "cli.roads.help": Words(
        "Đọc bản đồ OpenStreetMap, cho biết có những đường nào, ai đi được; so ước lượng với đường thật.",
        "Read an OpenStreetMap extract, tell its roads and who may use them; compare the estimate with them.",
    ),
    "cli.roads.source": Words(
        "tệp .osm.pbf, hoặc kịch bản có travel: {{source: roads}}",
        "an .osm.pbf file, or a scenario with travel: {{source: roads}}",
    ),
    "cli.roads.find": Words(
        "liệt kê các đoạn đường có tên hoặc số hiệu này, kèm mã để khai closures",
        "list the ways with this name or number, with their ids for `closures`",
    ),
    "cli.roads.compare": Words(
        "so ước lượng của kịch bản với đường thật, gợi ý speed_kmh và detour",
        "compare the scenario's estimate with its roads, and suggest speed_kmh and detour",
    ),
    "cli.roads.draw": Words(
        "vẽ mạng lưới ra tệp SVG; đường không nối với mạng lưới chính vẽ màu đỏ",
        "draw the network as SVG; roads that are not joined with the main network are red",
    ),
    "cli.roads.drawn": Words("Hình vẽ: {path}", "Drawing: {path}"),
    "cli.roads.reading": Words(
        "Đang đọc bản đồ {file} và đo đường; lần sau sẽ nhanh.",
        "Reading {file} and measuring its roads; it is kept for the next time.",
    ),
    "cli.roads.holds": Words(
        "{file}: {km} km đường, {junctions} nút, {edges} đoạn; vĩ độ {south} đến {north}, kinh độ {west} đến"
        " {east}.",
        "{file}: {km} km of roads, {junctions} junctions, {edges} edges; latitude {south} to {north},"
        " longitude {west} to {east}.",
    ),
    "cli.roads.moving": Words(
        "  {moving}: đi được {km} km, trong đó {main} km thuộc mạng lưới chính",
        "  {moving}: {km} km usable, {main} km of them in the main network",
    ),
    "cli.roads.found": Words(
        "{count} đoạn đường có tên hoặc số hiệu “{name}”.", "Ways with the name or number “{name}”: {count}."
    ),
    "cli.roads.compared": Words(
        "{vehicle}: {pairs} cặp điểm. Ước lượng hiện nay ({speed} km/h, hệ số {detour}) so với đường thật:\n"
        "  số phút gấp {minutes} lần, số km gấp {metres} lần (mức 10%, giữa, 90%).",
        "{vehicle}: {pairs} pairs of places. The estimate as it is ({speed} km/h, detour {detour}):\n"
        "  minutes {minutes} times, kilometres {metres} times those by road (10%, middle, 90%).",
    ),
    "cli.roads.suggested": Words(
        "  Gợi ý: speed_kmh: {speed}, detour: {detour}; khi đó số phút gấp {minutes} lần.",
        "  Suggested: speed_kmh: {speed}, detour: {detour}; minutes would then be {minutes} times.",
    ),
}
