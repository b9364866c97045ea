"""What every value of the store has in common."""

import copy
import pickle

import pytest

from letterkit.library.model import Figure, Name, Person, Sensitivity


def test_a_value_holds_what_it_was_given_and_the_defaults_of_its_class():
    person = Person(name="Ann")
    assert (person.name, person.variants, person.minor) == ("Ann", (), False)
    assert person.model_fields_set == {"name"}


def test_a_key_given_its_default_makes_no_difference():
    assert Sensitivity(graphic=0) == Sensitivity()
    assert hash(Sensitivity(graphic=0)) == hash(Sensitivity())
    assert Sensitivity(graphic=1) != Sensitivity()
    assert Person(name="Ann") != Figure(value=1, unit="Ann")


@pytest.mark.parametrize("given", [{}, {"name": "Ann", "age": 3}])
def test_a_value_that_lacks_a_key_or_has_another_is_a_mistake_of_ours(given):
    with pytest.raises(TypeError, match="Person: unknown"):
        Person(**given)


def test_a_value_cannot_be_changed_but_copied_with_changes():
    person = Person(name="Ann")
    with pytest.raises(AttributeError, match="make a copy"):
        person.name = "Bob"
    with pytest.raises(AttributeError):
        del person.name
    assert person.model_copy(update={"minor": True}) == Person(name="Ann", minor=True)
    assert not person.minor


def test_a_value_goes_through_pickle_and_copies_as_it_is():
    person = Person(name="Ann", variants=("Anna",))
    assert pickle.loads(pickle.dumps(person)) == copy.deepcopy(person) == person


def test_keys_are_named_as_in_the_files():
    assert Name.keys() == ["family", "given", "dropping-particle", "non-dropping-particle", "suffix"]


def test_a_value_shows_what_it_was_given():
    assert repr(Person(name="Ann")) == "Person(name='Ann')"
