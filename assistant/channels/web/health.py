"""/healthz (alive), /readyz (able to work) and /metrics, for whoever keeps watch."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

APART_SECONDS = 60.0  # a clock that is kept right is never so far off at once
TOLD_SECONDS = 600.0


def _since_boot() -> float:
    """Seconds, those included in which the machine was suspended, where the system counts them."""
    return time.clock_gettime(getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC))


@dataclass(frozen=True, slots=True)
class Probe:
    """探针: a part to look at; `fault` says what is wrong, or None."""

    name: str
    fault: Callable[[], str | None]


class Clocks:
    """双钟: the wall clock beside the machine's own time; what is due is judged by the wall clock, so
    a jump of it is told for a while.
    """

    def __init__(
        self, wall: Callable[[], float] = time.time, own: Callable[[], float] = _since_boot
    ) -> None:
        self._wall, self._own = wall, own
        self._between = wall() - own()
        self._jump, self._told_until = 0.0, own()

    def fault(self) -> str | None:
        """How far the wall clock has jumped lately, if too far."""
        now = self._own()
        jump = self._wall() - now - self._between
        if abs(jump) > APART_SECONDS:
            self._jump, self._told_until = jump, now + TOLD_SECONDS
            self._between += jump
        return f"系统时钟跳了 {self._jump:+.0f} 秒，请核对" if now < self._told_until else None


def routes() -> list[Route]:
    """What a monitor asks."""
    return [Route("/healthz", alive), Route("/readyz", ready), Route("/metrics", metrics)]


async def alive(_request: Request) -> PlainTextResponse:
    """The process runs and its event loop turns."""
    return PlainTextResponse("ok")


async def ready(request: Request) -> JSONResponse:
    """Every part is able to work; 503 with the faults otherwise."""
    faults = {}
    for probe in request.app.state.probes:
        fault = await run_in_threadpool(probe.fault)
        if fault:
            faults[probe.name] = fault
    return JSONResponse({"ready": not faults, "faults": faults}, 503 if faults else 200)


async def metrics(request: Request) -> Response:
    """Figures for Prometheus: the process's and our own."""
    from prometheus_client import CONTENT_TYPE_LATEST, REGISTRY, generate_latest

    ours = generate_latest(request.app.state.meters.registry)
    return Response(generate_latest(REGISTRY) + ours, media_type=CONTENT_TYPE_LATEST)
