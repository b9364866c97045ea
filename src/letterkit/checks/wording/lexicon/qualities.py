"""Describing words that say something a letter could be asked about."""

from typing import Final

# Describing words whose exchange makes another statement.
QUALITIES: Final = """
civilian-adj: non-military
residential: residential
rural: rural
urban: urban
populated: populated inhabited
crowded: busy crowded bustling
empty: empty deserted
unexploded: unexploded undetonated
exploded: exploded
unguided: unguided
guided: guided
heavy-weapon: heavy-calibre
wide-area: wide-area
inaccurate: inaccurate imprecise
precise: precise accurate
internationally: internationally
banned-adj: illicit
private: private
public: public
independent: independent
joint: joint
foreign: foreign
domestic: domestic
military: military
political: political
humanitarian: humanitarian
medical: medical
ethnic: ethnic
breakaway: breakaway separatist secessionist self-proclaimed unrecognized
disputed: disputed contested
de-facto: de-facto
sovereign: sovereign
armed: armed
unarmed: unarmed
wounded-adj: walking
young: young
old: old aged
elderly-adj: geriatric
pregnant: pregnant
disabled: disabled
male: male
female: female
anonymous: anonymous unnamed
official-adj: formal
unofficial: unofficial informal
credible: credible reliable
unreliable: unreliable dubious
new: new
last: last
next: following
on-the-ground: on-the-ground on-site field
remote: remote
temporary: temporary
permanent: permanent
voluntary: voluntary
forced: forced
full: full
regional: regional
guilty: guilty culpable
innocent: innocent blameless
unilateral: unilateral
bilateral: bilateral
tripartite: tripartite trilateral three-party
multilateral: multilateral
lawful: lawful legal legitimate
true: true
false: false untrue
necessary: necessary
essential: essential vital crucial
partial: partial incomplete
impartial: impartial unbiased
fair: fair
transparent: transparent
prompt: prompt swift
effective: effective
ineffective: ineffective
safe: safe secure
unsafe: unsafe insecure
available: available
unavailable: unavailable
accessible: accessible
similar: similar comparable
different: different distinct
opposing: opposing rival
northern: northern
southern: southern
eastern: eastern
western: western
central: central
mobile: mobile portable
nuclear: nuclear
chemical: chemical
biological: biological
thermobaric: thermobaric
incendiary: incendiary
international: international global worldwide
national: national nationwide
local: local
"""
