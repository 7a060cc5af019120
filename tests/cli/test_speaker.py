from __future__ import annotations

import io
import json

import pytest

from optimizer.cli.speaker import MOST_FINDINGS_SHOWN, Speaker, finding_document, write_utf8
from optimizer.domain.errors import Finding, Severity, Where
from optimizer.language import Language


def speaker(language: Language = "vi", *, as_json: bool = False) -> Speaker:
    return Speaker(language, out=io.StringIO(), err=io.StringIO(), as_json=as_json)


def said(stream: object) -> str:
    assert isinstance(stream, io.StringIO)
    return stream.getvalue()


def unknown_site(severity: Severity = Severity.ERROR) -> Finding:
    return Finding("E712", severity, Where(file="sites.csv", line=12, column="lat"))


def test_results_and_remarks_go_to_different_streams():
    one = speaker()
    one.result("kết quả")
    one.remark("lưu ý")
    one.data({"for": "machines"})
    assert (said(one.out), said(one.err)) == ("kết quả\n", "lưu ý\n")


def test_a_machine_gets_one_json_document_and_nothing_else():
    one = speaker(as_json=True)
    one.result("kết quả")
    one.remark("lưu ý")
    one.data({"tên": "Đà Bắc"})
    assert json.loads(said(one.out)) == {"tên": "Đà Bắc"}
    assert "Đà Bắc" in said(one.out)
    assert said(one.err) == "lưu ý\n"


def test_a_finding_shows_its_place_its_cause_and_what_to_do():
    one = speaker("vi")
    one.findings([unknown_site()])
    head, cause, action = said(one.err).splitlines()
    assert head == "LỖI [E712] sites.csv, hàng 12, cột lat"
    assert cause.startswith("  Kịch bản nằm")
    assert action.startswith("  → Chép")


def test_errors_come_before_warnings():
    one = speaker("en")
    one.findings([unknown_site(Severity.WARNING), unknown_site()])
    heads = [line for line in said(one.err).splitlines() if line.startswith(("ERROR", "WARNING"))]
    assert [head.split()[0] for head in heads] == ["ERROR", "WARNING"]


def test_of_very_many_findings_the_first_are_shown_and_the_rest_counted():
    one = speaker("en")
    one.findings([unknown_site()] * (MOST_FINDINGS_SHOWN + 7))
    lines = said(one.err).splitlines()
    assert len(lines) == 3 * MOST_FINDINGS_SHOWN + 1
    assert lines[-1].startswith("… and 7 more")


def test_names_in_a_scenario_cannot_steer_the_terminal():
    one = speaker()
    one.result("Thôn \x1b[31mđỏ\x07\x9b0m\ttab\nhàng hai")
    one.remark("\x1b]0;tiêu đề\x07")
    assert said(one.out) == "Thôn �[31mđỏ��0m\ttab\nhàng hai\n"
    assert "\x1b" not in said(one.err)


def test_a_finding_as_a_document_has_its_place_in_parts():
    assert finding_document(unknown_site(), "en") == {
        "code": "E712",
        "severity": "error",
        "file": "sites.csv",
        "line": 12,
        "column": "lat",
        "key": "",
        "cause": unknown_site().cause("en"),
        "action": unknown_site().action("en"),
    }


@pytest.mark.parametrize("code_page", ["cp1252", "ascii"])
def test_vietnamese_is_printed_whatever_the_code_page(code_page: str):
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding=code_page)
    write_utf8(stream)
    print("Kế hoạch \ud800", file=stream, flush=True)
    assert raw.getvalue().decode() == f"Kế hoạch ?{chr(10)}"
