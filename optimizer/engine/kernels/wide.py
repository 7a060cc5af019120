"""Sixteen minutes at once: the two steps in which pricing spends its time, as vector instructions.

numba leaves loops as short as these scalar, because two arrays might overlap; said in vector
types they take a tenth of the time on any processor.  Under ``NUMBA_DISABLE_JIT`` the same steps
are plain Python.
"""

from __future__ import annotations

from typing import Any

from llvmlite import ir
from numba import config, types
from numba.extending import intrinsic

WIDE = 16
"""Minutes done at once."""

_VECTOR = ir.VectorType(ir.IntType(32), WIDE)
_LEAST = -(1 << 31)
_PLAIN = bool(vars(config)["DISABLE_JIT"])


def _raised(target: Any, at: int, source: Any, start: int, less: int) -> None:
    """Raise each of `WIDE` entries of `target` from `at` to that of `source` from `start`, minus `less`."""
    for j in range(WIDE):
        target[at + j] = max(target[at + j], source[start + j] - less)


def _settled(row: Any, at: int) -> None:
    """Make `WIDE` entries of a row from `at` rise from the entry before them."""
    for j in range(at, at + WIDE):
        row[j] = max(row[j], row[j - 1])


def _address(context: Any, builder: Any, kind: Any, array: Any, at: Any) -> Any:
    """Where the vector begins that begins at entry `at` of an array."""
    data = context.make_array(kind)(context, builder, array).data
    return builder.bitcast(builder.gep(data, [at]), _VECTOR.as_pointer())


def _spread(builder: Any, value: Any) -> Any:
    """A vector whose entries are all the same."""
    unset = ir.Constant(_VECTOR, ir.Undefined)
    one = builder.insert_element(unset, value, ir.Constant(ir.IntType(32), 0))
    return builder.shuffle_vector(one, unset, ir.Constant(_VECTOR, [0] * WIDE))


def _larger(builder: Any, a: Any, b: Any) -> Any:
    return builder.select(builder.icmp_signed(">", a, b), a, b)


def _raise_code(context: Any, builder: Any, signature: Any, args: Any) -> Any:
    where = _address(context, builder, signature.args[0], args[0], args[1])
    source = builder.load(_address(context, builder, signature.args[2], args[2], args[3]), align=4)
    source = builder.sub(source, _spread(builder, args[4]))
    builder.store(_larger(builder, source, builder.load(where, align=4)), where, align=4)
    return context.get_dummy_value()


def _settle_code(context: Any, builder: Any, signature: Any, args: Any) -> Any:
    row, at = args
    where = _address(context, builder, signature.args[0], row, at)
    values, least = builder.load(where, align=4), ir.Constant(_VECTOR, [_LEAST] * WIDE)
    step = 1
    while step < WIDE:
        earlier = [WIDE if j < step else j - step for j in range(WIDE)]
        values = _larger(
            builder, values, builder.shuffle_vector(values, least, ir.Constant(_VECTOR, earlier))
        )
        step *= 2
    data = context.make_array(signature.args[0])(context, builder, row).data
    before = builder.load(builder.gep(data, [builder.sub(at, ir.Constant(ir.IntType(64), 1))]))
    builder.store(_larger(builder, values, _spread(builder, before)), where, align=4)
    return context.get_dummy_value()


def _raise_type(_typing: Any, target: Any, at: Any, source: Any, start: Any, less: Any) -> Any:  # noqa: ARG001
    return types.void(target, types.int64, source, types.int64, types.int32), _raise_code


def _settle_type(_typing: Any, row: Any, at: Any) -> Any:  # noqa: ARG001
    return types.void(row, types.int64), _settle_code


raise_to: Any = _raised if _PLAIN else intrinsic(_raise_type)
"""As `_raised`, for contiguous int32 arrays that hold all entries named."""

settle: Any = _settled if _PLAIN else intrinsic(_settle_type)
"""As `_settled`, for a contiguous int32 array."""
