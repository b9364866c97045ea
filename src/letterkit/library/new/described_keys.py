"""What each key of the store is for, in the words that an editor shows: by `Model.key`, or by `key` alone."""

from __future__ import annotations

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "id": (
        "The name that other files use: small letters and digits, joined by single hyphens. A file is "
        "named after it."
    ),
    "note": "For the next editor; never printed.",
    "name": "As letters print it.",
    "title": "As printed.",
    "parties": "Ids of parties.yaml.",
    "valid_from": "The first day on which it may be used: YYYY-MM-DD.",
    "valid_until": "The last day on which it may be used: YYYY-MM-DD.",
    "review_by": "After this day somebody must look at it again: drafting warns.",
    "quote": "The exact words of the source.",
    "date": "YYYY-MM-DD.",
    "start": "The first day, YYYY-MM-DD.",
    "end": "The last day, YYYY-MM-DD.",
    "salutation": "How the letter greets.",
    "address": (
        "The lines of the address, from a source. Without one a visible [street address] is printed."
    ),
    # library.yaml
    "Named.name": "What the library is called.",
    "Named.format": "The format of the files: 1.",
    # sources
    "Source.type": "The type in CSL's words: webpage, report, article, personal_communication …",
    "Source.title-short": "Used where a note cites the source again.",
    "Source.publisher": "The organisation that published it.",
    "Source.author": "Persons, where the work names them as its authors.",
    "Source.issued": (
        "When it was published, in its own offset: 2020-10-05T16:57:07+00:00, a day, or a month or year "
        "where no more is known. No letter of an earlier day cites it."
    ),
    "Source.dated": "The date that a letter bears, where it differs from the day of publication.",
    "Source.URL": "Its address; left out when unknown, never guessed.",
    "Source.kind": "What it is, in a few words: report, news release, letter …",
    "Source.rank": (
        "primary; relay, which tells what others said; own-letter, cited only where nothing better is there."
    ),
    "Source.genre": "What a note says it is: News release.",
    "Source.number": "The index number of the document.",
    "Source.container-title": "What it appeared in.",
    "Source.recipient": "To whom a letter went.",
    "Source.language": "en, fr …",
    "Source.originals": (
        "The archived bytes in seeds/, the latest last. `letterkit sources add` writes this."
    ),
    "Source.accessed": "The day on which it was read at its address.",
    "Source.csl": "What else a reference manager says of it.",
    "Original.document": "The file's name in seeds/.",
    "Original.sha256": "The digest of the file; the original is never edited.",
    "Original.item": ("Which work of the document it is, where it holds several: the link of a feed's item."),
    "Original.text_sha256": "The digest of the text that is read from it.",
    "Original.accessed": "The day on which it was taken from its address.",
    "Original.kind": "How it is read, where the file does not tell.",
    "Original.guid": "The feed's own name for the item.",
    "Name.family": "The family name.",
    "Name.given": "Given names.",
    "Name.dropping-particle": "A particle that sorting passes over: `de` in de Gaulle.",
    "Name.non-dropping-particle": "A particle that sorting keeps: `van` in van Gogh.",
    "Name.suffix": "Jr., III.",
    # claims
    "ClaimFile.source": (
        "The id of the source that all claims of the file rest on; the file is named after it."
    ),
    "ClaimFile.claims": "In the order of the source.",
    "ClaimFile.uncited": "Passages that no claim rests on, each with its reason.",
    "Claim.source": "The id of its source; it stands once, above all claims.",
    "Claim.id": (
        "3 to 29 characters, unique over all files: small letters and digits, joined by single hyphens."
    ),
    "Claim.claim": (
        "One sentence in your own words that stands alone: absolute dates, every hedge, figure and "
        "qualifier, the speaker."
    ),
    "Claim.follow": (
        "The same sentence where the one before has set what it leaves out: place, date or speaker."
    ),
    "Claim.quotes": (
        "Exact words of the source, each inside one paragraph and found once; together they carry the claim."
    ),
    "Claim.topics": "Ids of topics, the main one first.",
    "Claim.role": "The part it plays in a letter.",
    "Claim.parties": (
        "Whom the sentence holds responsible; [] where the source names nobody: never fill it in."
    ),
    "Claim.party_from": ("heading, where only the sub-heading directly above holds somebody responsible."),
    "Claim.happened": "A day, a month, a year, or two of them with a slash: 2020-10-03/2020-10-04.",
    "Claim.place": "Where, by its usual name.",
    "Claim.certainty": (
        "How surely the source says it; the weakest part counts. A letter never says it more surely."
    ),
    "Claim.component_certainty": ("Where parts differ: event, weapon, location, author, intent, toll."),
    "Claim.attributed_to": ("Who says so; needed unless verified, documented, background or legal-norm."),
    "Claim.figures": "Every number that counts something.",
    "Claim.sensitivity": "What could harm a reader or somebody named.",
    "Claim.supersedes": "Claims that this one replaces from the day its source appeared.",
    "Claim.conflicts_with": (
        "Claims that tell it differently; a letter that uses one names the other in the note."
    ),
    "Claim.same_as": "Claims that state the same fact; a letter uses one of them.",
    "Claim.lead_in": "The claim that is told directly before this one.",
    "Claim.pair": "The claim that this one never goes without.",
    "Claim.persons": "Who is named in it; a status is a dated fact.",
    "Claim.weight": (
        "0 to 3: which claims a letter takes first; 0 keeps it out unless it is included by name."
    ),
    "Figure.value": "Digits alone, with a point before decimals.",
    "Figure.unit": "What it counts: civilians killed.",
    "Figure.qualifier": "The source's own limit: at least, more than, up to, around …",
    "Sensitivity.graphic": (
        "0 nothing, 1 death stated, 2 violence, 3 method or mutilation, 4 gore. Letters take up to 2."
    ),
    "Sensitivity.privacy": "It tells of somebody's private life.",
    "Sensitivity.minor": "A living child could be recognised.",
    "Sensitivity.suicide": "It tells of a suicide.",
    "Sensitivity.sexual": "It tells of sexual violence.",
    "Sensitivity.hate_speech": "It repeats words of hate.",
    "Person.name": "The spelling that letters use.",
    "Person.variants": "Other spellings, of sources.",
    "Person.pseudonym": "The source has changed or cut the name.",
    "Person.minor": "A child.",
    "Person.status": "Detained, released, convicted …",
    "Person.status_as_of": "The day on which that was so.",
    "Person.role": "What the person is.",
    "Uncited.reason": "Why no claim rests on it: forecast, rhetoric, hearsay …",
    # parties
    "Party.adjective": "Armenian, in “Armenian forces”.",
    "Party.people": "How its people are called.",
    "Party.forms": "How sources name it.",
    # topics
    "Topic.conflict": "Whether letters must cover each party.",
    "Topic.one_sided": "The recorded reason why letters do not.",
    "Topic.stance": "What goes on from the sender's statement of impartiality, in one sentence.",
    "Topic.draws_on": "Topics whose claims the body takes, the nearest first.",
    "Topic.secondary": "Topics of the one further concern.",
    "Topic.words": "How long a letter may be.",
    "Topic.phases": "Stretches of time with their own wording.",
    "Topic.terms": "Words that templates of this topic use.",
    "Topic.wording": (
        "By phase and audience, `any` for all: how the subject line and the opening sentence end."
    ),
    "Topic.plan": "What fills the blocks of the letter, in order.",
    "Topic.instruments": "Treaties and laws, as far as claims carry them.",
    "Topic.asks": "What letters ask for, by audience.",
    "Phase.until": "The last day of the phase; the last phase has none.",
    "Wording.at_occasion": "The same for letters that hang on an event.",
    "subject": "What the letter asks for, to end the subject line.",
    "opening": "What it asks for, to end the opening sentence.",
    "Slot.block": "The block of the template that it fills.",
    "Slot.roles": ("The roles of the claims it takes; without roles the block is the template's own."),
    "Slot.topics": "Their topics; else those the topic draws on.",
    "Slot.party": (
        "The one side that they hold responsible; both, where they name several; none, where they name none."
    ),
    "Slot.about": "The only parties that they may name; none, for claims that name nobody.",
    "Slot.take": "At most so many.",
    "Slot.keep": "So many stay when the letter is too long.",
    "Slot.secondary": "It takes claims of the secondary topics.",
    "Slot.within": "They must also carry one of the topics that the topic draws on.",
    "Slot.newest": "The latest report comes before the weightiest claim.",
    "Slot.joins": "It goes on in the paragraph before.",
    "Slot.one_source": "It keeps to one report.",
    "Slot.prefer": "Claims that it takes before all others, the first of them first.",
    "Slot.audiences": "Only in letters to these.",
    "Slot.phases": "Only in these phases.",
    "Instrument.bound": "Ids of parties that it binds.",
    "Instrument.claims": "The claims that carry it.",
    "Ask.text": "An imperative that the addressee can act on, without a final stop.",
    "Ask.grounds": "The claims that it rests on.",
    "Ask.basis": "seed, where a source asks for it; derived, where it follows from claims.",
    "Ask.committees": "Committees of Congress, by code (SSAP), for whose members it comes first.",
    # recipients
    "Recipient.name": "The office as lists show it.",
    "Recipient.audience": "Whose asks and template the letter takes.",
    "Recipient.form": "The form of address, an id of forms.yaml.",
    "Recipient.office": "The office in the address: Assistant Secretary.",
    "Recipient.jointly": "Further offices of the same body, each an addressee of the same letter.",
    "Recipient.bureau": "The bureau in the address.",
    "Recipient.organisation": "The department, ministry or body.",
    "Recipient.called": "How a sentence names the addressee: the Department of State.",
    "Recipient.country": "The country in the address.",
    "Recipient.address_source": "The source that shows the address.",
    "Recipient.delivery": "The delivery line: Via e-mail.",
    "Recipient.holders": "Who held the office, with the days on which a source shows it.",
    "Recipient.counterpart": "The office on the other side that the sister letter goes to.",
    "Recipient.claims": "Claims that join every letter to it.",
    "Recipient.as_of": "The day of the data that an import made it from.",
    "Recipient.person": "The code of who holds a seat of Congress.",
    "Recipient.committee": "The code of the committee that the office leads.",
    "Recipient.committees": "The committees on which the person sits.",
    "Recipient.leadership": "Offices that a chamber gives its member.",
    "Holder.name": "The full name.",
    "Holder.surname": "The part of the name that the salutation uses.",
    "Holder.office": "The office as held: Acting Assistant Secretary.",
    "Holder.honorific": "The Honorable, His Excellency …",
    "Holder.title": "The highest title held, for the salutation.",
    "Holder.shown_on": "Days on which a source shows the person there; used within 30 days of one.",
    "Holder.listed_on": "The day of a list that names the person.",
    "Holder.terms": "Whole stretches of time in a seat.",
    "Holder.address": "In place of the office's address.",
    "Holder.salutation": "In place of the form's salutation.",
    "Shown.source": "The id of the source that shows it.",
    "Term.chamber": "senate or house.",
    "Term.state": "Two capital letters.",
    "Term.district": "0 for the whole state.",
    "Term.class": "The class of a senator.",
    "Term.party": "The party that the member sits for.",
    "Assignment.committee": "The committee's code: SSFR.",
    "Assignment.role": "The part on the committee.",
    "Leadership.office": "Majority Leader …",
    "Leadership.title": "The title that goes with it.",
    # forms
    "Form.name": "For whom it is.",
    "Form.honorific": "What stands before the name.",
    "Form.with_holder": (
        "Lines of the address with a holder: {honorific}, {name}, {surname}, {title}, {office}."
    ),
    "Form.office_only": "Lines of the address without a holder.",
    "Form.salutation": "With a holder: Dear {title} {surname}:",
    "Form.salutation_office_held": "With a holder, for senders that greet the office.",
    "Form.salutation_office": "Without a holder.",
    "Form.close": "The complimentary close.",
    "Form.running": "The addressee in the head of page 2.",
    # senders
    "Sender.constituency": "On whose behalf: our members across the United States.",
    "Sender.stance": "The statement of impartiality.",
    "Sender.salutation": ("title, to greet by the highest title held; office, to greet by the office."),
    "Sender.signatories": "Who signs by hand.",
    "Sender.coalition": "Who joins them in a list.",
    "Sender.enclosures": "What lies with the letter.",
    "Sender.copies": "Who gets copies.",
    "Signatory.name": "A text in square brackets is a placeholder that somebody must replace.",
    "Signatory.title": "The title below the name.",
    "Signatory.organisation": "Where it is not the sender.",
    "Signatory.kind": "What is counted in a coalition.",
    "Signatory.footnote": "Printed below the list.",
    "Signatory.sort_as": "Overrules the alphabet.",
    # occasions
    "Occasion.title": "What it is called.",
    "Occasion.phrase": "How a sentence names it: the October 23 meetings.",
    "Occasion.principal": "Who of the addressee's side takes part.",
    "Occasion.guests": "Whom the addressee meets.",
    "Occasion.recipients": "Ids of the offices whose letters it fits.",
    "Occasion.topics": "Ids of the topics whose letters it fits.",
    "Occasion.shown": "The source that shows it.",
    "Guest.name": "The full name.",
    "Guest.office": "The office: Minister of Foreign Affairs.",
    "Guest.of": "The state or body that the office serves.",
}


def words(model: str, key: str) -> str | None:
    """Return what a key of a model is for."""
    return WORDS.get(f"{model}.{key}") or WORDS.get(key)
