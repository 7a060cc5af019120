"""Compiled kernels of the tests are kept where those of the program are."""

from __future__ import annotations

from optimizer.engine import cache

cache.prepare()  # before any kernel is imported
