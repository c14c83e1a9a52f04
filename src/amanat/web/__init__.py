"""The desk: urls, views and templates; no rules."""
