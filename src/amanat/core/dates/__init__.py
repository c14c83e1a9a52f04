"""Dates as people tell them: partial, approximate, in two readings, or only in relation to something else.

- `edtf`: a date as an EDTF string, its bounds, readings and order; `agreement`: whether two can both hold;
  `words`: how it is said.
- `bounding` and `reckoning`: since and until, early and late, counting on and back.
- `english`: what a text says of time (`mention` holds the values); `relative`: what that comes to.
- `header`: a report's own date; `numeric`: dates in figures, where day and month may change places.
"""
