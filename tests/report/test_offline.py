"""Pages complete in one file."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from optimizer.report.offline import data, leaflet, plain, script, sealed, style, things_fetched


@given(st.dictionaries(st.text(), st.text()))
def test_data_comes_back_as_it_was_and_never_leaves_its_element(content: dict[str, str]) -> None:
    element = data("here", content)
    inside = re.fullmatch(
        r'<script type="application/json" id="here">([^<>&\u2028\u2029]*)</script>', element
    )
    assert inside
    assert json.loads(inside[1]) == content


@pytest.mark.parametrize("code", ["let a = '</script>'", "x = '</SCRIPT'", "<!-- comment"])
def test_a_script_that_would_end_its_element_early_is_refused(code: str) -> None:
    with pytest.raises(ValueError, match="end of its element"):
        script(code)


def test_styles_lose_what_names_a_file_and_keep_the_rest() -> None:
    rules = "/* a */a { color: red; background-image: url(a.png); margin: 0 } b { background: url('//h/b') }"
    assert style(rules) == "<style>a { color: red; margin: 0 } b {}</style>"


@pytest.mark.parametrize(
    "fetching",
    [
        '<script src="https://host/a.js"></script>',
        '<script src="a.js"></script>',
        '<link rel="stylesheet" href="//host/a.css">',
        '<img src="//host/a.png">',
        "<style>@import 'a.css';</style>",
        "<style>a { background: url(//host/a.png) }</style>",
        "<iframe src=a></iframe>",
    ],
)
def test_a_page_that_would_fetch_something_is_not_sealed(fetching: str) -> None:
    with pytest.raises(ValueError, match="not complete"):
        sealed(f"<html><head></head><body>{fetching}</body></html>")


def test_what_stands_in_a_script_or_is_data_is_not_taken_for_fetching() -> None:
    page = (
        "<head></head><script>const a = '<img src=//host>'</script><style>a{background:url(data:x)}</style>"
    )
    assert things_fetched(page) == []


def test_leaflet_comes_with_its_licence_and_without_addresses_to_open() -> None:
    code = leaflet()
    assert "BSD 2-Clause License" in code
    assert "Volodymyr Agafonkin" in code
    assert "href=" not in code.replace(".href=", "")
    assert "sourceMappingURL" not in code


def test_plain_text_keeps_vietnamese_and_drops_what_cannot_be_seen() -> None:
    assert plain("Xóm Ằng\u202e\u0000\u200b – Đà Bắc\n") == "Xóm Ằng – Đà Bắc"
