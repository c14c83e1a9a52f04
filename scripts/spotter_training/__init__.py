"""Teaching the spotter (core/reading/learned) which words tell of what, from sentences marked by hand."""
