"""What the review map shows, a module for each part of it."""
