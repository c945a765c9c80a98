"""Deposits: pictures and files of replies, kept a while so that the page can fetch them."""

import secrets
from collections import OrderedDict
from collections.abc import Sequence
from threading import Lock

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from assistant.glossary import Attachment

KEPT = 200  # attachments; a picture is some 40 kB


class Deposits:
    """Attachments by an unguessable handle; the oldest go first."""

    def __init__(self) -> None:
        self._kept: OrderedDict[str, Attachment] = OrderedDict()
        self._lock = Lock()

    def keep(self, files: Sequence[Attachment]) -> list[dict[str, str]]:
        """Keep them; what the page needs to show each: address, name, caption, media."""
        return [self._keep(file) for file in files]

    def take(self, handle: str) -> Attachment | None:
        """The attachment of a handle, as often as it is asked for."""
        return self._kept.get(handle)

    def _keep(self, file: Attachment) -> dict[str, str]:
        handle = secrets.token_urlsafe(16)
        with self._lock:
            self._kept[handle] = file
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        address = f"/files/{handle}"
        return {"address": address, "name": file.name, "caption": file.caption, "media": file.media}


def routes() -> list[Route]:
    """Where the page fetches them."""
    return [Route("/files/{handle}", fetch)]


async def fetch(request: Request) -> Response:
    """One attachment; a picture is shown, anything else is saved."""
    file = request.app.state.deposits.take(request.path_params["handle"])
    if file is None:
        return Response("", 404)
    headers = {"Cache-Control": "private, no-store"}
    if not file.media.startswith("image/png"):
        headers["Content-Disposition"] = "attachment"
    return Response(file.content, media_type=file.media, headers=headers)
