organisation-subtitle = The undertaking in the sense of Articles 101 and 102 TFEU, not only the company
organisation-title = Matter
organisation-name = Name
organisation-role = Role
organisation-kind = Kind
organisation-sector = Sector
organisation-not_stated = Not stated about the organisation and the matter: { $facts }
organisation-turnover = Turnover of the undertaking
organisation-turnover-law = Art. 83(4)–(6), recital 150, C-807/21
organisation-turnover-rule = The financial year before the decision of the supervisory authority counts, not that of the infringement. Where the turnover is unknown or stated as a bracket, the range of the estimate is wider.
organisation-turnover-not_stated = No turnover is stated yet. Until an amount or both ends of the bracket are stated, the turnover is treated as not known.
organisation-figure = Figure
organisation-bracket = Bracket
organisation-amount = Amount
organisation-from = From
organisation-to = To
organisation-year = Financial year
organisation-source = Source
organisation-secondary = From a secondary source
organisation-authority = Supervisory authority and data subjects
organisation-establishment = Main establishment
organisation-lead = Deciding supervisory authority
organisation-as_of = Law as of
organisation-as_of-today = today
organisation-as_of-rule = The date of the decision, or of the expected decision. It determines which method, which maxima and which financial year apply. If left empty, today’s date is used.
organisation-public_body = Kind of public body
organisation-people_in = Data subjects in
organisation-earlier = Earlier infringements
organisation-earlier-rule = List only infringements established earlier. Their absence does not reduce a fine.
organisation-on_market = The body offers goods or services on a market
organisation-employees = Employees
organisation-earlier-add = + Add
organisation-earlier-date = Date
organisation-earlier-what = What was established
organisation-earlier-provisions = Articles
organisation-earlier-same = same subject matter
organisation-earlier-remove = Remove
organisation-adherence = Codes of conduct and certifications
organisation-adherence-rule = Adherence alone is neutral; an infringement on this very point may be aggravating.
organisation-earlier-incomplete = Not taken into account until the date and the subject are stated.
organisation-earlier-none = None stated.

practices-subtitle_pending = { $name } · { $answered } answered, { $left } open; calculating which of them matter…
practices-subtitle = { $name } · { $answered } answered, { $left } open, { $matter } of them matter
practices-order = Order
practices-by_topic = By topic
practices-matters = Most relevant first
practices-search = Search questions
practices-example = For example: { $text }
practices-judgement = a lawyer’s judgement
practices-reasons = Reasons for the judgement

case-incident = Incident
case-request = Request
case-complaint = Complaint

scope-nothing_told = All that is not answered here is taken from the operation. Search for a question to answer it for this case alone.
scope-cases = Single cases in it
scope-add_case = + { $kind }
scope-applies_to = Applies to
scope-organisation = The organisation
scope-operation = This operation
scope-as_operation = As answered for the operation. Another answer here is about this case alone.
scope-as_operation_again = Take the operation’s answer again

practices-does_not_arise_here = Does not arise for an organisation of this kind and role.
practices-moves = could change the fine within { $range }
practices-could_allege = could add an infringement of { $provisions }
practices-does_not_arise = Not applicable as things stand. It depends on
practices-nothing_open = No question is open: every applicable question is answered.
practices-nothing_found = No question contains these words.
practices-search_cleared = The search for “{ $words }” was cleared: it hid this question.
practices-operation_purpose = Purpose
practices-remove = Remove
practices-linked = Linked with
practices-linked_none = no other operation
practices-linked_note = Processing operations so closely linked that they form one conduct are proposed as one conduct, under one maximum (Art. 83(3)).
practices-operation_name = Name of the processing operation
practices-operation_n = Operation { $n }
practices-add = + Operation
practices-remarks = Note and evidence
practices-note = Note
practices-evidence = Evidence
practices-date_form = 31 January 2026, or 2026

findings-count = { $count ->
    [one] { $n } finding
   *[other] { $n } findings
}
findings-grades = : { $clear } clear, { $arguable } arguable, { $weak } weak
findings-legend = Scores: 100 nothing alleged, 75 weak, 40 arguable, 0 clear; none where answers are missing.
findings-not_alleged = not alleged
findings-beside = Taken up beside { $article } in { $both } of { $of } decisions contained in this version.
findings-rebuttal = Possible rebuttal: { $text }
findings-remedy = Remedy: { $text } ({ $weeks }).
findings-decisions = { $count ->
    [one] { $n } decision
   *[other] { $n } decisions
}
findings-all_operations = All processing operations
findings-rejected = { $count ->
    [one] { $n } finding rejected (not counted)
   *[other] { $n } findings rejected (not counted)
}

review-of = Review of { $title }
review-open = Not reviewed
review-confirm = Confirm
review-regrade = Regrade as { $strength }
review-reject = Reject
review-rejected_tag = Rejected
review-reason = Reason
review-reason_wanted = Please give a reason.

score-heading = Compliance score
score-decided = of 100; { $decided } of { $total } points decided
score-unfold = Show by topic
score-fold = Collapse
score-none = not known
score-cell = Compliance score: { $score } of 100
score-cell_unknown = Compliance score: not known
score-note = A scale of this program, not of the law: 100 where nothing is alleged, 0 where a clear infringement is alleged. A provision scores no more than its weakest point; open answers widen the score to a range. The score is never part of the fine.

findings-median = median { $amount }

comparables-subtitle = { $shown } of { $all } decisions, most similar first; amounts after any appeal
comparables-same = = { $features }
comparables-different = ≠ { $features }
comparables-neither = neither: { $features }
comparables-unknown = not known: { $features }
comparables-view = View
comparables-list = List
comparables-side = Side by side
comparables-side_hint = Two to four decisions ticked in the list; otherwise the nearest three.
comparables-similarity = Similarity
comparables-not_stated = not stated
comparables-pin = Pin
comparables-unpin = Unpin
comparables-exclude = Exclude…
comparables-choose = Compare
comparables-reason = Reason for leaving it out
comparables-leave_out = Exclude
comparables-cancel = Cancel
comparables-excluded = Excluded from the comparison
comparables-include = Include again

fine-subtitle = { $method } · law as of { $date }
fine-conduct = Conduct
fine-total = All conducts
fine-concurrence = Infringements of { $provisions } by one or linked processing operations: one conduct, under the maximum for its gravest infringement ({ $tier }).
fine-of_maximum = { $range } of the maximum
fine-fault-absent = Neither intent nor negligence: no fine may be imposed.
fine-fault-weighed = Considered in the seriousness; under this method not a condition of a fine.
fine-fault-not_excluded = Intent or negligence is not excluded by the answers. Without either, no fine may be imposed.
fine-result = Fine for this conduct
fine-method = Method
fine-method_usual = Use the default method
fine-beside = Comparison of methods
fine-beside-note = Choose a method to show its steps and amounts next to those of the method used.
fine-range = Range permitted by the method
fine-national = National law: { $country }
fine-payable = Imposed as { $amount }
fine-conducts-unfold = Assign to conducts
fine-conducts-fold = Collapse
fine-conducts-back = Use the proposal
fine-conducts-of = Conduct of { $name }
fine-conducts-note = Linked processing operations are one conduct, under the maximum for its gravest infringement (Art. 83(3)); separate conducts are fined separately. Operations assigned to the same letter become one conduct.

exchange-rate = 1 { $from } in { $to }
exchange-source = Source and date of the rate
exchange-wanted = No rate is stated yet, as in { $example }; until then the published rate is used.
exchange-needed = No exchange rate between { $from } and { $to } is published for the relevant time. State one with its source; until then no fine is calculated.
exchange-used = Converted at { $rates }.
exchange-other = State another rate
exchange-published = Use the published rate
exchange-way = Direction in which the rate is stated
exchange-none = No exchange rate is available for this method: state one above.

organisation-currency = Currency

fine-permitted = { $label }, { $range }
fine-outside = The choice of { $chosen } lies outside { $range }; { $used } is used.
fine-proposed = Proposed: { $reason }
fine-chosen = chosen
fine-reason = Reason
fine-back = use the proposal
fine-considered = Considered, without effect: { $names }
fine-factor_unknown = { $name } (not known)
fine-unfold = Change these
fine-no_adjustment_limit = No adjustment for size: the share is taken from the limit under national law, irrespective of the size.
fine-no_adjustment = No adjustment for size: above { $amount } the legal maximum already reflects the size of the undertaking.
fine-maximum_reached = Reached: the amount is limited to the maximum.
fine-maximum_not_reached = Not reached: the amount stays below the maximum.
fine-usual = Seen in published decisions: { $range } of the amount before. This step may raise or lower the amount, within the legal maximum.
fine-method_range = { $currency }, range of the method { $range }

exposure-subtitle = Administrative fine, if one is imposed; all conducts together
exposure-view = View
exposure-layers = Layers
exposure-distribution = Distribution
exposure-decided_row = Decided
exposure-drives = What drives it
exposure-drives_note = Practice: each fact against the same matter with that fact unknown
exposure-weightiest = Decisions that weigh most
exposure-weightiest_note = In the estimate from practice; ten times the fine would move it by this power of ten
exposure-weight = weight { $weight } %
exposure-outside_known = Limits of what is known
exposure-amount_below = At or below
exposure-exceedance = Probability of exceeding
exposure-table = Table
exposure-caption = Logarithmic axis. Dots: comparable decisions; amounts in other currencies are converted at the average rate of the month of the decision.
exposure-percentile = { $n } % of the simulated fines lie at or below
exposure-share = { $n } % of the outcomes
exposure-seed = Seed { $seed }

report-stage-subtitle = The preview shows the pages exactly as they are written
report-stage-sections = Sections
report-stage-formats = Formats
report-stage-formats-text = The same figures in every format. The preview shows the PDF.
report-stage-pages = { $count ->
    [one] { $n } page
   *[other] { $n } pages
}
report-stage-typesetting = Preparing the preview…
report-stage-typesetting_again = The matter has changed. The preview is being prepared again; the pages below show the matter as it was before.
report-stage-previous = ‹ Previous
report-stage-next = Next ›
report-stage-page = Page { $n } of the report
report-stage-edition = Edition
report-stage-on_page = page { $n }
report-stage-to_section = Go to “{ $section }” in the preview
report-stage-writing = Writing { $n } of { $total }…
report-stage-cancel = Cancel
report-stage-copy = Copy summary
report-stage-open = Open { $file }
report-stage-folder = Show in folder
report-stage-page_before = Page { $n } of the report before the last change

decisions-subtitle = { $count ->
    [one] { $n } decision, entered from the publication of its supervisory authority
   *[other] { $n } decisions, each entered from the publication of its supervisory authority
}
decisions-search = Search decisions
decisions-controller = Controller
decisions-authority = Authority
decisions-date = Date
decisions-people = Number of data subjects
decisions-turnover = Turnover
decisions-provisions = Provisions
decisions-amount = Amount
decisions-reported = Reported elsewhere as { $amount }: { $note }
decisions-open = Open the decision: { $title }
decisions-stated = { $amount }
decisions-secondary = { $amount } (secondary source)
decisions-appeal = Appeal
decisions-appeal_unknown = not known
decisions-not_appealed = not appealed
decisions-reduced = Changed by a court:
decisions-annulled = Annulled:
decisions-pending = pending
decisions-upheld = upheld
findings-over = { $strength }, remedied since
