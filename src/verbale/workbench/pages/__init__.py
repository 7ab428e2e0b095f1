"""The pages: each one value made by one function, shown by one template, and the same as JSON and CSV."""

from __future__ import annotations

from . import about, actors, adding, articles, conflicts, meetings, questions, review, search, today
from .answering import router
from .failing import Readable, failure, for_people
from .rendering import marks_script

__all__ = [
    "Readable", "about", "actors", "adding", "articles", "conflicts", "failure", "for_people", "marks_script",
    "meetings", "questions", "review", "router", "search", "today",
]  # fmt: skip
