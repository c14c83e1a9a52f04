"""Schema history of the casebook."""
