"""The scenario's YAML file as a document: a map that knows its lines, before it is judged."""

from __future__ import annotations

from optimizer.domain.errors import Where
from optimizer.intake.collect import Findings
from optimizer.intake.format import SCENARIO_FORMAT
from optimizer.intake.origins import Located, YamlOrigin, plain
from optimizer.intake.paths import ScenarioFiles
from optimizer.intake.text_files import read_text
from optimizer.intake.yaml_lines import read_yaml


def read_document(files: ScenarioFiles, findings: Findings) -> Located | None:
    """The map of the scenario's YAML file, or None after a finding."""
    file = files.file.name
    text = read_text(files.file, file, findings)
    if text is None:
        return None
    before = findings.errors
    root = read_yaml(text, file, findings)
    if root is None or root.value is None:
        if findings.errors == before:
            findings.add("E006", Where(file=file))
        return None
    document = plain(YamlOrigin(file, root), root)
    if not isinstance(document, Located):
        findings.add("E103", Where(file=file, line=root.line))
        return None
    _check_version(document, findings)
    return document


def _check_version(document: Located, findings: Findings) -> None:
    """Tell of another version once, and read on as if it were this one."""
    version = document.get("format")
    if version is not None and version != SCENARIO_FORMAT:
        findings.add("E123", document.origin.where(("format",)), text=str(version), version=SCENARIO_FORMAT)
        document["format"] = SCENARIO_FORMAT
