"""Tests of the benchmarks, whose scripts are not a package."""
