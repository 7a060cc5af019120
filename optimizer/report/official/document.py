"""Filling a template of the official plan, the program's own or the office's.

A template is a document with words in braces, not a program: it runs in Jinja's sandbox, and a name
that there is not is told, not left blank.  What is filled in is text, never markup or template.
"""

from __future__ import annotations

from datetime import datetime, time
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from docxtpl import DocxTemplate
from jinja2 import StrictUndefined
from jinja2.sandbox import SandboxedEnvironment

from optimizer.domain.errors import Finding, OfficeTemplateError, Severity, Where
from optimizer.report.official.contents import filled_in
from optimizer.report.official.template import template_bytes
from optimizer.report.settled_zip import settled_zip
from optimizer.report.workbook_sheets.contents import Contents

_LARGEST_TEMPLATE_BYTES = 20_000_000
_LARGEST_UNPACKED_BYTES = 100_000_000


def read_template(path: Path) -> bytes:
    """The office's own template.

    Raises
    ------
    OfficeTemplateError
        If it cannot be read, or is not a Word document.
    """
    try:
        content = path.read_bytes() if path.stat().st_size <= _LARGEST_TEMPLATE_BYTES else b""
    except OSError as refused:
        reason = refused.strerror or type(refused).__name__
        raise OfficeTemplateError([_finding("E002", path.name, reason=reason)]) from refused
    try:
        with ZipFile(BytesIO(content)) as packed:
            # A small file can unpack to gigabytes, and the reader unpacks all of it.
            is_small = sum(part.file_size for part in packed.infolist()) <= _LARGEST_UNPACKED_BYTES
        if is_small:
            DocxTemplate(BytesIO(content)).init_docx()
    except Exception as problem:  # a damaged file may fail anywhere inside its reader
        raise OfficeTemplateError([_finding("E851", path.name)]) from problem
    if not is_small:
        raise OfficeTemplateError([_finding("E851", path.name)])
    return content


def official_plan(contents: Contents, template: bytes | None = None, name: str = "") -> bytes:
    """The official plan as the bytes of a DOCX file.

    Parameters
    ----------
    template
        The office's own template; None for the program's.
    name
        What findings call that template.

    Raises
    ------
    OfficeTemplateError
        If the template cannot be filled in.
    """
    document = DocxTemplate(BytesIO(template or template_bytes(contents.language)))
    environment = SandboxedEnvironment(undefined=StrictUndefined)
    filled = filled_in(contents)
    try:
        document.render(filled, environment, autoescape=True)
    except Exception as problem:  # what an office writes may fail in any way
        raise OfficeTemplateError([_finding("E852", name, reason=str(problem))]) from problem
    properties = document.docx.core_properties
    properties.title = contents.scenario.name[:250]
    properties.created = properties.modified = datetime.combine(contents.scenario.horizon.start, time())
    buffer = BytesIO()
    document.save(buffer)
    return settled_zip(buffer.getvalue())


def _finding(code: str, file: str, **values: object) -> Finding:
    return Finding(code, Severity.ERROR, Where(file=file), values)
