"""Several letters in one base: which one answers, which others are offered, and what changed over the years."""

from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from assistant.dialogue import Dialogue
from assistant.glossary import Reply
from knowledge import Library
from tests.assistant.dialogue.conftest import message
from tests.knowledge.facts.letters import FOLDER

LETTER = """关于县二届人大{meeting}次会议第{number}号建议的答复

李木代表：

您提出的《关于加强基层医疗服务的建议》（第{number}号）收悉，现答复如下：

一、基本情况

目前，全县有村卫生室{rooms}个、乡村医生{doctors}名，签约率{rate}%。

二、下一步工作

我局将于{next}年6月底前新建村卫生室{more}个。

清河县卫生健康局
{year}年9月8日

联系人：{name}，电话：{phone}
"""
OLD = {"meeting": "一", "number": 112, "rooms": 210, "doctors": 340, "rate": "61.5", "year": 2023,
       "next": 2024, "more": 12, "name": "乔一木", "phone": "5550112"}  # fmt: skip
NEW = {"meeting": "二", "number": 87, "rooms": 222, "doctors": 331, "rate": "64", "year": 2024,
       "next": 2025, "more": 9, "name": "岳二川", "phone": "5550087"}  # fmt: skip
NOW = datetime(2024, 10, 8, 9, tzinfo=timezone(timedelta(hours=8)))


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """Two letters of one bureau, a year apart."""
    folder = tmp_path_factory.mktemp("several")
    library = Library(folder / "data")
    _ingest(library, folder, "old", OLD)
    _ingest(library, folder, "new", NEW)
    return library


def _ingest(library: Library, folder: Path, name: str, facts: dict[str, object]) -> None:
    path = folder / f"{name}.txt"
    path.write_text(LETTER.format(**facts), encoding="utf-8")
    list(library.ingest_all([path]))


def _ask(library: Library, text: str) -> Reply:
    return Dialogue(library).reply_to(message(text, NOW))


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("第112号建议：村卫生室有多少个？", "210个"),
        ("第87号建议：村卫生室有多少个？", "222个"),
        ("2023年那份答复函里村卫生室有多少个？", "210个"),
    ],
)
def test_a_letter_that_is_named_answers(library, asked, said):
    assert said in _ask(library, asked).text


def test_without_a_letter_named_the_newest_answers_says_which_and_offers_the_other(library):
    reply = _ask(library, "全县有多少个村卫生室？")

    assert "222个" in reply.text
    assert "第87号建议" in reply.text
    assert "另有第112号建议" in reply.text


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("村卫生室今年比去年增加了多少？", "增加12个"),
        ("乡村医生今年比去年多了还是少了多少", "减少9名"),
        ("签约率历年变化", "增加2.5个百分点"),
        ("这两年村卫生室变化情况", "增加12个"),
    ],
)
def test_the_development_over_the_years_is_reckoned_with_both_citations(library, asked, said):
    reply = _ask(library, asked)

    assert said in reply.text
    assert {citation.letter_id for citation in reply.citations} == {1, 2}


def test_a_superseded_letter_never_answers(tmp_path):
    library = Library(tmp_path / "data")
    _ingest(library, tmp_path, "letter", OLD)
    _ingest(library, tmp_path, "letter", OLD | {"rooms": 215})

    reply = _ask(library, "全县有多少个村卫生室？")

    assert "215个" in reply.text
    assert "210个" not in reply.text


def test_the_answer_says_its_letter_though_only_one_speaks_of_the_thing(tmp_path):
    other = Library(tmp_path / "data")
    _ingest(other, tmp_path, "clinics", OLD)
    list(other.ingest_all([FOLDER / "chinese_number_school.txt"]))

    reply = _ask(other, "寄宿制学校有多少所？")

    assert "18所" in reply.text
    assert "据第二十七号建议" in reply.text


def test_a_passage_of_a_superseded_letter_reopens_and_says_that_it_is_old(tmp_path):
    library = Library(tmp_path / "data")
    _ingest(library, tmp_path, "letter", OLD)
    _ingest(library, tmp_path, "letter", OLD | {"rooms": 215})

    reply = _ask(library, "112-1-1")

    assert "210个" in reply.text
    assert "旧件" in reply.text
