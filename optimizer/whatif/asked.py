"""What is typed: ``+2``, ``+1:to-3``, ``+1:ve_tinh:to-5``, and several at once."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from optimizer.domain.errors import Finding, ScenarioError, Severity, Where
from optimizer.whatif.changes import WHATS, Asked, Change, What

MOST = 99
"""Most that there may be more of something at once."""

_ONE = re.compile(r"\+?(?P<number>[1-9][0-9]?)(?::(?P<rest>.+))?")
_NUMBER = re.compile(r"(?P<number>[+-]?[0-9]{1,9})(?::.*)?")
_NAMED = re.compile(rf"(?P<what>{'|'.join(WHATS)})\s*(?P<one>[+-]?[0-9].*)")


def asked(options: Mapping[What, Sequence[str]], combined: Sequence[str]) -> tuple[tuple[Asked, ...], ...]:
    """What is asked for: each option alone, then each combination; one more of everything if nothing is.

    Parameters
    ----------
    options
        Texts by option, such as ``+1:to-3``.
    combined
        Texts such as ``officers+2, teams+1:to``, each of which is one variant.

    Raises
    ------
    ScenarioError
        With a finding for every text that cannot be read.
    """
    problems: list[Finding] = []
    found: list[tuple[Asked, ...]] = []
    for what, texts in options.items():
        for text in texts:
            one = _read(what, text.strip(), f"--{what}", problems)
            found += [(one,)] if one else []
    for text in combined:
        found.append(_combined(text, problems))
    if problems:
        raise ScenarioError(problems)
    return tuple(found)


def _combined(text: str, problems: list[Finding]) -> tuple[Asked, ...]:
    parts: list[Asked] = []
    for part in text.split(","):
        named = _NAMED.fullmatch(part.strip())
        if named is None:
            problems.append(
                Finding("E901", Severity.ERROR, Where(key="--combine"), {"text": part.strip() or text})
            )
            continue
        what = next(one for one in WHATS if one == named["what"])
        one = _read(what, named["one"].strip(), "--combine", problems)
        parts += [one] if one else []
    return tuple(parts)


def _read(what: What, text: str, option: str, problems: list[Finding]) -> Asked | None:
    match = _ONE.fullmatch(text)
    names = [name.strip() for name in (match["rest"] or "").split(":")] if match else []
    most = 2 if what == "kits" else 1
    number = _NUMBER.fullmatch(text)
    if number is not None and int(number["number"]) not in range(1, MOST + 1):
        values = {"text": text, "number": number["number"]}
        problems.append(Finding("E906", Severity.ERROR, Where(key=option), values))
        return None
    if match is None or len(names) > most or (match["rest"] and not all(names)):
        problems.append(Finding("E901", Severity.ERROR, Where(key=option), {"text": text}))
        return None
    names = [name for name in names if name]
    thing = names.pop(0) if what == "kits" and names else None
    return Asked(Change(what, int(match["number"]), thing, tuple(names)), option, text)
