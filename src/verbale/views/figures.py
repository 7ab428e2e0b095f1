"""Figures as SVG: who stands where (a matrix), and since when (a timeline). They need the extra verbale[figures].

Stances differ by shape and fill, not by colour alone, so that they are told apart in black and white.
"""

from __future__ import annotations

import io
import textwrap
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from verbale.errors import MissingExtra
from verbale.minutes import Comparison, Entry, Matter

from .text import safe

if TYPE_CHECKING:
    from matplotlib.axes import Axes

# marker, face colour, name in the legend
LOOKS = {
    "support": ("^", "black", "support"),
    "oppose": ("v", "white", "oppose"),
    "conditional": ("D", "#999999", "conditional"),
    "neutral": ("o", "white", "neutral"),
}
WIDEST = 12  # questions in a matrix
LONGEST = 30  # actors in a figure
_INCH = 0.36  # height of a row


def matrix(comparison: Comparison) -> str:
    """Actors × questions with the last stance of each, as SVG text; at most 12 questions and 30 actors.

    Raises:
        MissingExtra: where the plotting library is not installed.
    """
    matters = comparison.matters[:WIDEST]
    actors = _most_seen([entry for matter in matters for entry in matter.entries])
    figure, axes = _figure(3.4 + 0.75 * len(matters), 1.9 + _INCH * len(actors))
    for column, matter in enumerate(matters):
        last = {entry.actor: entry for entry in matter.entries}
        for actor, entry in last.items():
            if actor in actors:
                _mark(axes, column, actors.index(actor), entry.stance)
    axes.set_xticks(range(len(matters)), [_short(m.label, 24) for m in matters], rotation=40, ha="left",
                    rotation_mode="anchor", parse_math=False)  # fmt: skip
    axes.set_xlim(-0.6, max(1, len(matters)) - 0.4)
    _rows(axes, actors)
    everybody = {entry.actor for matter in comparison.matters for entry in matter.entries}
    left_out = _left_out(len(comparison.matters), len(matters), "questions")
    left_out += _left_out(len(everybody), len(actors), "actors")
    return _svg(figure, axes, "; ".join(["Who stands where", *left_out]))


def timeline(matter: Matter) -> str:
    """Everybody's stances on one question over time, as SVG text; stances without a date are left out.

    Raises:
        MissingExtra: where the plotting library is not installed.
    """
    dated = [(day, entry) for entry in matter.entries if (day := _day(entry.date)) is not None]
    actors = _most_seen([entry for _, entry in dated])
    figure, axes = _figure(7.5, 1.7 + _INCH * len(actors))
    for row, actor in enumerate(actors):
        own = sorted((day.toordinal(), entry.stance) for day, entry in dated if entry.actor == actor)
        axes.plot([at for at, _ in own], [row] * len(own), color="#999999", linewidth=1, zorder=1)
        for at, stance in own:
            _mark(axes, at, row, stance)
    _days(axes, sorted({day for day, _ in dated}))
    _rows(axes, actors)
    left_out = _left_out(len({entry.actor for _, entry in dated}), len(actors), "actors")
    return _svg(figure, axes, "; ".join([_short(matter.label, 60), *left_out]))


def _left_out(all_: int, shown: int, what: str) -> list[str]:
    """What a title says where a figure has room for some only."""
    return [f"{shown} of {all_} {what}"] if shown < all_ else []


def _figure(width: float, height: float) -> tuple[Any, Axes]:
    try:
        from matplotlib.figure import Figure
    except ImportError as error:
        raise MissingExtra("figures need the library matplotlib, which is not there") from error
    figure = Figure(figsize=(width, height), layout="constrained")
    return figure, figure.add_subplot()


def _mark(axes: Axes, x: float, row: int, stance: str) -> None:
    marker, face, _ = LOOKS[stance]
    axes.plot([x], [row], marker=marker, markersize=9, markerfacecolor=face, markeredgecolor="black", linestyle="none",
              zorder=2)  # fmt: skip


def _rows(axes: Axes, actors: Sequence[str]) -> None:
    axes.set_yticks(range(len(actors)), [_short(a, 34) for a in actors], parse_math=False)
    axes.set_ylim(max(1, len(actors)) - 0.5, -0.5)
    axes.xaxis.tick_top()
    axes.grid(visible=True, color="#dddddd", linewidth=0.6)
    axes.set_axisbelow(True)
    axes.tick_params(length=0, labelsize=8)
    for side in axes.spines.values():
        side.set_visible(False)


def _days(axes: Axes, days: Sequence[date]) -> None:
    """A tick for each day, thinned out where they would run into each other."""
    kept: list[date] = []
    whole = (days[-1] - days[0]).days if days else 0
    for day in days:
        if not kept or (day - kept[-1]).days >= whole / 10:
            kept.append(day)
    axes.set_xticks([d.toordinal() for d in kept], [d.isoformat() for d in kept], rotation=40, ha="left",
                    rotation_mode="anchor")  # fmt: skip
    margin = max(1.0, whole * 0.05)
    if days:
        axes.set_xlim(days[0].toordinal() - margin, days[-1].toordinal() + margin)


def _svg(figure: Any, axes: Axes, title: str) -> str:
    """The figure with its legend; the same figure is the same text each time."""
    from matplotlib import rc_context
    from matplotlib.lines import Line2D

    marks = [Line2D([], [], marker=m, markerfacecolor=face, markeredgecolor="black", linestyle="none", label=name)
             for m, face, name in LOOKS.values()]  # fmt: skip
    axes.legend(handles=marks, loc="upper left", bbox_to_anchor=(0, -0.02), ncols=4, frameon=False, fontsize=8)
    figure.suptitle(_short(title, 90), fontsize=10, parse_math=False, x=0.01, ha="left")
    out = io.StringIO()
    with rc_context({"svg.fonttype": "none", "svg.hashsalt": "verbale", "font.family": "sans-serif"}):
        figure.savefig(out, format="svg", metadata={"Date": None, "Title": safe(title)})
    return out.getvalue()


def _most_seen(entries: Sequence[Entry]) -> list[str]:
    names = [entry.actor for entry in entries]
    return sorted(dict.fromkeys(names), key=lambda name: -names.count(name))[:LONGEST]


def _day(value: str | None) -> date | None:
    """The first day that an ISO 8601 date of the record means: of a month or year its first."""
    if value is None:
        return None
    value = value.partition("/")[0]
    if "-W" in value:
        return date.fromisocalendar(int(value[:4]), int(value[6:8]), 1)
    return date(int(value[:4]), int(value[5:7] or 1), int(value[8:10] or 1))


def _short(text: str, width: int) -> str:
    return textwrap.shorten(safe(text), width, placeholder=" …")
