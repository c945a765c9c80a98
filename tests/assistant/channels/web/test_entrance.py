"""Coming in and going out: a new cookie, a token, a lock, and an end."""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from assistant.channels.web import Door, Web
from assistant.channels.web.identity import Visitor
from assistant.glossary import Account, Message, Reply, Role
from assistant.people import ROLE_WORDS, People, open_people
from assistant.storage import Database, open_database
from assistant.storage.moments import SHANGHAI
from knowledge import Library
from tests.assistant.channels.web.visiting import OURS, VISITOR, door_for

WRONG = "AAAA-BBBB-CCCC-DDDD"
NOW = datetime(2026, 1, 5, 9, tzinfo=SHANGHAI)


def _silent(_message: Message) -> Reply:
    return Reply("answer", "", "")


class Page:
    """A browser in front of a real people's room."""

    def __init__(self, database: Database, library: Library) -> None:
        self.now = NOW
        self.database = database
        self.people: People = open_people(
            database, lambda: self.now, lasting={"web": timedelta(days=30)}
        )
        accounts = self.people.accounts
        door = Door(
            accounts.account_of,
            self.people.invitations.redeem,
            accounts.leave,
            ROLE_WORDS.__getitem__,
        )
        self.web = Web(library, self._reply, lambda: self.now, door=door)
        self.client = TestClient(self.web.app, base_url="http://127.0.0.1")

    def _reply(self, message: Message) -> Reply:
        role = self.people.accounts.account_of(message.address).role
        files = "、".join(file.name for file in message.files)
        return Reply("answer", role.value, f"{role.value} {files}")

    def code(self, role: Role = Role.STAFF) -> str:
        return self.people.console.invite(role, "王某", "区市场监管局").code

    def token(self) -> str:
        return re.findall(
            r'name="token" (?:value|content)="(\w+)"', self.client.get("/login").text
        )[0]

    def enter(self, code: str, token: str | None = None) -> int:
        """The status of what the form gets."""
        given = self.token() if token is None else token
        fields = {"code": code, "token": given}
        return self.client.post("/login", data=fields, follow_redirects=False).status_code

    def come_with(self, secret: str) -> None:
        """Another browser, with this cookie only."""
        self.client.cookies.clear()
        self.client.cookies.set("visitor", secret)

    def said(self) -> str:
        """Whom the chat takes one for."""
        headers = {"X-Dafutong": self.token()}
        return self.client.post("/chat", json={"text": "我是谁"}, headers=headers).text


@pytest.fixture
def page(tmp_path: Path, shipped: Library) -> Iterator[Page]:
    database = open_database(tmp_path)
    yield Page(database, shipped)
    database.close()


def test_with_a_code_one_is_known_in_the_chat(page: Page) -> None:
    before = page.said()
    status = page.enter(page.code())

    assert (status, "visitor" in before, "staff" in page.said()) == (303, True, True)
    assert "王某，工作人员，区市场监管局" in page.client.get("/login").text


def test_who_comes_in_gets_a_new_cookie(page: Page) -> None:
    page.client.get("/login")
    planted = page.client.cookies["visitor"]

    page.enter(page.code())
    mine = page.client.cookies["visitor"]
    page.come_with(planted)

    assert mine != planted
    assert "visitor" in page.said()


def test_the_cookie_is_nowhere_in_the_database(page: Page, tmp_path: Path) -> None:
    page.enter(page.code())
    secret = page.client.cookies["visitor"]
    stored = b"".join(path.read_bytes() for path in tmp_path.glob("assistant.db*"))

    assert secret.encode() not in stored
    assert Visitor(secret).name.encode() in stored


@pytest.mark.parametrize("token", ["", "0" * 32])
def test_a_form_of_another_site_lets_nobody_in(page: Page, token: str) -> None:
    code = page.code()

    assert page.enter(code, token=token) == 403
    assert page.enter(code) == 303  # the code is still good


def test_five_wrong_codes_shut_the_door_even_with_fresh_cookies(page: Page) -> None:
    statuses = []
    for _ in range(6):
        page.client.cookies.clear()
        statuses.append(page.enter(WRONG))
    page.client.cookies.clear()

    assert statuses == [403] * 5 + [429]
    assert page.enter(page.code()) == 429


def test_a_code_is_not_taken_in_the_chat(page: Page) -> None:
    code = page.code()
    headers = {"X-Dafutong": page.token()}
    said = page.client.post("/chat", json={"text": f"/join {code}"}, headers=headers).text

    assert "登录" in said
    assert page.enter(code) == 303


def test_who_leaves_is_a_visitor_again_and_the_old_cookie_too(page: Page) -> None:
    page.enter(page.code())
    mine = page.client.cookies["visitor"]

    page.client.post("/logout", data={"token": page.token()})
    after = page.said()
    page.come_with(mine)

    assert ("visitor" in after, "visitor" in page.said()) == (True, True)


def test_a_login_ends_by_itself(page: Page) -> None:
    page.enter(page.code())
    page.now += timedelta(days=29)
    before = page.said()
    page.now += timedelta(days=2)

    assert ("staff" in before, "visitor" in page.said()) == (True, True)


def test_a_letter_is_handed_in_on_the_page_by_staff(page: Page) -> None:
    page.enter(page.code())
    headers = {"X-Dafutong": page.token()}
    sent = page.client.post("/upload", files={"file": ("信.txt", b"words")}, headers=headers)

    assert (sent.status_code, "staff 信.txt" in sent.text) == (200, True)


@pytest.mark.parametrize(
    ("role", "headers", "content", "status"),
    [
        # who is no staff
        (Role.DEPUTY, True, b"words", 403),
        # another site
        (Role.STAFF, False, b"words", 403),
        # too large
        (Role.STAFF, True, b"w" * (1 << 20) + b"w" * 5000, 413),
    ],
)
def test_what_must_not_be_uploaded_is_refused(
    shipped: Library, role: Role, headers: bool, content: bytes, status: int
) -> None:
    door = door_for(Account(1, "张某", role))
    web = Web(shipped, _silent, lambda: NOW, door=door, file_bytes=1 << 20)
    client = TestClient(web.app, base_url="http://127.0.0.1")
    client.cookies.set("visitor", VISITOR.secret)
    sent = client.post(
        "/upload", files={"file": ("信.txt", content)}, headers=OURS if headers else {}
    )

    assert sent.status_code == status


@pytest.mark.parametrize("body", [b"", b"nonsense", b"--x\r\nbroken"])
def test_a_broken_form_is_no_file(shipped: Library, body: bytes) -> None:
    web = Web(shipped, _silent, lambda: NOW, door=door_for(Account(1, "张某", Role.STAFF)))
    client = TestClient(web.app, base_url="http://127.0.0.1")
    client.cookies.set("visitor", VISITOR.secret)
    kind = {"Content-Type": "multipart/form-data; boundary=x"}

    assert client.post("/upload", content=body, headers=OURS | kind).status_code == 400
