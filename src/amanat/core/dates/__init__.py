"""Dates as people tell them: partial, approximate, in two readings, or only in relation to something else."""
