"""Acts, and what comes of them: words of one line mean the same, words of two lines never do.

A line is `concept<wider: verbs | nouns | adjectives`; `wider` is true of whatever the concept is true of.
"""

from typing import Final

# What is done to people.
HARM: Final = """
harm: harm | casualty
kill<harm: kill slay | killing
die<harm: die perish | death fatality | dead deceased
shoot<harm: shoot gun-down | shooting gunshot
behead<kill: behead decapitate | beheading decapitation
execute<kill: execute | execution
assassinate<kill: assassinate | assassination
injure<harm: injure wound hurt | injury wound | injured wounded
maim<injure: maim cripple
mutilate<harm: mutilate | mutilation
desecrate: desecrate defile | desecration
traumatize<harm: traumatize traumatise | trauma
beat<harm: beat batter thrash | beating
assault<harm: assault
rape<assault: rape | rape
mistreat<harm: mistreat maltreat | mistreatment maltreatment
abuse<harm: abuse | abuse
humiliate<harm: humiliate degrade | humiliation degradation
displace: displace uproot | displacement
flee: flee escape | flight
leave: leave depart | departure
evacuate: evacuate | evacuation
expel<displace: expel oust | expulsion
evict<displace: evict | eviction
strand: strand
abduct: abduct kidnap | abduction kidnapping
capture: capture seize | capture seizure
detain: detain | detention
arrest: arrest apprehend | arrest
imprison: imprison jail incarcerate | imprisonment
sentence: sentence
convict: convict | conviction
charge: charge indict | indictment
prosecute: prosecute | prosecution
try: try | trial
release: free | freeing
pardon: pardon
interrogate: interrogate
handcuff: handcuff shackle
starve: starve | starvation
endanger: endanger imperil jeopardize jeopardise | endangerment
threaten: threaten menace | threat
intimidate: intimidate cow | intimidation
harass: harass | harassment
blackmail: blackmail extort | blackmail extortion
smear: smear defame malign | smear
silence: silence muzzle
shame: shame
persecute: persecute
discriminate: discriminate
rescue: rescue save | rescue
spare: spare
protect: protect safeguard shield | protection
survive: survive | survival
suffer: suffer endure | suffering
bury: bury
disappear: disappear vanish | disappearance
lose: lose | loss
trap: trap
separate: separate | separation
"""

# What is done to things and places, and with weapons.
FORCE: Final = """
attack: attack | attack offensive onslaught
strike<attack: strike hit | strike hit
bombard<strike: bombard bomb | bombardment bombing
shell<strike: shell | shelling
raid<attack: raid
ambush<attack: ambush
fire: fire launch discharge | fire firing launch
land: land come-down fall-down | landing
miss: miss
avoid: avoid evade dodge
target: target
aim: aim
intercept: intercept
explode: explode detonate go-off | explosion detonation
use: use utilize utilise employ | use usage
deploy<use: deploy | deployment
possess: possess | possession
produce: produce manufacture make | production manufacture
stockpile: stockpile store stash hoard
develop: develop | development
acquire: acquire buy purchase obtain procure | acquisition purchase
supply: supply provide deliver furnish give | provision delivery
sell: sell | sale
transfer: transfer ship | transfer shipment
destroy<damage: destroy demolish level raze flatten | destruction demolition
damage: damage | damage
devastate<damage: devastate ravage ruin | devastation
burn<damage: burn torch
loot: loot pillage plunder | looting
scatter: scatter spread disperse
lay: lay plant emplace
release-bomblets: eject
contaminate: contaminate
occupy: occupy | occupation
invade: invade | invasion
advance: advance
withdraw: withdraw pull-out retreat | withdrawal retreat
control: control
fight: fight | fighting
clash: clash
exchange: exchange trade
defend: defend | defense defence
surrender: surrender
defeat: defeat
retaliate: retaliate | retaliation reprisal
block: block obstruct | blockage
blockade: blockade
besiege: besiege | siege
restrict<limit: restrict curb curtail | restriction curb
limit: limit | limitation
shut-down<restrict: shut-down switch-off cut-off disable | shutdown cutoff
close: close | closure
reopen: reopen
disrupt: disrupt interrupt | disruption interruption
ration: ration
infect: infect | infection
hack: hack
spy: spy surveil | surveillance spying espionage
leak: leak
censor: censor | censorship
ban: ban prohibit outlaw forbid | ban prohibition
kidnap: hijack
clear: clear remove | clearance removal
conceal: conceal hide | concealment
negotiate: negotiate
sign: sign | signing signature
violate: violate breach contravene infringe | violation breach contravention infringement
commit: perpetrate
"""
