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
