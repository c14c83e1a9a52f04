"""Joining things pair by pair while keeping apart what must stay apart, through chains too."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

Node = TypeVar("Node", bound=Hashable)


class Partition(Generic[Node]):
    """Groups that grow. Two nodes that must stay ``apart`` never come into one group, by whatever chain."""

    def __init__(self, nodes: Iterable[Node], apart: Iterable[tuple[Node, Node]] = ()) -> None:
        self._group: dict[Node, set[Node]] = {node: {node} for node in nodes}
        self._foes: dict[Node, set[Node]] = {}
        for left, right in apart:
            self.keep_apart(left, right)

    def keep_apart(self, left: Node, right: Node) -> None:
        self._foes.setdefault(left, set()).add(right)
        self._foes.setdefault(right, set()).add(left)

    def group(self, node: Node) -> set[Node]:
        return self._group[node]

    def may_join(self, left: Node, right: Node) -> bool:
        small, large = sorted((self._group[left], self._group[right]), key=len)
        return not any(self._foes.get(node, set()) & large for node in small)

    def join(self, left: Node, right: Node) -> bool:
        """Whether they are in one group now."""
        if self._group[left] is self._group[right]:
            return True
        if not self.may_join(left, right):
            return False
        small, large = sorted((self._group[left], self._group[right]), key=len)
        large |= small
        self._group.update(dict.fromkeys(small, large))
        return True

    def groups(self) -> list[frozenset[Node]]:
        """In no order that means anything."""
        return [frozenset(group) for group in {id(group): group for group in self._group.values()}.values()]
