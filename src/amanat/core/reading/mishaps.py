"""Harm with nobody in power in it: a lorry, a flood, a snake, a disease, a tax that "is killing them".

What a thing or a beast does to people is no act of the vocabulary. What carries or serves those in power is none of
these: an army lorry runs people over by somebody's will.
"""

from __future__ import annotations

from spacy.tokens import Token

from amanat.core.reading.phrases import children, is_passive, prepositions

_VIOLENT = frozenset(("killing", "torture and ill-treatment", "sexual violence"))
_VEHICLES = """lorry truck car bus train tram taxi minibus matatu motorcycle motorbike scooter bicycle tractor trailer
    tuk-tuk"""
_BEASTS = """snake cobra viper crocodile elephant lion leopard tiger bear bull buffalo cow hippo hippopotamus hyena wolf
    boar shark bee scorpion jellyfish mosquito"""
_WEATHER = """flood floodwater storm thunderstorm lightning landslide mudslide avalanche earthquake quake tremor cyclone
    hurricane typhoon tornado tsunami drought wave current heatwave rain snow frost"""
_SICKNESS = (
    "cholera malaria measles typhoid dengue ebola covid covid-19 coronavirus influenza flu cancer virus"
)
_TROUBLES = (
    "tax price inflation debt traffic city weather boredom rumour rumor commute suspense curiosity heat"
)
_POWERLESS = frozenset(f"{_VEHICLES} {_BEASTS} {_WEATHER} {_SICKNESS} {_TROUBLES}".split())
_ACCIDENTS = frozenset(
    f"""crash collision derailment shipwreck pile-up stampede epidemic pandemic outbreak landslip wreck
    {_WEATHER}""".split()
) - {"current", "wave", "frost", "rain", "snow"}
_ARMED = frozenset(
    """army military police armoured armored government security patrol prison soldier guard officer official militia
    unmarked""".split()
)


def is_mishap(kind: str, trigger: Token, clause: Token) -> bool:
    """Whether what is told of was nobody's doing, by its doer or its cause."""
    if kind not in _VIOLENT:
        return False
    verb = trigger if trigger.pos_ == "VERB" else clause
    doers = [thing for word, thing in prepositions(verb) if word == "by"]
    doers = doers if is_passive(verb) else [*doers, *children(verb, "nsubj")]
    if verb.dep_ == "relcl" and any(doer.tag_ in ("WDT", "WP") for doer in doers):
        doers.append(verb.head)  # "the flood that killed six"
    if any(doer.lemma_.casefold() in _POWERLESS and not _serves_power(doer) for doer in doers):
        return True
    causes = [thing for word, thing in prepositions(verb) if word in ("in", "during")]
    return kind == "killing" and any(cause.lemma_.casefold() in _ACCIDENTS for cause in causes)


def _serves_power(thing: Token) -> bool:
    """ "A police van", "the soldiers' lorry", "a lorry full of soldiers", "a car driven by an officer"."""
    return any(inner.lemma_.casefold() in _ARMED for inner in thing.subtree)
