"""Question: the nouns of a question."""

from assistant.dialogue.question import Ask, Question, Word


def test_what_is_asked_first_counts_and_words_alone_are_a_topic() -> None:
    assert Question("离目标还差多少", (Ask.GAP, Ask.FIGURE)).ask is Ask.GAP
    assert Question("知名品牌", ()).ask is Ask.TOPIC


def test_soft_words_need_not_be_borne() -> None:
    hard, soft = Word("商标", ("商标",)), Word("听说", ("听说",), soft=True)

    assert Question("", (), (soft, hard)).required == (hard,)
