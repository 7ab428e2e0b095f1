"""`python -m benchmarks FOLDER`: everything, against the floors."""

from __future__ import annotations

import sys

from .gate import main

if __name__ == "__main__":
    sys.exit(main())
