"""A table that is worked out entry by entry."""

import pytest

from letterkit.library.derived import Derived


def test_only_what_is_asked_for_is_worked_out_and_each_once():
    asked = []
    lengths = Derived(["one", "three", ""], lambda name: asked.append(name) or len(name) or None)
    assert lengths["three"] == lengths["three"] == lengths.get("three") == 5
    assert asked == ["three"]


def test_a_name_for_which_there_is_nothing_is_not_in_it():
    lengths = Derived(["one", "three", ""], lambda name: len(name) or None)
    assert "" not in lengths
    assert lengths.get("", 7) == 7
    with pytest.raises(KeyError):
        lengths[""]
    assert lengths == {"one": 3, "three": 5}
    assert len(lengths) == 2
