"""Learns the weights of linking's features from people of reports who are nobody.

    python benchmarks/learn_links.py [--names FOLDER] [--tables FILE] [--people N] [OUT]

Names are those kept for learning (names/splits.py); --tables: names compared by tables learnt from no name that is
measured with (scripts/train_names.py --for-benchmark), as benchmarks/linking.py has it. Writes
core/linking/tables/weights.tsv.
"""

from __future__ import annotations

from pathlib import Path

from linking.persons.asking import asked
from linking.persons.learning import learn, loss, pairs, table
from linking.persons.ruling import commonness, ruled
from linking.persons.task import casebook

OWN = Path(__file__).resolve().parents[1] / "src/amanat/core/linking/tables/weights.tsv"
HEAD = """# What each answer of each feature is worth: nats = times * what its function says + plus. Learnt by
# benchmarks/learn_links.py from people who are nobody, composed of public names, and the mistakes that
# benchmarks/linking/persons/reports.py states; drawn towards the hand-set weights.
# feature	level	times	plus	pairs of one person	pairs of two
"""


def main() -> None:
    options = asked(__doc__ or "", OWN)
    held = casebook(options.names, options.people, measured=False)
    found = pairs(held.mentions, ruled(held.mentions).candidates, commonness(held.mentions))
    weights = learn(found)
    before, after = (loss(found, each) / len(found.same) for each in (0 * weights, weights))
    print(
        f"{len(found.same)} pairs, {found.same.sum()} of one person; loss a pair {before:.4f}, learnt {after:.4f}"
    )
    options.out.write_text(f"{HEAD}{table(found, weights)}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
