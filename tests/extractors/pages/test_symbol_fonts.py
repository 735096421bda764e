"""Boxes and ticks of fonts that have signs in the places of letters."""

import pytest

from extractors.pages.symbol_fonts import has_signs, signs_told


@pytest.mark.parametrize(
    ("font", "printed", "sign"),
    [
        ("ABCDEF+Wingdings-Regular", "o", "☐"),
        ("Wingdings", "\uf0fe", "☑"),
        ("Wingdings", "\uf078", "☒"),
        ("ABCDEF+Wingdings2", "R", "☑"),
        ("Wingdings 2", "\uf0a3", "☐"),
        ("Webdings", "c", "☐"),
        ("ZapfDingbats", "❏", "☐"),
        ("Wingdings", "\uf0a7", "\uf0a7"),
        ("Wingdings", "☒", "☒"),
    ],
)
def test_a_sign_is_told_by_its_font(font, printed, sign):
    assert has_signs(font)
    assert signs_told(printed, font) == sign


@pytest.mark.parametrize("font", ["Helvetica", "ABCDEF+Calibri-Bold", "Symbol"])
def test_other_fonts_have_letters(font):
    assert not has_signs(font)
