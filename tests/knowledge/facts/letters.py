"""The letters of tests/letters, each with what is true of it."""

from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parents[2] / "letters"
LETTERS = sorted(path for path in FOLDER.iterdir() if path.suffix in (".txt", ".html"))


def truth_of(path: Path) -> dict[str, Any]:
    """What is true of a letter."""
    return yaml.safe_load(path.with_suffix(".yaml").read_text(encoding="utf-8"))["truth"]
