"""Travel asked of a routing server by its address: OSRM or Valhalla."""
