"""Patterns kept as data: what a file says, and that every fault in one is named."""

from pathlib import Path

import pytest

from knowledge.errors import LexiconFault
from knowledge.words.curated import SHIPPED
from knowledge.words.lexicon import Lexicon
from knowledge.words.patterns import compiled, patterns

FILES = sorted(path.stem for path in (SHIPPED / "patterns").glob("*.yaml"))


def folder_with(tmp_path: Path, text: str) -> Path:
    (tmp_path / "patterns").mkdir()
    (tmp_path / "patterns" / "own.yaml").write_text(text, encoding="utf-8")
    return tmp_path


def test_alternatives_and_parts_become_one_pattern(tmp_path: Path) -> None:
    folder = folder_with(
        tmp_path, "- parts: {unit: [个, 件]}\n- figure: ['多少{unit}?', 几成, '几{0,2}']\n"
    )
    assert patterns("own", folder) == (("figure", "多少(?:个|件)?|几成|几{0,2}"),)


def test_a_name_may_come_again_and_the_order_stays(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, "- list: [哪些]\n- who: [谁]\n- list: [什么]\n")
    assert [name for name, _ in patterns("own", folder)] == ["list", "who", "list"]


FAULTS = {
    "list: [哪些]\n": "must be a list",
    "- 哪些\n": "哪些 must be",
    "- figure: ['多少{unit}']\n": "there is no part unit",
    "- figure: ['(多少']\n": "figure: (多少 is no regular expression",
    "- figure: [1]\n": "figure must be a list of words",
    "- parts: [个]\n": "parts must be a mapping",
}


@pytest.mark.parametrize("text", FAULTS)
def test_a_fault_is_named_with_its_file(tmp_path: Path, text: str) -> None:
    with pytest.raises(LexiconFault, match=r"patterns/own\.yaml") as refused:
        patterns("own", folder_with(tmp_path, text))
    assert FAULTS[text] in str(refused.value)


def test_loading_the_lexicon_checks_its_patterns(tmp_path: Path) -> None:
    with pytest.raises(LexiconFault, match="own.yaml: figure: "):
        Lexicon.load(folder_with(tmp_path, "- figure: ['(多少']\n"))


@pytest.mark.parametrize("name", FILES)
def test_every_shipped_file_compiles(name: str) -> None:
    assert compiled(name)
