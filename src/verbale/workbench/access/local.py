"""Where somebody is led after a form: to a page of this server, whatever a link says."""

from __future__ import annotations


def local(path: str) -> str:
    """The path where it is one of this server, else the first page; never another server's."""
    plain = path.isascii() and path.isprintable() and path.startswith("/") and "\\" not in path
    return path if plain and not path.startswith("//") else "/"
