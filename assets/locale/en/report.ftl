report-kind = Exposure to administrative fines, { $framework } · { $edition }
edition-short-board = Board
edition-short-counsel = Counsel
edition-short-authority = Authority
edition-board = Board edition
edition-counsel = Counsel’s edition
edition-authority = Edition for the supervisory authority
report-kind-statement = Statement of facts and measures, { $framework } · { $edition }
report-subtitle-statement = { $name } · law as of { $date }
report-subtitle = { $name } · law as of { $date } · { $method }
report-marking-privileged = Privileged and confidential · prepared for the purpose of legal advice
report-marking-confidential = Confidential · contains business information of the organisation
report-footer = Amende { $version } · law data { $law } · matter { $matter }
report-page_of = { $n } of { $total }
report-subtitle_by = { $subtitle } · prepared by { $by }
report-author = Amende
report-untitled = Untitled matter
report-unnamed = the organisation
report-characters-front = Title
report-characters-removed = Invisible characters were left out of this report: { $characters }, in { $places }.
report-characters-missing = No available font contains these characters; □ stands for each of them: { $characters }, in { $places }.
report-summary-heading = Summary
report-summary-alleged_both = On the facts given, { $name } could be charged with infringing these articles of the { $law }: { $provisions }; and, under national law beside it, { $beside }.
report-summary-alleged_beside = On the facts given, { $name } could be charged with infringing national law beside the { $law }: { $beside }.
report-summary-alleged = On the facts given, { $name } could be charged with infringing these articles of the { $law }: { $provisions }.
report-summary-middle_before = If a fine is imposed, an amount of about{ " " }
report-summary-middle_after = { " " }is as likely to be exceeded as not; in 8 of 10 outcomes it lies within { $range }.
report-summary-combined = Method and practice are combined as section “Assumptions” states.
report-summary-decided = { $authority } decided this very matter on { $date } ({ $number }): { $amount }. No figure in this report uses that decision.
report-summary-method = The method itself, with the choices stated, leads to about { $point } (range { $low } to { $high }); the legal maximum is { $maximum }.

exposure-outside-above = The method’s result, { $amount }, lies above the central 80 % of the simulated fines.
exposure-outside-below = The method’s result, { $amount }, lies below the central 80 % of the simulated fines.
exposure-outside-findings = The method assumes that every alleged infringement is found; in the simulated outcomes some are not.
exposure-outside-turnover = The turnover is not stated as a figure: the simulated outcomes draw it between its bounds, evenly on a logarithmic scale, while the method uses one amount.
exposure-outside-size = For size, the method uses the share at the turnover’s position in its band; the simulated outcomes also use lower and higher shares, from half way between the band’s lowest share and that share up to the highest the band permits, evenly on a logarithmic scale.
exposure-outside-seriousness = The method uses the middle of the class of seriousness; the simulated outcomes use any share of the class, evenly on a logarithmic scale, and sometimes another class.
exposure-outside-circumstances = The method counts every circumstance as proposed or chosen; in the simulated outcomes some are not counted, and others carry more or less weight.
exposure-outside-proportionality = The method leaves the amount unchanged in the last step unless another value is chosen; in the simulated outcomes that step also lowers or raises it.

report-summary-no_fine = No fine is estimated: national law, the absence of intent and negligence, or the choices made leave none. The reasons are stated below and in the calculation.
report-summary-nothing = On the facts given, no infringement is indicated, and no fine is estimated.
report-summary-estimate = The estimate
report-summary-first = What to do first
report-actions-caption = What to do first: outstanding orders, then what continues
report-actions-measure = Measure
report-actions-concerns = Concerns
report-actions-state = State
report-actions-effort = Effort
report-actions-ordered = order outstanding
report-actions-over = over; for the future
report-actions-event = past event
report-actions-weeks = { $count ->
    [one] about { $n } week
   *[other] about { $n } weeks
}
report-actions-more = { $count ->
    [one] { $n } further measure stands with its allegation below.
   *[other] { $n } further measures stand with their allegations below.
}
report-actions-more_elsewhere = { $count ->
    [one] { $n } further measure stands in counsel’s edition.
   *[other] { $n } further measures stand in counsel’s edition.
}
report-summary-addressed = { $name } states below the facts, and the measures taken or planned, that concern these provisions of the { $law } and of national law beside it: { $provisions }.
report-summary-measures = Measures
report-summary-rests_on = Basis of this report
report-summary-rests_on-text = { $answers } given, { $open } that could change a finding or a circumstance. { $turnover } The calculation follows { $method }; it is compared with { $decisions }. This report is an estimate, not legal advice. The discretion of the supervisory authority remains.
report-turnover-figure = Worldwide turnover of the undertaking, or budget of a body that is no undertaking, { $year }: { $amount }.
report-turnover-secondary = Worldwide turnover of the undertaking, or budget of a body that is no undertaking, { $year }: { $amount }, from a secondary source.
report-turnover-year = in the financial year { $year }
report-turnover-no_year = of a financial year not stated
report-turnover-bracket = Worldwide turnover of the undertaking, or budget of a body that is no undertaking: between { $from } and { $to }. The range of the estimate is wider for it.
report-turnover-unknown = The turnover is not known. The range of the estimate is wider for it.
report-answers = { $count ->
    [one] { $n } answer
   *[other] { $n } answers
}
report-open = { $count ->
    [one] { $n } open question
   *[other] { $n } open questions
}
report-decisions = { $count ->
    [one] { $n } comparable decision
   *[other] { $n } comparable decisions
}
report-weeks = { $count ->
    [one] takes about { $n } week
   *[other] takes about { $n } weeks
}
report-chart-mark = { $name } { $amount }
report-chart-alternative = Distribution of the estimated fine on a logarithmic axis: 10 % of the outcomes lie below { $p10 }, half below { $p50 }, 90 % below { $p90 }.
report-chart-caption = Estimated fine in { $currency }, logarithmic. Dotted lines: 10, 50 and 90 of 100 outcomes lie below. Dots: comparable decisions, converted into { $currency } at the rate of their time.
report-chart-left_out = { $count ->
    [one] { $n } comparable decision has no dot: its amount lies outside the axis, or no exchange rate is available for its currency.
   *[other] { $n } comparable decisions have no dot: their amounts lie outside the axis, or no exchange rate is available for their currency.
}
report-matter-heading = The matter
report-matter-purposes = Processing operations and their purposes
report-matter-notes = Notes
report-remarks-organisation = The organisation as a whole
report-remarks-heading = Facts relied on
report-remarks-note = As stated on { $date }. Each fact stands as it was answered; what supports it stands in brackets.
report-remark-note = ({ $note })
report-remark-evidence = (evidence in { $evidence })
report-remark-both = ({ $note }; evidence in { $evidence })
report-findings-heading = Alleged infringements
report-findings-none = No infringement is indicated by the answers.
report-findings-note = Each allegation follows from the answers under a rule of this program; its strength depends on those answers alone. None is a finding of a supervisory authority.
report-conduct = Conduct { $conduct }: { $operation }
report-finding-heading = { $title }
report-finding-period = When
report-finding-beside = Companion
report-finding-operation = Processing operation
report-finding-provision = Provision
report-finding-strength = { " " }· { $strength }
report-finding-reasoning = Reasoning
report-finding-facts = Facts
report-finding-rebuttal = Possible rebuttal
report-finding-remedy = Remedy
report-finding-review = Review
report-rejected-heading = Rejected findings

review-confirmed = Confirmed by the reviewer: { $reason }
review-regraded = Regraded by the reviewer; the rule grades it as { $graded }: { $reason }
review-rejected = Rejected by the reviewer: { $reason }
review-no_reason = no reason stated

report-scores-heading = Compliance score
report-scores-caption = Compliance score by topic
report-scores-topic = Topic
report-scores-score = Score, of 100
report-scores-open = Open points
report-scores-overall = Overall
report-finding-sources = Sources
report-calculation-heading = Fine calculation
report-calculation-none = None of the alleged infringements is subject to a fine.
report-calculation-note = By { $method }. The infringements by one processing operation, or by linked operations, are one conduct; separate conducts are fined separately, each under its own maximum.
report-calculation-caption = Amounts of the calculation, to the smallest unit
report-calculation-result_before = The method leads for conduct { $conduct } to about{ " " }
report-calculation-result_after = ; the judgements it leaves open permit { $low } to { $high }.
report-calculation-together = The fines for all conducts together come to about { $amount }; the judgements the method leaves open permit { $low } to { $high }. What national law or a procedure limits is taken into account.
report-calculation-payable = The fine is imposed in another currency, as about { $amount }.
report-steps-caption = Steps of the calculation for conduct { $conduct }, amounts in { $currency }
report-steps-step = Step, and what it rests on (amounts in { $currency })
report-steps-permitted = Permitted, or effect
report-steps-low = Low
report-steps-point = As taken
report-steps-high = High
report-steps-chosen = Chosen: { $reason }
report-steps-no_adjustment = No adjustment for size: the legal maximum already reflects it, or national law sets the limit irrespective of it.
report-annex-heading = Annex: every figure and its derivation
report-annex-amounts = Amounts to the smallest unit
report-calculation-conduct = Conduct
report-calculation-total = All conducts
report-calculation-trace = Derivation of every figure
report-calculation-trace_note = From the result down to the answers, the law and the choices made. What was considered and does not apply is kept and marked.
report-comparables-heading = Comparable decisions
report-comparables-none = No decision entered so far is similar enough to compare.
report-comparables-note = The nearest decided cases by provisions, subject, size and scope, with a similarity from 0 to 100. The amounts are those that stand after any appeal. They never enter the calculation.
report-comparables-own = A decision marked as an own record was entered by the user and does not come with the program. Own records are compared with and enter no figure.
report-comparables-left_out = This matter was decided; that decision is left out here and is used for no figure in this report.
report-comparables-caption = Comparable decisions
report-comparables-likeness = Similarity
report-comparables-decision = Decision
report-comparables-shared = Comparison
report-comparables-amount = Amount
report-comparables-what = { $authority } { $number }, { $date }
report-comparables-source = Decision
report-comparables-same = Similar in { $features }.{ " " }
report-comparables-different = Different in { $features }.
report-assumptions-heading = Assumptions
report-assumptions-simulation = { $samples } outcomes are simulated. An allegation is assumed to be found { $clear } of the time where it is clear, { $arguable } where arguable and { $weak } where weak. The class of seriousness remains as proposed { $same } of the time; a circumstance shown by the facts is counted { $counted } of the time. Shares are spread evenly on a logarithmic scale within the range permitted by the method. Choices made by the user are kept.
report-assumptions-probability = The ranges are those of the fine, if one is imposed. The probability of a fine supposes that the infringements alleged are found; whether there will be proceedings at all is in no figure. Decisions that become known are a selection.
report-assumptions-left = Matters left to judgement
report-assumptions-doubts = Figures that rest on a weak source
report-assumptions-open = Open questions
report-open-listed = { $count ->
    [0] No question is open.
    [one] { $n } question is open; its answer could change a finding or a circumstance.
   *[other] { $n } questions are open; their answers could change a finding or a circumstance.
}
report-receipt-heading = How to reproduce these figures
report-receipt-note = The same program, data, matter and seed produce the same figures. Hashes are SHA-256.
report-receipt-program = Program
report-receipt-as_of = Law as of
report-receipt-methodology = Methodology
report-receipt-methodology_hash = Its data
report-receipt-law = All law data
report-receipt-decisions = Decisions
report-receipt-own = Own decisions
report-receipt-own_file = { $file }, { $sha256 }; used for comparison only
report-receipt-estimate = Assumptions of the estimate
report-receipt-matter = Matter
report-receipt-seed = Seed
report-receipt-samples = Outcomes drawn
report-disclaimer = This is an estimate, not legal advice. The discretion of the supervisory authority remains.
report-characters-unnamed = Without a name
report-contents = Contents
report-trace-figure = Figure
report-trace-value = Value
report-sheet-figures = Figures
report-sheet-findings = Findings
report-sheet-steps = Steps
report-sheet-comparables = Comparables
report-sheet-trace = Derivation
report-sheet-of = Of
report-sheet-conduct_named = Conduct { $conduct }
report-sheet-fine = Fine by the method
report-sheet-percentile = { $n } % of the simulated fines lie below
report-sheet-finding = Finding
report-sheet-strength = Strength
report-sheet-weeks = Weeks to remedy
report-sheet-step = No.
report-sheet-step_name = Step
report-sheet-reason = Reason and source
report-sheet-authority = Authority
report-sheet-number = Number
report-sheet-imposed = Imposed
report-sheet-standing = Stands today
report-sheet-standing_here = Stands today, in the currency of this report
report-sheet-outcome = Result
report-sheet-alike = Similar in
report-sheet-unlike = Different in
report-sheet-depth = Level
report-sheet-applied = Counts
report-sheet-question = Question
report-sheet-marking = Marking
report-overview-heading = The matter at a glance
report-overview-more = { $count ->
    [one] { $n } further allegation stands in counsel’s edition.
   *[other] { $n } further allegations stand in counsel’s edition.
}
report-overview-more_conducts = { $count ->
    [one] { $n } further conduct is counted in the sum and stands in counsel’s edition.
   *[other] { $n } further conducts are counted in the sum and stand in counsel’s edition.
}
report-overview-amounts = Fine by the method for each conduct, in { $currency }
report-overview-conduct = Conduct (amounts in { $currency })
report-overview-against = Against
report-sensitivity-heading = What would move the figure most
report-sensitivity-most = The fine by the method moves most with the answer to this question: “{ $question }” With one answer it comes to about { $low }, with another to about { $high }.
report-sensitivity-most_of = The fine by the method moves most with the answer to this question on { $operation }: “{ $question }” With one answer it comes to about { $low }, with another to about { $high }.
report-sensitivity-caption = Open questions on which the fine by the method hangs most
report-sensitivity-between = Fine by the method, between the answers
report-powers-heading = Corrective powers
report-powers-note = What the supervisory authority may order under Art. 58(2) { $law } with infringements as alleged here. Not to comply with an order is itself subject to a fine with the higher maximum (Art. 83(5)(e) and 83(6)).
report-powers-caption = Corrective powers and their effect
report-powers-power = Power
report-powers-effect = Effect on the organisation
report-powers-letter = ({ $letter }) { $name }
report-shop-heading = One-stop shop
report-shop-leads = People in several countries of the European Economic Area are concerned: { $countries }. The main establishment is in { $seat }, so { $authority } leads for cross-border processing as the lead supervisory authority (Art. 56(1)) and decides together with the authorities concerned (Art. 60).
report-shop-many = { $count ->
    [one] { $n } country
   *[other] { $n } countries
}
report-shop-authority_of = the supervisory authority of { $country }
report-shop-draft = The lead authority submits a draft decision to the authorities concerned (Art. 60(3)).
report-shop-objection = Each of them may raise a relevant and reasoned objection within four weeks (Art. 60(4)); to a revised draft, within two weeks (Art. 60(5)).
report-shop-dispute = An objection that is not followed goes to the European Data Protection Board, whose decision binds them, the amount of the fine included (Art. 65).
report-shop-local = A case that concerns one establishment, or substantially affects people in one Member State alone, may be handled by the authority of that State (Art. 56(2)).
report-shop-beside = National law on cookies and direct marketing lies outside the one-stop shop: each authority applies its own.
report-shop-outside = People in the European Economic Area are concerned ({ $countries }), and the main establishment lies outside it. Unless an establishment within it decides on purposes and means, there is no lead authority: each authority is competent on its own territory (Art. 55), and several fines are possible.
report-shop-no_seat = People in the European Economic Area are concerned ({ $countries }). Which authority leads depends on the main establishment, which is not stated (Art. 56(1), Art. 4(16)).
report-procedure-heading = Procedure, deadlines and appeal
report-procedure-note = The rules of { $country }, as far as the data hold them; days are calendar days unless another unit is named. Check them before relying on a deadline.
report-procedure-no_country = The country whose authority decides is not stated, so that no rules of procedure can be named.
report-procedure-none = The data hold no rules of procedure for { $country }.
report-procedure-not_found = Not found in the sources read.
report-procedure-limitation = Limitation
report-procedure-interruption = Interruption
report-procedure-appeal_name = Appeal
report-procedure-appeal = { $body } Within { $time }.
report-procedure-appeal_to = { $body } No period was found.
report-procedure-effect = Effect on payment
report-procedure-suspends = An appeal keeps the fine from being payable.
report-procedure-suspends_not = An appeal does not keep the fine from being payable, unless suspension is granted.
report-procedure-suspends_unknown = Whether an appeal keeps the fine from being payable was not found.
report-procedure-payable = Payment
report-procedure-payable_within = Within { $time }.
report-procedure-early = Early payment
report-procedure-publication = Publication
report-procedure-unverified = Not checked at the source
report-signature-heading = Signature
report-signature-facts_of = Facts as of
report-signature-author = Prepared by
report-signature-firm = Firm or department
report-signature-place = Place and date
report-signature-sign = Signature
