"""From bytes to an Article: what the bytes say, in which language, published when.

    article, notes = read_bytes(data, name="page.html", published="2024-05-17")

Whatever was guessed or had to be left out is told in a note; what cannot be an article is refused
with an InputError.
"""

from __future__ import annotations

from verbale.intake.article import read_bytes
from verbale.intake.dates import check_date
from verbale.intake.files import STANDARD_INPUT, display_name, file_bytes
from verbale.intake.text import decode

__all__ = ["STANDARD_INPUT", "check_date", "decode", "display_name", "file_bytes", "read_bytes"]
