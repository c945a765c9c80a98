"""People of every role, each with things of their own: what the registry's matrix is played with."""

from pathlib import Path

from sqlalchemy import func, select

from assistant.glossary import Address, Attachment, Role, Thing
from assistant.people.models import AuditRow
from assistant.reminders.models import DeliveryRow
from tests.conversations.theatre import Theatre

MEMBERS = tuple(role for role in Role if role is not Role.VISITOR)
MISSING = {
    Thing.LETTER: "第999号",
    Thing.PASSAGE: "999-9.9-9",
    Thing.REMINDER: "R999999",
    Thing.UNDELIVERED: "R999999",
    Thing.ARRIVAL: "nothing",
}
LETTER = (
    "关于第7号建议的答复函\n某代表：\n您提出的建议收悉。2022年底前完成检查。\n某局\n2022年3月1日\n"
)


class Cast:
    """Two persons of each role, both with a subscription to everything and a reminder of it."""

    def __init__(self, folder: Path) -> None:
        self.theatre = Theatre(folder)
        self.chats = {role: self._enter(role, f"v{role}") for role in MEMBERS}
        self.others = {role: self._enter(role, f"w{role}") for role in MEMBERS}
        self.chats[Role.VISITOR] = Address("telegram", "vx", "vx")
        self.others[Role.VISITOR] = self.others[Role.STAFF]
        self._spares = 0
        self.theatre.pass_to("2022-12-30 09:00")
        self.theatre.pass_to("2023-01-06 09:00")  # supervisors hear of what is overdue

    def named(self, thing: Thing, owner: Address) -> str:
        """The words that name a thing of this person's, or one that is everybody's; made anew."""
        return {
            Thing.COMMITMENT: self._decided,
            Thing.SUBSCRIPTION: lambda: self._subscription(owner),
            Thing.REMINDER: lambda: self._reminder(owner),
            Thing.UNDELIVERED: self._undelivered,
            Thing.PERSON: self._spare,
            Thing.LETTER: lambda: "第59号",
            Thing.PASSAGE: lambda: "59-附-2",
            Thing.EVIDENCE: self._evidence,
            Thing.ARRIVAL: self._arrival,
        }[thing]()

    def log(self) -> int:
        """How many changes the audit log has seen."""
        with self.theatre.house.database.read() as session:
            return session.scalar(select(func.count()).select_from(AuditRow)) or 0

    def _enter(self, role: Role, chat: str) -> Address:
        address = self.theatre.join(role, chat)
        self.theatre.say(address, "/subscribe 全部")
        return address

    def _decided(self) -> str:
        self.theatre.say(self.others[Role.STAFF], "/state 2 进行中 已开始")
        return "2"

    def _subscription(self, owner: Address) -> str:
        self.theatre.say(owner, "/subscribe 全部")
        number = self._account(owner)
        found = self.theatre.house.reminders.subscriptions.in_force(paused=True)
        return next((str(one.number) for one in found if one.owner == number), "0")

    def _reminder(self, owner: Address) -> str:
        rows = select(DeliveryRow.id).where(DeliveryRow.owner == self._account(owner))
        with self.theatre.house.database.read() as session:
            return f"R{session.scalar(rows.limit(1)) or 0}"

    def _undelivered(self) -> str:
        name = self._reminder(self.others[Role.STAFF])
        with self.theatre.house.database.write() as session:
            session.get_one(DeliveryRow, int(name[1:])).state = "failed"
        return name

    def _spare(self) -> str:
        self._spares += 1
        spare = self.theatre.join(Role.STAFF, f"spare{self._spares}")
        return str(self._account(spare))

    def _evidence(self) -> str:
        proof = Attachment("验收单.txt", b"ok", "text/plain")
        self.theatre.say(self.others[Role.STAFF], "/close 3 已完成", (proof,))
        history = self.theatre.house.reminders.ledger.history("59-附-3")
        return str(history[-1].file)

    def _arrival(self) -> str:
        letter = Attachment("7.txt", LETTER.encode(), "text/plain")
        shown = self.theatre.say(self.others[Role.STAFF], "", (letter,))
        return shown.suggestions[0].words.split()[-1]

    def _account(self, address: Address) -> int:
        return self.theatre.house.people.accounts.account_of(address).id
