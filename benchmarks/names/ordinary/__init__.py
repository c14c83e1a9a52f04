"""Ordinary names: cases of the kinds that matchers of sanctions lists are tested with, all of them made up."""
