"""Whether a point can be where it says: on the map, not swapped, in Vietnam."""

from __future__ import annotations

from optimizer.intake.collect import Findings
from optimizer.intake.items import PlaceForm

# The mainland with Hoàng Sa and Trường Sa.
_LAT_VIETNAM = (6.0, 24.0)
_LON_VIETNAM = (102.0, 118.5)


def check_coordinates(place: PlaceForm, findings: Findings) -> None:
    """Tell of coordinates that are off the map, swapped, or outside Vietnam."""
    values = {"lat": f"{place.lat:g}", "lon": f"{place.lon:g}"}
    where = place.where("lat")
    if _in_vietnam(place.lat, place.lon):
        return
    if _in_vietnam(place.lon, place.lat):
        findings.add("E208", where, **values)
    elif abs(place.lat) > 90 or abs(place.lon) > 180 or (place.lat == 0 and place.lon == 0):
        findings.add("E207", where, **values)
    else:
        findings.add("W202", where, **values)


def _in_vietnam(lat: float, lon: float) -> bool:
    return _LAT_VIETNAM[0] <= lat <= _LAT_VIETNAM[1] and _LON_VIETNAM[0] <= lon <= _LON_VIETNAM[1]
