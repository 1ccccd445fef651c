"""Questions to a parse: who does what, under which conditions, and where it stands in the text."""
