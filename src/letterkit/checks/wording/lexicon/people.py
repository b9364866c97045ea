"""Who is spoken of: groups of people, those who act for a side, offices; `<` names the wider group."""

from typing import Final

PEOPLE: Final = """
people: people person human individual somebody someone human-being
civilian<people: civilian noncombatant
resident<people: resident inhabitant villager townspeople
citizen<people: citizen national
woman<people: woman
man<people: man
child<people: child minor youngster
girl<child: girl
boy<child: boy
baby<child: baby infant
teenager<child: teenager
adult<people: adult
older-people<people: older-people older-person elderly elderly-people elderly-person older-adult \
senior-citizen elder
young-people<people: young-people youth
family<people: family
relative<people: relative
mother<woman: mother
father<man: father
parent<people: parent
wife<woman: wife
husband<man: husband
son<child: son
daughter<child: daughter
brother<people: brother
sister<people: sister
pensioner<people: pensioner retiree
refugee<people: refugee
displaced-people<people: displaced-people displaced-person idp
prisoner<people: prisoner detainee inmate
prisoner-of-war<prisoner: prisoner-of-war prisoners-of-war pow
captive<people: captive hostage
victim<people: victim
survivor<people: survivor
witness<people: witness eyewitness bystander
interviewee<people: interviewee
patient<people: patient
volunteer<people: volunteer
journalist<people: journalist reporter
activist<people: activist campaigner
defender<people: human-rights-defender rights-defender
lawyer<people: lawyer attorney
doctor<people: doctor physician medic
nurse<people: nurse
teacher<people: teacher
worker<people: worker employee
paramedic<people: paramedic
expert<people: expert specialist
researcher<people: researcher
analyst<people: analyst
politician<people: politician
critic<people: critic
protester<people: protester demonstrator
farmer<people: farmer
student<people: student pupil
dead-people: the-dead
injured-people: the-injured
"""
FIGHTERS: Final = """
combatant<people: combatant fighter militant
soldier<combatant: soldier serviceman servicewoman serviceperson
conscript<soldier: conscript
officer<people: officer
general<officer: general
commander<officer: commander
border-guard<soldier: border-guard
guard<people: guard
policeman<people: policeman policewoman
mercenary<combatant: mercenary
peacekeeper<people: peacekeeper
terrorist-noun<people: gunman
enemy: enemy foe
"""
# Those who act for a side.  A side is more than its forces, and its authorities are something else again.
ACTORS: Final = """
forces: force troop army military armed-force military-force
side: side
authority: authority
ally: ally
government: government
ministry: ministry
regime: regime
police: police
leadership: leadership leader
official: official
company: company firm corporation
group: group
organization: organization organisation
office: office
party: party
member-state: state-party
prosecutor: prosecutor
population: population
community: community
"""
TITLES: Final = """
president: president
prime-minister: prime-minister premier
minister: minister
foreign-minister: foreign-minister
secretary: secretary
ambassador: ambassador
senator: senator
representative: representative
director: director
deputy: deputy vice
head: head chief
acting: acting interim
former: former ex
assistant: assistant
senior: senior
junior: junior
adviser: adviser advisor
spokesperson: spokesperson spokesman spokeswoman
chair: chair chairman chairwoman chairperson
"""
