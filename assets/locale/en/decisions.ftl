decisions-back = ‹ All decisions
decisions-found = { $shown } shown of { $all }
decisions-none = No decision contains all these words.

shelf-back = ← Back
shelf-forward = Forward →
shelf-preparing = The search is being prepared.
shelf-read_as = No decision contains “{ $word }”. Shown are decisions with “{ $read }”.
shelf-none_chosen = No decision matches all that is chosen.
shelf-filter = Filter
shelf-prices = Amounts at prices of { $year }
shelf-prices_hint = What stands today, in euro at the average rate of the month of the decision, carried on with the harmonised index of consumer prices of the European Union (Eurostat). Amounts of later years stay as they are.
shelf-export = Export the list…
shelf-chosen = { $facet }: { $value } ×
shelf-unchoose = No longer filter by this
shelf-clear = Clear filters
shelf-value = { $facet }: { $value }, { $count }
shelf-more = { $count ->
    [one] { $n } more
   *[other] { $n } more
}
shelf-fewer = Fewer
shelf-sort = Sort by { $column }
shelf-euro = In euro
shelf-euro_today = In euro, today’s prices

facet-country = Country
facet-outcome = Outcome
facet-provision = Provision
facet-authority = Supervisory authority
facet-topic = Topic
facet-sector = Sector
facet-kind = Kind of body
facet-size = Size
facet-year = Year
facet-amount = Amount
facet-appeal = Appeal
facet-no_amount = No amount
facet-amount_span = EUR { $low } to { $high }
facet-turnover_span = Turnover EUR { $low } to { $high }

table-csv = Table (CSV)
table-json = Table (JSON)
table-xlsx = Spreadsheet (XLSX)
table-file = decisions
table-writing = Writing the table…
table-sheet = Decisions
table-number = Number
table-imposed = Amount imposed
table-standing = Amount that stands
table-currency = Currency
table-euro = In euro
table-euro_today = In euro at prices of { $year }
table-summary = Summary
table-source = Source
table-record = Record

record-today = { $amount } at prices of { $year }

record-in_euro = { $amount } at the European Central Bank’s average rate of the month of the decision
record-conduct = Amount for a conduct
record-for_provisions = { $amount } for { $provisions }.
record-not_found = Examined, no infringement found
record-reason = { $what }: { $reason }
record-placed = { $text } [{ $place }]
record-people_potential = Potentially affected
record-records = Number of records
record-of_year = { $amount } in { $year }
record-size = Size
record-data = Kinds of data
record-special = Data of Articles 9 or 10
record-vulnerable = Vulnerable data subjects
record-breach = Personal data breach
record-cross_border = Cross-border processing
record-one_stop_shop = One-stop shop
record-initiation = How the procedure began
record-time = When
record-from_until = { $from } to { $until }
record-since = since { $from }
record-until = until { $until }
record-months = { $count ->
    [one] { $n } month
   *[other] { $n } months
}
record-ongoing = continuing at the time of the decision
record-first_contact = First contact with the supervisory authority
record-seriousness = Seriousness
record-share = { $grade }; { $share } of the maximum
record-fault = Fault
record-negligence = negligence
record-intent = intent
record-aggravating = Aggravating
record-mitigating = Mitigating
record-neutral = Considered, neither aggravating nor mitigating
record-letter = ({ $letter }) { $text }
record-method = Method
record-order = Order
record-court = Before the courts
record-related = See also
record-differs = A published list states { $listed }. { $answer }
record-entered = Entered from the text on { $date } ({ $read }).
record-checked = Compared with the text by a second reader on { $date } ({ $read }).
record-unchecked = No second reader has compared this record with the text yet.

size-micro = micro-enterprise or sole trader
size-small = small enterprise
size-medium = medium-sized enterprise
size-large = large enterprise
size-group = part of a large group

initiation-complaint = complaint
initiation-breach_notification = notification of a personal data breach
initiation-own_initiative = on the supervisory authority’s own initiative

proceeding-pending = pending
proceeding-upheld = upheld
proceeding-reduced = amount reduced
proceeding-raised = amount raised
proceeding-annulled = annulled
proceeding-remitted = remitted
proceeding-withdrawn = challenge withdrawn

data-identity = identity
data-contact = contact details
data-national_identifier = national identification number or identity document
data-credentials = credentials
data-financial = financial data
data-customer = customer data
data-location = location
data-online = online identifiers and use
data-communications = content of communications
data-image = images
data-voice = voice
data-employment = employment
data-education = education
data-health = health
data-genetic = genetic data
data-biometric = biometric data
data-sex_life = sex life or sexual orientation
data-ethnic = racial or ethnic origin
data-political = political opinions
data-belief = religious or philosophical beliefs
data-union = trade union membership
data-criminal = criminal convictions and offences
