"""The best plan of a tiny campaign, by trying everything: the rules as they are written, in exact integers.

`people` tells whom a visit may serve and what is left of them, `days` makes every day route of
a team, `meetings` tells whether teams can keep out of each other's way, `best` puts the dates together.
"""

from __future__ import annotations

from tests.exact.best import Best, Exact

__all__ = ["Best", "Exact"]
