"""What to say to a voice, a picture, a sticker or a place: none of them is read here."""

from assistant.glossary import Reply

_LINES = {
    "voice": "语音我听不了，请把问题打成文字发来。",
    "photo": "图片里的字我读不了，请把问题打成文字；要收录扫描件，请作为文件发来。",
    "sticker": "收到您的表情。想查什么，直接打字问我就行。",
    "location": "位置我用不上，请直接打字提问，例如：联系人电话？",
    "other": "这类消息我读不了，请把问题打成文字发来。",
}


def answer_unread(kind: str) -> Reply | None:
    """One friendly line for a message without words; None where the kind says nothing."""
    said = _LINES.get(kind)
    return Reply("help", said.rstrip("。"), said, evidence="none") if said else None
