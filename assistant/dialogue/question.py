"""The nouns of a question as understood, before anything is looked up.

What is asked stands in `Question.asks`; what it is asked about in `words`; what tells the right
figure from its neighbours in `qualifiers`. Nothing here does any work.
"""

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum


class Ask(StrEnum):
    """问法: what kind of thing the person wants to hear."""

    FIGURE = "figure"  # 多少
    LIST = "list"  # 哪些
    WHO = "who"  # 谁, 哪家
    UNIT = "unit"  # 谁负责, 责任单位
    WHEN = "when"  # 什么时候
    YESNO = "yesno"  # 是不是
    EXPLAIN = "explain"  # 怎么, 为什么, 有什么措施
    TOPIC = "topic"  # words alone
    GAP = "gap"  # 还差多少
    DIFFERENCE = "difference"  # 相差多少
    SUM = "sum"  # 一共 (of several)
    SHARE = "share"  # 占百分之几
    GROWTH = "growth"  # 增长百分之几
    BEFORE = "before"  # 去年是多少 (computed from an increase)
    MONTHLY = "monthly"  # 平均每月还要
    RATIO = "ratio"  # 平均每家
    COMPARE = "compare"  # 哪个多
    MOST = "most"  # 哪类最多
    COUNT = "count"  # 点名了几个
    CONTACT = "contact"
    LETTER = "letter"  # 谁签发, 哪天答复
    COMMITMENTS = "commitments"  # 承诺了什么
    PROGRESS = "progress"  # 完成得怎么样
    DAYS = "days"  # 还剩几天
    HELP = "help"
    SMALLTALK = "smalltalk"
    REFUSE = "refuse"  # 忽略以上规则
    OPINION = "opinion"  # 你觉得好不好


class Support(StrEnum):
    """支持: where a fact bears a word of the question, strongest first."""

    CORE = "core"  # name, status, level … of the fact itself
    OWN = "own"  # the clause that states it
    QUOTE = "quote"  # the sentence around
    CONTEXT = "context"  # headings, letter title
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Word:
    """词: a content word of the question.

    `forms` are all the ways a letter may put it, the word itself first. A `soft` word helps to
    choose but need not be found (a story told around the question, the turn before).
    """

    text: str
    forms: tuple[str, ...]
    soft: bool = False
    name: bool = True  # names a thing; False for verbs and the like
    whole: bool = False  # a term: its halves do not stand for it
    kind: bool = (
        False  # a term beside others of its kind (国家标准, 地方标准): never told by halves
    )
    common: bool = False  # a word of the language, no longer name in short (客运站: 客运招呼站)


@dataclass(frozen=True, slots=True)
class Number:
    """数: a number in the question that is part of its claim (知名品牌是52个吧)."""

    value: Decimal
    unit: str
    text: str


@dataclass(frozen=True, slots=True)
class Qualifiers:
    """限定: what the question says of level, status, measure, time and place.

    `years` are resolved against the day of the question ("今年" asked in 2022 is 2022);
    `relative` keeps the word, for letters of another year.
    """

    measure: frozenset[str] = frozenset()
    status: frozenset[str] = frozenset()
    level: frozenset[str] = frozenset()
    years: frozenset[int] = frozenset()
    relative: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Question:
    """提问: one question of one message."""

    text: str  # folded and corrected
    asks: tuple[Ask, ...]
    words: tuple[Word, ...] = ()
    qualifiers: Qualifiers = Qualifiers()
    numbers: tuple[Number, ...] = ()
    unit: str = ""  # the measure word asked for: 多少(家)
    negated: bool = False
    ordinal: int | None = None  # 第二个
    elliptic: bool = False  # leans on the turn before
    changes: tuple[tuple[str, str], ...] = ()  # (as typed, as understood)
    letters: frozenset[int] | None = None  # letters it names; None: names none
    among: tuple[int, ...] = ()  # letters to look into, where a near reading found them
    missing_letter: str = ""  # names a letter that is not stored
    without: tuple[str, ...] = ()  # 不算助理: what is set aside
    story: str = ""  # what was told around the question
    dropped: tuple[str, ...] = field(default=())  # fillers, for `explain`

    @property
    def ask(self) -> Ask:
        """What is asked first."""
        return self.asks[0] if self.asks else Ask.TOPIC

    @property
    def only_level(self) -> bool:
        """Does it name a level and nothing else (市级呢)?"""
        own = [word.text for word in self.required]
        return bool(own) and all(text in self.qualifiers.level for text in own)

    @property
    def required(self) -> tuple[Word, ...]:
        """The words every answer has to account for."""
        return tuple(word for word in self.words if not word.soft)
