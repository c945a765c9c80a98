"""XML from outside is parsed without entities and within bounds."""

import pytest

from knowledge.errors import LimitExceeded, UnreadableFile
from knowledge.reading import Limits
from knowledge.reading.markup import attribute, parse_xml


def test_names_lose_their_namespace() -> None:
    root = parse_xml(b'<w:p xmlns:w="urn:w" w:val="1"><w:t>a</w:t></w:p>', Limits())

    assert (root.tag, root[0].tag, attribute(root, "val"), attribute(None, "val")) == (
        "p",
        "t",
        "1",
        "",
    )


@pytest.mark.parametrize(
    ("xml", "words"),
    [
        (b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "实体"),
        (b'<!DOCTYPE a SYSTEM "http://example.com/a.dtd"><a/>', "实体"),
        (b"<a><b></a>", "损坏"),
        (b"", "损坏"),
        (b'<?xml version="1.0" encoding="nowhere"?><a/>', "损坏"),
    ],
)
def test_entities_and_damage_are_refused(xml: bytes, words: str) -> None:
    with pytest.raises(UnreadableFile, match=words):
        parse_xml(xml, Limits())


def test_deep_and_large_trees_are_refused() -> None:
    with pytest.raises(LimitExceeded, match="嵌套超过 5 层"):
        parse_xml(b"<a>" * 6 + b"</a>" * 6, Limits(depth=5))
    with pytest.raises(LimitExceeded, match="元素超过 5 个"):
        parse_xml(b"<a>" + b"<b/>" * 6 + b"</a>", Limits(elements=5))
