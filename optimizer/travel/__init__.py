"""Minutes and kilometres between places, for every vehicle and date."""
