"""The pages: each one value made by one function, shown by one template, and the same as JSON and CSV."""

from __future__ import annotations

from . import (
    about,
    actors,
    adding,
    articles,
    conflicts,
    joins,
    meetings,
    missing,
    offices,
    questions,
    review,
    reviewers,
    search,
    today,
)
from .answering import router
from .failing import Readable, failure, for_people
from .rendering import marks_script

__all__ = [
    "Readable", "about", "actors", "adding", "articles", "conflicts", "failure", "for_people", "joins", "marks_script",
    "meetings", "missing", "offices", "questions", "review", "reviewers", "router", "search", "today",
]  # fmt: skip
