"""Two plans side by side: what changed, visit by visit, site by site, team by team."""
