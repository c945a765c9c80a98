"""remind, reminders, subscriptions: what would be sent to whom, what was, what waits."""

from datetime import datetime

import click

from assistant.commands.house import House
from assistant.commands.tables import show_rows
from assistant.commands.timing import moment


@click.command()
@click.option("--dry-run", is_flag=True, required=True, help="show, send nothing")
@click.option("--now", "start", callback=moment, help="ISO 8601: from that day on")
@click.option("--days", default=1, type=click.IntRange(1, 1000), help="how many days ahead")
@click.option("--json", "form", flag_value="json")
@click.option("--csv", "form", flag_value="csv")
@click.pass_obj
def remind(
    house: House, dry_run: bool, start: datetime | None, days: int, form: str | None
) -> None:
    """What would be sent to whom, and why on that day."""
    house.fill()
    first = start.date() if start else None
    show_rows(house.reminders.console.dry_run(first, days), form)


@click.group()
def reminders() -> None:
    """Deliveries: what was sent, what waits, what could not be delivered."""


@reminders.command("status")
@click.pass_obj
def status(house: House) -> None:
    """Counts of all deliveries, and the list of those not delivered."""
    for line in house.reminders.console.status():
        click.echo(line)
    show_rows(house.reminders.console.undelivered(), None)


@reminders.command("retry")
@click.argument("number", type=int, required=False)
@click.pass_obj
def retry(house: House, number: int | None) -> None:
    """Send again what could not be delivered: one, or all."""
    click.echo(house.reminders.console.retry(house.operator, number))


@reminders.command("release")
@click.pass_obj
def release(house: House) -> None:
    """Let a held burst of reminders go out."""
    click.echo(house.reminders.console.release(house.operator))


@click.command()
@click.option("--json", "form", flag_value="json")
@click.option("--csv", "form", flag_value="csv")
@click.pass_obj
def subscriptions(house: House, form: str | None) -> None:
    """Everybody's subscriptions."""
    show_rows(house.reminders.console.subscriptions(), form)
