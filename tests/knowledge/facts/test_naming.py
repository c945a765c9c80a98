"""What the words in front of a figure say."""

import pytest

from knowledge.facts.naming import read_front
from knowledge.facts.vocabulary import vocabulary_of
from knowledge.words.lexicon import Lexicon
from tests.knowledge.facts.documents import LETTER_DATE


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("全区知名品牌", {"core": "知名品牌", "scope": "全区"}),
        ("其中农产品品牌", {"core": "农产品品牌", "part": True}),
        ("今年新授权发明专利", {"core": "授权发明专利", "measure": "新增"}),
        ("参与国家标准已发布", {"core": "国家标准", "status": "已发布"}),
        ("比去年同期增加了", {"core": "", "rise": "up", "compared": True}),
        ("马德里商标总数达到", {"core": "马德里商标", "measure": "存量"}),
        ("闲置商标约占", {"core": "闲置商标", "share": True}),
        ("今年已完成“好山水”许可使用", {"core": "许可使用", "owner": "好山水"}),
        ("县农科局共实施建设项目", {"core": "建设项目", "owner": "县农科局"}),
        ("区市场监管局约谈了", {"verb": "约谈"}),
        # words that begin like an opener and are none
        ("在校学生", {"core": "在校学生"}),
        ("共享单车", {"core": "共享单车"}),
        ("有效发明专利", {"core": "有效发明专利"}),
        ("建成区绿化覆盖率", {"core": "建成区绿化覆盖率"}),
        ("完成率", {"core": "完成率"}),
    ],
)
def test_the_words_in_front_give_name_measure_and_area(
    words: str, said: dict[str, object], lexicon: Lexicon
) -> None:
    found = read_front(words, vocabulary_of(lexicon), LETTER_DATE)

    assert {key: getattr(found, key) for key in said} == said
