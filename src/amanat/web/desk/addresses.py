"""What stands in the desk's addresses: numbers that the database can count to, and no others."""

from __future__ import annotations


class Number:
    """A page with a longer number is not found, as any that is not there."""

    regex = "[0-9]{1,18}"

    def to_python(self, value: str) -> int:
        return int(value)

    def to_url(self, value: int) -> str:
        return str(value)
