"""Ways of knowing and of saying, with how much each asserts: a rung from 1 to 5; 0 stands outside the ladder.

A line is `concept=rung<wider: verbs | nouns | adjectives`.
"""

from typing import Final

SAY: Final = """
verify=5: verify confirm authenticate corroborate | verification confirmation authentication corroboration
prove=6: prove | proof
establish=5: establish
document=4: document record | documentation
find=4: find discover | finding discovery
conclude=4: conclude determine | conclusion determination
identify=4: identify recognize recognise | identification
observe=4: observe see witness | observation
reveal=4: reveal uncover disclose expose | revelation disclosure
show=4: show depict display portray demonstrate | depiction
say=3: say state note remark declare add explain point-out report announce observe-that tell describe \
write | statement announcement account according-to in-the-words-of by-the-account-of
warn=3: warn caution | warning
comment=3: comment
hold=3: hold consider deem regard judge view maintain think | assessment view opinion judgment judgement
stress=3: stress emphasize emphasise underline
insist=3: insist
reports=2: | report
claim=2: claim assert contend | claim assertion contention
allege=2: allege accuse | allegation accusation
suspect=1: suspect | suspicion
fear=1: fear
suppose=1: suppose assume presume guess | assumption presumption
predict=1: predict forecast | prediction forecast
speculate=1: speculate | speculation
rumor=1: | rumor rumour
deny=0: deny dismiss reject | denial rejection
refute=0: refute rebut disprove debunk | refutation
regret=0: regret apologize | regret apology
hope=0: hope
complain=0: complain | complaint
question=0: question doubt challenge | doubt
justify=0: justify defend-as excuse
suggest-as=0: propose | proposal
explain-away=0: downplay
signal=0: signal
admit=0: admit acknowledge concede | admission acknowledgment
agree=0: agree consent | consent
refuse=0: refuse decline | refusal
promise=0: promise pledge vow undertake | promise pledge
threaten-to=0:
praise=0: praise commend welcome applaud | praise
condemn=0: condemn denounce deplore decry | condemnation
criticize=0: criticize criticise | criticism
accept=0: accept
ignore=0: ignore disregard
investigate=0: investigate probe look-into | investigation probe inquiry enquiry
examine=0: examine analyze analyse study review assess inspect evaluate scrutinize | examination analysis \
review inspection evaluation
research=0: research
interview=0: interview
film=0: film videotape shoot-video | filming
photograph=0: photograph
trace=0: trace geolocate locate
recover=0: recover retrieve collect
receive=0: receive get
publish=0: publish release make-public put-out post bring-out present issue unveil | publication release
share=0: share circulate distribute
withhold=0: withhold
translate=0: translate
cite=0: cite quote
name=0: name call label brand style term designate classify class
compare=0: compare liken
call=0: call-on call-upon call-for urge press appeal-to appeal exhort | call appeal plea
demand=0: demand
ask=0: ask request | request
recommend=0: recommend advise | recommendation advice
advocate=0: advocate champion
invite=0: invite
"""
# Hedges: from 1 to 3, the higher the surer.  Words of one rung say the same of how sure we are.
HEDGES: Final = """
appear=2: apparently seemingly likely probably presumably evidently probable
consistent=2: consistent-with compatible-with in-keeping-with
possible=1: may might possibly perhaps potentially possible potential maybe conceivably could
reports=1: reportedly reports-that reports-of report-of report-that
allegedly=1: allegedly alleged purported purportedly supposed supposedly ostensibly so-called
evidence=3: evidence
"""
HEDGE_VERBS: Final = """
appear=2: appear seem
believed=2: believe
suggest=2: suggest indicate point-to
estimate=2: estimate
"""
