workshop-level-introductory = Introductory
workshop-level-intermediate = Intermediate
workshop-level-advanced = Advanced
workshop-minutes = { $count ->
    [one] { $n } minute
   *[other] { $n } minutes
}
workshop-rounds = { $count ->
    [one] { $n } round
   *[other] { $n } rounds
}
workshop-check-good = “{ $title }”: nothing is wrong with this pack.
workshop-scenarios = { $count ->
    [one] { $n } scenario
   *[other] { $n } scenarios
}
workshop-teams = { $count ->
    [one] { $n } team
   *[other] { $n } teams
}

workshop-teller-client = what the client says
workshop-teller-complaint = what a data subject complains about
workshop-teller-authority = what the supervisory authority asks
workshop-teller-inspection = what the inspection shows
workshop-teller-hearing = what the hearing adds

workshop-weight-against = Aggravating
workshop-weight-for = Mitigating
workshop-weight-neutral = Neutral

workshop-calibration = The 80 % ranges of the room held the decision { $held } times of { $of }; an honest room holds it about { $promised } times. At twice the width { $doubled } would have held it.

workshop-points-heading = How points are awarded
workshop-points-range = A narrow range earns more if it holds the decision, and a miss costs more the further off it is (−60 to 60 points; none where no fine was imposed).
workshop-points-rest = A confident probability of a fine earns more when it is right and loses more when it is wrong (0 to 20 points); provisions count by those found less those claimed in excess (0 to 20 points).

workshop-handout-kind = Workshop hand-out
workshop-handout-marking = Workshop hand-out · no legal advice
workshop-handout-subtitle = { $date } · { $scenarios } · { $teams }
workshop-handout-for_team = { $subtitle } · for { $team }
workshop-handout-footer = Amende { $version } · decided cases { $decisions }
workshop-handout-disclaimer = The scenarios follow published decisions, shortened for the workshop. They are no legal advice on other facts.
workshop-handout-team = Team { $letter }
workshop-handout-facts = The facts
workshop-handout-round = Round { $n }: { $teller }
workshop-handout-of_round = Round { $n }
workshop-handout-placed = { $text } [{ $place }]
workshop-handout-taught = What this round taught
workshop-handout-decision = The decision
workshop-handout-authority = Supervisory authority
workshop-handout-addressee = Addressee
workshop-handout-decided = Decided on
workshop-handout-number = Number
workshop-handout-outcome = Outcome
workshop-handout-converted = { $amount } ({ $original } as imposed)
workshop-handout-standing = Stands today
workshop-handout-nothing = nothing
workshop-handout-court = In court
workshop-handout-estimates = Estimates against the decision
workshop-handout-who = Estimate
workshop-handout-range = 80 % range
workshop-handout-point = Point
workshop-handout-probability = Probability of a fine
workshop-handout-held = Held
workshop-handout-points = Points
workshop-handout-method = Method
workshop-handout-practice = Practice
workshop-handout-between = { $low } – { $high }
workshop-handout-per_cent = { $n } %
workshop-handout-chart = The ranges on a logarithmic axis: { $held } of { $of } hold the decision, { $amount }.
workshop-handout-legend-range = 80 % range, with a gap at the best single amount
workshop-handout-legend-known = what method and practice give
workshop-handout-legend-decision = decision { $amount }
workshop-handout-none = no entry
workshop-handout-yes = yes
workshop-handout-no = no
workshop-handout-calibration = { $held } of { $of } ranges held the decision.
workshop-handout-no_fine = No fine was imposed: the ranges, given for the case of one, earn and cost nothing.
workshop-handout-provisions = The provisions
workshop-handout-provision = Provision
workshop-handout-ruling = Decision
workshop-handout-found = infringed
workshop-handout-not_found = not found
workshop-handout-reason = Why
workshop-handout-claimed = Claimed by
workshop-handout-why = Why this outcome
workshop-handout-lesson = To remember
workshop-handout-read_again = To read again
workshop-handout-sources = Sources
workshop-handout-told_from = Places in square brackets are those of the decision’s text. The names of those concerned were changed or left out where the facts are told.
workshop-handout-ranking = Ranking
workshop-handout-place = Place
workshop-title_proposed = Workshop
workshop-team_names = North, Harbour, East, South, West, Mill, Weir, Bridge, Market, Tower, Garden, Quay
workshop-alone_team = You
workshop-projector_title = Workshop – projector

# A pack begun from a matter: what its author is told to write.
workshop-draft-head =
    A scenario for a workshop, begun from a matter. What begins with TO BE WRITTEN is yours to write;
    amende workshop check names it by line. How to go on: docs/writing-a-pack.md.
    The facts stand in the order of the questionnaire. Move them among the rounds so that what decided
    the matter comes late, tell them as sentences, and change every name.
workshop-draft-left_over = For these facts of the matter there was no room in the rounds:
workshop-draft-written = Pack written to { $file }: { $count } places are to be written. “amende workshop check” names each by line.
workshop-draft-title = what the scenario is called, at most 48 characters; it gives nothing away
workshop-draft-topic = what it is about, an id of assets/vocabulary/topics.ron
workshop-draft-goal = what those who take part can do afterwards
workshop-draft-name = a changed name of the organisation, or words such as “the retailer”
workshop-draft-about = what the organisation is and does, in a sentence or two
workshop-draft-question = a question to discuss, without a yes for an answer
workshop-draft-hint = a hint for when the discussion stops: a text or a comparison, never the outcome
workshop-draft-fact = a fact of this round
workshop-draft-place = Facts
workshop-draft-employees = The organisation has { $count } employees.
workshop-draft-turnover = The turnover is { $amount }.
workshop-draft-turnover_of = The turnover of { $year } is { $amount }.
workshop-draft-candidates = further provisions to choose from, four to sixteen in all, in the order of the Regulation
workshop-draft-decision = the id of the decision under assets/decisions
workshop-draft-why = why it was found: the fact that decided
workshop-draft-why_not = why it was not found, or that it is not at issue
workshop-draft-reason = why this outcome and this amount
workshop-draft-court = what became of the decision in court
workshop-draft-taught = what the facts of this round should have taught
workshop-draft-lesson = what to remember, in one sentence
workshop-draft-giveaways = every short name, brand, product and place by which the matter is known
