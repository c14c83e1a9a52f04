"""Invented reports that the tests of echoes share: one, and ways in which others repeat it or do not."""

from amanat.core.echo import Report

SOURCE = """\
Two brothers were led out of the bakery in Old Mirat before the ovens had been lit, their neighbour Halka Benori said.
She saw a grey lorry without number plates, and four men who wore raincoats although the night was dry.

One of the men carried the shop's ledger under his arm. The younger brother, Tomir, had flour up to his elbows and asked
whether he might wash. Nobody answered him. On 14 May 2019 the lorry was found burnt out beside the canal at Severin.

"They took the apprentices' wages as well," Benori told the Mirat Lantern. "Eleven envelopes, and every one had a name
on it." The district prosecutor refused to register the complaint of the family because it had not been typed.
"""

REWORDED = """\
The brothers were led from the bakery in Old Mirat before anybody had lit the ovens, according to a neighbour, Khalka
Benory. She had seen four men in raincoats, on a dry night, and a grey lorry that had no number plates.

The younger one, Tomyr, asked if he might wash, for he had flour up to the elbows; nobody gave him an answer. Under his
arm one of the men carried the ledger of the shop. Beside the canal the lorry was found on 14 May 2019, burnt out.
"""

OTHERWISE = """\
I was the last customer. It was still dark in Old Mirat when I knocked for my rolls, and Tomir handed them to me through
the little window, joking about the price. When I came home I heard an engine and thought of the milk.

My aunt is their cousin. She has gone to Severin each week since May and asks at three desks. In June a clerk showed her
a photograph of a burnt vehicle and wanted to know whether she recognised the tyres.
"""

UNRELATED = """\
The harvest committee of the upper valley has postponed the drawing of lots for irrigation until the sluice has been
repaired. Farmers complained that the delay would cost them a second cut of lucerne, and asked for pumps.
"""

GLAZIER = """\
A tram left the rails in Glazier Street and came to rest in the window of a milliner. The driver bruised a knee, and
eleven hats were lost. Some blame frost on the points; the conductor blames the inspectors, who had oiled nothing since
the autumn fair. Service on the hill resumes when the glazier has swept the pavement.
"""

CLOCK = """\
The observatory has found that its clock was slow by a minute for nineteen years, and apologises to the sailors. The
error came to light when an apprentice compared it with a wireless set that her uncle had brought home. Pilots say that
they had long trusted the church bells more, which are rung by a man who owns no watch.
"""


def report(id, text=SOURCE, **told):
    return Report(id, text, **({"language": "en"} | told))


def lines(text):
    return [line for line in text.split("\n\n") if line.strip()]
