"""Everything that Verbale raises on purpose.

    VerbaleError                 1
    ├── InputError               3   what was handed in cannot be read
    │   ├── UnreadableFile           missing, a directory, no permission
    │   ├── NotText                  binary bytes, or an encoding nobody can name
    │   ├── EmptyArticle             no text in it, or a page without an article
    │   └── MalformedDate            a publication date that is no calendar date
    ├── RecordError              4   JSON that is no record, or a record that contradicts itself
    ├── ModelError               5   the language model is missing or does not fit this version
    ├── OutputError              6   a result cannot be written
    ├── AgendaError              7   an agenda of questions has a mistake
    ├── MinutesError             8   the minutes cannot be opened, asked or written
    │   ├── NotMinutes               the file is something else, or damaged
    │   ├── NewerMinutes             a newer version of verbale made it
    │   ├── NotWritable              write-protected, or the disk is full
    │   ├── MinutesBusy              locked, or the server is away
    │   ├── BadQuery                 a search or a filter that cannot be answered
    │   ├── BadRuling                a ruling that makes no sense
    │   └── NoSuchValue              no article, actor, statement, … of that name
    ├── AccountError             9   an account or a token cannot be made or changed so
    │   ├── NotLetIn                 a name, a password or a token that is not right
    │   └── TooOften                 somebody has to wait
    ├── MissingExtra             1   an optional library is not installed
    └── LexiconError             1   a mistake in a file of word knowledge
        └── FramesError         10   in stance frames of your own

The numbers are exit codes of the command line (2 is a wrong command line, 130 is Ctrl-C).
"""

from __future__ import annotations

from typing import ClassVar


class VerbaleError(Exception):
    """A problem, and what to do next.

    `problem` says what is wrong and where; `advice` says what to do about it and may be left
    out where the class has a fitting one. `str(error)` is both, as sentences.
    """

    exit_code: ClassVar[int] = 1
    default_advice: ClassVar[str] = "Run `verbale --help` for what is possible."

    def __init__(self, problem: str, advice: str | None = None) -> None:
        super().__init__(problem, advice)
        self.problem = problem
        self.advice = self.default_advice if advice is None else advice

    def __str__(self) -> str:
        return f"{self.problem.rstrip('.')}. {self.advice}".rstrip()


class InputError(VerbaleError):
    """What was handed in cannot be read."""

    exit_code = 3
    default_advice = "Give a plain text file or an HTML page, or `-` for standard input."


class UnreadableFile(InputError):
    """A path that is missing, a directory, or not ours to open."""

    default_advice = "Check the path and that you may read it."


class NotText(InputError):
    """Bytes that are no text in any encoding we can name."""

    default_advice = "Extract the text first and save it as UTF-8."


class EmptyArticle(InputError):
    """A file without words, or a page in which no article was found."""

    default_advice = "Copy the article's text into a plain text file and read that."


class MalformedDate(InputError):
    """A publication date that is no calendar date."""

    default_advice = "Write it as year-month-day, for example 2017-01-17."


class RecordError(VerbaleError):
    """JSON that is no record, or a record that contradicts itself.

    `problems` holds every problem found, each beginning with its JSON path, such as
    `$.statements[3].cue[0]: ends at 812, after the text (640 characters)`.
    """

    exit_code = 4
    default_advice = "Read the article again with `verbale read`; `verbale schema` prints the format."

    def __init__(self, *problems: str, advice: str | None = None) -> None:
        super().__init__("; ".join(problems), advice)
        self.problems = problems

    def __reduce__(self) -> tuple[type[RecordError], tuple[str, ...], dict[str, str]]:
        return type(self), self.problems, {"advice": self.advice}


class ModelError(VerbaleError):
    """The language model is missing, broken, or made for another version."""

    exit_code = 5
    default_advice = "Install verbale again: the model is part of its wheel."


class LexiconError(VerbaleError, ValueError):
    """A table of word or world knowledge has a mistake in it; the problem names file, line and key."""

    default_advice = "Mend that line of the table; if it is one of ours, install verbale again."


class FramesError(LexiconError):
    """A file of stance frames that somebody has brought has a mistake; the problem names file, line and key."""

    exit_code = 10
    default_advice = "Mend that line of your file; `verbale lexicon check FILE` looks at it again."


class AgendaError(VerbaleError, ValueError):
    """An agenda has a mistake in it; the problem names file, line and key."""

    exit_code = 7
    default_advice = "Mend that line; the README shows what an agenda looks like."


class MinutesError(VerbaleError):
    """The minutes cannot be opened, asked or written."""

    exit_code = 8
    default_advice = "Check the address of the minutes: a file, sqlite:///file or postgresql://user@host/name."


class NotMinutes(MinutesError):
    """The file is something else, or damaged."""

    default_advice = "Give the file that `verbale add --minutes` made, or a new name."


class NewerMinutes(MinutesError):
    """A newer version of verbale made these minutes."""

    default_advice = "Install the newest verbale; nothing was changed."


class NotWritable(MinutesError):
    """Write-protected, or the disk is full."""

    default_advice = "Free some space or make it writable, and try again; nothing was lost."


class MinutesBusy(MinutesError):
    """Locked by somebody else, or the server is away."""

    default_advice = "Wait a moment and try again; nothing was lost."


class BadQuery(MinutesError):
    """A search or a filter that cannot be answered."""

    default_advice = "Use words that stand in the articles, and dates such as 2026-03-04."


class BadRuling(MinutesError):
    """A ruling that makes no sense for its value."""

    default_advice = "Look the value up again; nothing was changed."


class NoSuchValue(MinutesError):
    """The minutes hold nothing of that name."""

    default_advice = "It may have been read again since: look it up by its article."


class AccountError(VerbaleError):
    """An account or a token cannot be made or changed so."""

    exit_code = 9
    default_advice = "`verbale user list` and `verbale token list` show what there is."


class NotLetIn(AccountError):
    """A name, a password or a token that is not right; it is not told which."""

    default_advice = "Try again, or ask an editor for a new password."


class TooOften(AccountError):
    """Somebody has to wait `wait` whole seconds before the next attempt."""

    def __init__(self, problem: str, advice: str | None = None, *, wait: int = 1) -> None:
        super().__init__(problem, advice or f"Try again in {wait} second{'' if wait == 1 else 's'}.")
        self.wait = wait


class MissingExtra(VerbaleError):
    """Something needs a library that is installed with an extra only."""

    default_advice = "Install it with `pip install 'verbale[figures]'`."


class OutputError(VerbaleError):
    """A result cannot be written where it was to go."""

    exit_code = 6
    default_advice = "Give another place with `--out`, or free some space, and try again."
