"""What a report's page says of the web capture that it was read from."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from amanat.core.claim import Flag

_DATE = re.compile(r"(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?Z)?")
_UNSEEN = re.compile(r"[^!-~]")
_LONGEST = 300


def capture_flags(untrusted_capture: Mapping[str, Any]) -> list[Flag]:
    """The sandbox's facts as flags. Raises KeyError, TypeError or ValueError where they have another shape."""
    flags = [Flag("captured", _captured(untrusted_capture))]
    if others := int(untrusted_capture["others"]):
        flags.append(
            Flag("capture-other-pages", f"The capture holds {others} other pages, which were not read.")
        )
    if untrusted_capture["cut_off"] is True:
        flags.append(
            Flag("capture-cut-off", "The capture is cut off or damaged; what could be read of it is here.")
        )
    if changed := [_line(each, 80) for each in untrusted_capture["changed"]]:
        note = "Parts of the capture are not what its own digests say, so it was changed or damaged: "
        flags.append(Flag("capture-changed", note + ", ".join(changed[:5]) + "."))
    return flags


def _captured(capture: Mapping[str, Any]) -> str:
    dated = _DATE.fullmatch(str(capture["date"]))
    when = " ".join(part for part in (dated.groups() if dated else ()) if part)
    when = f"on {when} UTC" if dated and dated[2] else f"on {when}" if when else "at a time it does not tell"
    status = int(capture["status"])
    software = _line(capture["software"], 80)
    note = f"Captured from {_line(capture['url'], _LONGEST)} {when}"
    note += f" with {software}" if software else ""
    note += f"; the server answered {status}" if status not in (0, 200) else ""
    return note + (
        "; read as the browser showed it once its scripts had run." if capture["rendered"] is True else "."
    )


def _line(untrusted: object, most: int) -> str:
    """Visible signs of ASCII stay; an address holds no others, and whatever holds them shows where they are."""
    if not isinstance(untrusted, str):
        raise TypeError("not a string")
    line = " ".join(_UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", word) for word in untrusted.split())
    return line if len(line) <= most else line[:most] + "…"
