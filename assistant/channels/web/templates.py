"""The page's templates and how they are filled."""

from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, select_autoescape
from starlette.requests import Request
from starlette.responses import HTMLResponse

HERE = Path(__file__).parent
STATIC = HERE / "static"
NAVIGATION = [
    ("/", "对话"),
    ("/letters", "函件"),
    ("/commitments", "承诺"),
    ("/contacts", "联系人"),
    ("/api", "接口"),
    ("/login", "登录"),
]
TEMPLATES = Environment(
    loader=FileSystemLoader(HERE / "templates"),
    autoescape=select_autoescape(),
    trim_blocks=True,
    lstrip_blocks=True,
)


def page(request: Request, name: str, status: int = 200, **values: Any) -> HTMLResponse:
    """The page of a template, with the navigation around it."""
    template = TEMPLATES.get_template(name)
    text = template.render(navigation=NAVIGATION, here=request.url.path, **values)
    return HTMLResponse(text, status)
