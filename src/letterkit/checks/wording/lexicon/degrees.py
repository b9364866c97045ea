"""How much, how often, how sure, how bad: quantities without digits, degrees, times, manners.

A line is one meaning.  What a class of them may do, coming, going or changing, judges another room.
"""

from typing import Final

QUANTITIES: Final = """
both: both
all: all every each-and-every entire whole
each: each each-time
some: some certain
several: several
multiple: multiple
many: many numerous
most: most the-majority-of a-majority-of majority
few: few a-handful-of
little: little too-little insufficient
enough: enough sufficient ample plenty-of
dozens: dozens scores
hundreds: hundreds
thousands: thousands
tens-of-thousands: tens-of-thousands
hundreds-of-thousands: hundreds-of-thousands
millions: millions
half: half
other: other others more another further additional
any: any
either: either
various: various
part: part portion
large-number: large-numbers
total: in-total a-total-of altogether in-all total
only: only just merely solely alone
"""
# Words that make a statement weaker: to lose one is to say more.
WEAKENERS: Final = """
partly: partly partially partial in-part somewhat
largely: largely mostly mainly chiefly primarily
nearly: nearly almost virtually practically
slightly: slightly a-little mildly minor
sometimes: sometimes occasionally at-times
often: often frequently in-many-cases
usually: usually generally typically normally commonly
try: attempted
"""
# Words that make it stronger: to lose one is to say less.
STRENGTHENERS: Final = """
badly: badly seriously severely gravely heavily serious severe grave
very: very highly extremely hugely
completely: completely totally entirely wholly fully utterly
widely: widely widespread extensively extensive
repeatedly: repeatedly again-and-again time-and-again
always: always constantly continually invariably at-all-times
massive: massive huge enormous vast
significant: significant considerable substantial major sizable
clearly: clearly obviously plainly undoubtedly definitely certainly without-doubt beyond-doubt \
beyond-any-doubt beyond-reasonable-doubt unquestionably unmistakably clear
strongly: strongly strong
conclusively: conclusively conclusive
directly: directly direct
openly: openly publicly
inherently: inherently intrinsically by-nature by-their-nature
densely: densely thickly
heavy: heavy
mere: even
well: well
far: far
"""
TIMES: Final = """
yet: yet so-far as-yet until-then thus-far
again: again once-more once-again anew
still: still
already: already
no-longer: no-longer not-any-longer not-any-more
now: now currently presently at-present
at-once: at-once immediately without-delay right-away forthwith instantly immediate
soon: soon shortly
later: later afterward afterwards subsequently
earlier: earlier previously beforehand
recently: recently lately recent
finally: finally eventually at-last
simultaneously: simultaneously
first-time: for-the-first-time first-time
late: late
early: early
mid: mid
urgently: urgently urgent
daily: daily
annual: annual yearly
overnight: overnight
"""
CONDITIONS: Final = """
if: if provided-that in-case on-condition-that should-it
unless: unless
would: would could-have
must: must shall need-to have-to has-to
should: should ought-to
can: can able capable be-able-to
will: will going-to
despite: despite in-spite-of although though even-though notwithstanding
in-line: in-line-with in-accordance-with consistent-with-law
because: because since-because owing-to due-to because-of as-a-result-of
instead: instead instead-of rather-than
"""
NEGATIONS: Final = """
not: not
never: never at-no-time
no: no
none: none
nobody: nobody no-one
nothing: nothing
nowhere: nowhere nowhere-near
neither: neither
nor: nor
unlike: unlike in-contrast-to
without: without
hardly: hardly scarcely barely narrowly
except: except except-for save-for apart-from with-the-exception-of excepted \
excluded excepting excluding barring
"""
NEGATIVE_VERBS: Final = """
refrain: refrain abstain
fail: fail
lack: lack
"""
CONDITION_VERBS: Final = """
need: need
try: try attempt seek
plan: plan
"""
PURPOSES: Final = """
purpose: meant-to in-order-to so-as-to with-the-aim-of with-the-intention-of designed-to aimed-at \
for-the-purpose-of on-purpose
"""
