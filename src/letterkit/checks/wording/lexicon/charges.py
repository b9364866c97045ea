"""Words that charge, beside the labels that the store knows: legal, moral, and of feeling."""

from typing import Final

CHARGES: Final = """
forcible: forcible forcibly by-force
criminal: criminal criminally
crime: crime
illegitimate: illegitimate illegitimately unjustified unjustifiable unjustifiably
atrocity: atrocity
slaughter: slaughter butcher butchery carnage bloodbath
cowardly: cowardly
barbaric: barbaric barbarous savage savagely brutal brutally cruel cruelly vicious viciously heinous
inhuman: inhuman inhumane inhumanely
negligent: negligent negligently careless carelessly
wanton: wanton wantonly
vengeful: vengeful revenge reprisal
hostile: hostile
punitive: punitive
racist: racist
genocidal: exterminate extermination annihilate annihilation
cleanse: cleanse
provoke: unprovoked
innocent-victims: defenseless
collective: collectively
invader: invader occupier aggressor
unlawful-killing: unlawful-killing
perpetrator: perpetrator culprit
"""
