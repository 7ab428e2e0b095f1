"""A record shown: as text for eyes, as a table, as a page."""
