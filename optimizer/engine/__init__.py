"""Scenario and travel matrix → routes: the search."""
