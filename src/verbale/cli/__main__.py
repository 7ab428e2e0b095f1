"""`python -m verbale.cli` is `verbale`."""

from __future__ import annotations

from verbale.cli import main

if __name__ == "__main__":
    main()
