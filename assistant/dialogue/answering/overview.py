"""帮我总结一下这封信: what the letter is about, its sections, its commitments, whom to call.

Nothing is written anew: subject, headings and promises are those of the letter, each with its
proof.
"""

import re

from assistant.dialogue.answer import Answer, Proof
from assistant.dialogue.answering.commitments import answer_commitments
from assistant.dialogue.answering.headings import bare_heading
from assistant.dialogue.answering.inquiry import Inquiry
from assistant.dialogue.matching.zones import folded_text
from knowledge import Evidence, LetterField, LetterHead, Sentence

_WHOLE = re.compile(
    r"总结|概括|概述|概要|摘要|大意|梗概|要点|亮点|(?:主要|大概|大致|都|到底)?(?:讲|说|写|谈|答复)了?(?:些)?(?:什么|啥|哪些)|主要内容|(?:哪些|什么|啥)内容|(?:说说|讲讲|介绍一?下?)$"
)
_OUTLINE = re.compile(
    r"(?:分|有|共|包括|写了|由)[成为了]?(?:几|哪几|哪[二三四五六]|多少)(?:个|大)*(?:部分|板块|方面|块|章节?|大点)|(?:几|哪几)(?:个|大)*(?:部分|板块|大块)|结构|提纲|框架|目录|小标题"
)
_OF_LETTER = re.compile(r"全文|整篇|通篇|整份|全函|正文|答复|函|信|文件|材料")
SECTIONS = 8  # headings shown


def answer_overview(inquiry: Inquiry) -> Answer | None:
    """The letter as a whole, when nothing of it in particular is asked about."""
    if inquiry.question.required or inquiry.focus or not _WHOLE.search(inquiry.question.text):
        return None
    for head in inquiry.heads()[:1]:
        rows = _rows(inquiry, head)
        if rows:
            promises = answer_commitments(inquiry)
            proofs = [Proof(row) for row in rows] + list(promises.proofs if promises else ())
            subject = folded_text(head.letter.subject or head.letter.title or "")
            return Answer(
                kind="answer",
                headline=f"答复的是《{subject.strip('《》')}》"[:60],
                body="\n".join(_lines(inquiry, head, promises)),
                proofs=tuple(proofs[:4]),
                focus=tuple(rows),
                quoted=False,
            )
    return None


def answer_outline(inquiry: Inquiry) -> Answer | None:
    """全文分几个部分: the headings of the first level, in their order."""
    text = inquiry.question.text
    told = [w for w in inquiry.question.required if not _OF_LETTER.search(w.text)]
    if told or not _OUTLINE.search(text) or not _OF_LETTER.search(text):
        return None
    for head in inquiry.heads()[:1]:
        found: dict[str, Evidence] = {}
        for row in _sentences(inquiry, head):
            found.setdefault(bare_heading(row.headings[0]), row)
        if len(found) > 1:
            return Answer(
                kind="list",
                headline=f"{len(found)}个部分：{'；'.join(found)}"[:60],
                body=f"{len(found)}个部分：{'；'.join(found)}",
                proofs=tuple(Proof(row) for row in found.values()),
                focus=tuple(found.values()),
                names=tuple(found),
                quoted=False,
            )
    return None


def _rows(inquiry: Inquiry, head: LetterHead) -> list[Evidence]:
    """Where the letter says what it answers."""
    found = {
        found.evidence.fact.name: found.evidence
        for found in inquiry.candidates.of(LetterField)
        if isinstance(found.evidence.fact, LetterField) and found.evidence.letter.id == head.id
    }
    return [found[name] for name in ("subject", "title") if name in found][:1]


def _sections(inquiry: Inquiry, head: LetterHead) -> list[str]:
    """The headings just above the sentences, in the order of the letter."""
    rows = _sentences(inquiry, head)
    return list(dict.fromkeys(bare_heading(row.headings[-1]) for row in rows))


def _sentences(inquiry: Inquiry, head: LetterHead) -> list[Evidence]:
    """The sentences under headings, in the order of the letter."""
    rows = [
        found.evidence
        for found in inquiry.candidates.of(Sentence)
        if found.evidence.letter.id == head.id and found.evidence.headings
    ]
    rows.sort(key=lambda row: row.fact.place.quote.start if isinstance(row.fact, Sentence) else 0)
    return rows


def _lines(inquiry: Inquiry, head: LetterHead, promises: Answer | None) -> list[str]:
    letter, sections = head.letter, _sections(inquiry, head)
    subject = folded_text(letter.subject or letter.title or "").strip("《》")
    day = letter.date
    written = f"{day.year}年{day.month}月{day.day}日" if day else ""
    by = "，".join(part for part in (folded_text(letter.agency or ""), written) if part)
    lines = [f"答复的是《{subject}》（{by}）。" if by else f"答复的是《{subject}》。"]
    if sections:
        lines.append("函中讲了：" + "；".join(sections[:SECTIONS]) + "。")
    if promises and promises.names:
        lines.append("承诺：" + "；".join(promises.names) + "。")
    return lines
