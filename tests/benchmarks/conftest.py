"""The benchmarks are scripts, not a package of the program: their folder is made importable here."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))
