"""A piece of a message -> Question: every step of the understanding, in order."""

import functools
import re
from dataclasses import replace
from datetime import date

from assistant.dialogue.question import Ask, Qualifiers, Question, Word
from assistant.dialogue.understanding.asking import MASK, asked_unit, mask
from assistant.dialogue.understanding.content import content_words
from assistant.dialogue.understanding.exclusions import all_but, set_aside
from assistant.dialogue.understanding.fractions import in_hundredths
from assistant.dialogue.understanding.lettering import letters_named
from assistant.dialogue.understanding.numbering import claims_of, ordinal_of
from assistant.dialogue.understanding.qualifying import qualify
from assistant.dialogue.understanding.splitting import Piece
from knowledge import Lexicon, Library, parse_number, to_chinese

_LEANS = re.compile(
    r"^(?:那么?|其中|这|它|他们|它们|该|此|上面|刚才|前面|里面|再|还有|另外|然后|剩下|其余|其他的)|呢$|^(?:都|分别)|^(?:用|花|涉及|押)了?(?:多少|几)"
)
_WHOLE = re.compile("[总共全现]|合计|目前|起来")
_NOT_THAT = re.compile(r"，?不是(?:说|问|要)?[^，。]{2,8}(?:的?那个|的那[个笔批])，?")
_NEGATED = re.compile(
    r"(?:是不是|有没有)?(?<![有是])(?:没有|没能|没得|没|不是|不属于|不在|不包括|不含|未|并非|尚未|不到|不足|不够)(?!有没|问题)"
)
_OF_MEASURE = re.compile(r"(?:新增|增加|增长|达到|做到)了?$")
_RATE = re.compile(r"[\u4e00-\u9fff]{2}[率量]$")  # 发明专利授权率 asks for a figure
# 数量怎么保证 asks how, though it speaks of a number
_HOW = re.compile(
    r"(?:怎么|咋)(?!样(?:$|[了呢啊呀，？]))|如何(?!$)|怎样|为什么|为啥|为何|凭什么|靠什么"
)
_HOW_MANY = re.compile(r"多少|几(?![乎何])|好多|百分之")
_MORE_BY = re.compile(
    r"比(?![例重率])[^，。]{2,16}(?:(?<!不)[多少高低][^，。]{1,5}(?:多少|几|好多)|多少[多少高低])"
)  # 比…多发布了几项
# 二百五十八点四万元 is 258.4万元; 三点十分 is a time
_DECIMAL = re.compile(r"[零一二两三四五六七八九十百千]+点[〇零一二三四五六七八九]+(?![十分钟半])")
# 企业老板叫什么: whose name is wanted must be told by the letter
_WHOSE_NAME = re.compile(
    r"(负责人(?=的?(?:名字)?[叫姓])|老板|老总|法人|法定代表人|董事长|总经理|厂长)的?(?:名字)?(?:是|叫|姓)"
)
# 通过哪些方式 asks for the ways; nothing has to have passed
_BY_WHICH = re.compile("通过((?:哪些|哪几种|什么|啥|怎样的|何种)(?:方式|办法|途径|渠道|方法|形式))")
_OF_LEVEL = re.compile("(?<=[是属算])(国家|省|市)里?的(?=$|[？，。呢吗])")  # 几个是市里的
_NEWLY_OUT = re.compile(
    "(新(?:培育|培养|孵化|认定|评选|评|增加|增|添|冒))出来?(?!的)"
)  # 新培育出几家
# 4号线, 12路: told apart by nothing but their number
_NUMBERED = re.compile(
    r"[0-9一二三四五六七八九十]{1,3}号(?:线|楼|院|桥|门)|[0-9]{1,3}路(?:公交|车)|第[一二三四五六七八九十0-9]{1,2}名(?![单称])"
)
_AGE = re.compile(r"(?<![第十百])([一二三四五六七八九十]{1,3})(?=周?岁)")
_SPOKEN_A = re.compile(r"([一两二三四五])个A级?")
# 入没入 is 是否入
_OR_NOT = re.compile("([^有是的了])没(?:有)?\\1(?![了的完好成掉到])")

_APART = re.compile(r"([\u4e00-\u9fff])([了过的])([\u4e00-\u9fff])(?!\3)")


def understand(piece: Piece, library: Library, today: date) -> Question:
    """One piece of a message as a question; what it leans on is resolved later."""
    said = standard(_NOT_THAT.sub(" ", piece.text), library.lexicon)
    corrected = library.names.correct(_counted(said))
    plain, without = set_aside(all_but(corrected.text))
    letters, missing, text = letters_named(plain, library.letters(), library.lexicon)
    asks, masked = _mask(text, library)
    if _RATE.search(text):
        asks = asks or (Ask.FIGURE,)
    if Ask.EXPLAIN in asks and _HOW.search(text) and not _HOW_MANY.search(text):
        asks = tuple(ask for ask in asks if ask is not Ask.FIGURE)
    if _MORE_BY.search(text) and Ask.DIFFERENCE not in asks:
        asks = (Ask.DIFFERENCE, *asks)
    words, dropped = content_words(masked, library)
    story, _ = content_words(_mask(piece.story, library)[1], library, soft=True)
    known = {word.text for word in words}
    words += [Word(name, (name,)) for name in _WHOSE_NAME.findall(text)]
    words += [Word(name, (name,)) for name in _NUMBERED.findall(text)]
    if Ask.YESNO not in asks:
        words = [_eased(word, library) for word in words]
    return Question(
        text=text,
        asks=asks,
        words=(*words, *(word for word in story if word.text not in known)),
        qualifiers=qualified(text, library, today),
        numbers=claims_of(text, _units(library.lexicon)),
        unit=asked_unit(text),
        negated=_is_negated(text),
        ordinal=ordinal_of(text),
        elliptic=bool(_LEANS.search(text)) or not _has_subject(words, library),
        changes=tuple(corrected.changes),
        letters=letters,
        missing_letter=missing,
        dropped=tuple(dropped),
        without=without,
        story=piece.story,
    )


def _eased(word: Word, library: Library) -> Word:
    """Idioms and adverbs say how something is told (一五一十, 百忙之中): no letter has to bear them."""
    idle = word.text not in library.lexicon.words and library.cutter.dictionary.is_idle(word.text)
    return replace(word, soft=True) if idle and word.text not in library.names.known else word


@functools.lru_cache(maxsize=4)
def _units(lexicon: Lexicon) -> frozenset[str]:
    """What a number may be a number of; of the units of one character those that are no other word."""
    sizes = (unit for unit in lexicon.measures if len(unit) > 1 or unit in "亩吨米")
    return lexicon.counter_words.union(sizes)


def standard(text: str, lexicon: Lexicon) -> str:
    """Dialect in the words of the standard language: 有好多件 -> 有多少件."""
    pattern, words = _dialect(lexicon)
    text = pattern.sub(lambda found: words[found.group()], text)
    text = _DECIMAL.sub(lambda found: f"{parse_number(found.group())}", text)
    text = in_hundredths(text)
    text = _OR_NOT.sub(r"是否\1", text)
    text = _BY_WHICH.sub(r"用\1", text)
    text = _OF_LEVEL.sub(r"\1级的", text)
    text = _NEWLY_OUT.sub(r"\1", text)
    text = _AGE.sub(lambda found: f"{parse_number(found[1])}", text)
    text = re.sub("双A级?", "AA级", text)
    text = _SPOKEN_A.sub(lambda found: "A" * int(parse_number(found[1]) or 1) + "级", text)
    return _APART.sub(lambda found: _together(found, lexicon), text)


@functools.lru_cache(maxsize=4)
def _dialect(lexicon: Lexicon) -> tuple[re.Pattern[str], dict[str, str]]:
    """What finds the words of the dialect, the longest first, and what each means."""
    words = {word: str(meant) for word, meant in lexicon.raw("dialect").items()}
    return re.compile("|".join(sorted(map(re.escape, words), key=len, reverse=True))), words


def _together(found: re.Match[str], lexicon: Lexicon) -> str:
    """贯了标 is 贯标; 给了他 stays as it is."""
    word = found[1] + found[3]
    doing = any(word in (verb, *others) for verb, others in lexicon.verbs.items())
    term = any(word in terms for terms in lexicon.terms.values())
    if found[2] == "的":
        return word if doing or word == "落款" else found[0]
    return word if doing or term else found[0]


def qualified(text: str, library: Library, today: date) -> Qualifiers:
    """The qualifiers; the letters' own district is a place however it is called; a 新 that is in no
    word is what a slip left of 新增 (新曾多少件).
    """
    found = qualify(text, today, library.lexicon)
    words = [word for word, _, _ in library.cutter.cut(text)]
    home = {library.areas[word] for word in words if word in library.areas}
    found = replace(found, places=found.places | home)
    alone = "新" in words
    if alone and not found.measure & {"新增", "目标", "增量"}:
        return replace(found, measure=found.measure | {"新增"})
    return found


def _counted(text: str) -> str:
    """5大产业 as letters write it: 五大产业."""
    return re.sub(
        r"(?<![0-9.])([2-9])大(?=[\u4e00-\u9fff])", lambda m: to_chinese(int(m[1])) + "大", text
    )


def _mask(text: str, library: Library) -> tuple[tuple[Ask, ...], str]:
    """Mask question words, but none inside a name of the documents (停车管理办法)."""
    held = {m.start(): m.group() for m in _names_in(text, library)}
    covered = text
    for start, name in held.items():
        covered = covered[:start] + "\x01" * len(name) + covered[start + len(name) :]
    asks, masked = mask(covered)
    for start, name in held.items():
        masked = masked[:start] + name + masked[start + len(name) :]
    return asks, masked.replace(MASK, " ")


def _names_in(text: str, library: Library) -> list[re.Match[str]]:
    """Names known from the documents that stand in the text and hold a question word."""
    found = []
    for word, start, end in library.cutter.cut(text):
        if (
            len(word) > 2
            and word in library.names.known
            and any(c in "什么哪几多少怎如何办法措施吧数最" for c in word)
        ):
            found.append(re.compile(re.escape(word)).match(text, start, end))
    return [match for match in found if match]


def _has_subject(words: list[Word], library: Library) -> bool:
    """Does the question name a thing of its own, not only a doing or a status (谁通过了)?"""
    return any(
        word.name
        and not word.soft
        and not any(
            one.kind in ("status", "level") for one in library.lexicon.qualifiers_of(word.text)
        )
        for word in words
    )


def _is_negated(text: str) -> bool:
    return (
        _NEGATED.search(
            re.sub(
                r"([\u4e00-\u9fff])不\1|属不属于|没有?[^，。]{1,8}[之以]前|不是(?=.*[吗嘛么]$)|有没有|是不是|没有?$|了没$|没错",
                "",
                text,
            )
        )
        is not None
    )


def with_changes(question: Question, changes: tuple[tuple[str, str], ...]) -> Question:
    """The question with those slips of its message that are its own."""
    mine = tuple(change for change in changes if change[1] in question.text)
    return replace(question, changes=(*mine, *question.changes)) if mine else question


def leaning_on(question: Question, earlier: Question, lexicon: Lexicon) -> Question:
    """A follow-up with what it leans on: the words of the turn before as soft words.

    Words of its own stay required; qualifiers it does not name are taken over.
    """
    known = {form for word in question.words for form in word.forms}
    # 国家级的是哪几家, 市级呢: of what was asked before, and of nothing else
    bare = question.only_level and earlier.ask in (Ask.LIST, Ask.WHO)
    taken = tuple(
        Word(
            word.text, word.forms, soft=not bare or not word.whole, name=word.name, whole=word.whole
        )
        for word in earlier.words
        if word.text not in known and not _replaced(word, question, lexicon)
    )
    return replace(
        question,
        asks=question.asks or _taken_asks(question, earlier),
        words=(*question.words, *taken),
        unit=question.unit or ("" if question.asks else earlier.unit),
        letters=question.letters if question.letters is not None else earlier.letters,
        qualifiers=_merged(question, earlier),
    )


def _taken_asks(question: Question, earlier: Question) -> tuple[Ask, ...]:
    """今年新增的呢 after 这是什么时候的数, or after a share, is again a question for the figure."""
    other = Ask.SHARE in earlier.asks or {Ask.WHEN, Ask.FIGURE} <= set(earlier.asks)
    return (Ask.FIGURE,) if question.qualifiers.measure and other else earlier.asks


def _replaced(word: Word, question: Question, lexicon: Lexicon) -> bool:
    """在制定的呢 takes the place of 已发布, 市级的呢 that of 国家级."""
    kinds = {one.kind for one in lexicon.qualifiers_of(word.text)}
    has = question.qualifiers
    if has.measure and _OF_MEASURE.match(word.text):
        return True
    return bool("status" in kinds and has.status or "level" in kinds and has.level)


def _merged(question: Question, earlier: Question) -> Qualifiers:
    mine, theirs = question.qualifiers, earlier.qualifiers
    if "存量" in mine.measure and theirs.relative:
        return replace(mine, places=mine.places or theirs.places)  # 去年新增几家，现在一共多少
    kept = not (question.asks or mine.measure or mine.status or _WHOLE.search(question.text))
    return replace(
        mine,
        measure=theirs.measure if kept else mine.measure,  # 去年新增几个，今年呢
        years=mine.years or theirs.years,
        relative=mine.relative or theirs.relative,
        places=mine.places or theirs.places,
    )
