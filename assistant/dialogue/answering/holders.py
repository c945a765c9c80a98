"""Who holds a title, and which titles somebody holds: lists made of single honours."""

import re

from assistant.dialogue.answer import Answer, Proof
from assistant.dialogue.answering.arithmetic_words import asks_not_all
from assistant.dialogue.answering.inquiry import Inquiry
from assistant.dialogue.answering.kinds import asks_doer, called_so, names_kind
from assistant.dialogue.matching import Fit
from assistant.dialogue.matching.standings import status_class
from assistant.dialogue.matching.zones import folded_text
from assistant.dialogue.question import Ask, Support
from knowledge import Recognition, parse_number

OTHERS = re.compile(r"除了?|之外|以外|其他|其它|另外|还有")
_MORE_TITLES = re.compile(
    "还有?(?:得|获|拿)?(?:了|过|到)?(?:什么|啥|哪些|哪几[个项]|别的|其[他它]的?)*(?:荣誉|称号|头衔|奖|资质|名头|身份)"
)
OTHER_NUMBER = 2.0  # what names fewer or more than 哪三个 counts for less
_PARTS = ("项目", "工程", "产品", "技术")  # things of the one whose name they begin with
HEADLINE = 60  # characters
GOT = re.compile(
    r"(?:拿|得|获|评|摘|夺|捧|抱|领|赢)(?:得|到|下|走|回|上|奖)*(?:了|过|到|下|走|回)|获得|荣获|得奖|获奖|得主|归(?:了)?谁|花落|到手"
)
# who holds it now is neither a target nor an increase
_NO_HOLDERS = frozenset({"新增", "目标", "增量", "增长率", "占比", "预计"})
_PRIZE = re.compile(r"[获得拿]了?奖|什么奖|啥奖|哪[个项些]?奖|奖项")
_WHICH = re.compile(r"哪([0-9]{1,2}|[二两三四五六七八九十]{1,2})(?=[大个家件项条种名位类所款])")
_SUMMED = re.compile(
    "(?<![增参添追附更])加(?![快强大了装工固密])|合计|总和|之和|合起来|[和与及、].{1,14}共"
)
_HOLDERS_UNITS = ("", "家", "个", "人", "名", "位")


def headline_of(names: list[str]) -> str:
    """All names when they fit a headline, else the first and how many."""
    joined = "、".join(names)
    if len(joined) <= HEADLINE:
        return joined
    kept: list[str] = []
    for name in names:
        if len("、".join([*kept, name])) > HEADLINE - 8:
            break
        kept.append(name)
    return f"{'、'.join(kept)}等{len(names)}项" if kept else joined[:HEADLINE]


def count_holders(inquiry: Inquiry) -> Answer | None:
    """几家通过了评审: the holders of the title asked for, counted."""
    other = _NO_HOLDERS & inquiry.question.qualifiers.measure
    summed = _SUMMED.search(inquiry.question.text)  # of several things: not those of one
    if asks_not_all(inquiry.question.text):
        return None
    counted = inquiry.question.unit in _HOLDERS_UNITS and not other and not summed
    held = _held(inquiry) if counted else None
    if held is None or held[2]:
        return None
    group = _of_kind(inquiry, held[0]) or held[1]
    names = list(dict.fromkeys(_side(f, True) for f in group))
    said = f"{len(names)}{inquiry.question.unit or '家'}"
    return Answer(
        kind="computed",
        headline=said,
        body=f"{said}（按函中点名计）：{'、'.join(names)}",
        proofs=tuple(Proof(f.evidence) for f in group),
        focus=tuple(f.evidence for f in group),
        names=tuple(names),
    )


def _of_kind(inquiry: Inquiry, best: Fit) -> list[Fit]:
    """正在创建的景区: titles that end in what is counted, be they 3A景区 and 4A景区."""
    nouns = tuple(form for w in inquiry.question.required if w.name for form in w.forms)
    if not nouns or not _side(best, False).endswith(nouns):
        return []
    status = getattr(best.evidence.fact, "status", None)
    return [
        f
        for f in inquiry.candidates.holding(Recognition)
        if _side(f, False).endswith(nouns) and getattr(f.evidence.fact, "status", None) == status
    ]


def _held(inquiry: Inquiry) -> tuple[Fit, list[Fit], bool] | None:
    """(the best row, its group, whether it is all titles of one holder) of the title or holder
    asked.
    """
    if inquiry.question.negated and Ask.YESNO not in inquiry.question.asks:
        return None  # who did not get it is not who did
    rows = [f for f in inquiry.candidates.holding(Recognition) if inquiry.touches(f)]
    nouns = [w for w in inquiry.question.required if w.name]
    if not rows or inquiry.question.required and not nouns and not inquiry.focus:
        return None
    # 哪家获奖 asks for prizes, not for any title
    prizes = (
        [f for f in rows if "奖" in _side(f, False)] if _PRIZE.search(inquiry.question.text) else []
    )
    rows = prizes or [f for f in rows if _is_much_of(inquiry, f)]
    rows = [f for f in rows if not _is_left_out(inquiry, f)]
    if not rows:
        return None
    best = max(
        _got(inquiry, rows),
        key=lambda f: f.score + inquiry.near_focus(f) + _is_itself(inquiry, f),
    )
    fact = best.evidence.fact
    assert isinstance(fact, Recognition)
    by_holder = _weight(inquiry, fact.holder) > _weight(inquiry, fact.title)
    return best, [f for f in rows if _same_side(f, fact, by_holder)], by_holder


def _got(inquiry: Inquiry, rows: list[Fit]) -> list[Fit]:
    """质量奖谁得了: what is held, where the letter tells of one sought and another held."""
    if not GOT.search(inquiry.question.text) or status_class(inquiry.question.text) == "申报":
        return rows
    held = [f for f in rows if status_class(getattr(f.evidence.fact, "status", "")) == "已获"]
    return held or rows


def list_holders(inquiry: Inquiry) -> list[tuple[float, Answer]]:
    """Holders of a title that was asked, or titles of a holder that was asked."""
    held = _held(inquiry)
    if held is None or not _is_number_asked(inquiry, len(held[1])):
        return []
    best, group, by_holder = held
    if by_holder and asks_doer(inquiry.question.text):
        return []  # 谁做的, 是什么企业: not which titles it has
    if by_holder and not any(names_kind(inquiry, _side(f, False)) for f in group):
        return []  # 做什么产品的 asks for no title
    if not called_so(inquiry, "".join(_side(f, True) + _side(f, False) for f in group)):
        return []
    told = [_title(f, _side(best, True)) if by_holder else _side(f, True) for f in group]
    names = list(dict.fromkeys(told))
    says = "；".join(dict.fromkeys(recognition_sentence(f) for f in group))
    wanted = numbers_asked(inquiry.question.text)
    other = bool(wanted) and len(names) not in wanted and not by_holder
    unheld = not by_holder and _only_sought(inquiry, group)
    answer = Answer(
        kind="list" if len(names) > 1 and not unheld else "answer",
        headline=_not_held(best, names) if unheld else headline_of(names),
        body=f"函中写的是{len(names)}个：{says}" if other else says,
        proofs=tuple(Proof(f.evidence) for f in group),
        focus=tuple(f.evidence for f in group),
        names=tuple(names),
    )
    worth = best.score + inquiry.near_focus(best) + 0.2
    return [(worth - OTHER_NUMBER if other else worth, answer)]


def _only_sought(inquiry: Inquiry, group: list[Fit]) -> bool:
    """谁拿了市长质量奖: asked who holds it, and the letter names only who is after it."""
    asked = inquiry.question
    held = bool(GOT.search(asked.text)) and status_class(asked.text) != "申报"
    standings = {status_class(getattr(f.evidence.fact, "status", "")) for f in group}
    return held and standings == {"申报"}


def _not_held(best: Fit, names: list[str]) -> str:
    standing = _standing(best).strip("（）")
    return f"函中没有写谁已获得，{headline_of(names)}还在{standing.removesuffix('中')}"[:HEADLINE]


def numbers_asked(text: str) -> set[int]:
    """哪三个 asks for three names."""
    return {int(parse_number(found) or 0) for found in _WHICH.findall(text)}


def _is_number_asked(inquiry: Inquiry, count: int) -> bool:
    """32个的名单 is not answered by five names."""
    asked = {n.value for n in inquiry.question.numbers}
    return not asked or count in asked


def _is_much_of(inquiry: Inquiry, found: Fit) -> bool:
    """专利 alone asks for no holder of a PCT国际专利申请."""
    fact = found.evidence.fact
    if not isinstance(fact, Recognition) or not any(w.name for w in inquiry.question.required):
        return True
    names = [folded_text(fact.holder), folded_text(fact.title)]
    if any(names[0].startswith(w.text) and len(w.text) > 2 for w in inquiry.question.required):
        return True  # 艾诺斯 for 艾诺斯（重庆）华达电源系统有限公司
    if any(w.whole and w.text.endswith("奖") for w in found.bears(Support.CORE)):
        return True  # 质量奖 for 重庆市市长质量奖
    return any(_weight(inquiry, name) * 5 >= len(name) * 2 for name in names if name)


def _is_left_out(inquiry: Inquiry, found: Fit) -> bool:
    """天下大足以外还有哪些: what is named is not what is asked; 某某还有啥荣誉 asks for its titles."""
    text = inquiry.question.text
    if _MORE_TITLES.search(text):
        return False
    return bool(OTHERS.search(text)) and _side(found, True) in text


def _names(form: str, text: str) -> bool:
    """Does a word name this holder or title, be it without its last character (区长质量奖)?"""
    return form in text or text in form or len(form) > 3 and form[:-1] in text


def _weight(inquiry: Inquiry, name: str) -> int:
    """How many characters of the question's words a name bears."""
    text = folded_text(name)
    return sum(
        max((len(form) for form in w.forms if _names(form, text)), default=0)
        for w in inquiry.question.words
        if not w.soft
    )


def _same_side(found: Fit, fact: Recognition, by_holder: bool) -> bool:
    mine = found.evidence.fact
    if not isinstance(mine, Recognition):
        return False
    if by_holder:
        return mine.holder == fact.holder or bool(_own_part(mine.holder, fact.holder))
    return mine.title == fact.title and mine.status == fact.status


def _is_itself(inquiry: Inquiry, found: Fit) -> float:
    """某刀 itself comes before 某刀风险预警项目."""
    holder = _side(found, True)
    return 0.5 * any(holder in word.forms for word in inquiry.question.words)


def _own_part(name: str, holder: str) -> str:
    """商标风险预警项目 of 某刀商标风险预警项目, which is 某刀's; "" for another thing of a longer name."""
    rest = folded_text(name).removeprefix(folded_text(holder))
    return rest if rest != folded_text(name) and rest.endswith(_PARTS) else ""


def _title(found: Fit, holder: str) -> str:
    """A title as one of this holder's, with what has to be said of one not held yet."""
    return _own_part(_side(found, True), holder) + _side(found, False) + _standing(found)


def _standing(found: Fit) -> str:
    """What has to be said of a title that is not held yet."""
    status = getattr(found.evidence.fact, "status", "")
    return "" if status in ("已获", "已完成", "通过", "") else f"（{status}）"


def _side(found: Fit, holder: bool) -> str:
    fact = found.evidence.fact
    assert isinstance(fact, Recognition)
    return folded_text(fact.holder if holder else fact.title)


def recognition_sentence(found: Fit) -> str:
    """Who, in which standing, what: 龙水五金市场（已获）重庆市知识产权保护规范化市场."""
    fact = found.evidence.fact
    assert isinstance(fact, Recognition)
    return folded_text(f"{fact.holder}：{fact.title}（{fact.status}）")
