"""The ways of comparing names that are measured: simple ones, others' matchers, and the program's own."""
