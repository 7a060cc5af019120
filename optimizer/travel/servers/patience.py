"""Asks again what may only be down for a moment, with a longer wait each time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

WAITS_S = (1.0, 2.0, 4.0)
"""Between one try and the next: four tries in all."""

PASSING_STATUSES = frozenset({429, 500, 502, 503, 504})
"""Too busy, broken, or behind something that is: another try may find it well."""

_Answer = TypeVar("_Answer")


class UnavailableError(OSError):
    """The server says that it cannot answer now, by a status of HTTP."""

    def __init__(self, status: int) -> None:
        self.status = status
        super().__init__(f"HTTP {status}")


def refuse_unavailable(response: Any, *_: object, **__: object) -> None:
    """Raise for an answer that says no more than that there is none now.

    Raises
    ------
    UnavailableError
        For a status among `PASSING_STATUSES`.
    """
    if response.status_code in PASSING_STATUSES:
        response.close()  # nobody reads the rest
        raise UnavailableError(response.status_code)


def asked_patiently(
    ask: Callable[[], _Answer], waits_s: Sequence[float], sleep: Callable[[float], None]
) -> _Answer:
    """The answer of the first try that has one; the error of the last, if none has.

    Tried again are connections that are refused, reset or cut, time-outs, answers that break off or
    are no JSON, and `UnavailableError`.  Whatever else goes wrong would go wrong again.

    Parameters
    ----------
    waits_s
        Seconds between the tries, one more than which there are.
    """
    for wait_s in waits_s:
        try:
            return ask()
        except Exception as problem:
            if not _may_pass(problem):
                raise
        sleep(wait_s)
    return ask()


def _may_pass(problem: Exception) -> bool:
    from routingpy import exceptions

    if isinstance(problem, (exceptions.Timeout, exceptions.JSONParseError)):
        return True
    # Errors of the connection are OSErrors; an address that is none is a ValueError besides.
    return isinstance(problem, OSError) and not isinstance(problem, ValueError)
