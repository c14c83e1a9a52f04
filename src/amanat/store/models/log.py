"""The log: one row per entry, in order. Its head is also kept outside the database (adapters/checkpoints)."""

from django.db import models


class LogEntry(models.Model):
    """``body`` is canonical JSON: who, what, when, on what, and the digest of every row written.

    The leaf is RFC 6962's: SHA-256(0x00 || salt || body). The salt lets one entry be shown without the others
    being guessed.
    """

    index = models.BigIntegerField(primary_key=True)
    salt = models.BinaryField(max_length=16)
    body = models.TextField()
    leaf = models.BinaryField(max_length=32)
    frontier = models.BinaryField(max_length=2048)
    """The roots of the full subtrees up to and with this entry, largest first, 32 bytes each: from them
    the next entry's root follows in O(log n). Derived from the leaves; verify checks it against them."""

    class Meta:
        ordering = ("index",)
        verbose_name_plural = "log entries"

    def __str__(self) -> str:
        return f"{self.index}"
