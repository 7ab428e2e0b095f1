"""Texts whose quotation marks do not add up, one for each way in which they can go wrong."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations

STYLES: dict[str, tuple[str, str]] = {
    "straight": ('"', '"'),
    "curly": ("“", "”"),
    "single": ("‘", "’"),
    "apostrophes": ("'", "'"),
    "guillemets": ("«", "»"),
    "low-high": ("„", "“"),
    "backticks": ("``", "''"),
}

# {o} and {c} stand for an opening and a closing mark.
FAULTS: dict[str, str] = {
    "never-closed": "{o}The ferry will sail, Odile Ferrand said.\nNobody at the port’s gate knew.",
    "never-opened": "The ferry will sail,{c} Odile Ferrand said. {o}It won’t,{c} said Quéré.",
    "turned-round": "{c}The ferry will sail,{o} Odile Ferrand said. {c}It won’t,{o} said Quéré.",
    "doubled": "{o}{o}The ferry will sail,{c}{c} Odile Ferrand said.{c}",
    "opened-twice": "{o}The ferry {o}will sail,{c} Odile Ferrand said on the ships’ radio.",
    "empty": "{o}{c} said Odile Ferrand. {o} {c} she added. {o}.{c}",
    "at-the-end": "Odile Ferrand said the ferry will sail {o}",
    "at-the-start": "{c}",
    "spaced": "{o} The ferry will sail , {c} Odile Ferrand said {o} tonight {c} .",
    "over-paragraphs": "{o}The ferry will sail,\n\n{o}and it will sail tonight,\n\nand that is it, she said.",
    "in-a-word": "The fer{o}ry w{c}ill sail, Odile Fer{o}rand said, rock {c}n{c} roll, the {o}90s, 5{c}{o}.",
}

TWO_STYLES: dict[str, str] = {
    "closed-by": "{o}The ferry will sail,{d} Odile Ferrand said. {o}It won’t,{d} said Quéré.",
    "crossed-with": "{o}The ferry {p}will sail,{c} Odile Ferrand said, {d} and Quéré {o}laughed{c}.",
    "inside": "{p}He said {o}the ferry will sail,{d} Odile Ferrand said.{c}",
}


def broken_marks() -> Iterator[tuple[str, str]]:
    """Name and text of every fault in every style, and of every pair of styles mixed up."""
    for style, (opening, closing) in STYLES.items():
        for fault, template in FAULTS.items():
            yield f"marks-{style}-{fault}", template.format(o=opening, c=closing)
    for (first, (o, c)), (second, (p, d)) in permutations(STYLES.items(), 2):
        for fault, template in TWO_STYLES.items():
            yield f"marks-{first}-{fault}-{second}", template.format(o=o, c=c, p=p, d=d)
