"""Reading Russian: people, places, dates and the main acts, by rules over a parsed text.

The parse itself (tokens, cases, who depends on whom, names) comes from outside as a ``Grammar``:
adapters/russian.py makes one of natasha's models. Everything here is rules over that, and lexicons.
"""
