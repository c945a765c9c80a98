"""/healthz (alive), /readyz (able to work) and /metrics, for whoever keeps watch."""

from collections.abc import Callable
from dataclasses import dataclass

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route


@dataclass(frozen=True, slots=True)
class Probe:
    """探针: a part to look at; `fault` says what is wrong, or None."""

    name: str
    fault: Callable[[], str | None]


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
