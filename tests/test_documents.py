"""The documents agree with the code: settings, commands and nouns are written down."""

import ast
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

import bot
from assistant.settings import Settings, load_settings

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
OPERATIONS = "\n".join(p.read_text(encoding="utf-8") for p in sorted((ROOT / "docs").rglob("*.md")))
GLOSSARIES = ["knowledge/glossary.py", "assistant/glossary.py"]


def test_the_shipped_settings_are_the_defaults() -> None:
    shipped = load_settings(ROOT / "config.yaml")

    assert shipped == Settings()


def test_every_setting_stands_in_the_shipped_file() -> None:
    written = yaml.safe_load((ROOT / "config.yaml").read_text(encoding="utf-8"))

    assert keys_of(written) == keys_of_settings(Settings())


def test_every_setting_has_a_comment() -> None:
    lines = (ROOT / "config.yaml").read_text(encoding="utf-8").splitlines()
    settings = [line for line in lines if line.strip() and not line.lstrip().startswith("#")]

    assert [line for line in settings if "#" not in line and not line.rstrip().endswith(":")] == []


@pytest.mark.parametrize("name", sorted(bot.main.commands))
def test_every_command_is_explained(name: str) -> None:
    assert f"`{name}" in README + OPERATIONS or f"bot.py {name}" in README + OPERATIONS


@pytest.mark.parametrize("path", GLOSSARIES)
def test_every_noun_opens_with_its_chinese_term(path: str) -> None:
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    nouns = [node for node in tree.body if isinstance(node, ast.ClassDef)]

    assert [n.name for n in nouns if not (ast.get_docstring(n) or "")[:1] > "\u4e00"] == []


def test_no_lock_file_holds_an_address() -> None:
    locks = [ROOT / "requirements.lock", *(ROOT / "requirements").glob("*.lock")]

    assert [lock.name for lock in locks if "://" in lock.read_text(encoding="utf-8")] == []


def keys_of(written: Any, above: str = "") -> set[str]:
    if not isinstance(written, dict):
        return {above}
    return set().union(*(keys_of(value, f"{above}.{key}") for key, value in written.items()))


def keys_of_settings(settings: Any, above: str = "") -> set[str]:
    if not is_dataclass(settings):
        return {above}
    parts = [(f.name, getattr(settings, f.name)) for f in fields(settings)]
    return set().union(*(keys_of_settings(value, f"{above}.{name}") for name, value in parts))
