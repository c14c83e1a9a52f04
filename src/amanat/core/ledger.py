"""A Merkle tree as RFC 6962 (section 2.1) defines it, with salted leaves.

A leaf is SHA-256(0x00 || salt || body): the salt lets one entry be shown without the others being guessed.
A node is SHA-256(0x01 || left || right). Roots and proofs are those of Certificate Transparency, so that
other people's verifiers check them too.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterable, Sequence

SALT_BYTES = 16
HASH_BYTES = 32
EMPTY_ROOT = hashlib.sha256().digest()


def leaf_hash(salt: bytes, body: bytes) -> bytes:
    return hashlib.sha256(b"\x00" + salt + body).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    return hashlib.sha256(b"\x01" + left + right).digest()


class Frontier:
    """What is needed of a tree to append to it and to know its root: the roots of its full subtrees.

    They are kept largest first, one for each 1 in the binary form of ``size``, so an append costs O(log n)
    at worst and two hashes on average.
    """

    __slots__ = ("_roots", "size")

    def __init__(self, leaves: Iterable[bytes] = ()) -> None:
        self.size = 0
        self._roots: list[bytes] = []
        self.extend(leaves)

    def append(self, leaf: bytes) -> None:
        carry, position = leaf, self.size
        while position & 1:
            carry = node_hash(self._roots.pop(), carry)
            position >>= 1
        self._roots.append(carry)
        self.size += 1

    def extend(self, leaves: Iterable[bytes]) -> None:
        for leaf in leaves:
            self.append(leaf)

    def root(self) -> bytes:
        """The tree's root; ``EMPTY_ROOT`` where there is nothing yet."""
        if not self._roots:
            return EMPTY_ROOT
        found = self._roots[-1]
        for left in reversed(self._roots[:-1]):
            found = node_hash(left, found)
        return found

    def to_bytes(self) -> bytes:
        """The subtrees' roots one after the other, 32 bytes each; with ``size`` all there is to keep."""
        return b"".join(self._roots)

    @classmethod
    def restored(cls, size: int, content: bytes) -> Frontier:
        """From ``size`` and ``to_bytes``. Raises ValueError where the two do not fit each other."""
        if size < 0 or len(content) != size.bit_count() * HASH_BYTES:
            raise ValueError("these are not the subtrees of a tree of that size")
        found = cls()
        found.size = size
        found._roots = [content[at : at + HASH_BYTES] for at in range(0, len(content), HASH_BYTES)]
        return found


def root_of(leaves: Iterable[bytes]) -> bytes:
    return Frontier(leaves).root()


def inclusion_proof(index: int, leaves: Sequence[bytes]) -> list[bytes]:
    """The audit path of the leaf at ``index``, from the bottom up (RFC 6962, 2.1.1). Raises IndexError."""
    if not 0 <= index < len(leaves):
        raise IndexError("no such leaf")
    if len(leaves) == 1:
        return []
    split = _split(len(leaves))
    left, right = leaves[:split], leaves[split:]
    if index < split:
        return [*inclusion_proof(index, left), root_of(right)]
    return [*inclusion_proof(index - split, right), root_of(left)]


def consistency_proof(older: int, leaves: Sequence[bytes]) -> list[bytes]:
    """That the tree of the first ``older`` leaves is the beginning of the whole (2.1.2). Raises
    IndexError.
    """
    if not 0 < older <= len(leaves):
        raise IndexError("no such older tree")
    return _subproof(older, leaves, True)


def included(leaf: bytes, index: int, size: int, proof: Sequence[bytes], root: bytes) -> bool:
    """Whether ``proof`` shows that ``leaf`` is entry ``index`` of the tree with that size and root."""
    if not 0 <= index < size:
        return False
    position, last, found = index, size - 1, leaf
    for each in proof:
        if last == 0:
            return False
        if position & 1 or position == last:
            found = node_hash(each, found)
            while not position & 1 and position:
                position, last = position >> 1, last >> 1
        else:
            found = node_hash(found, each)
        position, last = position >> 1, last >> 1
    return last == 0 and hmac.compare_digest(found, root)


def consistent(older: int, newer: int, older_root: bytes, newer_root: bytes, proof: Sequence[bytes]) -> bool:
    """Whether ``proof`` shows that the tree of ``older`` entries is the beginning of that of ``newer``."""
    if not 0 < older <= newer:
        return False
    if older == newer:
        return not proof and hmac.compare_digest(older_root, newer_root)
    # Where the older tree is one full subtree, the proof leaves out its root: it is known already.
    path = list(proof) if older & (older - 1) else [older_root, *proof]
    if not path:
        return False
    position, last = older - 1, newer - 1
    while position & 1:
        position, last = position >> 1, last >> 1
    first = second = path[0]
    for each in path[1:]:
        if last == 0:
            return False
        if position & 1 or position == last:
            first, second = node_hash(each, first), node_hash(each, second)
            while not position & 1 and position:
                position, last = position >> 1, last >> 1
        else:
            second = node_hash(second, each)
        position, last = position >> 1, last >> 1
    return last == 0 and hmac.compare_digest(first, older_root) and hmac.compare_digest(second, newer_root)


def _subproof(older: int, leaves: Sequence[bytes], whole: bool) -> list[bytes]:
    """RFC 6962's SUBPROOF(m, D[n], b); ``whole`` is b: whether this subtree's root is known to the
    verifier.
    """
    if older == len(leaves):
        return [] if whole else [root_of(leaves)]
    split = _split(len(leaves))
    left, right = leaves[:split], leaves[split:]
    if older <= split:
        return [*_subproof(older, left, whole), root_of(right)]
    return [*_subproof(older - split, right, False), root_of(left)]


def _split(size: int) -> int:
    """The largest power of two below ``size``."""
    return 1 << (size - 1).bit_length() - 1
