"""谢某是谁: every part a person has in the letter; 人大还是政协: whose suggestion it is.

有意见怎么反馈: where the letter says opinions go.
"""

import re
from dataclasses import replace

from assistant.dialogue.answer import Answer, Proof
from assistant.dialogue.answering.explaining import say_sentences
from assistant.dialogue.answering.inquiry import Inquiry
from assistant.dialogue.matching.zones import folded_text, zones_of
from knowledge import Evidence, LetterField, LetterHead, Sentence

_PERSON = re.compile(
    r"(?:是|系)(?:谁|哪位(?!领导)|哪个(?!科|处|股|代表团|团|小?组|[村镇乡区]|企业|公司|学校)|什么人|啥人|何人|什么身份|干(?:什么|嘛|啥)的|做(?:什么|啥)的|什么(?:职务|职位|角色|官)|啥(?:职务|职位|官))|(?:什么|啥|何)(?:职务|职位|身份)|的?(?:职务|身份)(?:是(?:什么|啥))?$"
)
_SIGNING = re.compile(r"(?:审签|签发|签字|签批|签署|把关)的?(?:领导|人|同志|负责人)")
_OFFICE = re.compile(r"职务|职位|官$")  # only who signs is printed with an office
_OPINION = re.compile(
    r"不满意|不满|意见|异议|不认可|不同意|不服|反馈|回执|建议怎么提|投诉你们|说法不对"
)
_WAY = re.compile(
    r"怎么|咋|如何|怎样|哪(?:里|儿|个渠道)|往哪|[向跟和找给]谁|[跟找](?:哪个|哪位)|什么(?:办法|方式|渠道|途径)|途径|渠道|办$"
)
_RETURN = re.compile(r"回执|征询意见|意见(?:反馈)?表|反馈|满意度|评价表")


_ROLE = (
    "(?:人大代表|政协委员|代表|委员|副?[局处科股院校所站区县市镇]长|主任|书记|联系人|审签人|经办人)"
)
_EITHER = re.compile(f"(?:是|算)(?P<one>{_ROLE})，?还是(?P<other>{_ROLE})")


def asks_person(text: str) -> bool:
    """Is it asked who somebody is?"""
    return _PERSON.search(text) is not None


def answer_person(inquiry: Inquiry) -> Answer | None:
    """Every part of the named person: deputy, signer with his office, contact."""
    for head in inquiry.heads():
        parts = _parts(inquiry, head)
        if parts:
            name = parts[0][0]
            said = "；".join(dict.fromkeys(words for _, words, _ in parts))
            rows = list({row.quote: row for _, _, row in parts}.values())
            return Answer(
                kind="answer",
                headline=said[:60],
                body=f"{name}：{said}",
                proofs=tuple(Proof(row) for row in rows),
                focus=tuple(rows),
            )
    return None


def answer_person_either(inquiry: Inquiry) -> Answer | None:
    """谢某是代表还是局长: both, where the letter has both of them."""
    asked = _EITHER.search(inquiry.question.text)
    told = answer_person(inquiry) if asked else None
    if asked is None or told is None:
        return None
    parts = [name for name in (asked["one"], asked["other"]) if name in told.body]
    return replace(told, headline="是" + "，也是".join(parts)) if parts else None


def _parts(inquiry: Inquiry, head: LetterHead) -> list[tuple[str, str, Evidence]]:
    """(name, part, where it stands) for each part of the one person the question names."""
    letter = head.letter
    office = re.escape(letter.signer or "")
    titles = {
        "addressee": f"提出建议的{letter.role or '人'}",
        "contact": "本函联系人",
        "signer": "",
    }
    text = inquiry.question.text
    found = []
    for fit in inquiry.candidates.of(LetterField):
        row, fact = fit.evidence, fit.evidence.fact
        if not isinstance(fact, LetterField) or row.letter.id != head.id:
            continue
        name = folded_text(fact.value)
        meant = (
            name in text or fact.name == "signer" and _SIGNING.search(text) and _OFFICE.search(text)
        )
        if fact.name in titles and 1 < len(name) < 5 and meant:
            part = titles[fact.name] or _signing(office, zones_of(row).quote)
            found.append((name, part, row))
    signs = any("审签" in part for _, part, _ in found)
    return found if signs or not _OFFICE.search(inquiry.question.text) else []


def _signing(name: str, quote: str) -> str:
    """局长，审签本函 of 已经谢某局长审签."""
    office = re.search(rf"{name}(?:同志)?(副?[局处科主区县市院校][长任])", quote) if name else None
    return f"{office[1]}，审签本函" if office else "审签本函的人"


def asks_feedback(text: str) -> bool:
    """不满意怎么办, 有意见往哪儿反映."""
    return _OPINION.search(text) is not None and _WAY.search(text) is not None


def answer_feedback(inquiry: Inquiry) -> Answer | None:
    """The sentence that says how to tell the office one's opinion."""
    rows = [
        found
        for found in inquiry.candidates.of(Sentence)
        if _RETURN.search(zones_of(found.evidence).quote)
        and "意见" in zones_of(found.evidence).quote
    ]
    rows.sort(key=lambda found: "回执" not in zones_of(found.evidence).quote)
    return say_sentences(inquiry, rows[:1]) if rows else None


_WHOSE = re.compile(
    r"人大(?:代表)?的?[^，。]{0,4}(?:还是|或者?)[^，。]{0,4}政协|政协(?:委员)?的?[^，。]{0,4}(?:还是|或者?)[^，。]{0,4}人大|(?:建议|提案)还是(?:建议|提案)"
)


def asks_whose(text: str) -> bool:
    """Is it asked whether deputies or advisers made the suggestion?"""
    return _WHOSE.search(text) is not None


def answer_whose(inquiry: Inquiry) -> Answer | None:
    """人大建议 or 政协提案, by the title of the letter."""
    for head in inquiry.heads():
        kind = head.letter.kind
        rows = [
            found.evidence
            for found in inquiry.candidates.of(LetterField)
            if found.evidence.letter.id == head.id
            and getattr(found.evidence.fact, "name", "") in ("session", "title", "number")
        ]
        if rows and kind in ("人大建议", "政协提案"):
            return Answer("answer", f"是{kind}", proofs=(Proof(rows[0]),), focus=(rows[0],))
    return None


_JOINTLY = re.compile(
    r"联名|联署|附议|(?:联合|共同|一起|一块儿?)(?:提出?|署名|签名)|(?:其他|其它|别的|另外的?|还有(?:哪些|哪位|谁|没有|别的|其他)?)(?:人大)?(?:代表|委员)"
)


_MORE = re.compile(r"等[0-9一二三四五六七八九十]{1,3}[名位]")


def asks_jointly(text: str) -> bool:
    """Is it asked who else made the suggestion?"""
    return _JOINTLY.search(text) is not None


def answer_jointly(inquiry: Inquiry) -> Answer | None:
    """有没有联名的代表: all who made the suggestion; of one alone, that the letter names no other."""
    for head in inquiry.heads():
        rows = [
            found.evidence
            for found in inquiry.candidates.of(LetterField)
            if found.evidence.letter.id == head.id
            and getattr(found.evidence.fact, "name", "") == "addressee"
        ]
        names = [folded_text(name) for name in head.letter.addressees]
        if not rows or not names:
            continue
        proofs, role = tuple(Proof(row) for row in rows), head.letter.role or ""
        more = _MORE.search(folded_text(rows[0].quote))
        if len(names) > 1 or more:
            said = "、".join(names) + (more.group() if more else "")
            return Answer("list", said[:60], said, proofs, focus=tuple(rows), names=tuple(names))
        said = f"函中没有写其他联名人，只有{names[0]}{role}一人"
        return Answer("unknown", said, proofs=proofs, focus=tuple(rows))
    return None
