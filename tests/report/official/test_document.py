"""The official plan as a document: filled in, in the form that it must have."""

from __future__ import annotations

import re
import shutil
import subprocess
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from docx import Document
from docx.document import Document as DocumentObject
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm

from optimizer.domain.errors import OfficeTemplateError
from optimizer.domain.plan import Reason
from optimizer.language import Language
from optimizer.report.official.contents import filled_in, official_date
from optimizer.report.official.document import official_plan, read_template
from optimizer.report.official.template import template_bytes
from optimizer.report.workbook_sheets.contents import Contents
from optimizer.travel.build import build_matrix
from tests.browser.conftest import missing
from tests.report import campaign, hostile, promised
from tests.report.hostile import TEXTS
from tests.review import crewed

DOCS = Path(__file__).parents[3] / "docs" / "official-plan.md"


def read(content: bytes) -> DocumentObject:
    return Document(BytesIO(content))


@pytest.fixture(scope="module")
def contents() -> Contents:
    return Contents(*campaign.papers())


@pytest.fixture(scope="module")
def document(contents: Contents) -> DocumentObject:
    return read(official_plan(contents))


def texts(document: DocumentObject) -> list[str]:
    """Every line of a document, those of its tables included."""
    lines = [paragraph.text for paragraph in document.paragraphs]
    for table in document.tables:
        for row in table.rows:
            for cell in row.cells:
                lines += [paragraph.text for paragraph in cell.paragraphs]
    return lines


def test_the_paper_and_its_margins_are_those_of_the_decree(document: DocumentObject):
    [section] = document.sections
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    assert Mm(20) <= section.top_margin <= Mm(25)
    assert Mm(20) <= section.bottom_margin <= Mm(25)
    assert Mm(30) <= section.left_margin <= Mm(35)
    assert Mm(15) <= section.right_margin <= Mm(20)


def test_pages_are_numbered_in_the_middle_above_from_the_second_on(document: DocumentObject):
    [section] = document.sections
    assert section.different_first_page_header_footer
    assert "".join(paragraph.text for paragraph in section.first_page_header.paragraphs) == ""
    [paragraph] = section.header.paragraphs
    assert paragraph.alignment == WD_ALIGN_PARAGRAPH.CENTER
    assert "PAGE" in paragraph._p.xml


def test_every_letter_is_black_times_new_roman_of_a_size_that_the_decree_allows(document: DocumentObject):
    runs = [run for paragraph in document.paragraphs for run in paragraph.runs if run.text.strip()]
    for table in document.tables:
        runs += [
            run
            for row in table.rows
            for cell in row.cells
            for paragraph in cell.paragraphs
            for run in paragraph.runs
            if run.text.strip()
        ]
    assert len(runs) > 100
    assert {run.font.name for run in runs} == {"Times New Roman"}
    assert {run.font.size.pt for run in runs if run.font.size} <= {11, 12, 13, 14}
    assert {str(run.font.color.rgb) for run in runs if run.font.color.type} <= {"000000"}


def test_the_letterhead_has_state_motto_issuer_number_and_date(document: DocumentObject):
    left, right = document.tables[0].rows[0].cells
    assert "CÔNG AN HUYỆN ĐÀ BẮC" in left.text
    assert "Số:" in left.text
    state, motto = right.paragraphs[0], right.paragraphs[1]
    assert (state.text, state.runs[0].bold, state.runs[0].font.size.pt) == (
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        True,
        12,
    )
    assert (motto.text, motto.runs[0].bold, motto.runs[0].font.size.pt) == (
        "Độc lập - Tự do - Hạnh phúc",
        True,
        13,
    )
    place_date = right.paragraphs[-1]
    assert place_date.text.endswith("năm 2023")
    assert place_date.runs[0].italic


def test_title_grounds_and_body_are_set_as_the_decree_has_them(document: DocumentObject):
    by_text = {paragraph.text: paragraph for paragraph in document.paragraphs}
    title = by_text["KẾ HOẠCH"]
    assert title.runs[0].bold
    assert title.alignment == WD_ALIGN_PARAGRAPH.CENTER
    subject = by_text[
        "Triển khai các tổ công tác lưu động từ ngày 24 tháng 4 năm 2023 đến ngày 28 tháng 4 năm 2023"
    ]
    assert subject.runs[0].bold
    grounds = [one for one in document.paragraphs if one.text.startswith("Căn cứ")]
    assert all(one.runs[0].italic for one in grounds)
    assert [one.text[-1] for one in grounds] == [";", ";", "."]
    body = next(one for one in document.paragraphs if one.text.startswith("1. Thời gian"))
    assert body.alignment == WD_ALIGN_PARAGRAPH.JUSTIFY
    assert body.paragraph_format.space_after.pt >= 6
    assert 10 <= body.paragraph_format.first_line_indent.mm <= 12.71
    assert 13 <= body.runs[0].font.size.pt <= 14


def test_receivers_end_with_the_archive(document: DocumentObject):
    signature = next(table for table in document.tables if "Nơi nhận:" in table.rows[0].cells[0].text)
    left = signature.rows[0].cells[0].paragraphs
    assert (left[0].runs[0].font.size.pt, left[0].runs[0].bold, left[0].runs[0].italic) == (12, True, True)
    assert left[-1].text.startswith("- Lưu: VT, ")
    assert {one.runs[0].font.size.pt for one in left[1:]} == {11}


def test_figures_are_those_of_the_plan(document: DocumentObject, contents: Contents):
    told = "\n".join(texts(document))
    figures = contents.plan.figures
    assert f"phục vụ {figures.cases} hồ sơ; trong {figures.of} hồ sơ" in told
    assert "- CCCD tại nhà (già yếu, bệnh tật): 4 trên 4 hồ sơ." in told
    # Of 36 + 9 + 12 + 7 cases left (below) the 7 of people away are not among those that can be planned.
    assert (
        "6. Còn 64 hồ sơ chưa đưa vào kế hoạch này (trong đó 7 hồ sơ không thuộc diện lập kế hoạch), lý do"
        in told
    )
    # 3 officers with 3 nights: «Tổ 3»; see the annex of lodging.
    assert f"{figures.nights} đêm nghỉ xa trụ sở" in told


def rows_under(document: DocumentObject, head: str) -> list[list[str]]:
    """Rows of the tables whose head has a text."""
    return [
        [cell.text for cell in row.cells]
        for table in document.tables
        if any(head == cell.text for cell in table.rows[0].cells)
        for row in table.rows[1:]
    ]


def test_every_team_has_its_forces_and_its_schedule(document: DocumentObject, contents: Contents):
    forces = rows_under(document, "Mang theo")
    assert [row[1] for row in forces] == ["Tổ 1", "Tổ 2 – xóm xa", "Tổ 3", "Tổ to-4"]
    assert forces[1][6] == "máy phát điện"
    days = rows_under(document, "Cuối ngày")
    routes = contents.plan.routes
    assert [row[0] for row in days if row[0]] == [
        f"T{route.date.weekday() + 2}, {route.date:%d/%m}" for route in routes
    ]
    monday = days[0]
    assert monday[1] == "07:00"
    assert (
        monday[2].splitlines()[0]
        == "08:00–10:53: Xóm Ằng, Hiền Lương – 18 Cấp CCCD gắn chip, 15 Định danh mức 2"
    )
    assert monday[3] == "37"
    assert monday[4] == "12:41 về Công an huyện Đà Bắc"


def test_who_is_in_a_team_is_told_where_teams_are_formed_from_officers():
    made = crewed.plan()
    scenario = crewed.campaign(crewed.crewing(), made)
    written = read(official_plan(Contents(made, scenario, build_matrix(scenario))))
    assert "Tổ 1: An, Bình" in [row[1] for row in rows_under(written, "Cán bộ")]


def test_lodging_is_told_stay_by_stay(document: DocumentObject):
    stays = rows_under(document, "Nơi nghỉ")
    # «Tổ 2» sleeps at Bưa Sen from Monday, and comes home on Thursday; «Tổ 3» at Quận 1.
    assert [(row[1], row[2], row[3], row[4]) for row in stays] == [
        ("Tổ 2 – xóm xa", "Xóm Bưa Sen", "24/04 – 26/04", "3"),
        ("Tổ 3", "Công an Quận 1", "24/04 – 26/04", "3"),
    ]


def test_what_is_left_is_summed_by_service_and_reason(document: DocumentObject):
    left = rows_under(document, "Lý do")
    assert [(row[1], row[3], row[4]) for row in left] == [
        ("Cấp CCCD gắn chip", "1", "36"),
        ("Cấp CCCD gắn chip", "1", "9"),
        ("Định danh mức 2", "1", "12"),
        ("Đi làm ăn xa, không rõ địa chỉ", "1", "7"),
    ]


def test_where_all_that_is_left_could_be_planned_nothing_is_said_of_others(contents: Contents):
    plannable = [one for one in contents.plan.unserved if one.reason is not Reason.NOT_PLANNABLE]
    plan = contents.plan.model_copy(update={"unserved": tuple(plannable)})
    told = "\n".join(texts(read(official_plan(Contents(plan, *campaign.papers()[1:])))))
    assert "6. Còn 57 hồ sơ chưa đưa vào kế hoạch này, lý do tại Phụ lục IV" in told


def test_promises_that_are_not_kept_and_people_from_elsewhere_are_told_to_whoever_signs(
    document: DocumentObject,
):
    told = texts(read(official_plan(Contents(*promised.papers()))))
    assert "Lịch hẹn không giữ được" in told
    assert "- 27/04/2023, Tổ 2, Bản Ma Hác: Ngày 27/04 đường vào bản bị cấm (R8)." in told
    [monday] = [line for line in told if line.startswith("08:00–")]
    assert monday.endswith("4 Cấp CCCD, 13 Định danh mức 2 (nơi khác sang: 7)")
    assert "Lịch hẹn không giữ được" not in texts(document)


def test_a_plan_without_nights_says_so():
    document = read(official_plan(Contents(*promised.papers())))
    assert rows_under(document, "Nơi nghỉ") == [["", "Không có", "", "", "", ""]]


def test_annexes_begin_on_their_own_page_with_number_title_and_what_they_belong_to(document: DocumentObject):
    paragraphs = document.paragraphs
    starts = [at for at, one in enumerate(paragraphs) if one.paragraph_format.page_break_before]
    assert [paragraphs[at].text for at in starts] == ["Phụ lục I", "Phụ lục II", "Phụ lục III", "Phụ lục IV"]
    for at in starts:
        assert paragraphs[at + 1].text.isupper()
        assert paragraphs[at + 2].text.startswith("(Kèm theo Kế hoạch số")


def test_dates_have_a_zero_where_the_decree_wants_one():
    assert official_date(date(2023, 2, 5), "vi") == "05 tháng 02 năm 2023"
    assert official_date(date(2023, 4, 24), "vi") == "24 tháng 4 năm 2023"
    assert official_date(date(2023, 12, 9), "vi") == "09 tháng 12 năm 2023"


def test_no_brace_is_left_and_the_same_plan_gives_the_same_bytes(
    contents: Contents, document: DocumentObject
):
    assert not [line for line in texts(document) if "{{" in line or "{%" in line]
    assert official_plan(contents) == official_plan(Contents(*campaign.papers()))
    assert template_bytes("vi") == template_bytes("vi")


def test_english_plans_are_written_in_english():
    told = texts(read(official_plan(Contents(*campaign.papers("en")))))
    assert "SOCIALIST REPUBLIC OF VIET NAM" in told
    assert "SCHEDULE OF EACH TEAM" in told


def test_hostile_names_are_text_and_nothing_else():
    for papers in (hostile.hostile(), hostile.hostile_promises()):
        content = official_plan(Contents(*papers))
        told = "\n".join(texts(read(content)))
        assert "49" not in [line.strip() for line in told.splitlines()]
        assert TEXTS[0] in told
        with ZipFile(BytesIO(content)) as packed:
            parts = {
                name: packed.read(name).decode()
                for name in packed.namelist()
                if name.endswith((".xml", ".rels"))
            }
        relations = "".join(text for name, text in parts.items() if name.endswith(".rels"))
        assert 'TargetMode="External"' not in relations
        assert "<img" not in parts["word/document.xml"]
        fields = re.findall(r"<w:instrText[^>]*>([^<]*)</", "".join(parts.values()))
        assert {field.strip() for field in fields} == {"PAGE"}


def edited(old: str, new: str) -> bytes:
    """The template with a text changed, as by the office."""
    document = read(template_bytes("vi"))
    for paragraph in document.paragraphs:
        for run in paragraph.runs:
            run.text = run.text.replace(old, new)
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def test_the_office_s_own_template_is_filled_in(tmp_path: Path, contents: Contents):
    path = tmp_path / "mau.docx"
    path.write_bytes(edited("Căn cứ ………;", "Căn cứ chỉ đạo của {{ co_quan }} ({{ so_to }} tổ);"))
    told = texts(read(official_plan(contents, read_template(path), path.name)))
    assert "Căn cứ chỉ đạo của Công an huyện Đà Bắc (4 tổ);" in told


@pytest.mark.parametrize(
    "written",
    [
        "{{ khong_co }}",
        "{{ co_quan.__class__.__mro__ }}",
        "{% for x in %}",
        "{{ 1/0 }}",
        "{{ so_to.append(1) }}",
    ],
)
def test_a_template_that_cannot_be_filled_in_is_told(written: str, contents: Contents):
    with pytest.raises(OfficeTemplateError) as caught:
        official_plan(contents, edited("Căn cứ ………;", written), "mau.docx")
    [finding] = caught.value.findings
    assert (finding.code, finding.where.file) == ("E852", "mau.docx")


def test_a_file_that_is_no_word_document_is_told(tmp_path: Path):
    with ZipFile(tmp_path / "zip.docx", "w") as packed:
        packed.writestr("a.txt", "a")
    (tmp_path / "text.docx").write_text("không phải Word", encoding="utf-8")
    (tmp_path / "folder.docx").mkdir()
    for name in ("zip.docx", "text.docx", "folder.docx", "none.docx"):
        with pytest.raises(OfficeTemplateError):
            read_template(tmp_path / name)


def test_a_template_that_unpacks_to_too_much_is_not_unpacked(tmp_path: Path):
    buffer = BytesIO(template_bytes("vi"))
    with ZipFile(buffer, "a", ZIP_DEFLATED) as packed, packed.open("word/media/image1.bmp", "w") as part:
        for _ in range(101):
            part.write(bytes(1_000_000))
    assert len(buffer.getvalue()) < 1_000_000
    (tmp_path / "bomb.docx").write_bytes(buffer.getvalue())
    with pytest.raises(OfficeTemplateError, match="E851"):
        read_template(tmp_path / "bomb.docx")


def names_of(value: object) -> set[str]:
    """Every name that a template may write."""
    if isinstance(value, dict):
        return set(value) | set().union(*(names_of(one) for one in value.values()))
    return set().union(*(names_of(one) for one in value)) if isinstance(value, list) else set()


def test_the_page_on_templates_names_all_that_can_be_filled_in(contents: Contents):
    page = DOCS.read_text(encoding="utf-8")
    rows = [line.split("|")[1] for line in page.splitlines() if line.startswith("| `")]
    told = set(re.findall(r"`([a-z_]+)`", "".join(rows)))
    assert told == names_of(filled_in(contents))


def printed(content: bytes, folder: Path) -> list[str]:
    """The pages of a document as a word processor prints it."""
    for tool in ("soffice", "pdftotext"):
        if shutil.which(tool) is None:
            missing(tool)
    (folder / "plan.docx").write_bytes(content)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    convert = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), "plan.docx"]
    subprocess.run(convert, cwd=folder, check=True, capture_output=True, timeout=240)  # noqa: S603
    if not (folder / "plan.pdf").exists():
        missing("LibreOffice Writer")
    text = subprocess.run(  # noqa: S603
        ["pdftotext", "-layout", str(folder / "plan.pdf"), "-"],  # noqa: S607
        check=True,
        capture_output=True,
    ).stdout
    return text.decode().split("\f")[:-1]


def test_a_word_processor_opens_it_and_numbers_its_pages(tmp_path: Path, contents: Contents):
    pages = printed(official_plan(contents), tmp_path)
    assert len(pages) >= 5
    firsts = [next(line.strip() for line in page.splitlines() if line.strip()) for page in pages]
    assert firsts[1:] == [str(number) for number in range(2, len(pages) + 1)]
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in pages[0]
    assert not re.search(r"^\s*1\s*$", pages[0], re.MULTILINE)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_no_word_in_the_head_of_a_table_is_broken(tmp_path: Path, language: Language):
    content = official_plan(Contents(*campaign.papers(language)))
    heads = [cell.text for table in read(content).tables[2:] for cell in table.rows[0].cells]
    assert len(heads) >= 20
    printed_words = set(" ".join(printed(content, tmp_path)).split())
    assert {word for head in heads for word in head.split()} <= printed_words
