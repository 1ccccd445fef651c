"""Who is a person in a text, and what only looks like one."""
