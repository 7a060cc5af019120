"""The version of this program, as plans state it; a test holds it to the distribution's."""

from __future__ import annotations

VERSION = "0.1.0"
