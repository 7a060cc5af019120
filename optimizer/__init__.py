"""Plans the weeks of mobile teams: cover the outstanding cases, travel least."""

from __future__ import annotations

__version__ = "0.1.0"
