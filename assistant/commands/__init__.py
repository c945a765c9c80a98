"""What an operator orders on the command line; each command is handed the house that bot.py built."""

from assistant.commands.asking import ask, chat
from assistant.commands.checking import check
from assistant.commands.drawing import chart
from assistant.commands.ingesting import ingest
from assistant.commands.keeping import backup, export, restore
from assistant.commands.letters import letters
from assistant.commands.people import audit, people
from assistant.commands.reminding import remind, reminders, subscriptions
from assistant.commands.serving import serve
from assistant.commands.tables import commitments, contacts, indicators

__all__ = ["COMMANDS", "serve"]

COMMANDS = [
    serve,
    chat,
    ask,
    ingest,
    letters,
    commitments,
    indicators,
    contacts,
    subscriptions,
    remind,
    reminders,
    people,
    audit,
    chart,
    check,
    backup,
    restore,
    export,
]
