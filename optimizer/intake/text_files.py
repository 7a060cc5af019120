"""Files of text: which encoding they are in, and whether they can be read at all."""

from __future__ import annotations

import codecs
from pathlib import Path

from optimizer.domain.errors import Where
from optimizer.intake.collect import Findings
from optimizer.intake.phrases import Phrase

MOST_YAML_BYTES = 8_000_000
MOST_TABLE_BYTES = 400_000_000
_CHUNK = 1 << 20
_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}


def detect_encoding(path: Path, file: str, most_bytes: int, findings: Findings) -> str | None:
    """The encoding of a text file, or None after a finding.

    UTF-8, and UTF-16 or UTF-32 with a mark, are read.  Anything else is only guessed at: text
    read wrongly would be worse than none.
    """
    where = Where(file=file)
    try:
        size = path.stat().st_size
        with path.open("rb") as opened:
            head = opened.read(_CHUNK)
            if size > most_bytes:
                findings.add("E003", where, megabytes=most_bytes // 1_000_000)
                return None
            if not head.strip(b" \t\r\n\x00"):
                findings.add("E006", where)
                return None
            encoding = next((name for mark, name in _MARKS.items() if head.startswith(mark)), "utf-8")
            problem = _first_problem(head, opened, encoding)
    except OSError as refused:
        findings.add("E002", where, reason=refused.strerror or type(refused).__name__)
        return None
    if problem is None:
        return encoding
    if problem == "line":
        findings.add("E018", where, megabytes=_CHUNK // 1_000_000)
    elif problem == "nul" and _looks_utf16(head) is None:
        findings.add("E005", where)
    else:
        findings.add("E004", where, encoding=_guess(head))
    return None


def _first_problem(head: bytes, opened: object, encoding: str) -> str | None:
    decoder = codecs.getincrementaldecoder(encoding)()
    chunk = head
    try:
        while chunk:
            if "\x00" in decoder.decode(chunk):
                return "nul"
            if len(chunk) == _CHUNK and b"\n" not in chunk and b"\r" not in chunk:
                return "line"  # readers of lines would take it into memory whole
            chunk = opened.read(_CHUNK)  # type: ignore[attr-defined]
        decoder.decode(b"", final=True)
    except UnicodeError:
        return "encoding"
    return None


def _looks_utf16(head: bytes) -> str | None:
    """UTF-16 without a mark: most of the even, or of the odd, bytes of Latin text are zero."""
    sample = head[:4096]
    half = max(len(sample) // 2, 1)
    if sample[1::2].count(0) > 0.6 * half:
        return "UTF-16 LE"
    return "UTF-16 BE" if sample[0::2].count(0) > 0.6 * half else None


def _guess(head: bytes) -> Phrase:
    wide = _looks_utf16(head)
    if wide is not None:
        return Phrase("encoding.named", {"name": wide})
    sample = head[:65_536]
    try:
        text = sample.decode("cp1258")
    except UnicodeDecodeError:
        return Phrase("encoding.unknown")
    strange = sum(not (mark.isprintable() or mark in "\r\n\t") for mark in text)
    if strange:
        return Phrase("encoding.unknown")
    # Vietnamese in Windows-1258 writes its tones as combining marks, which no other code page has.
    combining = sum(mark in "\u0300\u0301\u0303\u0309\u0323" for mark in text)
    return Phrase("encoding.named", {"name": "Windows-1258" if combining else "Windows-1252 / Windows-1258"})


def read_text(path: Path, file: str, findings: Findings) -> str | None:
    """The text of a YAML file, or None after a finding."""
    encoding = detect_encoding(path, file, MOST_YAML_BYTES, findings)
    if encoding is None:
        return None
    try:
        return path.read_text(encoding=encoding)
    except (OSError, UnicodeError) as problem:
        findings.add("E002", Where(file=file), reason=type(problem).__name__)
        return None
