"""amanat -C CASEBOOK add PATHS…"""

from __future__ import annotations

from pathlib import Path

import click

from amanat.actions.add import NotTaken, ReadIn, Started, Taken
from amanat.actions.add import add as adding
from amanat.cli.options import language_option, shared, shared_options
from amanat.cli.progress import Course, course
from amanat.cli.second_reader import second_reader_asked_for
from amanat.cli.second_reading import SecondTally, add_second_reading
from amanat.cli.session import Session, session
from amanat.cli.telling import tell_json
from amanat.core.errors import AmanatError, Exit
from amanat.core.protecting import Sensitivity


class Tally:
    """What became of every file so far."""

    def __init__(self) -> None:
        self.found = self.new = self.known = self.read = self.claims = 0
        self.unread: list[dict[str, object]] = []
        self.other_language: list[int] = []
        self.not_taken: list[AmanatError] = []
        self.reports: list[int] = []
        self.second: SecondTally | None = None

    def as_json(self) -> dict[str, object]:
        return {
            "found": self.found,
            "new": self.new,
            "known": self.known,
            "read": self.read,
            "claims": self.claims,
            "unread": self.unread,
            "other_language": self.other_language,
            "not_taken": [each.as_json() for each in self.not_taken],
            "second_reader": self.second.as_json() if self.second else None,
        }

    def in_words(self) -> str:
        words = f"{_counted(self.new, 'new report')}, {self.known} known before; {self.read} read, with "
        words += f"{_counted(self.claims, 'claim')}."
        if self.other_language:
            words += (
                f" Kept whole, but in a language that Amanat does not read yet: {self._of_other_language()}."
            )
        if self.unread:
            words += f" {_counted(len(self.unread), 'file')} kept, but not read: see above."
        if self.not_taken:
            words += f" {len(self.not_taken)} not taken in: see above."
        if self.second:
            words += f" {self.second.in_words()}"
        return words

    def _of_other_language(self) -> str:
        numbers = ", ".join(map(str, sorted(self.other_language)))
        return f"report{'s' if len(self.other_language) > 1 else ''} {numbers}"

    def exit_code(self) -> Exit:
        if self.not_taken and not self.new and not self.known and not self.read:
            codes = {each.exit_code for each in self.not_taken}
            return codes.pop() if len(codes) == 1 else Exit.UNREAD
        left = self.unread or self.not_taken or (self.second and self.second.gone)
        return Exit.UNREAD if left else Exit.DONE


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--sensitivity",
    type=click.Choice([each.value for each in Sensitivity]),
    default=Sensitivity.OPEN.value,
    help="Who may see them: open to all, confidential, or sealed.",
)
@language_option
@shared_options
def add(paths: tuple[Path, ...], sensitivity: str) -> int:
    """Take in files and folders, and read them.

    Each file is kept byte for byte, encrypted. Interrupt it as you like: the next run goes on where this
    one stopped. The same file again is the same report. A file whose name begins with a dash goes after --.
    """
    with session() as here:
        return add_with_progress(here, list(paths), Sensitivity(sensitivity))


def add_with_progress(
    here: Session, paths: list[Path], sensitivity: Sensitivity = Sensitivity.OPEN, how: str = ""
) -> int:
    """Runs the action and tells of it; Ctrl-C stops it after the file at hand, with what was done."""
    tally = Tally()
    second = second_reader_asked_for()
    events = adding(here.casebook, here.actor, paths, sensitivity=sensitivity, how=how)
    with course("Reading") as shown:
        try:
            for event in events:
                _tell(event, tally, shown)
        except KeyboardInterrupt:
            events.close()
            shown.end()
            return _stopped(tally)
    if second is not None:
        tally.second = SecondTally(second.name)
        try:
            add_second_reading(here, tally.reports, second, tally.second)
        except KeyboardInterrupt:
            return _stopped(tally)
    if shared().json:
        tell_json(tally.as_json())
    else:
        click.echo(tally.in_words())
    return tally.exit_code()


def _tell(event: object, tally: Tally, shown: Course) -> None:
    match event:
        case Started(files, left_over):
            tally.found = files
            shown.expect(files + left_over)
        case Taken(received, inside):
            if inside:
                shown.expect(shown.total + 1)
            tally.new += received.is_new
            tally.known += not received.is_new
            tally.reports.append(received.report)
            if not received.to_read:
                shown.advance()
        case NotTaken(error):
            tally.not_taken.append(error)
            shown.say(error.message())
            shown.advance()
        case ReadIn(name, entered):
            if entered.failure_code:
                failure = {"report": entered.report, "name": name, "error": entered.failure_code}
                tally.unread.append({**failure, "message": entered.failure_note})
                shown.say(f"Kept as report {entered.report}, but not read: {entered.failure_note}")
            else:
                tally.read += 1
                tally.reports.append(entered.report)
                tally.claims += entered.claims
                if entered.not_read:
                    tally.other_language.append(entered.report)
            shown.advance()


def _stopped(tally: Tally) -> int:
    if shared().json:
        tell_json({**tally.as_json(), "stopped": True})
    words = (
        f"Stopped. {tally.in_words()} Nothing is lost; run the same command again and it goes on from here."
    )
    click.echo(words, err=True)
    return Exit.INTERRUPTED


def _counted(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"
