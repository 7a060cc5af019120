"""What people are handed: the review map and the workbook, drawn from a plan."""
