"""An answer stands only where what may have been meant has the same one."""

import pytest

from tests.assistant.dialogue.conftest import Ask


@pytest.mark.parametrize(
    ("typed", "readings"),
    [
        # the level is damaged: both levels are offered with their figures
        ("实级的标准化试点示范项目有几项", ["市级的标准化试点示范项目有几项？（2项）"]),
        # a tense before its verb
        ("市长质量奖谁了拿", ["市长质量奖谁拿了？（函中没有写谁已获得"]),
        # out of order
        ("商标目标完成是率多少", ["商标目标完成率是多少？"]),
    ],
)
def test_a_damaged_question_is_asked_back_with_its_readings(
    ask: Ask, typed: str, readings: list[str]
) -> None:
    reply = ask(typed)

    assert reply.kind == "clarify"
    assert reply.citations
    assert [one for one in readings if one not in reply.text] == []
    assert all(choice.says.strip() for choice in reply.suggestions)


@pytest.mark.parametrize(
    ("typed", "lost"),
    [
        ("件叫什么名字", "件"),
        ("标 目标 差距", "标"),
        # a number of times without its number, a number of nothing, a measure word alone
        ("农产品品牌是五金刀具品牌的倍？", "倍"),
        ("农产品品牌是五金刀具品牌的倍几？", "倍"),
        ("获得标准化工程师资格的人数是助理的几", "几"),
        ("市级优势企业去年没新增之前是家？", "家"),
    ],
)
def test_what_may_be_left_of_many_words_is_asked_for_again(ask: Ask, typed: str, lost: str) -> None:
    reply = ask(typed)

    assert reply.kind == "clarify"
    assert f"“{lost}”的前后像是少了字" in reply.text


def test_one_of_the_readings_can_be_chosen(ask: Ask) -> None:
    ask("实级的标准化试点示范项目有几项")

    chosen = ask("第二个")

    assert chosen.headline == "2项"


@pytest.mark.parametrize(
    ("typed", "headline"),
    [
        # both readings have the same answer: there is nothing to ask
        ("全区知名品牌有多少各", "32个"),
        # things held against each other: 多 is whole
        ("专利多还是商标多", "有效注册商标多：有效注册商标14036件，发明专利322件，相差13714件"),
        (
            "AA级和A级的企业比，多还是少",
            "AA级标准化良好行为企业多：AA级标准化良好行为企业9家，A级标准化良好行为企业通过1家，相差8家",
        ),
        # 几倍 and 几百件 are whole
        ("农产品品牌是五金刀具品牌的几倍", "5.25倍"),
        ("商标还差几百件到目标", "还差464件"),
        # a verb of one character stands by itself
        ("信是啥时候发的", "2022年6月6日"),
        # what is clearly a slip is put right
        ("大足东菜是不是证明商标", "是的，大足冬菜：证明商标（已获）"),
    ],
)
def test_a_slip_that_changes_nothing_is_not_asked_about(
    ask: Ask, typed: str, headline: str
) -> None:
    reply = ask(typed)

    assert reply.headline == headline
