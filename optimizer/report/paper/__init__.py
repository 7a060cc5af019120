"""What is printed: a page for every team with its week and a map of it, and a sheet with all teams."""
