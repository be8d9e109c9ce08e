from __future__ import annotations

import pytest

from elephants.pictures.library import choose, choose_apart, fold, named, names, said, search
from elephants.pictures.shows import SHOWS


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("We meet in the church hall", "church"),
        ("In winter we meet in the library.", "library"),
        ("Anyone who needs one gets a bus pass.", "bus"),
        ("We come in by the side door.", "door"),
        ("The small room stays open and quiet.", "armchair"),
        ("Soup and bread", "soup"),
        ("I'm not sure", "question"),
        ("I am not sure", "question"),
        ("Stay here at the centre", "house"),
        ("Every Tuesday, 1 pm to 3.30 pm.", "calendar"),
        ("Two of us look after the hens each week.", "bird"),
        ("A low rail goes all around it.", "chat"),
        ("What do we call ourselves?", "chat"),
        ("They will ring back.", "phone"),
        ("A note on the kitchen door with a map", "door"),
        ("A path without steps", "wheelchair"),
        ("One small table stays by the window.", "table"),
        ("It is too loud. We turn the music down.", "hush"),
        ("Is there a socket to charge a phone?", "plug"),
        ("We ask the solicitor about our rights.", "law"),
        ("Somewhere safe for the pram", "safe"),
        ("Two BUSES to one CAFÉ", "bus"),
    ],
)
def test_words_choose_the_most_concrete_picture(line: str, name: str) -> None:
    assert choose(line) == name


def test_a_word_inside_another_chooses_nothing() -> None:
    assert choose("Carpets and starlings", "added") == choose("", "added")


@pytest.mark.parametrize(
    "section",
    ["talked", "decided", "added", "open", "cannot", "actions", "since", "celebrate", "next", "option", "question"],
)
def test_what_names_nothing_gets_the_calm_picture_of_its_section(section: str) -> None:
    chosen = choose("Xyzzy", section)
    assert chosen in names()
    assert chosen == choose("Plugh", section)


def test_an_unknown_section_or_name_is_never_an_error() -> None:
    assert choose("Xyzzy", "no such part") == "chat"
    assert named("no such picture").name == "chat"


def test_no_two_options_look_alike() -> None:
    options = ["The church hall", "The other church", "Xyzzy", "Plugh", "Foo", "Bar", "Baz", "Quux", "I am not sure"]
    chosen = choose_apart(options)
    assert len(set(chosen)) == len(options)
    assert chosen[0] == "church"
    assert chosen[-1] == "question"
    assert chosen == choose_apart(options)


def test_folding_takes_accents_capitals_and_marks_away() -> None:
    assert fold("  Café, ÉCLAIR; naïve!  ") == "cafe eclair naive"
    assert fold("Straße") == "strasse"


def test_each_word_chooses_its_own_picture() -> None:
    wrong = {
        (word, name, choose(word)) for name in names() for word in dict(named(name).words)["en"] if choose(word) != name
    }
    assert not wrong


def test_there_are_about_120_pictures_and_each_says_what_it_shows() -> None:
    assert 115 <= len(names()) <= 130
    assert set(SHOWS) == set(names())
    assert len(set(SHOWS.values())) == len(SHOWS), "no two may sound alike"
    assert said("bus") == "A bus"
    assert said("no such picture") == said("chat")
    assert all(len(words.split()) <= 8 and not words.endswith(".") for words in SHOWS.values())


def test_a_picture_is_found_by_what_it_shows_and_by_what_it_stands_for() -> None:
    assert search("") == names()
    assert search("chu") == ("church",)
    assert "fire" in search("heat")
    assert "basket" in search("food BANK")
    assert search("xyzzy") == ()
