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
    """Bars below each other, each with its name and label; a goal is a thin line."""
    most = max(
        [*(bar.value for bar in bars), *(bar.goal or Decimal(0) for bar in bars), Decimal(1)]
    )
    rows = [
        {
            "name": _short(bar.name),
            "label": bar.label,
            "length": _part(bar.value, most),
            "goal": None if bar.goal is None else _part(bar.goal, most),
            "top": 70 + 44 * n,
        }
        for n, bar in enumerate(bars)
    ]
    return _picture("bars.svg", title, caption, rows=rows, height=100 + 44 * len(bars))


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


def _picture(template: str, title: str, caption: str, **values: object) -> Picture:
    svg = TEMPLATES.get_template(template).render(
        title=title, caption=caption, family=FAMILY, width=WIDTH, **values
    )
    return Picture(title, svg, caption)


def _part(value: Decimal, most: Decimal) -> float:
    """How long a bar is: its part of the 320 pixels there are."""
    return round(float(max(value, Decimal(0)) / most * 320), 1)


def _short(name: str, room: int = NAME_ROOM) -> str:
    return name if len(name) <= room else name[: room - 1] + "…"
