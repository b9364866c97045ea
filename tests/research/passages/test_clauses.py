from tests.research.works import alone

from letterkit.research.matter.figures import figures
from letterkit.research.passages.clauses import clauses


def parts(text: str) -> list[str]:
    return [each.text for each in clauses(alone(text), lambda words: bool(figures(words)))]


def test_a_short_sentence_stays_whole():
    text = "Ten men were killed, and twelve women were injured."
    assert parts(text) == [text]


def test_a_long_one_is_parted_where_two_facts_stand():
    first = (
        "Two videos that were shared on several channels show that ten men were killed by soldiers in a field"
    )
    second = "another one that was found on a telephone shows that twelve women were beaten"
    assert parts(f"{first}, while {second}.") == [first, f"{second}."]
    assert parts(f"{first}; {second}.") == [first, f"{second}."]


def test_a_clause_that_comes_first_is_one():
    first = "While some twelve countries of the region have made a little progress by reforming their laws"
    second = "the others lack protection for 9,000 people who need it and have adopted nothing"
    assert parts(f"{first}, {second}.") == [first, f"{second}."]


def test_without_a_fact_on_both_sides_it_stays_whole():
    text = (
        "Two videos that were shared on several channels show that ten men were killed by soldiers in the "
        "field, while another one that was found on a telephone shows a burning house."
    )
    assert parts(text) == [text]


def test_a_list_and_a_bracket_are_not_cut():
    text = (
        "Twelve men (ten of whom were from the valley; two women who were there were let go) were taken "
        "to a camp that is forty kilometers from the border and that nobody was allowed to visit since May."
    )
    assert parts(text) == [text]


def test_what_somebody_was_doing_at_the_time_is_no_fact_of_its_own():
    text = (
        "Two reporters from the valley, whose telephones were tapped by ten people in an office of the army, "
        "while they were writing about twelve arrests in the mill of the village."
    )
    assert parts(text) == [text]
