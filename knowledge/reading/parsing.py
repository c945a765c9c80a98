"""A file's content -> Document, by the reader of its format. Runs in the reading process only."""

from collections.abc import Callable

from knowledge.errors import KnowledgeError, LimitExceeded, UnreadableFile
from knowledge.glossary import Document
from knowledge.reading.kinds import kind_of
from knowledge.reading.limits import Limits

Notice = Callable[[], None]


def parse(name: str, content: bytes, limits: Limits, before_ocr: Notice) -> Document:
    """Reads what is no plain text. `before_ocr` is called before characters are recognised.

    Whatever a library raises over a damaged file becomes one clear sentence.
    """
    try:
        return _read(name, content, limits, before_ocr)
    except Exception as error:
        raise sentence_for(error) from error


def sentence_for(error: Exception) -> KnowledgeError:
    """What to say of an error: libraries wrap the want of memory into errors of their own."""
    if _caused_by(error, MemoryError):
        return LimitExceeded("解析文件所需内存超过限制，不予读取")
    if _caused_by(error, RecursionError):
        return LimitExceeded("文件内部嵌套过深，不予读取")
    if isinstance(error, KnowledgeError):
        return error
    return UnreadableFile(f"文件已损坏，读不出内容（{type(error).__name__}）")


def _caused_by(error: object, kind: type[Exception], depth: int = 10) -> bool:
    """Whether an error is of a kind, or was raised from one or around one."""
    if isinstance(error, kind):
        return True
    if depth == 0 or not isinstance(error, BaseException):
        return False
    causes = (*error.args, error.__cause__, error.__context__)
    return any(_caused_by(cause, kind, depth - 1) for cause in causes)


def _read(name: str, content: bytes, limits: Limits, before_ocr: Notice) -> Document:
    """The heavy libraries are loaded for the format at hand only."""
    kind = kind_of(content, limits)
    if kind == "docx":
        from knowledge.reading.word import read_docx

        return read_docx(name, content, limits)
    if kind == "html":
        from knowledge.reading.page import read_html

        return read_html(name, content, limits)
    if kind == "xlsx":
        from knowledge.reading.workbook import read_xlsx

        return read_xlsx(name, content, limits)
    if kind == "pdf":
        from knowledge.reading.pdf import read_pdf

        return read_pdf(name, content, limits, before_ocr)
    if kind == "odt":
        from knowledge.reading.opendocument import read_odt

        return read_odt(name, content, limits)
    if kind == "ofd":
        from knowledge.reading.ofd import read_ofd

        return read_ofd(name, content, limits)
    if kind == "image":
        from knowledge.reading.scan import read_image

        return read_image(name, content, limits, before_ocr)
    from knowledge.reading.legacy import read_legacy

    return read_legacy(name, content, limits, kind)
