"""A command whose argument is words, of which some may begin with a minus: `verbale search fee -budget`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import typer
from typer.core import TyperCommand


class Words(TyperCommand):
    """Takes -word for a word, not for options that are called w, o, r and d. What could be either is refused."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        end = args.index("--") if "--" in args else len(args)
        words = set(self._words(args[:end], flags={"-h", "--help"}))
        options = [each for n, each in enumerate(args[:end]) if n not in words]
        return list(super().parse_args(ctx, [*options, "--", *(args[n] for n in sorted(words)), *args[end + 1 :]]))

    def _words(self, args: Sequence[str], flags: set[str]) -> Iterator[int]:
        """Which of the arguments are words with a minus."""
        options: list[Any] = [each for each in self.params if each.param_type_name == "option"]
        valued = {name for each in options if not each.is_flag for name in each.opts}
        known = valued.union(flags, *(each.opts for each in options))
        for n, each in enumerate(args):
            is_value = n > 0 and args[n - 1] in valued
            if not is_value and each[:1] == "-" and each[:2] != "--" and each not in known:
                _refuse_either(each, known)
                yield n


def _refuse_either(word: str, known: set[str]) -> None:
    """`-minister` is the option -m with a value, too; what has a blank in it is not."""
    if word[:2] in known and " " not in word:
        told = f"'{word}' may be the option {word[:2]} or a word that is not to occur."
        raise typer.BadParameter(f"{told} Write {word[:2]} {word[2:]}, or all words as one: 'fee {word}'.")
