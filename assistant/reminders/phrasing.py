"""The words of reminders and of the ledger: an entry, its date, its progress, its proof. Pure."""

from datetime import date
from decimal import Decimal

from assistant.reminders.ledger import Entry
from assistant.reminders.states import Progress
from knowledge import Citation, Indicator

EXACT = {"month-part": "旬", "month": "月", "quarter": "季度", "half": "半年", "year": "年"}
LONG = 60  # characters of a commitment in a list; its own page shows all


def title(entry: Entry) -> str:
    """The promise in one line: "2. 2022年全区有效注册商标达到14500件"."""
    text = "".join(entry.commitment.text.split()).rstrip("。；;")
    return f"{entry.number}. {text if len(text) <= LONG else text[: LONG - 1] + '…'}"


def when(entry: Entry) -> str:
    """By when, in the letter's words and as a date: "2022年12月底（2022-12-31）"."""
    deadline, standing = entry.commitment.deadline, entry.standing
    words = deadline.words if deadline else ""
    if standing.deadline is None:
        return words or "未写明时限"
    day = standing.deadline.isoformat()
    if standing.moved_from:
        return f"{_dated(words, standing.moved_from.isoformat())}，顺延至 {day}"
    return _dated(words, day)


def interval(entry: Entry) -> str:
    """The days that the deadline's words leave open, and how exact they are; empty for one day."""
    deadline = entry.commitment.deadline
    if deadline is None:
        return ""
    said = f"条件：{deadline.condition}" if deadline.condition else ""
    first, last, exact = deadline.earliest, deadline.latest, EXACT.get(deadline.precision)
    if first and last and exact and first != last:
        said += f"{'；' if said else ''}期间：{first} 至 {last}（精确到{exact}）"
    return said


def unit(entry: Entry) -> str:
    """The responsible departments as printed."""
    return entry.commitment.unit_words or "、".join(entry.commitment.units) or "未写明责任单位"


def progress(entry: Entry) -> str:
    """The unit's newest figure against the target; empty where none was reported."""
    reported = entry.progress
    if reported is None:
        return ""
    target = entry.commitment.target
    words = f"{_figure(reported)}（{reported.as_of}，责任单位填报，非函中数据）"
    if not target:
        return words
    left = target - reported.value
    share = f"{reported.value / target * 100:.1f}%"
    gap = f"还差 {plain(left)}{reported.unit}" if left > 0 else "已达到目标"
    return f"{words}；目标 {plain(target)}{reported.unit}，完成 {share}，{gap}（推算）"


def stated(entry: Entry, figure: Indicator) -> str:
    """The letter's own figure against its target."""
    target = entry.commitment.target or figure.value
    left = target - figure.value
    gap = f"还差 {plain(left)}{figure.unit}" if left > 0 else "已达到目标"
    dated = f"（{figure.time}）" if figure.time else ""
    return (
        f"函中：{plain(figure.value)}{figure.unit}{dated}；目标 {plain(target)}{figure.unit}，"
        f"完成 {figure.value / target * 100:.1f}%，{gap}（推算）"
    )


def proven(citation: Citation) -> str:
    """The sentence that says so, with its code."""
    return f"{quoted(citation)}〔{citation.code}〕"


def line(entry: Entry, under_unit: bool = False) -> str:
    """One entry in a list; under a heading that names the unit it is not said again."""
    words = [entry.standing.label, when(entry), "" if under_unit else unit(entry)]
    said = f"{title(entry)}\n   {'；'.join(filter(None, words))}"
    noted = entry.commitment.progress
    reported = progress(entry) or (f"{noted}（原表所载）" if noted else "")
    return f"{said}\n   进展：{reported}" if reported else said


def proof(citation: Citation) -> str:
    """Where it is printed: "出处：〔59-附-2〕…答复函 附件"."""
    return f"出处：〔{citation.code}〕{citation.letter} {citation.section}"


def quoted(citation: Citation) -> str:
    """The quote on one line; the cells of a table row stand apart by blanks."""
    return f"“{' '.join(citation.quote.split())}”"


def plain(value: Decimal) -> str:
    """14500.0 -> 14500; 3.85 stays."""
    return format(value.normalize() if value != value.to_integral() else value.to_integral(), "f")


def day_words(day: date) -> str:
    """2026-01-05 -> 2026年1月5日."""
    return f"{day.year}年{day.month}月{day.day}日"


def _figure(reported: Progress) -> str:
    return f"{plain(reported.value)}{reported.unit}"


def _dated(words: str, day: str) -> str:
    return f"{words}（{day}）" if words and words != day else day
