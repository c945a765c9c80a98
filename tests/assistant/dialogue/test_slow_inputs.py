"""No message makes much work: what is done is counted, for a time says little on a busy machine."""

import pytest

from assistant.dialogue.matching import fitting
from knowledge.words import Doubts
from knowledge.words.cutting import Dictionary
from knowledge.words.misspelling import Spelling
from tests.assistant.dialogue.conftest import Ask

LONGEST = 1_000  # characters of a message that may reach the cutter
MOST_CUTS = 3_000  # pieces of a text given to the cutter, for one message
MOST_WORTHS = 5_000  # what words are worth to facts, for one message
MOST_WEIGHED = 2_000  # near words weighed, for one message

HARD = {
    "digits": "1234567890" * 10_000,
    "brackets": "（" * 50_000 + "）" * 50_000,
    "numerals": "一二三四五六七八九十百千万亿" * 7_000,
    "pinyin": "zhi" * 30_000,
    "a thousand characters": "".join(chr(0x4E00 + 19 * at) for at in range(1_000)) * 100,
    "one word": "知名品牌" * 25_000,
    "one slip": "注册伤标" * 25_000,
    "levels": "级" * 100_000,
    "stories": "我昨天听人说" * 16_000 + "知名品牌有几个",
    "lists": "商标和专利、" * 16_000,
    "questions": "有几家吗？" * 20_000,
}


@pytest.mark.parametrize("kind", HARD)
def test_a_hard_message_makes_little_work(
    ask: Ask, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    cut: list[int] = []
    weighed: list[int] = []
    plain_cut, plain_around = Dictionary.cut, Doubts._around
    monkeypatch.setattr(
        Dictionary, "cut", lambda self, run: (cut.append(len(run)), plain_cut(self, run))[1]
    )
    monkeypatch.setattr(
        Doubts, "_around", lambda self, *place: (weighed.append(1), plain_around(self, *place))[1]
    )

    reply = ask(HARD[kind])

    assert reply.kind != "error"
    assert max(cut, default=0) <= LONGEST
    assert len(cut) <= MOST_CUTS
    assert len(weighed) <= MOST_WEIGHED


def test_near_readings_share_the_work_on_what_they_have_in_common(
    ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    spelt: list[str] = []
    plain = Spelling.slips
    monkeypatch.setattr(
        Spelling, "slips", lambda self, run: (spelt.append(run), plain(self, run))[1]
    )

    ask("我女婿在厂里上班，说今年拿了个什么区里的奖，级知识产权优势企业有几家")

    assert len(spelt) == len(set(spelt))


def test_a_list_of_the_same_names_is_weighed_once(
    ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    weighed: list[int] = []
    plain = fitting._worth
    monkeypatch.setattr(fitting, "_worth", lambda *of: (weighed.append(1), plain(*of))[1])

    ask(HARD["lists"])

    assert len(weighed) <= MOST_WORTHS
