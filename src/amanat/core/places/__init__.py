"""Places: their several names, and what they lie in."""
