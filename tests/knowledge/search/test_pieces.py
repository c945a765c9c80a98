"""Pieces: whole sentences, headed by the beginning, nothing lost."""

from hypothesis import given
from hypothesis import strategies as st

from knowledge.search.pieces import HEAD, SIZE, pieces


def test_a_short_text_is_its_only_piece() -> None:
    assert pieces("全区知名品牌32个。") == ["全区知名品牌32个。"]


def test_later_pieces_are_headed_by_the_beginning() -> None:
    text = "关于停车的办法。" + "每个车位都要划线。" * 100

    found = pieces(text)

    assert len(found) > 2
    assert all(piece.startswith(text[:HEAD] + "\n") for piece in found[1:])
    assert all(piece.endswith("。") for piece in found)


@given(st.text(alphabet="停车位。；\n", max_size=1500))
def test_no_character_is_lost_and_no_piece_is_long(text: str) -> None:
    found = pieces(text)

    assert found[0] + "".join(piece[HEAD + 1 :] for piece in found[1:]) == text
    assert all(len(piece) <= SIZE + HEAD + 1 for piece in found)
