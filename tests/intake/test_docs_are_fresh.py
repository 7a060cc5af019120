"""The pages made from the code say what the code says."""

from __future__ import annotations

import runpy
import sys
from pathlib import Path
from unittest.mock import patch

DOCS = Path(__file__).parents[2] / "docs"
with patch.object(sys, "path", [str(DOCS), *sys.path]):
    PAGES = runpy.run_path(str(DOCS / "generate.py"))["pages"]()


def test_the_generated_pages_are_not_stale():
    for path, text in PAGES.items():
        assert path.read_text(encoding="utf-8") == text, f"run: python docs/generate.py ({path.name})"


def test_the_example_of_the_reference_is_the_starter():
    assert "luudong validate ." in PAGES[DOCS / "scenario.md"]


def test_links_inside_the_reference_lead_somewhere():
    import re

    page = PAGES[DOCS / "scenario.md"]
    headings = {
        "#" + line.lstrip("# ").lower().replace(" ", "-")
        for line in page.splitlines()
        if line.startswith("#")
    }
    links = set(re.findall(r"\]\((#[^)]+)\)", page))
    assert len(links) > 10
    assert links <= headings
