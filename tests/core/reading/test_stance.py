"""Whether it happened, did not, may, shall or must: a table of sentences with kind, polarity and modality."""

from __future__ import annotations

import pytest

HELD = [
    ("Friends fear that Omar may be handed over to Russia.", "threat", "affirmed", "feared"),
    ("Please release my brother.", "release", "affirmed", "demanded"),
    ("I want the prisoners to be released.", "release", "affirmed", "demanded"),
    ("The government wants to deport Omar.", "threat", "affirmed", "planned"),
    ("Should Omar be arrested, his family will be left without income.", "detention", "affirmed", "possible"),
    ("The European Union called for Omar to be freed.", "release", "affirmed", "demanded"),
    ("Omar has not been charged; the ministry denied the report.", "prosecution", "denied", "asserted"),
    ("Omar was charged in May; a judge dismissed the case.", "prosecution", "affirmed", "asserted"),
    ("Omar was never beaten.", "torture", "denied", "asserted"),
    ("No one was killed.", "killing", "denied", "asserted"),
    ("None of the men was beaten.", "torture", "denied", "asserted"),
    ("Police refused to release Omar.", "release", "denied", "asserted"),
    ("Omar is expected to be deported on Monday.", "threat", "affirmed", "planned"),
    ("Omar is to be executed on Friday.", "killing", "affirmed", "planned"),
    ("Omar faces deportation to China.", "threat", "affirmed", "feared"),
    ("If Omar is deported, he will be tortured.", "torture", "affirmed", "possible"),
    ("He is thought to have been killed.", "killing", "affirmed", "possible"),
    ("Police were about to arrest his sister.", "detention", "affirmed", "planned"),
    ("Omar was arrested on Monday and let go the same day.", "release", "affirmed", "asserted"),
    ("Let Omar go home.", "release", "affirmed", "demanded"),
    ("He'd been beaten with cables.", "torture", "affirmed", "asserted"),
    ("Her name is on a list of people to be deported.", "threat", "affirmed", "planned"),
    ("Activists demand that Omar be released.", "release", "affirmed", "demanded"),
    ("The UN urged Iran to release Omar immediately.", "release", "affirmed", "demanded"),
    ("Omar must be released.", "release", "affirmed", "demanded"),
    ("Authorities should stop torturing prisoners.", "torture", "denied", "demanded"),
    ("It is unclear whether Omar was tortured.", "torture", "affirmed", "possible"),
    ("There is no evidence that Omar was beaten.", "torture", "denied", "asserted"),
    ("Omar was nearly killed.", "killing", "denied", "asserted"),
    ("He was not only beaten but also raped.", "torture", "affirmed", "asserted"),
    ("There are fears that Omar will be tortured.", "torture", "affirmed", "feared"),
    ("His mother is afraid that he has been killed.", "killing", "affirmed", "feared"),
    ("Without being charged, Omar was held for two years.", "prosecution", "denied", "asserted"),
    ("Had Omar returned, he would have been arrested.", "detention", "affirmed", "possible"),
    ("Omar was reportedly beaten.", "torture", "affirmed", "asserted"),
    # refused, failed, undone, forbidden
    ("No charges have been brought against Omar.", "prosecution", "denied", "asserted"),
    ("There was no evidence that Omar had been tortured.", "torture", "denied", "asserted"),
    ("Omar has yet to be charged.", "prosecution", "denied", "asserted"),
    ("Not one soldier was prosecuted.", "prosecution", "denied", "asserted"),
    ("Omar would spend a year and a half in prison.", "detention", "affirmed", "asserted"),
    ("Guards would beat Omar every night.", "torture", "affirmed", "asserted"),
    ("Omar would spend a year in prison if he went back.", "detention", "affirmed", "possible"),
    ("Guards would not release Omar.", "release", "denied", "asserted"),
    ("Omar refused the offer and was arrested.", "detention", "affirmed", "asserted"),
    # demanded
    ("Lawyers filed a petition for the release of Omar.", "release", "affirmed", "demanded"),
    ("A motion for the release of Omar has not been answered.", "release", "affirmed", "demanded"),
    ("The appropriate remedy would be to release Omar immediately.", "release", "affirmed", "demanded"),
    ("The State is under an obligation to release Omar.", "release", "affirmed", "demanded"),
    ("That Omar be released without delay.", "release", "affirmed", "demanded"),
    ("They asked that the request be rejected and Omar be freed.", "release", "affirmed", "demanded"),
    ("Let Omar be released.", "release", "affirmed", "demanded"),
    # feared, possible
    ("Omar is at risk of torture.", "torture", "affirmed", "feared"),
    ("The threat that Omar would be tortured was real.", "torture", "affirmed", "feared"),
    ("Was Omar tortured?", "torture", "affirmed", "possible"),
    ("Omar can be deported at any time.", "threat", "affirmed", "possible"),
    ("He was held on suspicion of torturing Omar.", "torture", "affirmed", "possible"),
    # planned
    ("Two officers to be tried over the death of Omar.", "prosecution", "affirmed", "planned"),
    ("Police were going to arrest Omar.", "detention", "affirmed", "planned"),
    ("The trial of Omar begins on Monday.", "prosecution", "affirmed", "planned"),
    # named as known, imposed, or told by what was not done
    ("Neither government has acknowledged the killing of Omar.", "killing", "affirmed", "asserted"),
    ("An inquiry into the killing of Omar was never opened.", "killing", "affirmed", "asserted"),
    ("The court ordered the detention of Omar.", "detention", "affirmed", "asserted"),
    ("The court ordered the release of Omar.", "release", "affirmed", "planned"),
    ("Omar was the first teacher to be arrested.", "detention", "affirmed", "asserted"),
    ("His lawyer asked them to disclose where Omar is held.", "detention", "affirmed", "asserted"),
    # plain all the same
    ("Why was Omar arrested?", "detention", "affirmed", "asserted"),
    ("Omar was not beaten after he was arrested.", "detention", "affirmed", "asserted"),
    ("Police rejected his complaint and arrested Omar.", "detention", "affirmed", "asserted"),
]


@pytest.mark.parametrize(("text", "kind", "polarity", "modality"), HELD, ids=[row[0] for row in HELD])
def test_how_it_is_held(text, kind, polarity, modality, reading):
    held = [
        (str(claim.polarity), str(claim.modality))
        for claim in reading(text).claims
        if claim.kind.startswith(kind)
    ]
    assert (polarity, modality) in held
