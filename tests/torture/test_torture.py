"""The torture in short: the judge can see wrong senders, and the product keeps its promise."""

import asyncio
import itertools
import os
import signal
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import event, select

from assistant.glossary import Address, Receipt, Reply
from assistant.reminders import Postman, Reminders
from assistant.reminders.models import DeliveryRow
from assistant.storage import Database
from tests.torture import bench, wecom
from tests.torture.harness import REFERENCE, Send, marking, product, torture
from tests.torture.platform import Platform

PERSONS, EACH, KILLS = 6, 20, 12
SLOW = 0.004  # seconds on either side of showing: wide open for the wrong senders
LATER = bench.MORNING + timedelta(days=28)  # the deadline itself


def test_the_judge_sees_a_sender_that_marks_before(tmp_path: Path) -> None:
    found = torture(tmp_path, marking(True, PERSONS, EACH), PERSONS, EACH, KILLS, pause=SLOW)

    assert found.lost > 0
    assert found.silent == 0


def test_the_judge_sees_a_sender_that_marks_after(tmp_path: Path) -> None:
    found = torture(tmp_path, marking(False, PERSONS, EACH), PERSONS, EACH, KILLS, pause=SLOW)

    assert found.lost == 0
    assert found.silent > 0


def test_nothing_is_lost_and_nothing_repeated_in_silence(tmp_path: Path) -> None:
    found = torture(tmp_path, product(PERSONS, EACH), PERSONS, EACH, KILLS)

    assert (found.lost, found.silent, found.sound) == (0, 0, True)
    assert found.most <= 2
    assert found.labelled <= KILLS


def test_a_platform_that_drops_repeats_shows_each_exactly_once(tmp_path: Path) -> None:
    send = product(PERSONS, EACH, dedupes=True)

    found = torture(tmp_path, send, PERSONS, EACH, KILLS, dedupes=True)

    assert (found.lost, found.told, found.silent, found.labelled) == (0, 0, 0, 0)
    assert found.most == 1


def test_over_the_real_wecom_channel_each_text_and_card_is_shown_exactly_once(
    tmp_path: Path,
) -> None:
    found = wecom.judged(tmp_path, 100, 8)

    of = found.reminders
    assert (of.lost, of.told, of.silent, of.labelled, of.sound) == (0, 0, 0, 0, True)
    assert (of.most, found.twice) == (1, 0)


def die() -> None:
    """At once, as by kill -9."""
    os.kill(os.getpid(), signal.SIGKILL)


# Commits of the sender: 1 recover, then two a message: 2 claim, 3 finish, 4 claim …
COMMITS = {"before the claim is committed": 6, "finished, not yet committed": 7}


def dying(where: str) -> Send:
    """The product's sender, killed at a named point of its third message."""

    def send(database: Database, port: int) -> None:
        reminders = bench.reminders_over(database, 1, 5)
        outbox, sender = reminders.delivery.outbox, bench.HttpSender(port)
        if where in COMMITS:
            die_at_commit(database, COMMITS[where])
        points: dict[str, tuple[object, str]] = {
            "claimed, nothing sent": (sender, "send"),
            "shown, not yet finished": (outbox, "finish"),
            "finished and committed": (outbox, "_correct"),
        }
        if where in points:
            owner, name = points[where]
            setattr(owner, name, _third(getattr(owner, name)))
        outbox.recover()
        asyncio.run(bench._until_empty(reminders, sender))

    return send


def die_at_commit(database: Database, number: int) -> None:
    """Die when this commit is asked for and not yet made."""
    counted = itertools.count(1)
    event.listen(database.engine, "commit", lambda _: next(counted) == number and die())


def _third(step: Callable[..., object]) -> Callable[..., object]:
    """The step, deadly at its third use."""
    uses = 0

    def counted(*args: object, **options: object) -> object:
        nonlocal uses
        uses += 1
        if uses == 3:
            die()
        return step(*args, **options)

    return counted


@pytest.mark.parametrize(
    ("where", "copies", "labelled"),
    [
        # rolled back: as if it had never been claimed
        ("before the claim is committed", 5, 0),
        # a needless label, but one copy
        ("claimed, nothing sent", 5, 1),
        # shown twice, the second marked
        ("shown, not yet finished", 6, 1),
        ("finished, not yet committed", 6, 1),
        # all is known
        ("finished and committed", 5, 0),
    ],
)
def test_death_at_a_named_point(tmp_path: Path, where: str, copies: int, labelled: int) -> None:
    path, platform = tmp_path / "assistant.db", Platform(tmp_path / "shown.jsonl")
    bench.fill(bench.open_base(path), 1, 5)

    killed = _forked(path, dying(where), platform.port)
    again = _forked(path, product(1, 5), platform.port)
    texts = [shown.text for shown in platform.shown()]
    platform.close()

    assert (killed, again) == (-signal.SIGKILL, 0)
    assert len(texts) == copies
    assert len({_reference(text) for text in texts}) == 5
    assert sum("重发" in text for text in texts) == labelled


def test_death_while_planning_plans_all_or_nothing(tmp_path: Path) -> None:
    path = tmp_path / "assistant.db"
    bench.fill(bench.open_base(path), 1, 5)

    def dies(database: Database, port: int) -> None:
        die_at_commit(database, 1)
        bench.reminders_over(database, 1, 5, start=LATER).delivery.tick()

    def lives(database: Database, port: int) -> None:
        bench.reminders_over(database, 1, 5, start=LATER).delivery.tick()

    assert _forked(path, dies, 0) == -signal.SIGKILL
    assert len(_states(path)) == 5
    assert _forked(path, lives, 0) == 0
    assert len(_states(path)) == 10


def test_sigterm_lets_the_message_in_flight_come_home(tmp_path: Path) -> None:
    path, platform = tmp_path / "assistant.db", Platform(tmp_path / "shown.jsonl", pause=0.2)
    bench.fill(bench.open_base(path), 1, 30)

    pid = os.fork()
    if not pid:
        _serve_until_told(path, platform.port)
    time.sleep(1.5)
    os.kill(pid, signal.SIGTERM)
    began = time.monotonic()
    code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    took, shown = time.monotonic() - began, len(platform.shown())
    platform.close()

    states = _states(path)
    assert code == 0
    assert took < 10
    assert 0 < shown < 30
    assert states.count("sent") == shown
    assert states.count("pending") == 30 - shown


def _serve_until_told(path: Path, port: int) -> None:
    """A process as bot.py runs it: cancelled by SIGTERM."""
    reminders = bench.reminders_over(bench.open_base(path), 1, 30)
    asyncio.run(_served(reminders, port))
    os._exit(0)


async def _served(reminders: Reminders, port: int) -> None:
    class Threaded:
        """The blocking sender beside the loop, so that signals are heard while it waits."""

        async def send(self, address: Address, reply: Reply, key: str = "") -> Receipt:
            plain = bench.HttpSender(port).send(address, reply, key)
            return await asyncio.to_thread(asyncio.run, plain)

    running = asyncio.create_task(Postman(reminders.delivery, {bench.CHANNEL: Threaded()}).run())
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, running.cancel)
    await asyncio.gather(running, return_exceptions=True)


def _forked(path: Path, send: Send, port: int) -> int:
    """Run it in a process of its own; how that ended."""
    pid = os.fork()
    if not pid:
        code = 1
        try:
            send(bench.open_base(path), port)
            code = 0
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def _states(path: Path) -> list[str]:
    database = bench.open_base(path)
    with database.read() as session:
        states = list(session.scalars(select(DeliveryRow.state)))
    database.close()
    return states


def _reference(text: str) -> str:
    found = REFERENCE.search(text)
    assert found
    return found[1]
