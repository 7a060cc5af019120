"""The plan as an official document: a template that the office may edit, and what is filled into it."""
