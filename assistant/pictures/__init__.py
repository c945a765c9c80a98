"""Pictures: figures as bars, commitments as progress and timeline; SVG for the page, PNG for chats."""

from assistant.pictures.drawing import (
    Bar,
    Milestone,
    Picture,
    draw_bars,
    draw_progress,
    draw_timeline,
    draw_years,
)
from assistant.pictures.gallery import Gallery

__all__ = [
    "Bar",
    "Gallery",
    "Milestone",
    "Picture",
    "draw_bars",
    "draw_progress",
    "draw_timeline",
    "draw_years",
]
