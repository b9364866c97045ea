"""Verbs of every kind that are neither harm nor speech: one line, one meaning."""

from typing import Final

ACTS: Final = """
begin: begin start commence erupt break-out | outbreak
end: end stop halt cease terminate finish conclude-fighting put-an-end-to come-to-an-end come-to-a-close \
bring-to-an-end bring-to-a-close | cessation
suspend: suspend pause | suspension
resume: resume | resumption
continue: continue last go-on keep-on persist carry-on | continuation
prolong: prolong
delay: delay postpone
prevent: prevent avert
allow: allow permit enable let be-enough-for be-sufficient-for suffice-for | permission
require: require oblige compel | requirement obligation
force: force coerce
contain: contain carry hold-inside
include: include comprise
consist: consist
rest: rest-on be-based-on draw-on build-on rely-on
base: base
come: come
come-under: come-under
remain: remain stay
return: return | return
join: join accede-to | accession
abandon: abandon renounce forswear | renunciation
cover: cover
cause: cause bring-about give-rise-to
result: result-in lead-to
follow: follow
precede: precede
happen: happen occur take-place
increase: increase rise grow | increase rise growth surge
decrease: decrease fall decline drop reduce | decrease decline drop reduction
worsen: worsen deteriorate | deterioration
improve: improve | improvement
restore: restore | restoration
rebuild: rebuild reconstruct | reconstruction
support: support back | support backing
oppose: oppose | opposition
help: help assist | help
contribute: contribute
focus: focus
ensure: ensure guarantee make-sure secure
respect: respect observe-law comply-with abide-by
implement: implement carry-through
adopt: adopt
introduce: introduce
enact: enact
repeal: repeal
amend: amend
ratify: ratify
bind: bind
meet: meet
speak: speak talk
know: know
learn: learn
want: want wish
need-verb: need
live: live reside dwell
stay: shelter take-shelter
work: work
travel: travel go
move: move
visit: visit
enter: enter
cross: cross
arrive: arrive reach
bring: bring
take: take
send: send
put: put place
keep: keep
give-up: give-up
open: open
build: build construct
design: design
test: test
measure: measure
count: count
treat: treat
heal: heal
feed: feed
pay: pay
compensate: compensate | compensation reparation
hold-accountable: hold-to-account hold-accountable bring-to-justice | accountability
punish: punish | punishment
face: face
experience: experience
wake: wake
sleep: sleep
bore: bear
wear: wear
call-event: hold
appoint: appoint
dismiss-post: sack
resign: resign
elect: elect
vote: vote
broker: broker mediate | mediation
host: host
house: house
analyse-talk: lecture
evolve: become
belong: belong
differ: differ
depend: depend
pose: pose present-danger
warrant: warrant
share-border: border
contact: contact
fly: fly
throw: throw
cut: cut
tie: tie bind-hands
undermine: undermine weaken erode
strengthen: strengthen
hinder: hinder hamper impede
mark: mark
leave-behind: leave-behind
guide: guide
plan-act: organize prepare
order: order command instruct | order command
lead: lead head-up
fund: fund finance bankroll
train: train
arm: arm equip
recruit: recruit
patrol: patrol
guard: guard
monitor: monitor watch
inform: inform notify
teach: teach
invest: invest
trade-in: traffic smuggle
steal: steal rob
search: search
inspect-act: check
repair: repair fix mend
replace: replace substitute
choose: choose select opt
try-out: pilot
gather: gather assemble
leave-out: omit exclude
reach-deal: settle
rule: rule govern
reform: reform
promote: promote
reduce-to: confine
marry: marry
grant: grant award
share-out: divide split
change: change alter modify
turn: turn
fall-short: fall-short
rescind: revoke cancel annul withdraw-from
extend: extend
expand: expand widen
tighten: tighten
ease: ease relax lift
impose: impose
enforce: enforce
evade: circumvent
comply: obey
disobey: defy flout
benefit: benefit profit
harm-interest: prejudice
affect: affect influence
matter: matter
stand: stand
sit: sit
lie: lie
hang: hang
call-off: call-off
"""
