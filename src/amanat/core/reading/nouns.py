"""Nouns for people and for bodies that act: which they are, how many, what gender they tell."""

from __future__ import annotations

from spacy.tokens import Token

from amanat.core.reading.names import Name
from amanat.core.reading.phrases import child, children, conjuncts
from amanat.core.reading.wordlists import noun_lemma, person_nouns, words

COUNSEL = frozenset({"lawyer", "attorney", "counsel", "solicitor", "advocate", "barrister"})
"""Who speaks for somebody, in court and to reporters."""
_AGENTIVE = ("er", "or", "ist", "ian", "ant", "eer", "man", "woman", "ee", "iff", "person", "yer")
_NOT_AGENTS = frozenset(
    (
        "adapter after altar anger answer banner banter barrier beaker beer bender blacklist bladder "
        "blister boiler border boulder buffer bulldozer bunker burger burner butter caliber cancer canter "
        "career carrier cellar center centre chamber chapter character charger chart charter chatter "
        "checklist cheer chopper cider cinder cleaver cliff cluster clutter coffee collar color committee "
        "computer consonant constant container cooler copter corner corridor counter covenant cover "
        "cracker crater crowbar cruiser cylinder dagger danger decree degree detector diameter diaper "
        "dinner disaster disorder dollar drawer dresser drier dryer either elephant elevator encounter "
        "error escalator excavator exterior extinguisher factor farther favor feather fee fender fetter "
        "fever fiber filter finger fire fist floor flyer fodder folder former foyer freezer freighter "
        "frontier gander gender generator gist glimmer grant grinder guarantee gutter halter hamburger "
        "hammer handover hanger hangover heater helicopter hopper horror humor hunger implant instant interior "
        "jubilee jumper knee labor ladder laser later latter lawsuit layer ledger letter levee lever "
        "lighter liner liquor list litter liver loader locker loudspeaker lumber makeover manner manor "
        "marker marquee matter melee member meteor meter mirror mist mixer molder moment monitor mortar "
        "motor murder newspaper number odor offer order other over oyster paper parlor patter pennant "
        "pepper perimeter phone pillar plant plaster platter pollutant poster powder power prayer pressure "
        "primer printer processor projector propeller property quadrant quarter radiator rather razor "
        "reactor receiver refrigerator register remainder reminder remnant restaurant river rotor router "
        "rubber rumor rumour sampler saucer scanner scooter screwdriver sector semester sensor server "
        "shatter shelter shortlist shoulder shower shutter skewer skyscraper slaughter slipper smelter "
        "smoulder solder spider splatter splendor splinter spree sprinkler stapler steamer sticker "
        "stopover stretcher stroller stupor sugar summer supper surrender sweater swelter takeover tanker "
        "tariff taser temper tender terror tether theater thunder timber toaster tower tractor trailer "
        "transfer transformer trawler tree tremor trigger trouser tumbler tumor tumour turnover twist "
        "twitter typewriter ulcer under vapor vapour vector vibrator vigor visor wafer waist warrant water "
        "weather welter whether whisper whitelist winter wonder wrapper wrist zipper"
    ).split()
)


def is_person_noun(token: Token) -> bool:
    if _is_adjective_of_people(token):
        return True
    if token.pos_ not in ("NOUN", "PROPN", "ADJ"):
        return False
    lemma = noun_lemma(token)
    if lemma in words("people", "quantity"):
        return False
    if token.pos_ == "ADJ" and lemma in person_nouns() and child(token, "det") is not None:
        return token.dep_ in ("appos", "attr", "nsubj", "nsubjpass", "dobj", "pobj", "ROOT")
    if token.pos_ == "ADJ":
        return token.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj") and lemma in _SO_CALLED
    return lemma in person_nouns()


_SO_CALLED = frozenset({"accused", "elderly", "wounded", "dead", "disappeared"})
_PARTICIPLES = frozenset(
    """missing injured deceased sick detained arrested kidnapped abducted imprisoned condemned convicted displaced
    bereaved disabled rescued freed captured killed slain wounded disappeared dead accused elderly released jailed
    interned exiled deported expelled tortured""".split()
)


def _is_adjective_of_people(token: Token) -> bool:
    """ "The missing", "the detained", "41 missing": those who are so."""
    if token.pos_ not in ("ADJ", "VERB", "NOUN") or token.lower_ not in _PARTICIPLES:
        return False
    if token.dep_ not in ("nsubj", "nsubjpass", "dobj", "pobj") or children(token, "aux", "auxpass", "nsubj"):
        return False
    before = children(token, "det", "nummod")
    return any(part.lower_ in ("the", "all", "these", "those") or part.pos_ == "NUM" for part in before)


def is_agent_noun(token: Token) -> bool:
    """A noun made to mean whoever does or is something ("a fitter", "the administrator"), single or with its
    number: the list of nouns for people can never be whole."""
    if token.pos_ != "NOUN" or token.dep_ not in (
        "dobj",
        "nsubjpass",
        "nsubj",
        "pobj",
        "conj",
        "appos",
        "attr",
    ):
        return False
    lemma = noun_lemma(token)
    return len(lemma) > 4 and lemma.endswith(_AGENTIVE) and lemma not in _NOT_AGENTS


def is_introduced_agent(token: Token) -> bool:
    """ "sentenced a fitter": somebody new, by a noun that no list holds."""
    determiner = child(token, "det")
    if determiner is None or determiner.lower_ not in ("a", "an") or not is_agent_noun(token):
        return False
    aged = any(part.lower_ in ("old", "aged") for part in token.subtree if part.i < token.i)
    return aged or token.dep_ in ("dobj", "nsubjpass", "nsubj")


def is_body_noun(token: Token) -> bool:
    """ "authorities", "the police", "the ministry": bodies that act and tell."""
    if token.pos_ != "NOUN" or token.dep_ in ("compound", "amod", "nmod"):
        return False
    lemma = token.lemma_.casefold()
    return (
        lemma in words("people", "government")
        or lemma in words("people", "media")
        or lemma in ("court", "troop", "soldier")
    )


def is_plural(noun: Token) -> bool:
    return (
        noun.tag_ in ("NNS", "NNPS")
        or _hides_plural(noun)
        or noun_lemma(noun) in words("people", "groups")
        or (noun.tag_ != "NN" and any(part.lower_ not in ("one", "1") for part in children(noun, "nummod")))
        or any(part.is_alpha and part.lower_ != "one" for part in children(noun, "nummod"))
    )


def _hides_plural(noun: Token) -> bool:
    """ "His nephews", which the tagger takes for a singular."""
    return (
        noun.tag_ == "NN" and noun.lower_.endswith("s") and noun_lemma(noun) not in (noun.lower_, noun.lemma_)
    )


def is_also(token: Token) -> bool:
    return any(part.lower_ == "also" for part in token.head.children) and token.head.lemma_ == "be"


def gender_of_noun(noun: Token) -> str | None:
    lemma = noun_lemma(noun)
    if lemma in words("people", "female"):
        return "f"
    if lemma in words("people", "male"):
        return "m"
    adjectives = {part.lower_ for part in children(noun, "amod", "compound")}
    return "f" if adjectives & {"female", "pregnant", "woman"} else "m" if "male" in adjectives else None


def descriptions(head: Token, name: Name) -> list[Token]:
    """Nouns that say what a named person is: in apposition, before the name, or as its predicate."""
    found = [part for part in head.children if part.dep_ == "appos"]
    for noun in list(found):
        if noun.pos_ != "PROPN":  # "Karim, his brother Omar and a porter": neither, as is "her driver"
            found.extend(part for part in conjuncts(noun)[1:] if not children(part, "poss"))
    found.extend(part for part in head.children if part.dep_ in ("compound", "nmod") and part.i < name.first)
    if head.dep_ == "appos":
        found.append(head.head)
    if head.dep_ == "nsubj" and head.head.lemma_ == "be":
        found.extend(part for part in head.head.children if part.dep_ == "attr")
    return found
