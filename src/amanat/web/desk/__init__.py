"""The team's own pages, served on this machine only."""
