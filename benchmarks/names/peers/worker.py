"""The process in which nomenklatura and rigour run: they may be installed beside another Python.

Reads one JSON line {"method", "pairs": [[a, b], …]} at a time, answers with one JSON line of scores. Run as a
script, by a Python that has them; it imports nothing of this project.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from functools import lru_cache

from followthemoney import ValueEntity, model
from nomenklatura.matching.logic_v2.model import LogicV2
from rigour.names import (
    Name,
    NamePart,
    NameTypeTag,
    align_person_name_order,
    analyze_names,
    compare_parts,
)

_PERSON = model.get("Person")
_CONFIG = LogicV2.default_config()


@lru_cache(maxsize=100_000)
def _person(name: str) -> ValueEntity:
    entity = ValueEntity(_PERSON, {"id": f"name:{name}"})
    entity.add("name", name)
    return entity


def logic_v2(one: str, other: str) -> float:
    return float(LogicV2.compare(_person(one), _person(other), _CONFIG).score)


@lru_cache(maxsize=100_000)
def _parts(name: str) -> tuple[NamePart, ...]:
    found: set[Name] = analyze_names(NameTypeTag.PER, [name])
    return tuple(next(iter(found)).parts) if found else ()


def rigour(one: str, other: str) -> float:
    """rigour's own comparison of name parts, without its dictionary: the mean over the letters of both names."""
    first, second = align_person_name_order(list(_parts(one)), list(_parts(other)))
    weighed = [
        (edge.score, sum(len(part.form) for part in (*edge.qps, *edge.rps)))
        for edge in compare_parts(first, second)
    ]
    letters = sum(weight for _, weight in weighed)
    return sum(score * weight for score, weight in weighed) / letters if letters else 0.0


METHODS: dict[str, Callable[[str, str], float]] = {"logic-v2": logic_v2, "rigour": rigour}


def main() -> None:
    print(json.dumps({"ready": sorted(METHODS)}), flush=True)
    for line in sys.stdin:
        asked = json.loads(line)
        method = METHODS[asked["method"]]
        print(json.dumps([method(one, other) for one, other in asked["pairs"]]), flush=True)


if __name__ == "__main__":
    main()
