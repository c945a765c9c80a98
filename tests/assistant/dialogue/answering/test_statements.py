"""Statements: a fact in few words, as a yes or no rests on it."""

import pytest

from assistant.dialogue.answering.statements import names_of, say, statement
from assistant.dialogue.matching import Fit
from knowledge import Commitment, Indicator, Listing, Recognition
from tests.assistant.dialogue.answering.conftest import Inquire


def best(inquire: Inquire, asked: str, kind: type) -> Fit:
    return max(inquire(asked).candidates.of(kind), key=lambda found: found.score)


@pytest.mark.parametrize(
    ("asked", "kind", "said"),
    [
        ("乡村医生有331名吗", Indicator, "331名"),
        ("城关卫生院通过评审了吗", Recognition, "城关卫生院"),
        ("健康小屋是服务品牌吗", Listing, "健康小屋"),
        ("培训点要新增5个吗", Commitment, "新增村医培训点5个"),
    ],
)
def test_a_fact_is_stated_in_at_most_55_characters(
    inquire: Inquire, asked: str, kind: type, said: str
) -> None:
    words = statement(best(inquire, asked, kind))

    assert said in words
    assert len(words) <= 55


def test_of_a_list_only_what_was_asked_is_named(inquire: Inquire) -> None:
    words = statement(best(inquire, "健康小屋是服务品牌吗", Listing))

    assert "移动医院" not in words


def test_what_is_said_rests_on_its_facts(inquire: Inquire) -> None:
    found = best(inquire, "乡村医生有331名吗", Indicator)

    answer = say("是的" * 40, "", [found])

    assert len(answer.headline) == 60
    assert [proof.evidence for proof in answer.proofs] == [found.evidence] == list(answer.focus)


def test_the_names_in_a_fact(fact) -> None:
    listed = names_of(fact(Listing, count=3))

    assert listed[1:] == ["健康小屋", "移动医院", "名医下乡"]
    assert "城关卫生院" in names_of(fact(Recognition, holder="城关卫生院"))
    assert names_of(fact(Indicator, name="乡村医生")) == []
