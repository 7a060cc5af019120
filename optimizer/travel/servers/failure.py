"""Why a routing server gave no answer that can be used, told to people in their language."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from optimizer.language import say


class Why(StrEnum):
    """What went wrong."""

    SILENT = "silent"
    UNREACHED = "unreached"
    CUT = "cut"
    STATUS = "status"
    RUBBISH = "rubbish"
    NO_WAY = "no_way"
    TILES = "tiles"
    OTHER = "other"


_NO_WAY = (
    *("NoSegment", "NoTable", "NoRoute"),  # OSRM's codes
    *("suitable edges", "path could", "unconnected regions"),  # of what Valhalla says
)
_UNREACHED = ("NewConnectionError", "NameResolutionError", "SSLError", "ProxyError")
"""Names that the client writes into its errors of the connection."""

_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Failure:
    """What went wrong as a value of a finding.

    Parameters
    ----------
    status
        Of HTTP, where the server gave one that says so.
    words
        The server's own, or those of the client, whatever language they are in; may be empty.
    """

    why: Why = Why.OTHER
    status: int = 0
    words: str = ""

    def __format__(self, language: str) -> str:
        text = say(f"server.{self.why.value}", "vi" if language == "vi" else "en", status=self.status)
        return f"{text} ({self.words})" if self.words else text


def failure_of(problem: Exception) -> Failure:
    """What an error of the client, of the connection or of reading the answer comes to."""
    from routingpy import exceptions

    status = getattr(problem, "status", 0)
    if isinstance(status, int) and status:
        text = str(getattr(problem, "message", ""))
        return Failure(Why.NO_WAY if _says_no_way(text) else Why.STATUS, status, told(text))
    if isinstance(problem, exceptions.JSONParseError):
        return Failure(Why.RUBBISH, words=told(str(problem).partition(":")[2]))
    if isinstance(problem, exceptions.Timeout) or "timed out" in str(problem):
        return Failure(Why.SILENT)
    if not isinstance(problem, OSError):
        return Failure(Why.RUBBISH)
    # An address that is none is a ValueError besides.
    is_unreached = isinstance(problem, ValueError) or any(sign in str(problem) for sign in _UNREACHED)
    return Failure(Why.UNREACHED if is_unreached else Why.CUT)


def refused(text: str) -> Failure:
    """What a program on this machine comes to that says only this."""
    return Failure(Why.NO_WAY if _says_no_way(text) else Why.OTHER, words=told(text))


def told(text: str) -> str:
    """Foreign words on one short line, without what a terminal would obey."""
    words = "".join(letter if letter.isprintable() else " " for letter in text).split()
    return " ".join(words)[:_LONGEST]


def _says_no_way(text: str) -> bool:
    return any(sign in text for sign in _NO_WAY)
