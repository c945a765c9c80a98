"""Query: what a question looks for, with weights: question words little, the rest fully."""

import functools
import math
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from knowledge.search.particulars import Particulars, particulars
from knowledge.search.terms import CHARACTERS, LAYERS, PAIRS, WORDS, characters, pairs
from knowledge.words import Cutter, Lexicon

SOFT = 0.2  # weight of a question word or function word

Weights = dict[str, float]
Frequencies = Callable[[str, Sequence[str]], Mapping[str, int]]  # layer, terms -> documents


@dataclass(frozen=True, slots=True)
class SoftWords:
    """弱词: question words and function words, and the pattern that takes question words out."""

    words: frozenset[str]
    asking: re.Pattern[str]


@functools.lru_cache(maxsize=4)
def soft_words(lexicon: Lexicon) -> SoftWords:
    """The soft words of a lexicon."""
    groups = lexicon.raw("soft")
    longest_first = sorted(groups["asking"], key=len, reverse=True)
    asking = re.compile("|".join(map(re.escape, longest_first)))
    return SoftWords(frozenset(groups["asking"]).union(groups["function"]), asking)


@dataclass(frozen=True)
class Query:
    """查询: a question as terms with weights; `bare` is it without question words."""

    text: str
    bare: str
    weights: Mapping[str, Weights]
    stand_ins: Mapping[str, Weights] = field(default_factory=dict)
    asked: re.Pattern[str] | None = None  # what an answer to it would hold (a date, a number …)
    particulars: Particulars = Particulars()


def understand(text: str, cutter: Cutter) -> Query:
    """The query of a question: 知名品牌有多少个 seeks 知名 品牌 …, hardly 多少, and a number."""
    soft = soft_words(cutter.lexicon)
    text = text.lower()
    bare = " ".join(soft.asking.sub(" ", text).split())
    strong = set(pairs(bare))
    weights = {
        WORDS: {word: SOFT if word in soft.words else 1.0 for word in cutter.words(text)},
        PAIRS: {pair: 1.0 if pair in strong else SOFT for pair in pairs(text)},
        CHARACTERS: {
            char: 1.0 if char in bare and char not in soft.words else SOFT
            for char in characters(text)
        },
    }
    named = particulars(text, cutter.lexicon)
    return Query(text, bare, weights, asked=_asked(text), particulars=named)


def understand_whole(text: str, cutter: Cutter) -> Query:
    """The query for matching question to question, where 怎么 and 为什么 tell two entries apart."""
    text = text.lower()
    layers = ((WORDS, cutter.words(text)), (PAIRS, pairs(text)), (CHARACTERS, characters(text)))
    return Query(text, text, {layer: dict.fromkeys(terms, 1.0) for layer, terms in layers})


def frequencies_of(query: Query, frequencies: Frequencies) -> dict[str, Mapping[str, int]]:
    """In how many passages each term of a query stands, by layer."""
    return {layer: frequencies(layer, list(query.weights[layer])) for layer in LAYERS}


def rarity(passages: int, frequency: int) -> float:
    """BM25's idf: how much a term of that frequency says among so many passages."""
    return math.log(1 + (passages - frequency + 0.5) / (frequency + 0.5))


_NUMBER = "[0-9一二三四五六七八九十百千万亿两〇零]"
# What a question asks for -> what a sentence that answers it would hold.
_ASKED = tuple(
    (re.compile(asks), re.compile(holds))
    for asks, holds in (
        (
            "什么时候|啥时候|何时|哪一?年|哪一?天|几月|几号|几日|什么时间|何年|哪个月|时间是|日期|截止|年份|年代|多久|多长时间|期限|到期",
            _NUMBER + "+ *(年|月|日|时|点|天|小时|个月|周|分钟|世纪)|上午|下午|凌晨|截至|期间",
        ),
        (
            "多少|几[个名人家次项种条位所年天件]?|多大|多高|多远|多长|比例|百分之|金额|数量|人数|面积",
            _NUMBER,
        ),
        (
            "谁|哪位|何人|什么人|哪个人",
            "[\u4e00-\u9fff]{2,}(说|表示|指出|认为|任|出任|担任|领导|教授|先生|女士|主席|书记|局长|总统|部长|是)|由",
        ),
        (
            "哪里|哪儿|何地|何处|什么地方|哪个(国家|城市|省|地区|地方|县|市|区)|位于|在哪",
            "省|市|县|区|镇|州|国|路|街|村|山|河|洲|港|岛|位于|在",
        ),
        (
            "哪些|哪几|措施|条件|要求|材料|流程|步骤|如何|怎么|怎样",
            "[、；;]|(一|二|三|1|2|3)[是、.）)]|应|不得|需要|可以|通过|包括|鼓励|加强|做好",
        ),
        ("为什么|为啥|为何|原因|缘由", "因为|由于|因|导致|原因|所以|为了|受"),
    )
)


def _asked(text: str) -> re.Pattern[str] | None:
    return next((holds for asks, holds in _ASKED if asks.search(text)), None)
