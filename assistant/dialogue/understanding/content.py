"""The content words of a question: what every answer has to account for.

>>> [w.text for w in content_words("麻烦问一下全区知名品牌", library)]
['知名品牌']
"""

import functools
import re
from collections.abc import Iterable
from dataclasses import replace

from assistant.dialogue.question import Word
from assistant.dialogue.understanding.joining import counted, longest
from assistant.dialogue.understanding.lightness import is_light
from knowledge import Lexicon, Library, to_chinese

# in front of a thing they say what kind it is: 茶品牌 is not any 品牌
_GOODS = frozenset(
    "菜茶酒米鱼猪牛羊鸡鸭鹅果药粮油肉蛋花木石瓷布鞋车船钢铁铜盐糖醋酱面豆瓜桃梨枣橙竹蜂蜜锅伞笔书"
)
_KINDS_OF_THING = frozenset(
    "商标 品牌 企业 公司 产品 牌子 市场 景区 项目 工程 集团 学校 使用 代表 局长".split()
)
_OF_AN_OFFICE = frozenset("系统 口子 条线 战线 那边 这边 方面 那块 这块".split())
_CURATED = 30  # frequency of a word that only the lexicon knows
_WORDLIKE = 10  # frequency from which characters together are a word of the dictionary
_REAL = 3_000  # frequency from which a character is a word by itself
# done to what is counted, right before 多少
_DOINGS_OF_ONE = frozenset("补抓罚奖修建拆装招买卖赔涨换扣贷收发")
_STANDING = ("有效", "现有")
_ASKING_ALONE = frozenset({"how_many", "which", "what", "why", "how", "yes_no"})
# what a verb came to: 编完 and 编好 are 编, 公开出来 is 公开
_COMPLEMENT = re.compile(r"(?:[完好成掉上到过着了出]|[出进下起上回]来|出去|下去)了?$")
_RUN = re.compile(r"(?:[A-Za-z]{1,5}|[1-9]A)级|[\u4e00-\u9fff]+|[A-Za-z0-9.%+]+")
_YEARS = re.compile(r"[一二三四五六七八九零〇○]{4}年|(?<![0-9])(?:19|20)[0-9]{2}年?(?![0-9])")
_FOR_ONE = re.compile(
    r"一(吨|亩|公里|平方米|立方米|度|千瓦|天|餐|顿|份|单|架|辆|台|套|张|户|人|头|棵|株)"
)
_GRADE = re.compile(
    r"第?[一二三四五六七八九十特]{1,2}[级类档批](?![别型次量])|[0-9]{1,2}小时(?=的|开|服|营|值|自|便)"
)
_MONTH = re.compile(r"[0-9]{1,2}月(?:份|[0-9]{1,2}日)?")


def content_words(
    masked: str, library: Library, *, soft: bool = False
) -> tuple[list[Word], list[str]]:
    """(content words, dropped words) of a text whose question words are masked."""
    kept: list[Word] = []
    dropped: list[str] = []
    for run in _RUN.findall(_YEARS.sub(" ", masked)):
        tokens = _joined(_tokens(run, library), library)
        for text, behind in zip(tokens, [*tokens[1:], ""], strict=True):
            if _MONTH.fullmatch(text):
                kept.append(Word(text, (text,), soft=True, name=False))
            elif (
                is_light(text, library)
                or kept
                and _is_part_of_office(text, kept[-1], library)
                or text in library.areas
            ):
                dropped.append(text)
            else:
                kind = text in _KINDS_OF_THING and bool(kept) and _is_known(kept[-1].text, library)
                goods = text in _GOODS and len(behind) > 1 and not is_light(behind, library)
                light = kind or soft or not goods and _is_everyday(text, library)
                kept.append(
                    Word(
                        text,
                        forms_of(text, library),
                        light,
                        not _is_verb(text, library),
                        text in library.lexicon.words,
                        bool(library.lexicon.qualifiers_of(text)),
                        library.cutter.dictionary.frequency(text) > _CURATED,
                    )
                )
    words = _unique([*kept, *_grades(masked)])
    if not soft and words and all(word.soft for word in words):
        single = [len(word.text) == 1 for word in words]
        words = [replace(w, soft=not one) for w, one in zip(words, single, strict=True)]
    return words, dropped


def _is_part_of_office(text: str, before: Word, library: Library) -> bool:
    """农委系统, 市场监管条线 are the office itself."""
    return text in _OF_AN_OFFICE and library.lexicon.department(before.text) is not None


def _grades(text: str) -> list[Word]:
    """一级, 二类, 24小时的: which of several it is; a number of kinds (四类品牌) looks the same, so it is
    soft.
    """
    found = dict.fromkeys(one.removeprefix("第") for one in _GRADE.findall(text))
    return [Word(grade, (grade, f"第{grade}"), soft=True) for grade in found]


def _apart(text: str, library: Library) -> tuple[str, ...]:
    """商标许可 is a doing and its thing, which a letter may say apart; 国家标准 is one kind of thing."""
    words = library.lexicon.words
    if text not in words or _has_a_meaning_of_its_own(text, library):
        return (text,)
    for cut in range(2, len(text) - 1):
        one, other = text[:cut], text[cut:]
        long = len(one) > 3 and len(other) > 3 and other in words
        if one in words and (long or _is_verb(other, library)):
            return one, other
    return (text,)


def _has_a_meaning_of_its_own(text: str, library: Library) -> bool:
    """A status, an office, a filler, or what goes by several names."""
    lexicon = library.lexicon
    return bool(
        lexicon.qualifiers_of(text)
        or lexicon.department(text)
        or text in lexicon.filler_words
        or len(lexicon.synonyms(text)) > 1
    )


def _is_everyday(text: str, library: Library) -> bool:
    """It helps to choose and need not be found."""
    lexicon = library.lexicon
    asking = lexicon.question_kinds.get(text) in _ASKING_ALONE
    return text in lexicon.light_words or asking or _is_single(text, library)


def _is_single(text: str, library: Library) -> bool:
    """A real word of one character (奖, 钱); any other is what a slip left of a longer word."""
    return len(text) == 1 and library.cutter.dictionary.frequency(text) >= _REAL


def _is_known(text: str, library: Library) -> bool:
    """Is it a name of the documents? What kind of thing it is then needs no proof: “天下大足”商标."""
    return len(text) > 1 and library.names.hold(text)


def _is_verb(text: str, library: Library) -> bool:
    verbs = library.lexicon.verbs
    return text in verbs or any(text in others for others in verbs.values())


def _joined(tokens: list[str], library: Library) -> list[str]:
    """Single characters side by side belong together: 冬 采 is a misspelt name, no filler."""
    out: list[str] = []
    run = ""
    for text in [*counted(longest(tokens, library)), ""]:
        if len(text) == 1 and not is_light(text, library):
            run += text
            continue
        out += _without_last_doing(run) if not text else [run] if run else []
        run = ""
        out += [text] if text else []
    return out


def _without_last_doing(run: str) -> list[str]:
    """初制厂补(多少): what is done stands last, before the question word, and is no part of the name."""
    if len(run) > 2 and run[-1] in _DOINGS_OF_ONE:
        return [run[:-1], run[-1]]
    return [run] if run else []


def forms_of(text: str, library: Library) -> tuple[str, ...]:
    """All the ways the letter may put a word: itself, its other names, its numerals."""
    return _forms(text, library.lexicon, library.cutter.dictionary.frequency(text) < _WORDLIKE)


@functools.lru_cache(maxsize=5_000)
def _forms(text: str, lexicon: Lexicon, rare: bool) -> tuple[str, ...]:
    forms = {text: None, **dict.fromkeys(sorted(lexicon.synonyms(text)))}
    forms.update(dict.fromkeys(lexicon.everyday.get(text, ())))
    if text[:2] in _STANDING and len(text) > 3:
        forms[text[2:]] = None  # 有效发明专利 is what 发明专利 counts
    for one in lexicon.qualifiers_of(text):
        if one.kind == "status":
            # 正在弄 may be any of those under way; 申请 is no 培育, though both may hold at once
            along = sorted(one.together) if one.name.startswith("正在") else ()
            forms.update(dict.fromkeys((one.name, *one.words, *along)))
        if one.name == "下一步" and "下" in text:
            forms[one.name] = None  # 接下来, 下步 are said of what stands there; 后续 has its own
    each = _FOR_ONE.fullmatch(text)
    if each:  # 一吨多少钱 is answered by what each costs
        forms.update(dict.fromkeys((f"每{each[1]}", f"/{each[1]}", f"{each[1]}均")))
        forms.update(dict.fromkeys(sorted(lexicon.synonyms(f"每{each[1]}"))))
    department = lexicon.department(text)
    if department and text in department.all:
        names = [name for name in department.all if name != text]
        forms.update(dict.fromkeys([*names, department.name.rstrip("局委办")]))
    forms.update(dict.fromkeys(_same_doing(text, lexicon)))
    bare = _COMPLEMENT.sub("", text)
    tense = text[-1:] in "了过着" and len(text) > 2
    new = tense or rare
    if bare and bare != text and new:
        forms.update(dict.fromkeys((bare, *_same_doing(bare, lexicon))))
    if text == "A级":  # said of scenic areas, where any number of A is one
        forms.update(dict.fromkeys(f"{number}A景区" for number in range(1, 6)))
    for form in list(forms):
        forms.update(dict.fromkeys(_numeral_forms(form)))
    return tuple(form for form in forms if form)


def _same_doing(text: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The verbs that say the same as this one.

    One character stands in too many words (提 of 提出 in 提高): only one character typed means one.
    """
    return tuple(
        one
        for verb, others in lexicon.verbs.items()
        if text == verb or text in others
        for one in (verb, *others)
        if len(one) > 1 or len(text) == 1
    )


def _numeral_forms(text: str) -> Iterable[str]:
    """5大产业 is 五大产业, 第4届 is 第四届."""
    if any(c.isdigit() for c in text):
        yield re.sub(r"[0-9]{1,4}", lambda found: to_chinese(int(found.group())), text)


def _tokens(run: str, library: Library) -> list[str]:
    if run[0].isascii() and run.endswith("级"):
        return [run.upper()]
    cut = [word for word, _, _ in library.cutter.cut(run) if word.strip()]
    return [part for word in cut for part in _apart(word, library)]


def _unique(words: list[Word]) -> list[Word]:
    return list({word.text: word for word in words}.values())
