"""Texts that are too much of one thing: size, names, quotes, bait for slow patterns."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import cycle, islice, product

from .articles import ENGLISH, PAGE

MEGABYTE = 1_000_000


def one_line(size: int) -> str:
    """An article of `size` characters without a line break."""
    sentences = cycle(
        (
            "Harbour master Odile Ferrand said the port would stay closed. ",
            "“Ask the fog,” she told reporters, “and tell me what it says.” ",
            "According to Émile Quéré, fourteen ships were waiting. ",
            "He denied that a trawler had been let through. ",
        )
    )
    pieces: list[str] = []
    length = 0
    while length < size:
        pieces.append(next(sentences))
        length += len(pieces[-1])
    return "".join(pieces)[:size]


def many_articles(size: int) -> str:
    """Paragraphs of an ordinary article, again and again, `size` bytes of UTF-8 at least."""
    return (ENGLISH + "\n") * (size // len(ENGLISH.encode()) + 1)


def people(count: int) -> Iterator[str]:
    """Different invented names."""
    first = ("Odile", "Émile", "Tarvo", "Nandini", "Wiebke", "Osei", "Radka", "Iolo", "Mirembe", "Zoran")
    start = ("Ash", "Brom", "Cald", "Dren", "Elm", "Farn", "Gost", "Hask", "Ilm", "Jost", "Karn", "Lund")
    middle = ("", "en", "ov", "iri", "ak", "ul")
    end = ("berg", "sen", "escu", "wala", "ford", "mann", "ska", "idze")
    names = (f"{a} {b}{c}{d}" for b, c, d, a in product(start, middle, end, first))
    return islice(names, count)


def crowd(count: int) -> str:
    """An article in which `count` people speak once each, half of them only by surname later."""
    lines = [f"“I was number {n},” {name} said on Monday." for n, name in enumerate(people(count))]
    lines += [f"{name.split()[-1]} added that it had rained." for name in islice(people(count), 0, None, 2)]
    return "\n".join(lines) + "\n"


def one_list_of_people(count: int) -> str:
    """One sentence whose speakers are `count` people."""
    return ", ".join(people(count)) + " and Odile Ferrand said in a joint statement that it had rained.\n"


def nested_quotes(depth: int, opening: str = "“‘", closing: str = "”’") -> str:
    """He said, “She said, ‘He said, “…”’”, `depth` deep."""
    heads = (f"{'Ferrand' if n % 2 else 'Quéré'} said, {opening[n % 2]}" for n in range(depth))
    tails = (closing[n % 2] for n in reversed(range(depth)))
    return "".join(heads) + "No." + "".join(tails) + "\n"


def nested_clauses(depth: int) -> str:
    """Ferrand said that Quéré said that …"""
    return "".join(f"{'Ferrand' if n % 2 else 'Quéré'} said that " for n in range(depth)) + "it had rained.\n"


def deep_page(depth: int) -> str:
    """An HTML page whose one paragraph lies under `depth` unclosed elements."""
    return "<html><body>" + "<div><b>" * depth + f"<p>{ENGLISH}"


def scripted_page() -> str:
    """An HTML page that is mostly scripts, with an article in it."""
    return PAGE.format(
        scripts="var quote = '“No,” said a script.'; if (a < b && c > d) {}\n" * 2_000,
        styles=".quote::before { content: '“'; }\n" * 2_000,
        links="".join(f'<li><a href="/{n}">Minister says no to number {n}</a></li>' for n in range(500)),
        paragraphs="".join(f"<p>{line}</p><script>track('said')</script>" for line in ENGLISH.splitlines()),
    )


# Long runs of one thing, which patterns with two nested repetitions choke on.
RUNS: dict[str, Callable[[], str]] = {
    "run-of-spaces": lambda: "Ferrand said" + " " * 100_000 + "no.",
    "run-of-no-break-spaces": lambda: "Ferrand said" + "\u00a0" * 100_000 + "no.",
    "run-of-newlines": lambda: "Ferrand said no." + "\n" * 100_000 + "Quéré said yes.",
    "run-of-tabs-and-newlines": lambda: "Ferrand said no." + " \t\r\n" * 25_000 + "Quéré said yes.",
    "run-of-straight-quotes": lambda: '"' * 100_000,
    "run-of-opening-quotes": lambda: "“" * 100_000,
    "run-of-closing-quotes": lambda: "”" * 100_000,
    "run-of-apostrophes": lambda: "'" * 100_000,
    "run-of-empty-quotes": lambda: "“” " * 33_000,
    "run-of-dots": lambda: "Ferrand said no" + "." * 100_000,
    "run-of-spaced-dots": lambda: "Ferrand said no" + " ." * 50_000,
    "run-of-initials": lambda: "F. " * 33_000 + "Ferrand said no.",
    "run-of-dashes": lambda: "Ferrand" + "-" * 50_000 + "—" * 50_000 + "said no.",
    "run-of-commas": lambda: "Ferrand" + "," * 100_000 + " said no.",
    "run-of-opening-brackets": lambda: "(" * 50_000 + "[" * 50_000 + "Ferrand said no.",
    "run-of-said": lambda: "said " * 50_000,
    "run-of-he-said": lambda: "he said, " * 30_000,
    "run-of-according-to": lambda: "according to " * 20_000,
    "run-of-said-that": lambda: "said that " * 20_000,
    "run-of-names": lambda: "Ferrand " * 20_000,
    "run-of-the-president-of": lambda: "the president of " * 10_000 + "France said no.",
    "run-of-possessives": lambda: "Ferrand's deputy's " * 10_000 + "cat said no.",
    "run-of-digits": lambda: "Ferrand said " + "1" * 100_000 + ".",
    "run-of-dates": lambda: "2020-01-01 " * 10_000 + "on Tuesday, " * 10_000 + "Ferrand said no.",
    "run-of-letters": lambda: "a" * MEGABYTE,
    "run-of-capitals": lambda: "A" * 100_000 + " said no.",
    "run-of-angle-brackets": lambda: "<" * 100_000,
    "run-of-entities": lambda: "&quot;" * 20_000,
    "run-of-addresses": lambda: "http://example.org/" + "a/" * 50_000,
    "run-of-accents": lambda: "Ferrand said no" + "\u0301" * 100_000,
    "run-of-zero-width-spaces": lambda: "Ferrand\u200b said" + "\u200b" * 100_000 + " no.",
    "run-of-joined-emoji": lambda: "\U0001f469" + "\u200d\U0001f469" * 30_000,
}
