"""Verbs of no kind of their own, with the nouns made from them: that a word is a verb decides how it is read.

What is put for what among them is asked about, as it is of words that the lexicon lacks.
"""

from typing import Final

DOINGS: Final = """
fulfill: fulfill fulfil | fulfillment fulfilment
constitute: constitute amount-to
resettle: resettle | resettlement
prepare-self: prepare | preparation
form: form | form
connect: connect link join-up | connection link
participate: participate take-part | participation
prioritize: prioritize give-priority-to | prioritization priority
coerce: pressure | coercion
kick: kick | kick
slap: slap | slap
punch: punch | punch
drag: drag | drag
pull: pull | pull
push: push | push
chant: chant
shout: shout | shout
sing: sing
surround: surround encircle
authentic: | authenticity | authentic
refer: refer | reference
relate: relate | relation
apply: apply | application
operate: operate
create: create | creation
reach: reach attain achieve | achievement
gain: gain
win: win | win
earn: earn
spend: spend
cost: cost | cost
raise: raise
lower: lower
wait: wait await
try-on: strive endeavor
manage: manage
succeed: succeed | success
serve: serve
act: act | act
react: react respond | reaction response
answer: answer reply | reply
provide-for: cater
exist: exist | existence
concern: concern pertain | concern
involve: involve | involvement
engage: engage | engagement
play: play | play
perform: perform
register: register | registration
select: select | selection
distinguish: distinguish | distinction
separate-out: sort
notice: notice
attract: attract
escape: elude
pass: pass | pass
run: run | run
walk: walk | walk
drive: drive | drive
ride: ride | ride
climb: climb | climb
jump: jump | jump
hurry: rush hurry | rush
push-back: repel
pull-down: dismantle | dismantling
break: break | break
tear: tear | tear
crush: crush
crash: crash | crash
sink: sink
drown: drown
freeze: freeze
melt: melt
cool: cool | cool
shine: shine
touch: touch | touch
smell: smell | smell
taste: taste | taste
eat: eat
drink: drink | drink
cook: cook | cook
wash: wash | wash
clean: clean
dig: dig
plow: plow
grow-crops: cultivate farm | cultivation
harvest: harvest
collect-up: amass
mention: mention
discuss: discuss debate | discussion debate
argue: argue | argument
disagree: disagree | disagreement
dispute: dispute | dispute
protest: protest | protest
demonstrate: rally
strike-work: walk-out
unite: unite
join-in: enlist enroll
graduate: graduate
study: learn-about
educate: educate | education
employ-people: hire | hiring
fire-people: lay-off
retire: retire | retirement
own: own
rent: rent lease | rent
borrow: borrow
lend: lend
owe: owe
donate: donate | donation
collect-money: fundraise
import: import | import
export: export | export
deliver-up: extradite | extradition
deport: deport | deportation
exile: exile | exile
hand: hand hand-over turn-over | hand
swap: swap | swap
reunite: reunite
repatriate: repatriate | repatriation
relocate: relocate transfer-people | relocation
adapt: adapt
adjust: adjust
deteriorate: decay
collapse: collapse | collapse
recover-health: recuperate | recovery
suffer-from: undergo
tolerate: tolerate condone | tolerance
encourage: encourage | encouragement
discourage: discourage deter
incite: incite | incitement
inspire: inspire
convince: convince persuade | persuasion
mislead: mislead deceive | deception
cheat: cheat
lie-to: misinform | misinformation
falsify: falsify fabricate forge | falsification fabrication
manipulate: manipulate | manipulation
interfere: interfere meddle | interference
intervene: intervene | intervention
intercede: intercede
violate-space: trespass
monitor-law: oversee supervise | oversight supervision
regulate: regulate | regulation
govern: administer | administration
authorize: authorize | authorization
license: license | license
certify: certify
approve: approve | approval
disapprove: disapprove
adopt-child: foster
endorse: endorse | endorsement
veto: veto | veto
submit: submit file | submission
apply-for: petition | petition
appeal-law: litigate sue
testify: testify | testimony
swear: swear
confess: confess | confession
acquit: acquit | acquittal
parole: parole | parole
fine-act: fine | fine
extend-time: renew | renewal
expire: expire lapse | expiry
remind: remind | reminder
remember: remember recall commemorate | memory
forget: forget
mourn: mourn grieve | grief
cry: cry weep | cry
scream: scream | scream
pray: pray | prayer
celebrate: celebrate | celebration
hesitate: hesitate
dare: dare
bother: bother
care-about: tend
love: love | love
hate: hate | hatred
blame: blame | blame
forgive: forgive
thank: thank
welcome-in: admit-to
greet: greet
trust: trust | trust
rely: count-on
link-up: couple
attach: attach
detach: detach
wrap: wrap
cover-up: mask
equip: outfit
load: load | load
reload: reload
pack: pack | pack
unload: unload
upload: upload
download: download
install: install | installation
program: program | program
delete: delete erase | deletion
edit: edit
copy: copy | copy
print: print | print
circulate: go-round
"""
