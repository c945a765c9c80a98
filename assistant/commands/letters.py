"""letters: what is stored, one letter's outline, and taking a letter out again."""

import sys
from collections.abc import Iterator

import click

from assistant.commands.house import House
from assistant.commands.summary import describe
from assistant.commands.tables import Rows, checked, show_rows
from knowledge import Findings, LetterHead, Passage, Span


@click.group(invoke_without_command=True, help="The stored letters; `show` and `remove` one.")
@click.option("--json", "form", flag_value="json", help="as JSON")
@click.option("--csv", "form", flag_value="csv", help="as CSV")
@click.pass_context
def letters(context: click.Context, form: str | None) -> None:
    """The stored letters, one a row."""
    if context.invoked_subcommand is None:
        show_rows(list(_rows(context.obj)), form)


@letters.command()
@click.argument("which")
@click.pass_obj
def show(house: House, which: str) -> None:
    """Print the outline of one letter, by its code or number."""
    head = _find(house, which)
    found = house.library.findings(head.id)
    if head.superseded_by is not None:
        click.echo(f"（已被 {house.library.letter(head.superseded_by).code} 替代，不再用来回答）")
    click.echo("\n".join(describe(head, found)))
    click.echo("  提纲：")
    click.echo("\n".join(_outline(found, house.library.text(head.id))))


@letters.command()
@click.argument("which")
@click.option("--yes", is_flag=True, help="do not ask")
@click.pass_obj
def remove(house: House, which: str, yes: bool) -> None:
    """Take one letter with all its facts out, by its code or number; asks first."""
    head = _find(house, which)
    promises = len(house.library.findings(head.id).commitments)
    name = f"“{head.letter.title or head.name}”（{head.code}）"
    if not yes:
        question = f"删除{name}和从中读出的全部内容，其中承诺 {promises} 条不再提醒。确定吗？"
        if not click.confirm(question):
            click.echo("没有删除。")
            sys.exit(1)
    house.library.remove(head.id)
    house.people.audit.note(house.operator.id, "letter.remove", f"letter:{head.code}")
    click.echo(f"已删除{name}。")


def _rows(house: House) -> Rows:
    for head in house.library.letters(superseded=True):
        letter = head.letter
        yield {
            "编号": letter.number,
            "标题": letter.title or head.name,
            "单位": letter.agency,
            "届次": letter.session,
            "日期": letter.date,
            "代表": "、".join(letter.addressees),
            "代码": head.code,
            "状态": "已被替代" if head.superseded_by else "有效",
            "核对": checked(head),
        }


def _find(house: House, which: str) -> LetterHead:
    """The letter of a code; failing that the only one of a number (59, 第59号)."""
    known = house.library.letters(superseded=True)
    exact = [head for head in known if head.code == which]
    number = which.strip().removeprefix("第").removesuffix("号")
    fits = exact or house.library.find(number=number)
    if len(fits) == 1:
        return fits[0]
    if not fits:
        raise click.ClickException(f"没有代码或编号为“{which}”的答复函；letters 列出全部")
    choices = "\n".join(f"  {head.code}  {head.letter.title or head.name}" for head in fits)
    raise click.ClickException(f"“{which}”有 {len(fits)} 件，请改用代码：\n{choices}")


def _outline(found: Findings, text: str) -> Iterator[str]:
    """The headings, indented by level, each with its code and how many passages stand under it."""
    if not found.letter.headings:
        yield f"    （没有标题，{len(found.passages)} 段）"
    for at, heading in enumerate(found.letter.headings):
        following = found.letter.headings[at + 1 :]
        end = following[0].span.start if following else len(text)
        below = [p for p in found.passages if heading.span.start <= p.span.start < end]
        code = below[0].code if below else _code_around(found.passages, heading.span)
        yield f"    {'  ' * (heading.level - 1)}{heading.text}  〔{code}，{len(below)} 段〕"


def _code_around(passages: tuple[Passage, ...], place: Span) -> str:
    """The code of the passage that a heading runs into."""
    around = (p.code for p in passages if p.span.start <= place.start < p.span.end)
    return next(around, "—")
