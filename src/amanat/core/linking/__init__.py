"""Which two records speak of the same person, with the reasons."""
