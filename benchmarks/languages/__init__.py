"""How well names and dates are read in other languages than English."""
