"""Names almost right: slips are understood, what is right stays."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from knowledge.words import Lexicon, NameBook

WORDS = sorted(
    word for word in Lexicon.load().words if all("\u4e00" <= char <= "\u9fff" for char in word)
)


@pytest.mark.parametrize(
    ("typed", "understood"),
    [
        # same sound
        ("知名品排多少个", "知名品牌多少个"),
        ("注册伤标今年要做到多少", "注册商标今年要做到多少"),
        ("清河东菜", "清河冬菜"),
        ("佟家到有哪些", "佟家刀有哪些"),
        ("马得理商标一共几件", "马德里商标一共几件"),
        ("天下清喝许可了多少家", "天下清河许可了多少家"),
        ("缴纳专利维持非", "缴纳专利维持费"),
        ("谁拿了中国专利讲", "谁拿了中国专利奖"),
        ("联系任电话", "联系人电话"),
        # a known word that sounds just like the name
        ("大雨奖申报了吗", "大禹奖申报了吗"),
        # nearly the same sound
        ("证敏商标有几件", "证明商标有几件"),
        # in a rare word of the dictionary
        ("全区知明品牌有多少", "全区知名品牌有多少"),
        # look-alikes
        ("承若事项有几项", "承诺事项有几项"),
        ("什么时侯完成", "什么时候完成"),
        # out of order, missing, too many
        ("五金摩汽产业", "五金汽摩产业"),
        ("天清下河许可了多少家", "天下清河许可了多少家"),
        ("注册标多少件", "注册商标多少件"),
        ("知名品牌牌多少", "知名品牌多少"),
        # pinyin with and without blanks, whole and in part
        ("qinghe dongcai", "清河冬菜"),
        ("qinghedongcai", "清河冬菜"),
        ("清河dongcai是证明商标吗", "清河冬菜是证明商标吗"),
        ("sida zhengming shangbiao you naxie", "四大证明商标有哪些"),
        ("quanqu zhiming pinpai duoshao ge", "全区知名品牌多少个"),
        ("lianxi dianhua", "联系电话"),
        ("yuji zizhu jine", "预计资助金额"),
    ],
)
def test_a_slip_is_understood(names: NameBook, typed: str, understood: str) -> None:
    assert names.correct(typed).text == understood


@pytest.mark.parametrize(
    "typed",
    [
        # a name it began with, and one it learnt: by sound, one character missing, by pinyin
        "清河东菜",
        "佟家到有哪些",
        "南桥五市场",
        "qinghe dongcai",
        "佟家dao有几件",
        # unknown to both
        "实用新型专利有多少",
    ],
)
def test_a_book_that_grew_understands_like_one_made_whole(
    lexicon: Lexicon, names: NameBook, typed: str
) -> None:
    grown = NameBook(names.names[:4], lexicon).load()
    grown.correct(typed)

    grown = grown.with_names(names.names[2:])

    assert grown.names == names.names
    assert grown.correct(typed) == names.correct(typed)
    assert grown.nearest("佟家") == names.nearest("佟家")


@pytest.mark.parametrize(
    "right",
    [
        "实用新型专利有多少",
        "外观设计和著作权",
        # other places, other years, other levels
        "江津区知名品牌多少",
        "青河区的商标",
        "2023年的目标是多少件",
        "县长质量奖得了几个",
        # words that sound like part of a name
        "专利讲了什么",
        "商标是多少",
        "明天会下大雨吗",
        "清河石刻有多少",
        # Latin words and abbreviations
        "PCT国际专利申请",
        "can you tell me about trademark",
        "hello",
        "3A景区",
        "😀",
        "",
    ],
)
def test_what_is_right_stays(names: NameBook, right: str) -> None:
    corrected = names.correct(right)

    assert corrected.text == right
    assert corrected.changes == ()


def test_changes_say_what_was_typed_and_what_was_understood(names: NameBook) -> None:
    corrected = names.correct("清河东菜和知名品排")

    assert corrected.changes == (("清河东菜", "清河冬菜"), ("知名品排", "知名品牌"))


def test_only_the_beginning_of_an_endless_message_is_looked_at(names: NameBook) -> None:
    message = "无" * 1000 + "知名品排"

    assert names.correct(message).text == message


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.lists(st.sampled_from(WORDS), max_size=6))
def test_text_of_known_words_is_never_changed(names: NameBook, words: list[str]) -> None:
    text = "".join(words)

    assert names.correct(text).text == text


def test_names_like_a_word_are_offered_best_first(names: NameBook) -> None:
    offered = names.nearest("清河冬瓜", limit=2)

    assert offered[0][0] == "清河冬菜"
    assert len(offered) == 2


def test_nothing_is_offered_for_what_is_like_no_name(names: NameBook) -> None:
    assert names.nearest("天气预报") == []


def test_names_are_known_in_full_in_short_and_by_what_they_hold() -> None:
    book = NameBook(["清河冬菜", "清河锻打刀", "清河松茗茶", "电梯（加装）"], Lexicon.load())

    assert "清河冬菜" in book.known
    assert book.short == {"冬菜", "锻打刀", "松茗茶", "电梯"}
    assert book.hold("河冬") and not book.hold("冬菜清河")
    assert "戏台" in book.with_names(["戏台"]).known
