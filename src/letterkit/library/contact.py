"""Whether a text holds contact data, which facts/ never keeps."""

from __future__ import annotations

from letterkit.archive import mask


def has_contact_data(text: str) -> bool:
    """Say whether a telephone number or an e-mail address stands in a text."""
    return mask(text) != text
