"""Compiled kernels of the tests are kept where those of the program are."""

from __future__ import annotations

from optimizer import kernel_cache

kernel_cache.prepare()  # before any kernel is imported
