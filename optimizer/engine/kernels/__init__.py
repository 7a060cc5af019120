"""The hot loops of the search: bare arrays in, bare arrays out.

Data structures are in `arrays`; the rest reads from the small to the large: `chance`,
`timing`, `edits`, `insertion`, `ruin`, `nights`, `anneal`.  Nothing here knows a scenario,
a date or an id.  With ``NUMBA_DISABLE_JIT=1`` the same source runs as plain Python.
"""
