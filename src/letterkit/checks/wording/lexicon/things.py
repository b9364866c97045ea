"""Things, weapons, buildings and places: words of one line are one thing, `<` names the wider kind."""

from typing import Final

WEAPONS: Final = """
weapon: weapon arm armament weaponry
explosive-weapon<weapon: explosive-weapon
munition<weapon: munition ammunition
cluster-munition<munition: cluster-munition cluster-bomb cluster-weapon
submunition<munition: submunition bomblet cluster-submunition
landmine<munition: landmine mine land-mine
antipersonnel-mine<landmine: anti-personnel-mine antipersonnel-mine anti-personnel-landmine \
antipersonnel-landmine
rocket<munition: rocket
missile<munition: missile
ballistic-missile<missile: ballistic-missile
bomb<munition: bomb
grenade<munition: grenade
mortar<weapon: mortar
artillery<weapon: artillery howitzer
rocket-artillery<artillery: rocket-artillery
drone<weapon: drone uav unmanned-aerial-vehicle
loitering-munition<munition: loitering-munition
tank<weapon: tank
gun<weapon: gun rifle firearm
knife<weapon: knife blade
bullet<munition: bullet
projectile<munition: projectile
warhead: warhead payload
launcher<weapon: launcher
launch-system<weapon: launch-system rocket-system
artillery-system<weapon: artillery-system
salvo: salvo volley barrage
fragment: fragment piece remnant shard part debris
spyware: spyware malware
white-phosphorus<munition: white-phosphorus phosphorus
"""
OBJECTS: Final = """
building: building structure
hospital<building: hospital clinic maternity-hospital
school<building: school
kindergarten<school: kindergarten
church<building: church cathedral
mosque<building: mosque
monastery<building: monastery
museum<building: museum
factory<building: factory plant
house<building: house home dwelling
apartment<building: apartment flat
apartment-building<building: apartment-building apartment-block residential-building
shop<building: shop store
market: market bazaar marketplace
shelter: shelter bunker
basement: basement cellar
dormitory<building: dormitory hostel
office-building<building: headquarters
barracks<building: barracks
base: military-base
bridge<infrastructure: bridge
road<infrastructure: road street highway
corridor: corridor
dam<infrastructure: dam
power-station<infrastructure: power-station power-plant
network<infrastructure: network
infrastructure: infrastructure
airport<infrastructure: airport
roundabout: roundabout traffic-circle rotary
square: square plaza
checkpoint: checkpoint roadblock
cemetery: cemetery graveyard
garden: garden yard
hangar<building: hangar
prison<building: prison jail
camp: camp
vehicle: vehicle
ambulance<vehicle: ambulance
car<vehicle: car automobile
bus<vehicle: bus
truck<vehicle: truck lorry
aircraft: aircraft plane airplane
helicopter<aircraft: helicopter
device: device
phone<device: phone telephone smartphone cellphone iphone
computer<device: computer laptop
internet: internet web
video: video clip
footage: footage film
photograph: photograph photo picture image
recording: recording
document: paper
report: report
letter: letter
data: data figure-data statistic
food: food foodstuff
water: water
medicine: medicine medication drug
fuel: fuel gasoline petrol
gas: gas
electricity: electricity power
crop: crop
livestock: livestock cattle
aid: aid assistance relief
uniform: uniform
flag: flag
body: body corpse remains dead-body lifeless-body
life: life
head-part: throat
money: money fund
treaty: treaty
agreement: agreement accord deal
ceasefire: ceasefire cease-fire truce
law: law
rule: rule
standard: standard norm
court: court tribunal
decision: decision ruling
sanction: sanction
policy: policy
right: right
freedom: freedom liberty
access: access
service: service
care: care
campaign: campaign
operation: operation
talks: talks negotiation
meeting: meeting
conference: conference
convention: convention
protocol: protocol
charter: charter
resolution: resolution
"""
PLACES: Final = """
place: place location site
area<place: area zone
region<place: region
city<place: city
town<place: town
village<place: village hamlet settlement
capital<city: capital
district<place: district
neighborhood<place: neighborhood neighbourhood quarter
province<place: province
country<place: country
state<place: state
republic<place: republic
territory<place: territory
enclave<territory: enclave exclave
border: border frontier
front-line: front-line frontline
battlefield: battlefield
center: center centre downtown
outskirts: outskirts suburb
"""
EVENTS: Final = """
conflict: conflict hostilities
war<conflict: war
fighting-event<conflict: combat
incident: incident event occurrence
series: series string succession
crisis: crisis
escalation: escalation flare-up
offense: offense offence
ordeal: ordeal
shortage: shortage lack scarcity
danger: danger risk hazard peril
effect: effect impact
consequence: consequence result outcome
cause-noun: reason
purpose: purpose
pretext: pretext
exception: exception
analysis-noun: study
onset: onset outbreak beginning start
end-noun: close
"""
