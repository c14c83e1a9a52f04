"""The rules, in plain Python: no Django, no database, no network, no clock, no file system."""
