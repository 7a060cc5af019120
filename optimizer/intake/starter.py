"""A first scenario to start from: commented, and it plans as it stands."""

from __future__ import annotations

from contextlib import ExitStack
from importlib.resources import files
from pathlib import Path

from optimizer.domain.errors import Finding, OutputError, Severity, Where
from optimizer.intake.whole_files import written_whole
from optimizer.language import Language

STARTER_FILES = ("scenario.yaml", "sites.csv")


def write_starter(folder: Path | str, language: Language) -> Path:
    """Write a commented ``scenario.yaml`` and its ``sites.csv``; the folder they are in.

    Raises
    ------
    OutputError
        If one of the files is there already, or cannot be written; then none is.
    """
    folder = Path(folder)
    there = [folder / name for name in STARTER_FILES if (folder / name).exists()]
    if there:
        raise OutputError([Finding("E702", Severity.ERROR, Where(file=str(path))) for path in there])
    source = files("optimizer.intake").joinpath("starters", language)
    with ExitStack() as both:
        for name in STARTER_FILES:
            path = both.enter_context(written_whole(folder / name))
            path.write_bytes(source.joinpath(name).read_bytes())
    return folder
