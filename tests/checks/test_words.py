from letterkit.checks.words import own_words, split_sentences, stems


def test_what_is_quoted_is_blanked_out_in_its_place():
    assert own_words("He said “we saw it” today.") == "He said             today."


def test_stems_join_forms_of_a_word_and_leave_out_the_small_ones():
    assert stems("The munitions were used there") == stems("a munition that they used") == {"munit", "used"}
    assert stems("Azerbaijan’s and the") == {"azerb"}


def test_initials_times_and_the_united_states_end_no_sentence():
    text = "Philip T. Reeker came at 1:30 p.m. Local time. The U.S. Senate met. “It rose.” Then it fell."
    assert split_sentences(text) == [
        "Philip T. Reeker came at 1:30 p.m. Local time.",
        "The U.S. Senate met.",
        "“It rose.”",
        "Then it fell.",
    ]
