"""Words in a picture: the room they take, and where they break."""

from equality.charts.screen.text import TextStyle, balanced, text_width, wrapped

STYLE = TextStyle(10, "")


def test_figures_take_more_room_than_narrow_letters_and_less_than_wide_ones() -> None:
    assert text_width("illi", STYLE) < text_width("1234", STYLE) < text_width("MWMW", STYLE)
    assert text_width("12", TextStyle(10, "", bold=True)) > text_width("12", STYLE)


def test_no_line_is_wider_than_it_may_be_and_no_word_is_lost() -> None:
    words = "not distinguishable from chance"
    lines = wrapped(words, 90, STYLE).split("\n")
    assert all(text_width(line, STYLE) <= 90 for line in lines)
    assert " ".join(lines) == words
    assert len(lines) == 2


def test_no_word_stands_alone_on_the_last_line_where_two_could() -> None:
    words = "Clinical: 5 and below into 6 and 7"
    most = text_width("Clinical: 5 and below into 6 and", STYLE)
    assert wrapped(words, most, STYLE).endswith("\n7")
    first, second = balanced(words, most, STYLE).split("\n")
    assert abs(text_width(first, STYLE) - text_width(second, STYLE)) < most / 2
