"""The torture in full size: 10,000 due reminders, 200 kills; first two senders that must fail.

Usage: python -m tests.torture [--due 10000] [--kills 200] [--seed 1]
"""

import argparse
import sys
import tempfile
import time
from pathlib import Path

from tests.torture.harness import Judgement, marking, product, torture

EACH = 100  # commitments; every person gets one message for each


def main() -> int:
    """Run the four senders; 0 when the product keeps its promise and the others do not."""
    options = _options()
    persons = options.due // EACH
    runs = {
        "marks before sending": (marking(True, persons, EACH), False),
        "marks after sending": (marking(False, persons, EACH), False),
        "product": (product(persons, EACH), False),
        "product, platform drops repeats": (product(persons, EACH, dedupes=True), True),
    }
    found = {}
    for name, (send, dedupes) in runs.items():
        began = time.monotonic()
        with tempfile.TemporaryDirectory() as folder:
            found[name] = torture(
                Path(folder), send, persons, EACH, options.kills,
                dedupes=dedupes, seed=options.seed,
            )  # fmt: skip
        print(f"{name:32} {found[name]}  ({time.monotonic() - began:.0f} s)", flush=True)
    return 0 if _kept(*found.values()) else 1


def _kept(before: Judgement, after: Judgement, plain: Judgement, deduped: Judgement) -> bool:
    return all(
        (
            before.lost > 0,
            after.silent > 0,
            plain.lost == plain.silent == 0,
            plain.most <= 2,
            plain.labelled <= plain.kills,
            deduped.lost == deduped.told == deduped.silent == deduped.labelled == 0,
            deduped.most == 1,
            plain.sound and deduped.sound,
        )
    )


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--due", type=int, default=10_000)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
