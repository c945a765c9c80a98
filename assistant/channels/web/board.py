"""The board of commitments and its calendar, over the ledger that `bot.py` hands in.

Without a ledger the board shows what the letters promise; states and figures come from the ledger.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from assistant.channels.web.entrance import STAFF, account_of
from assistant.channels.web.templates import page
from assistant.glossary import Account
from knowledge import Commitment, Indicator, LetterHead, Library, Span, current_of

NEAR_DAYS = 30  # a deadline this near is shown as near, and the length of the timeline's end
GROUPS = ["已逾期", "临近时限", "未到期", "无明确时限", "已办结"]
MOODS = {"已逾期": "late", "临近时限": "near", "已办结": "done"}


@dataclass(frozen=True, slots=True)
class Book:
    """账本: what the web page may ask of the ledger.

    `entries` are the reminders' ledger entries that an account may see (number, head, commitment,
    standing, progress); `calendar` is the text of the .ics file.
    """

    entries: Callable[[Account], Sequence[Any]]
    calendar: Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class Card:
    """看板卡片: a commitment as the board shows it."""

    key: str
    text: str
    deadline: str
    units: str
    group: str
    left: str
    link: str
    state: str = ""
    share: int | None = None
    progress: str = ""
    elapsed: int | None = None  # of the time from the letter to the deadline, in percent
    orders: tuple[tuple[str, str], ...] = field(default=())  # label and command of staff's buttons

    @property
    def mood(self) -> str:
        """The look of the card."""
        return MOODS.get(self.group, "open")


@dataclass(frozen=True, slots=True)
class Left:
    """余期: days to the deadline, seen from today; None where there is no clear deadline."""

    days: int | None
    today: date

    def elapsed_since(self, begun: date | None) -> int | None:
        """How much of the time from `begun` to the deadline is over, in percent."""
        if self.days is None or begun is None or begun > self.today:
            return None
        gone = (self.today - begun).days
        return 100 if self.days <= 0 else gone * 100 // (gone + self.days)


def routes() -> list[Route]:
    """The board and its calendar."""
    return [Route("/commitments", board), Route("/commitments.ics", calendar)]


async def board(request: Request) -> HTMLResponse:
    """The commitments by state, the most urgent first."""
    cards = await run_in_threadpool(_cards, request, await account_of(request))
    groups = [(name, [card for card in cards if card.group == name]) for name in GROUPS]
    pictures = await run_in_threadpool(request.app.state.gallery.titles)
    return page(
        request,
        "board.html",
        today=request.app.state.clock().date(),
        groups=[group for group in groups if group[1]],
        pictures=pictures,
        book=request.app.state.book,
    )


async def calendar(request: Request) -> Response:
    """Every dated commitment as a calendar file."""
    book: Book | None = request.app.state.book
    if book is None:
        return page(request, "fault.html", 404, words="日历没有开通")
    text = await run_in_threadpool(book.calendar)
    return Response(text, media_type="text/calendar; charset=utf-8")


def _cards(request: Request, account: Account) -> list[Card]:
    state = request.app.state
    today: date = state.clock().date()
    book: Book | None = state.book
    if book is None:
        return [
            _card(head, item, _left(item, today), **_stated(state.library, head, item))
            for head, item in state.library.commitments()
        ]
    staff = account.role in STAFF
    return [_entry_card(entry, today, staff, state.library) for entry in book.entries(account)]


def _left(commitment: Commitment, today: date) -> Left:
    latest = commitment.deadline.latest if commitment.deadline else None
    return Left((latest - today).days if latest else None, today)


def _card(head: LetterHead, item: Commitment, time: Left, **more: Any) -> Card:
    group, left = standing_words(time.days)
    values = {
        "key": item.key,
        "text": item.text,
        "deadline": item.deadline.words if item.deadline else "无明确时限",
        "units": "、".join(item.units) or item.unit_words,
        "group": group,
        "left": left,
        "link": link(head.id, item.place.quote),
        "elapsed": time.elapsed_since(head.letter.date),
    }
    return Card(**{**values, **more})


def _entry_card(entry: Any, today: date, staff: bool, library: Library) -> Card:
    """A card with what people entered in the ledger."""
    now = entry.standing
    # until a person decides, the state is 未到期 by default: under 已逾期 that would be a contradiction
    more: dict[str, Any] = {"state": now.state.value if now.change else ""}
    if not now.open:
        more |= {"group": "已办结", "left": ""}
    if now.moved_from:
        more["deadline"] = f"{now.deadline.isoformat()}（原为 {now.moved_from.isoformat()}）"
    if entry.progress:
        figure = entry.progress
        words = f"{figure.value:f}{figure.unit}（{figure.as_of}，单位填报）"
        more |= _progress(words, figure.value, entry.commitment)
    else:
        more |= _stated(library, entry.head, entry.commitment)
    if staff:
        more["orders"] = (
            ("登记进展", f"/report {entry.number} "),
            ("标记兑现", f"/close {entry.number} "),
        )
    return _card(entry.head, entry.commitment, Left(now.days_left, today), **more)


def _stated(library: Library, head: LetterHead, item: Commitment) -> dict[str, Any]:
    """The letter's own figure for what it promises, where it has one."""
    figure: Indicator | None = current_of(item, library.findings(head.id).indicators)
    if figure is None:
        return {}
    return _progress(f"{figure.value:f}{figure.unit}（函中）", figure.value, item)


def _progress(words: str, value: Decimal, item: Commitment) -> dict[str, Any]:
    """A figure, and its share of the target where there is one above zero."""
    if not item.target or item.target < 0:
        return {"progress": words}
    share = int(min(Decimal(100), max(Decimal(0), value * 100 / item.target)))
    return {"progress": f"{words}，目标 {item.target:f}{item.target_unit}", "share": share}


def standing_words(days: int | None) -> tuple[str, str]:
    """Group and words for the days left: -3 -> ("已逾期", "已过 3 天，待登记结果")."""
    if days is None:
        return "无明确时限", ""
    if days < 0:
        return "已逾期", f"已过 {-days} 天，待登记结果"
    if days <= NEAR_DAYS:
        return "临近时限", "今天到期" if days == 0 else f"还有 {days} 天"
    return "未到期", f"还有 {days} 天"


def link(letter_id: int, quote: Span) -> str:
    """The letter's page with the quote marked and scrolled to."""
    return f"/letters/{letter_id}?start={quote.start}&end={quote.end}#quote"
