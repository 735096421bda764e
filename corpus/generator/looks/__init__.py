"""Looks: how authorities' documents look. Each producer's package offers LOOKS and typeset()."""
