"""Two plans on paper: the page that shows on one map what changed, and the workbook."""
