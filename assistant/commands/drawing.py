"""chart: a picture of figures or commitments into a file."""

from pathlib import Path

import click

from assistant.commands.house import House


@click.command()
@click.argument("words", required=False)
@click.option("-o", "--output", type=click.Path(path_type=Path), help="a .png or .svg file")
@click.pass_obj
def chart(house: House, words: str | None, output: Path | None) -> None:
    """Draw a picture; without words, list what can be drawn."""
    house.fill()
    if words is None:
        click.echo("\n".join(house.gallery.titles()) or "函件里还没有能画成图的数据。")
        return
    picture = house.gallery.find(words)
    if picture is None:
        raise click.ClickException(f"没有与“{words}”相符的图；不带参数运行 chart 可看有哪些图")
    path = output or Path(f"{picture.title}.png")
    content = picture.svg.encode() if path.suffix == ".svg" else picture.png()
    path.write_bytes(content)
    click.echo(f"{path}：{picture.title}。{picture.caption}")
