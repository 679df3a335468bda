"""How much each thing that two records share is worth: all the numbers of likeness stand here.

A shared difficulty outweighs everything else together, since a reader comes with it.
"""

from __future__ import annotations

DIFFICULTY = 40
"""One difficulty of both: more than subject, grades, audience and words together."""
MAIN = 6
"""It is the first of both: authors name first what a record is made for."""
ANOTHER = 12
"""Each further difficulty of both, up to `MOST_OTHERS`: such records do the same work."""
MOST_OTHERS = 2
SUBJECT = 12
"""A subject of both: a practice is carried over as it is, not by analogy."""
GRADES = 8
"""A grade of both."""
NEAR_GRADES = 4
"""Grades next to each other: half of that; the step between them is small."""
LEVEL = 4
"""A level of education of both, where one does not say its grades."""
AUDIENCE = 3
"""A reader of both: it breaks ties, hardly more."""
WORDS = 8
"""Texts of which a fifth is the same: as much as a grade; such texts are about the same thing."""
ALIKE = 5
"""One part of so many that two texts share makes them as like as can be told."""
TELLING = 3
"""Without a shared difficulty a shared subject must be borne out by words of this weight: two, one of them in
both titles, or three. Fewer are shared by chance. A word of both titles weighs two, any other one."""
TELLING_WORDS = 2
"""So many common words are named as a reason, or one of both titles."""
MOST_WORDS = 3
"""So many of them are named: nouns, which tell most."""
