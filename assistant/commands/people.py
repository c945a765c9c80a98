"""people, audit: accounts, invitations, a person's rights, and the log of every change."""

import sys

import click

from assistant.commands.house import House
from assistant.commands.tables import show_rows
from assistant.glossary import Role

ROLES = click.Choice([role.value for role in Role if role is not Role.VISITOR])


@click.group()
def people() -> None:
    """Accounts and invitations."""


@people.command("invite")
@click.argument("role", type=ROLES)
@click.argument("name")
@click.option("--unit", default="", help="the department the person belongs to")
@click.pass_obj
def invite(house: House, role: str, name: str, unit: str) -> None:
    """Make a one-time code; the first admin is made with it."""
    invitation = house.people.console.invite(Role(role), name, unit)
    click.echo(f"邀请码：{invitation.code}")
    click.echo(
        f"请{name}在聊天里发送：/join {invitation.code}（{invitation.expires_at:%Y-%m-%d %H:%M} 前有效，只能用一次）"
    )


@people.command("list")
@click.option("--json", "form", flag_value="json")
@click.option("--csv", "form", flag_value="csv")
@click.pass_obj
def list_people(house: House, form: str | None) -> None:
    """Everybody who is bound."""
    show_rows(house.people.console.rows(), form)


@people.command("revoke")
@click.argument("number", type=int)
@click.option("--invitation", is_flag=True, help="the number is an invitation's")
@click.pass_obj
def revoke(house: House, number: int, invitation: bool) -> None:
    """Take an account or an invitation back."""
    console = house.people.console
    click.echo(console.revoke_invitation(number) if invitation else console.revoke(number))


@people.command("role")
@click.argument("number", type=int)
@click.argument("role", type=ROLES)
@click.pass_obj
def role(house: House, number: int, role: str) -> None:
    """Give an account another role."""
    click.echo(house.people.console.change_role(number, Role(role)))


@people.command("group")
@click.argument("number", type=int)
@click.argument("group")
@click.pass_obj
def group(house: House, number: int, group: str) -> None:
    """Let a WeCom group robot show what an account subscribes to."""
    click.echo(house.people.console.give_group(number, "wecom_robot", group))


@people.command("export")
@click.argument("number", type=int)
@click.pass_obj
def export_person(house: House, number: int) -> None:
    """Everything kept about a person, as JSON."""
    click.echo(house.people.console.export(number))


@people.command("erase")
@click.argument("number", type=int)
@click.confirmation_option(prompt="此人的账户、订阅和私人标注将被删除，不能恢复。继续？")
@click.pass_obj
def erase(house: House, number: int) -> None:
    """Delete what is kept about a person."""
    click.echo(house.people.console.erase(number))


@click.group()
def audit() -> None:
    """The log of every change."""


@audit.command("verify")
@click.pass_obj
def verify(house: House) -> None:
    """Whether the chain of the log is whole; exit code 1 if not."""
    click.echo(house.people.console.verify())
    sys.exit(0 if house.people.audit.whole() else 1)
