"""Markdown for WeCom's clients, where a letter's own characters must show as they are."""

import re

# The small Markdown of message/send knows no escapes: what holds one of these goes as plain text.
UNSAFE = re.compile(r"[*_`\[\]<>~#\\&|]|^[-+] |^\d+[.)] ", re.MULTILINE)
# A bold paragraph shouts; what is longer is no headline.
HEADLINE_LENGTH = 120
# Next to these on its inner side "**" does not close (CommonMark's flanking rule).
PUNCTUATION = re.compile(r"[^\w]")


def marked(text: str, headline: str) -> str:
    """The text with its headline bold; "" where it has nothing to mark or could be misread."""
    if UNSAFE.search(text) or not _is_bold(text, headline):
        return ""
    return f"**{headline}**{text[len(headline) :]}"


def _is_bold(text: str, headline: str) -> bool:
    if not headline or len(headline) > HEADLINE_LENGTH or not text.startswith(headline):
        return False
    return not (PUNCTUATION.match(headline[0]) or PUNCTUATION.match(headline[-1]))


# All that could begin markup in the AI bot's larger Markdown; each is shown with a backslash.
SPECIAL = re.compile(r"[\\`*_{}\[\]<>#~|&!]")
# What makes a list, a rule or an underlined heading of a line that begins with it.
LINE_STARTS = re.compile(r"^([-+=]|\d{1,9}(?=[.)]))", re.MULTILINE)
# Four blanks would make a line code; full-width ones do not.
INDENTS = re.compile(r"^[ \t]+", re.MULTILINE)


def escaped(text: str) -> str:
    """Markdown that shows the text as it stands: "a*b" -> "a\\*b", "1. 甲" -> "1\\. 甲"."""
    shown = INDENTS.sub(lambda found: "\u3000" * ((len(found[0]) + 1) // 2), text)
    shown = SPECIAL.sub(r"\\\g<0>", shown)
    return LINE_STARTS.sub(_at_line_start, shown)


def escaped_with_headline(text: str, headline: str) -> str:
    """The same with the headline bold, where the reader's client can tell where it ends."""
    if not _is_bold(text, headline):
        return escaped(text)
    return f"**{escaped(headline)}**{escaped(text[len(headline) :])}"


def _at_line_start(found: re.Match[str]) -> str:
    return f"{found[0]}\\" if found[0].isdigit() else f"\\{found[0]}"
