"""XML from outside -> a tree of plain names, without entities, bounded in depth and size."""

from typing import Any
from xml.etree.ElementTree import Element, ParseError, TreeBuilder

from knowledge.errors import LimitExceeded, UnreadableFile
from knowledge.reading.limits import Limits


def parse_xml(content: bytes, limits: Limits) -> Element:
    """The root of an XML document; names lose their namespace: "{…main}p" -> "p".

    Entities, document types and references to other files are refused, so is a tree deeper or
    larger than any office program writes.
    """
    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import DefusedXMLParser

    parser = DefusedXMLParser(target=_PlainTree(limits), forbid_dtd=True)
    try:
        parser.feed(content)
        root: Element = parser.close()
    except DefusedXmlException as error:
        raise UnreadableFile("文件内含实体定义，疑似攻击文件，不予读取") from error
    except (ParseError, ValueError, LookupError) as error:
        raise UnreadableFile("文件内部结构已损坏") from error
    return root


def attribute(element: Element | None, name: str, default: str = "") -> str:
    """An attribute of an element that may be missing."""
    return default if element is None else element.get(name, default)


class _PlainTree(TreeBuilder):
    """Builds the tree and counts as it grows."""

    def __init__(self, limits: Limits) -> None:
        super().__init__()
        self._limits = limits
        self._depth = 0
        self._elements = 0

    def start(self, tag: Any, attrs: Any, /) -> Element:
        self._depth += 1
        self._elements += 1
        if self._depth > self._limits.depth:
            raise LimitExceeded(f"文件内部嵌套超过 {self._limits.depth} 层，不予读取")
        if self._elements > self._limits.elements:
            raise LimitExceeded(f"文件内部元素超过 {self._limits.elements:,} 个，不予读取")
        return super().start(_plain(tag), {_plain(key): value for key, value in attrs.items()})

    def end(self, tag: Any, /) -> Element:
        self._depth -= 1
        return super().end(_plain(tag))


def _plain(name: str) -> str:
    return name.rpartition("}")[2]
