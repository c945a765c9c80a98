"""Summary: what was understood of a document, in a few lines for the person who ingests it."""

from knowledge import Arrival, Commitment, Findings, LetterHead, ReplyLetter


def summary(arrival: Arrival) -> str:
    """A letter in a few lines: head, contact, commitments with dates, counts, warnings."""
    lines = [f"■ {_title(arrival)}", *_understood(arrival.findings)]
    if arrival.reviewed:
        lines.append("  （按人工核对单）")
    if arrival.known:
        lines.append("  （已经收过，没有变化）")
    if arrival.replaced_by:
        lines.append(f"  （已有更新的版本 {arrival.replaced_by}；本件可按编号查阅，不用来回答）")
    if arrival.replaces:
        lines.append(f"  （替代 {arrival.replaces}；旧件仍可按编号查阅，不再用来回答）")
    return "\n".join(lines)


def outcome_of(arrival: Arrival) -> str:
    """What became of a document, in a word or two."""
    if arrival.known:
        return "没有变化"
    if arrival.letter_id is None:
        return "看过未收"
    if arrival.reviewed:
        return "按核对单收到"
    return "替代旧件" if arrival.replaces else "收到"


def describe(head: LetterHead, found: Findings) -> list[str]:
    """The same of a letter that is stored."""
    return [f"■ {head.letter.title or head.name}（{head.code}，{head.name}）", *_understood(found)]


def _title(arrival: Arrival) -> str:
    return arrival.findings.letter.title or arrival.document.name


def _understood(found: Findings) -> list[str]:
    return [
        *_head(found.letter),
        f"  指标 {len(found.indicators)}  名单 {len(found.listings)}  认定 "
        f"{len(found.recognitions)}  举措 {len(found.actions)}  承诺 {len(found.commitments)}",
        *(_promise(commitment) for commitment in found.commitments),
        *(f"  ⚠ {warning}" for warning in found.warnings),
    ]


def _head(letter: ReplyLetter) -> list[str]:
    """Who answered whom, and whom to call; a table has no such head."""
    if not (letter.number or letter.agency or letter.addressees or letter.title):
        return ["  表格（没有函头）"]
    contact = letter.contact
    number = f"{letter.number}号" if letter.number else "（无编号）"
    return [
        f"  {letter.kind} {number}  {letter.agency or '（单位不明）'}  "
        f"{letter.date or '（日期不明）'}  致 {'、'.join(letter.addressees) or '（不明）'}",
        f"  联系人 {'、'.join(contact.names) or '—'}  {'、'.join(contact.phones) or '—'}",
    ]


def _promise(one: Commitment) -> str:
    deadline = one.deadline
    day = deadline.latest if deadline and deadline.latest else "无明确时限"
    words = deadline.words if deadline else "—"
    return f"  · {one.text}｜{words}（{day}）｜{one.unit_words or '—'}｜{one.strength}"
