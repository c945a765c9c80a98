"""The pages and the API over the shipped letter."""

import json
import re
from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from starlette.testclient import TestClient

from assistant.channels.web import Probe, Web
from assistant.glossary import Address, Choice, Message, Outcome, Reply
from assistant.inbox import Mailbox
from assistant.storage import Database
from knowledge import Citation, Library
from tests.assistant.channels.web.visiting import OURS, VISITOR

NOW = datetime(2022, 12, 20, 9, tzinfo=ZoneInfo("Asia/Shanghai"))


def answer(message: Message) -> Reply:
    citation = Citation("59-1.1-1", "某函", "一（一）", "全区知名品牌32个", 130, 139, 1)
    text = f"32个。您问的是：{message.text}"
    return Reply("answer", "32个", text, (citation,), (Choice("其中农产品呢"),))


@pytest.fixture
def web(shipped: Library) -> Web:
    return Web(shipped, answer, lambda: NOW, per_minute=5)


@pytest.fixture
def client(web: Web) -> Iterator[TestClient]:
    with TestClient(web.app, base_url="http://127.0.0.1:8080") as client:
        client.cookies.set("visitor", VISITOR.secret)
        yield client


@pytest.mark.parametrize(
    "path", ["/", "/letters", "/letters/1", "/commitments", "/contacts", "/api"]
)
def test_every_page_is_there_and_safe(client: TestClient, path: str) -> None:
    page = client.get(path)

    assert page.status_code == 200
    assert "default-src 'none'" in page.headers["Content-Security-Policy"]
    assert "<script>" not in page.text and "style=" not in page.text
    assert not re.search(r"""(src|href|action)=["']?(https?:)?//""", page.text)


def test_a_missing_letter_is_told_in_chinese(client: TestClient) -> None:
    page = client.get("/letters/999")

    assert page.status_code == 404
    assert "没有这一页" in page.text


def test_the_reply_comes_as_an_event_with_its_citation(client: TestClient) -> None:
    answered = client.post("/chat", json={"text": "多少个"}, headers=OURS)
    events = [line for line in answered.text.splitlines() if line.startswith("data: ")]

    reply = json.loads(events[-1][6:])
    assert reply["headline"] == "32个"
    assert reply["citations"][0]["code"] == "59-1.1-1"
    assert answered.cookies["visitor"]


@pytest.mark.parametrize(
    ("headers", "body", "status"),
    [
        # a form of another site cannot set the header
        ({}, '{"text": "甲"}', 403),
        # nor hide where it comes from
        (OURS | {"Origin": "https://elsewhere.example"}, '{"text": "甲"}', 403),
        # nor guess the token
        ({"X-Dafutong": "1"}, '{"text": "甲"}', 403),
        # no question in it
        (OURS, "[]", 400),
        (OURS, "{", 400),
        # far too long
        (OURS, '{"text": "' + "长" * 50_000 + '"}', 400),
    ],
)
def test_what_is_no_question_of_this_page_is_refused(
    client: TestClient, headers: dict[str, str], body: str, status: int
) -> None:
    assert client.post("/chat", content=body.encode(), headers=headers).status_code == status


def test_asking_too_often_is_refused(client: TestClient) -> None:
    codes = [client.get("/api/ask", params={"q": "甲"}).status_code for _ in range(7)]

    assert codes == [200] * 5 + [429] * 2


def test_the_quoted_sentence_is_marked_in_the_letter(client: TestClient) -> None:
    page = client.get("/letters/1/text", params={"start": 130, "end": 138})

    assert '<mark id="quote">全区知名品牌32</mark>' in page.text


def test_a_code_leads_to_its_passage(client: TestClient) -> None:
    page = client.get("/codes/59-1.2-1", follow_redirects=False)

    assert page.status_code == 307
    assert page.headers["location"].endswith("#quote")


def test_the_board_says_how_many_days_are_left(client: TestClient) -> None:
    page = client.get("/commitments")

    assert "临近时限" in page.text
    assert "还有 11 天" in page.text


def test_the_api_hands_out_figures_with_their_quotes(client: TestClient) -> None:
    rows = client.get("/api/indicators").json()

    assert any(row["fact"]["value"] == "14036" and "14036" in row["quote"] for row in rows)


async def test_a_reminder_waits_for_the_page_until_it_was_shown(
    shipped: Library, database: Database
) -> None:
    mailbox = Mailbox(database, "web", lambda: NOW)
    web = Web(shipped, answer, lambda: NOW, mailbox=mailbox)
    with TestClient(web.app, base_url="http://127.0.0.1:8080") as client:
        client.cookies.set("visitor", VISITOR.secret)
        receipt = await web.send(VISITOR.address, Reply("done", "提醒", "提醒：今日到期"), "k")
        looks = [client.get("/notices").json() for _ in range(2)]
        foreign = client.post("/notices/seen", json={"ids": [looks[0][0]["id"]]})
        done = client.post("/notices/seen", json={"ids": [looks[0][0]["id"]]}, headers=OURS)
        after = client.get("/notices").json()

    assert receipt.outcome is Outcome.SENT
    assert [look[0]["text"] for look in looks] == ["提醒：今日到期"] * 2
    assert (foreign.status_code, done.status_code, after) == (403, 204, [])


async def test_without_a_mailbox_a_reminder_goes_elsewhere(web: Web) -> None:
    receipt = await web.send(Address("web", "a", "a"), Reply("done", "提醒", "提醒"), "k")

    assert receipt.outcome is Outcome.GONE


def test_readiness_names_the_fault(shipped: Library) -> None:
    web = Web(shipped, answer, lambda: NOW, probes=[Probe("database", lambda: "满了")])
    with TestClient(web.app, base_url="http://127.0.0.1") as client:
        ready = client.get("/readyz")

    assert ready.status_code == 503
    assert ready.json()["faults"] == {"database": "满了"}


def test_a_name_that_is_not_home_is_refused(client: TestClient) -> None:
    assert client.get("/", headers={"Host": "rebound.example"}).status_code == 400


def test_without_a_ledger_the_board_offers_no_calendar(client: TestClient) -> None:
    assert "/commitments.ics" not in client.get("/commitments").text
    assert client.get("/commitments.ics").status_code == 404
