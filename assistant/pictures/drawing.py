"""Drawing: rows of figures into SVG, and SVG into PNG with our own embedded font.

Sizes are pixels. What the figures are and where they stand in a letter is the gallery's business.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, select_autoescape

HERE = Path(__file__).parent
FONT = HERE / "font" / "dafutong-sans-sc.otf"
FAMILY = "Dafutong Sans SC"
WIDTH = 720
NAME_ROOM = 16  # characters of a name that fit left of a bar
BAR_LEFT, BAR_MOST, BAR_LEAST = 276, 320, 120  # where bars begin, how long they are at most
EDGE = 24  # free at either side
LABEL_SIZE, CAPTION_SIZE, CAPTION_LINE = 16, 13, 18  # of letters; from one line to the next
NARROW = 0.56  # of the size: how wide digits and Latin letters are at most
PNG_ZOOM = 2  # sharp on a phone
TEMPLATES = Environment(
    loader=FileSystemLoader(HERE / "templates"),
    autoescape=select_autoescape(default=True),
    trim_blocks=True,
    lstrip_blocks=True,
)


@dataclass(frozen=True, slots=True)
class Bar:
    """条形: one named figure; `goal` is what it should reach, where there is a goal."""

    name: str
    value: Decimal
    label: str
    goal: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Milestone:
    """节点: something due on a day; `late` once the day is past."""

    name: str
    day: date
    label: str
    late: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """图: an SVG drawing with the words that say where its figures come from."""

    title: str
    svg: str
    caption: str

    def png(self) -> bytes:
        """The same as PNG; no font of the machine is used."""
        import resvg_py  # needed only where a chat wants a picture

        return bytes(
            resvg_py.svg_to_bytes(
                svg_string=self.svg,
                skip_system_fonts=True,
                font_files=[str(FONT)],
                font_family=FAMILY,
                sans_serif_family=FAMILY,
                zoom=PNG_ZOOM,
            )
        )


def draw_bars(title: str, bars: Sequence[Bar], caption: str) -> Picture:
    """Bars below each other on one scale, each with its name and label."""
    most = max([*(bar.value for bar in bars), Decimal(1)])
    return _bars(title, [(bar, bar.value / most) for bar in bars], caption)


def draw_progress(title: str, bars: Sequence[Bar], caption: str) -> Picture:
    """Each bar on the scale of its own goal, which is a thin frame: units differ from row to row."""
    shares = [(bar, bar.value / bar.goal) for bar in bars if bar.goal]
    return _bars(title, shares, caption, framed=True)


def _bars(
    title: str, shares: Sequence[tuple[Bar, Decimal]], caption: str, *, framed: bool = False
) -> Picture:
    room = _bar_room([bar.label for bar, _ in shares])
    rows = [
        {
            "name": _short(bar.name),
            "label": bar.label,
            "length": round(float(min(max(share, Decimal(0)), Decimal(1))) * room, 1),
            "goal": room if framed else None,
            "top": 70 + 44 * n,
        }
        for n, (bar, share) in enumerate(shares)
    ]
    return _picture("bars.svg", title, caption, rows=rows, height=100 + 44 * len(rows))


def _bar_room(labels: Sequence[str]) -> float:
    """As long as the longest label leaves room for."""
    widest = max((_wide(label, LABEL_SIZE) for label in labels), default=0.0)
    room = WIDTH - EDGE - BAR_LEFT - LABEL_SIZE - widest
    return round(max(BAR_LEAST, min(BAR_MOST, room)), 1)


def draw_timeline(
    title: str, milestones: Sequence[Milestone], today: date, caption: str
) -> Picture:
    """Days on a line, today marked, one row a milestone."""
    days = [today, *(milestone.day for milestone in milestones)]
    first, last = min(days), max(days)
    length = max((last - first).days, 1)

    def at(day: date) -> float:
        return 60 + 600 * (day - first).days / length

    rows = [
        {
            "name": _short(m.name, 34),
            "label": m.label,
            "at": round(at(m.day), 1),
            "late": m.late,
            "top": 96 + 56 * n,
        }
        for n, m in enumerate(sorted(milestones, key=lambda m: m.day))
    ]
    values = {"rows": rows, "today": round(at(today), 1), "day": today.isoformat()}
    return _picture("timeline.svg", title, caption, height=120 + 56 * len(rows), **values)


def draw_years(title: str, points: Sequence[Bar], caption: str) -> Picture:
    """Columns side by side, oldest left: how a figure went over the years."""
    most = max([*(point.value for point in points), Decimal(1)])
    room = 600 / max(len(points), 1)
    columns = [
        {
            "name": point.name,
            "label": point.label,
            "left": round(60 + room * n + room * 0.2, 1),
            "width": round(room * 0.6, 1),
            "height": round(float(220 * point.value / most), 1),
            "middle": round(60 + room * (n + 0.5), 1),
        }
        for n, point in enumerate(points)
    ]
    return _picture("years.svg", title, caption, columns=columns, height=360)


def _picture(template: str, title: str, caption: str, height: int, **values: object) -> Picture:
    lines = _lines(caption)
    more = CAPTION_LINE * (len(lines) - 1)
    svg = TEMPLATES.get_template(template).render(
        title=title,
        caption=caption,
        lines=lines,
        family=FAMILY,
        width=WIDTH,
        height=height + more,
        bottom=height - 36,  # of what is drawn, above the caption
        **values,
    )
    return Picture(title, svg, caption)


def _lines(caption: str) -> list[str]:
    """The caption in lines as wide as the picture."""
    lines = [""]
    for character in caption:
        if _wide(lines[-1] + character, CAPTION_SIZE) > WIDTH - 2 * EDGE:
            lines.append("")
        lines[-1] += character
    return lines


def _wide(words: str, size: int) -> float:
    """Pixels, rather too many than too few."""
    return sum(size * (NARROW if character.isascii() else 1) for character in words)


def _short(name: str, room: int = NAME_ROOM) -> str:
    return name if len(name) <= room else name[: room - 1] + "…"
