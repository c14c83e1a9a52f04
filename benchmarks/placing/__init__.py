"""The parts of benchmarks/places.py."""
