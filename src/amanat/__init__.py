"""Amanat: from reports of human-rights violations to case files that hold up."""

__version__ = "0.1.0"
