"""Travel measured on the roads of an OpenStreetMap extract.

`extract` reads the file, `network` holds what vehicles may use, `snapping` joins places to it,
`measure` finds the quickest ways, `closed` takes roads out, and `store` keeps what was computed.
"""
