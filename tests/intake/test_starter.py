"""The starter is a right scenario in both languages, and overwrites nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from optimizer.domain.errors import OutputError
from optimizer.intake import read_scenario, write_starter
from optimizer.intake.starter import STARTER_FILES
from optimizer.language import Language


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_starter_reads_without_a_single_finding(language: Language, tmp_path: Path):
    folder = write_starter(tmp_path / "mới", language)
    read = read_scenario(folder)
    assert read.warnings == ()
    assert read.scenario.language == language
    assert read.scenario.outstanding_cases == 83 + 147  # ID cards 14+9+12+8+40, e-identities 22+31+18+16+60


def test_a_file_that_is_there_is_never_overwritten_and_nothing_is_added(tmp_path: Path):
    (tmp_path / "sites.csv").write_text("của tôi")
    with pytest.raises(OutputError) as raised:
        write_starter(tmp_path, "vi")
    assert [finding.code for finding in raised.value.findings] == ["E702"]
    assert [path.name for path in tmp_path.iterdir()] == ["sites.csv"]
    assert (tmp_path / "sites.csv").read_text() == "của tôi"


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path):
    (tmp_path / "x").write_text("")
    with pytest.raises(OutputError) as raised:
        write_starter(tmp_path / "x", "vi")
    assert [finding.code for finding in raised.value.findings] == ["E701"]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_starter_explains_itself_and_opens_in_excel(language: Language, tmp_path: Path):
    folder = write_starter(tmp_path, language)
    text = (folder / STARTER_FILES[0]).read_text(encoding="utf-8")
    assert text.count("#") > 10
    assert (folder / STARTER_FILES[1]).read_bytes().startswith(b"\xef\xbb\xbf")
