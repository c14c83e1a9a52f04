"""How readings are scored against labelled reports: gold files, slots, matching, figures."""
