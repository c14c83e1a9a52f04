"""One name across scripts and spellings."""
