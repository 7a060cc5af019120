"""What a team takes along on its phone: its calendar, its ways, and the whole plan as map features."""
