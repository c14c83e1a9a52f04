"""The log against itself, its checkpoints, and a checkpoint kept elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from amanat.actions.findings import Finding, Progress, Wrong
from amanat.adapters.casebook import OpenCasebook
from amanat.adapters.note import Checkpoint, Verifier, read_checkpoint
from amanat.core.casebook_errors import DamagedCheckpointsError
from amanat.core.ledger import Frontier, leaf_hash
from amanat.store.models import LogEntry

STEP = 500
"""How many items lie between two reports of progress."""

_WRITERS = 4
"""So many processes may die between commit and checkpoint before a gap in the checkpoints is a finding."""


def check_log(casebook: OpenCasebook, kept_elsewhere: str) -> Iterator[Finding | Progress]:
    """Every leaf anew; the root at the size of every checkpoint."""
    yield from _unbroken_checkpoints(casebook)
    signed = _signed(casebook)
    if kept_elsewhere.strip():
        yield from _read_elsewhere(casebook, kept_elsewhere, signed)
    walk = _Walk()
    roots = {0: walk.tree.root()}
    total = LogEntry.objects.count()
    for done, entry in enumerate(LogEntry.objects.order_by("index").iterator(chunk_size=100), 1):
        yield from walk.check(entry)
        if walk.tree.size in signed:
            roots[walk.tree.size] = walk.tree.root()
        if done % STEP == 0 or done == total:
            yield Progress("log", done, total)
    yield from _compare(signed, roots, walk.tree.size)


class _Walk:
    """The tree that the entries make, each leaf worked out anew."""

    def __init__(self) -> None:
        self.tree = Frontier()
        self._next = 0
        self._sound = True

    def check(self, entry: LogEntry) -> Iterator[Finding]:
        """Takes the next entry into the tree."""
        if entry.index != self._next:
            words = (
                f"The log goes from entry {self._next - 1} to entry {entry.index}; what lay between is gone."
            )
            yield self._found(f"entry {self._next}", Wrong.REMOVED, words)
        self._next = entry.index + 1
        leaf = leaf_hash(bytes(entry.salt), entry.body.encode())
        self.tree.append(leaf)
        if leaf != bytes(entry.leaf):
            words = f"Entry {entry.index} of the log does not have the digest that was kept with it."
            yield self._found(f"entry {entry.index}", Wrong.CHANGED, words)
        elif self._sound and bytes(entry.frontier) != self.tree.to_bytes():
            words = f"What entry {entry.index} keeps of the log's tree is not what the entries make."
            yield self._found(f"entry {entry.index}", Wrong.CHANGED, words)

    def _found(self, item: str, wrong: Wrong, words: str) -> Finding:
        self._sound = False
        return Finding("log", item, wrong, words)


def _signed(casebook: OpenCasebook) -> dict[int, Checkpoint]:
    """The checkpoints that can be read, by the size of the log they sign."""
    found: dict[int, Checkpoint] = {}
    try:
        for checkpoint in casebook.checkpoints.all():
            found[checkpoint.size] = checkpoint
    except DamagedCheckpointsError:
        pass  # _unbroken_checkpoints tells it; what comes before the damage is compared all the same
    return found


def _unbroken_checkpoints(casebook: OpenCasebook) -> Iterator[Finding]:
    before = 0
    try:
        for checkpoint in casebook.checkpoints.all():
            if checkpoint.size - before > _WRITERS:
                words = (
                    f"The log's checkpoints from {before + 1} to {checkpoint.size - 1} entries are missing."
                )
                yield Finding("checkpoints", f"size {checkpoint.size}", Wrong.REMOVED, words)
            before = checkpoint.size
    except DamagedCheckpointsError as damage:
        yield Finding("checkpoints", str(casebook.checkpoints.path.name), Wrong.CHANGED, damage.message())
    size = LogEntry.objects.count()
    if size - before > _WRITERS:
        words = (
            f"The log has {size} entries, and its checkpoints end at {before}: the newer ones are missing."
        )
        yield Finding("checkpoints", f"size {before}", Wrong.REMOVED, words)


def _read_elsewhere(casebook: OpenCasebook, note: str, signed: dict[int, Checkpoint]) -> Iterator[Finding]:
    """Adds the checkpoint kept elsewhere to ``signed``, where it counts more than the folder's own."""
    try:
        kept = read_checkpoint(note.strip() + "\n", Verifier.from_text(casebook.checkpoints.verification_key))
    except ValueError as wrong:
        words = f"The checkpoint kept elsewhere is not one of this casebook: {wrong}."
        yield Finding("checkpoints", "kept elsewhere", Wrong.BROKEN, words)
        return
    here = signed.get(kept.size)
    if here is not None and here.root != kept.root:
        words = f"The checkpoint of {kept.size} entries kept elsewhere is not the one in the casebook."
        yield Finding("checkpoints", f"size {kept.size}", Wrong.CHANGED, words)
    signed[kept.size] = kept


def _compare(signed: dict[int, Checkpoint], roots: dict[int, bytes], size: int) -> Iterator[Finding]:
    """The first checkpoint that the log does not lead to, and the log's missing end."""
    good = 0
    for at in sorted(each for each in signed if each <= size):
        if roots.get(at) != signed[at].root:
            words = f"The log's first {at} entries are not the ones that were signed; the first {good} are."
            yield Finding("log", f"entries {good} to {at - 1}", Wrong.CHANGED, words)
            break
        good = at
    newest = max(signed, default=0)
    if newest > size:
        words = (
            f"The log has {size} entries, and a checkpoint says that it had {newest}: "
            "entries were removed, or an older database was put back."
        )
        yield Finding("log", f"entries {size} to {newest - 1}", Wrong.PUT_BACK, words)
