"""Random numbers from a state that is passed in (splitmix64, Steele, Lea and Flood 2014)."""

from __future__ import annotations

import numpy as np

from optimizer.engine.kernels.arrays import kernel

_STEP = np.uint64(0x9E3779B97F4A7C15)
_MIX_A = np.uint64(0xBF58476D1CE4E5B9)
_MIX_B = np.uint64(0x94D049BB133111EB)
_S30, _S27, _S31, _S11 = np.uint64(30), np.uint64(27), np.uint64(31), np.uint64(11)
_UNIT = 1.0 / (1 << 53)


@kernel
def uniform(seed):
    """A float in [0, 1)."""
    z = seed[0] + _STEP
    seed[0] = z
    z = (z ^ (z >> _S30)) * _MIX_A
    z = (z ^ (z >> _S27)) * _MIX_B
    z = z ^ (z >> _S31)
    return (z >> _S11) * _UNIT


@kernel
def below(seed, n):
    """An integer in 0 … n - 1."""
    return int(uniform(seed) * n)
