"""How fast the program is, and how much memory it takes: generated reports, measuring, casebooks to measure on."""
