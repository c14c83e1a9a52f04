"""RFC 6962's tree against Certificate Transparency's own vectors, and its laws for trees of any size."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amanat.core.ledger import (
    EMPTY_ROOT,
    Frontier,
    consistency_proof,
    consistent,
    included,
    inclusion_proof,
    leaf_hash,
    root_of,
)

# Certificate Transparency's reference test data (its merkletree): eight leaves, without salt.
ENTRIES = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"]
LEAVES = [leaf_hash(b"", bytes.fromhex(entry)) for entry in ENTRIES]
ROOTS = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]
INCLUSION = {
    (0, 8): [
        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ],
    (5, 8): [
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ],
    (2, 3): ["fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"],
    (1, 5): [
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    ],
}
CONSISTENCY = {
    (1, 1): [],
    (1, 8): [
        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ],
    (6, 8): [
        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ],
    (2, 5): [
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    ],
}

sizes = st.integers(1, 70)


def some_leaves(count: int) -> list[bytes]:
    return [leaf_hash(b"salt", str(index).encode()) for index in range(count)]


def test_the_empty_tree_has_the_hash_of_nothing() -> None:
    assert Frontier().root() == EMPTY_ROOT


@pytest.mark.parametrize("size", range(1, 9))
def test_roots_are_certificate_transparencys(size: int) -> None:
    assert root_of(LEAVES[:size]).hex() == ROOTS[size - 1]


@pytest.mark.parametrize(("index", "size"), INCLUSION)
def test_audit_paths_are_certificate_transparencys(index: int, size: int) -> None:
    assert [each.hex() for each in inclusion_proof(index, LEAVES[:size])] == INCLUSION[index, size]


@pytest.mark.parametrize(("older", "newer"), CONSISTENCY)
def test_consistency_proofs_are_certificate_transparencys(older: int, newer: int) -> None:
    assert [each.hex() for each in consistency_proof(older, LEAVES[:newer])] == CONSISTENCY[older, newer]


@given(sizes, st.data())
def test_every_leaf_is_shown_to_be_in_the_tree_and_no_other_is(size: int, data: st.DataObject) -> None:
    leaves = some_leaves(size)
    index = data.draw(st.integers(0, size - 1))
    proof = inclusion_proof(index, leaves)
    assert included(leaves[index], index, size, proof, root_of(leaves))
    assert not included(leaf_hash(b"salt", b"forged"), index, size, proof, root_of(leaves))
    assert not included(leaves[index], index, size, [*proof, EMPTY_ROOT], root_of(leaves))
    assert not included(leaves[index], size, size, proof, root_of(leaves))


@given(sizes, st.data())
def test_any_older_tree_is_shown_to_be_the_beginning(newer: int, data: st.DataObject) -> None:
    leaves = some_leaves(newer)
    older = data.draw(st.integers(1, newer))
    proof = consistency_proof(older, leaves)
    assert consistent(older, newer, root_of(leaves[:older]), root_of(leaves), proof)
    assert not consistent(older, newer, EMPTY_ROOT, root_of(leaves), proof)
    assert not consistent(older, newer, root_of(leaves[:older]), EMPTY_ROOT, proof)
    if proof:
        assert not consistent(older, newer, root_of(leaves[:older]), root_of(leaves), proof[:-1])


@given(sizes, st.data())
def test_a_changed_leaf_changes_the_root_and_breaks_consistency(newer: int, data: st.DataObject) -> None:
    leaves = some_leaves(newer)
    older = data.draw(st.integers(1, newer))
    changed = list(leaves)
    changed[data.draw(st.integers(0, older - 1))] = leaf_hash(b"salt", b"forged")
    assert root_of(changed) != root_of(leaves)
    assert not consistent(
        older, newer, root_of(leaves[:older]), root_of(changed), consistency_proof(older, changed)
    )


@given(st.integers(0, 70), st.integers(0, 70))
def test_a_kept_frontier_goes_on_as_if_it_had_never_stopped(first: int, more: int) -> None:
    leaves = some_leaves(first + more)
    kept = Frontier(leaves[:first])
    restored = Frontier.restored(kept.size, kept.to_bytes())
    restored.extend(leaves[first:])
    assert restored.root() == root_of(leaves)


@pytest.mark.parametrize(
    ("size", "content"), [(-1, b""), (1, b""), (0, b"x"), (3, bytes(32)), (2, bytes(33))]
)
def test_a_frontier_that_does_not_fit_its_size_is_refused(size: int, content: bytes) -> None:
    with pytest.raises(ValueError, match="subtrees"):
        Frontier.restored(size, content)


@pytest.mark.parametrize(("index", "count"), [(0, 0), (-1, 3), (3, 3)])
def test_there_is_no_proof_of_what_is_not_there(index: int, count: int) -> None:
    with pytest.raises(IndexError):
        inclusion_proof(index, some_leaves(count))
    with pytest.raises(IndexError):
        consistency_proof(0 if index == 0 else count + 1, some_leaves(count))


def test_the_salt_hides_and_the_prefix_parts_leaves_from_nodes() -> None:
    assert leaf_hash(b"a" * 16, b"body") != leaf_hash(b"b" * 16, b"body")
    left, right = some_leaves(2)
    assert leaf_hash(b"", left + right) != root_of([left, right])
