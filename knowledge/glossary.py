"""The nouns of what is known: letters, the places in them, and the facts they state.

Every fact keeps the span it was read from, so that it can be shown in the document. All offsets
count characters in the document's stored text (`Document.text`). Nothing here does any work.
"""

from dataclasses import dataclass
from datetime import date as Date
from decimal import Decimal


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """位置: half-open range of characters [start, end) in a document's stored text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words at this place, verbatim."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """自然段: one line or paragraph of a document, as it stands."""

    span: Span


@dataclass(frozen=True, slots=True)
class Cell:
    """单元格: one cell of a table; a merged cell is repeated in every place it covers."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Table:
    """表格: a grid of cells, row by row; every row has the same number of cells."""

    rows: tuple[tuple[Cell, ...], ...]
    span: Span
    name: str = ""  # caption or sheet name


@dataclass(frozen=True, slots=True)
class Document:
    """文档: a file as read, before anything is understood.

    `text` is what is stored and cited. `blocks` cover it in reading order. `origin` names how it
    was read ("text", "docx", "pdf", "html", "xlsx", "csv", "ocr" …); `remarks` are sentences for
    the person who ingests it (tracked changes seen, pages without text …).
    """

    name: str
    text: str
    blocks: tuple[Paragraph | Table, ...]
    digest: str  # SHA-256 of the file's bytes, hexadecimal
    origin: str = "text"
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Heading:
    """标题: a heading of the outline; level 1 is 一、, level 2 （一）, level 3 1., level 4 （1）."""

    level: int
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Passage:
    """段落: a piece of the outline that can be cited and reopened by its code.

    `section` is its place in the words of the letter: "一（二）", "三", "抬头", "结尾", "落款",
    "附件", "附件2" (second row). `headings` are the headings above it, outermost first. `code`
    is number-section-ordinal, such as "59-1.2-3".
    """

    code: str
    section: str
    headings: tuple[str, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Place:
    """出处位置: where a fact stands.

    `own` are the words that state it (a clause), `quote` the whole sentence or table row that
    proves it, `figure` the figure itself where there is one; `code` and `section` are those of
    the passage around. `corrected` is True where a person changed what was read there (人工更正).
    """

    code: str
    section: str
    own: Span
    quote: Span
    figure: Span | None = None
    corrected: bool = False


@dataclass(frozen=True, slots=True)
class Citation:
    """出处: the proof of an answer; `quote` is verbatim the stored text [start, end)."""

    code: str
    letter: str  # title of the letter
    section: str
    quote: str
    start: int
    end: int
    letter_id: int = 0


@dataclass(frozen=True, slots=True)
class LetterField:
    """函件要素: a labelled value of the letter's head or foot with its place.

    `name` is one of title agency doc_no number session addressee subject date signer contact
    phone fax email address postcode category attachment published index_no copies co_handler
    assigned_on, or the printed label itself where it is none of them (政府督办领导).
    """

    name: str
    value: str
    place: Place


@dataclass(frozen=True, slots=True)
class Contact:
    """联系人: whom to call about the letter; what is not printed is empty or None."""

    names: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    email: str | None = None
    address: str | None = None
    postcode: str | None = None
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class ReplyLetter:
    """答复函: a bureau's answer to a deputy's suggestion or an adviser's proposal: its head and foot.

    `kind` is 人大建议, 政协提案 or 其他. Unknown is None. `fields` hold the places of all of it.
    """

    title: str | None = None
    kind: str = "其他"
    agency: str | None = None
    addressees: tuple[str, ...] = ()
    role: str | None = None  # 代表, 委员 …
    subject: str | None = None
    session: str | None = None
    number: str | None = None
    doc_no: str | None = None
    date: Date | None = None
    published: Date | None = None
    category_raw: str | None = None
    category: str | None = None
    signer: str | None = None
    contact: Contact = Contact()
    headings: tuple[Heading, ...] = ()
    fields: tuple[LetterField, ...] = ()


@dataclass(frozen=True, slots=True)
class Deadline:
    """时限: the words of a deadline and the days they mean, in Asia/Shanghai.

    "2022年12月底" -> earliest 2022-12-21, latest 2022-12-31, precision "month-part".
    `precision` is day, month-part, month, quarter, half, year, span (以N个工作日), recurring,
    conditional or vague; for the last three latest may be None. `recurring` keeps the rhythm (每季度),
    `condition` what it waits for (待资金到位).
    """

    words: str
    earliest: Date | None = None
    latest: Date | None = None
    precision: str = "vague"
    recurring: str | None = None
    condition: str | None = None


@dataclass(frozen=True, slots=True)
class Indicator:
    """指标: one figure the document states, with all that tells it from its neighbours.

    "新增马德里商标1件" -> name 马德里商标, value 1, unit 件, measure 新增.
    `value` counts in the printed `unit` (258.4, 万元). `bound` keeps 约, 余, 以上, 左右 ….
    `measure` is 存量 新增 增量 增长率 目标 累计 预计 占比 标准 (so much each) or 数量 where the
    words do not tell. `scope` is the area (全区), `level` 国家级, 市级, AA级 …; `status` 已发布,
    正在制定, 申报中 …; `subject` whose figure it is when the name does not say (天下大足);
    `total` the name of the figure it is part of. `as_of` is the last day it speaks of, `year` the
    year, `time` the words for it (截止2022年5月).
    """

    name: str
    value: Decimal
    unit: str
    place: Place
    measure: str = "数量"
    scope: str | None = None
    level: str | None = None
    status: str | None = None
    subject: str | None = None
    total: str | None = None
    bound: str | None = None
    time: str | None = None
    as_of: Date | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """名目: one name of a listing; `group` is the part it stands in (农委), where there is one."""

    name: str
    span: Span
    group: str | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """名单: names given together, and as what (四大证明商标: 大足石雕, 大足冬菜 …).

    `count` is the number the words state; `complete` is False after 等 or when fewer are named than
    stated. `status` keeps 正在推进, 加快培育 …; `year` the year of the words, if any.
    """

    name: str
    items: tuple[Item, ...]
    place: Place
    count: int | None = None
    complete: bool = True
    status: str | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Recognition:
    """认定: who holds or seeks which title. `status`: 已获, 通过, 入围, 申报中, 正在推进, 培育 …"""

    holder: str
    title: str
    status: str
    place: Place
    level: str | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Action:
    """举措: a sentence of work done, of work to come, or of a difficulty (`phase` 已做 下一步 问题)."""

    text: str
    phase: str
    place: Place
    units: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Commitment:
    """承诺事项: what is promised, by when, by which departments.

    `source` is "table" or "text"; `row` counts the rows of the table from 1. `units` are the
    responsible departments one by one, `unit_words` as printed. `target`/`target_unit` hold the
    figure promised. `strength` (成色): 三要素齐全, 缺时限, 缺责任单位, 缺数量, … or 仅表态. `key` names the commitment
    for good ("59-附-2"): the ledger and reminders refer to it.
    """

    text: str
    deadline: Deadline | None
    place: Place
    units: tuple[str, ...] = ()
    unit_words: str = ""
    source: str = "table"
    row: int | None = None
    target: Decimal | None = None
    target_unit: str | None = None
    strength: str = ""
    progress: str | None = None  # what a deadline table says of it
    key: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """句子: one sentence of the body, the smallest thing an answer may quote as it is."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Findings:
    """所得: everything understood of one document. `warnings` say what a person should check."""

    letter: ReplyLetter
    passages: tuple[Passage, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    listings: tuple[Listing, ...] = ()
    recognitions: tuple[Recognition, ...] = ()
    actions: tuple[Action, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    warnings: tuple[str, ...] = ()


Fact = Indicator | Listing | Recognition | Action | Commitment | LetterField | Contact | Sentence


@dataclass(frozen=True, slots=True)
class LetterHead:
    """函件卡片: a stored letter in short: what a question can name it by."""

    id: int
    name: str  # file it came from
    letter: ReplyLetter
    digest: str
    origin: str = "text"
    superseded_by: int | None = None
    code: str = ""  # head of its passage codes: "59"
    reviewed: bool = False  # a person has confirmed or corrected what was understood

    @property
    def unconfirmed(self) -> bool:
        """Whether its facts were recognised from a scan and are 待核对."""
        return self.origin == "ocr" and not self.reviewed


@dataclass(frozen=True, slots=True)
class Evidence:
    """依据: a fact that may answer a question, with the quote that proves it and its headings."""

    fact: Fact
    letter: LetterHead
    quote: str
    headings: tuple[str, ...] = ()
    id: int = 0
