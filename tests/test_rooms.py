"""Who may import whom: runs rooms.ini."""

from pathlib import Path

from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

RULES = Path(__file__).parent / "rooms.ini"


def test_every_import_keeps_to_the_rules_of_the_house() -> None:
    outcome = lint_imports(config_filename=str(RULES), no_cache=True)

    assert outcome == EXIT_STATUS_SUCCESS
