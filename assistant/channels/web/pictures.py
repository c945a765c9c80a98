"""Pictures on the page: SVG drawn by the gallery that `bot.py` hands over."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route


@dataclass(frozen=True, slots=True)
class Gallery:
    """图库: titles of the pictures there are, and the SVG of one."""

    titles: Callable[[], Sequence[str]]
    svg: Callable[[str], str | None]


NO_PICTURES = Gallery(lambda: (), lambda title: None)


def routes() -> list[Route]:
    """Where a page finds a picture."""
    return [Route("/pictures/{title}.svg", picture)]


async def picture(request: Request) -> Response:
    """One picture."""
    draw = request.app.state.gallery.svg
    svg = await run_in_threadpool(draw, request.path_params["title"])
    return Response(svg or "", 200 if svg else 404, media_type="image/svg+xml")
