trace-practice_range = Range that decisions show
trace-earlier_conduct = Conduct before the law applied is also counted
trace-fine = Fine by the method
trace-conduct_fine = Fine for conduct { $name }
trace-infringement = Alleged infringement of { $name }
trace-choice = Choice
trace-left_out = { $name }: infringements of this operation are not fined
trace-assigned = Assigned to this conduct
trace-of_operation = { $label } ({ $operation })
trace-note = Note: { $words }
trace-turnover = Worldwide turnover of the undertaking (the economic unit), financial year not stated
trace-turnover_of = Worldwide turnover of the undertaking (the economic unit), financial year { $name }
trace-turnover_assumed = Turnover assumed
trace-dynamic_cap = Maximum by turnover
trace-legal_maximum = Legal maximum
trace-seriousness = Seriousness
trace-seriousness_range = Shares of the maximum permitted for this class
trace-seriousness_share = Share of the maximum chosen
trace-after_seriousness = Amount for seriousness, before size adjustment
trace-turnover_band = Turnover band
trace-turnover_band_share = Shares permitted for this band
trace-turnover_share = Share for the size of the undertaking
trace-after_turnover = Adjusted to the size of the undertaking
trace-share_taken_from = Maximum used as the base
trace-starting_range = Range of the starting amount
trace-starting_amount = Starting amount
trace-starting_amount_chosen = Starting amount chosen
trace-after_circumstances = After aggravating and mitigating circumstances
trace-category = Category
trace-category_of = Category of { $name }
trace-category_band = Band of category { $name }
trace-basic_amount = Basic amount of category { $name }
trace-daily_value = Daily value
trace-daily_factor = Factor on the daily value
trace-factor_range = Factors permitted for this class
trace-mean_turnover = Mean turnover of group { $name }
trace-adjusted_amount = Amount chosen for this step
trace-final_amount = Amount chosen for this step
trace-exchange = Exchange rate, { $from } → { $to }
trace-in_currency = The same amount in { $name }
trace-exchange_average = Average exchange rate, { $from } → { $to }, { $time }
trace-exchange_fixed = Fixed conversion rate, { $from } → { $to }
trace-exchange_of = Exchange rate determined by law, { $from } → { $to }, { $time }
trace-turnover_converted = Turnover of the undertaking, converted
trace-turnover_stated = Turnover as stated, financial year not stated
trace-turnover_stated_of = Turnover as stated, financial year { $name }
trace-reprimand = A reprimand is sufficient
trace-reprimanded = Reprimand instead of a fine
trace-hardship_remains = Remaining share of the fine
trace-after_ability = After the reduction for inability to pay
trace-public_body_limit = Maximum for public bodies, { $name }
trace-public_body_fixed = Fixed maximum
trace-public_body_share = Share of the budget
trace-public_body_relative = Maximum based on the budget

public_body-no_limit = no national limit applied
public_body-state = State
public_body-territorial = Municipality or region
public_body-cultural = Cultural institution
public_body-other = Other

trace-general_maximum = General maximum (Art. 83(4)–(6))
trace-fines_together = Total of the fines
trace-after_procedure = Within the procedure’s maximum
trace-after_reductions = After reductions
trace-payable = To be paid

concurrence-specialty = Displaced by the more specific provision (specialty): { $displaced } / { $by }
concurrence-subsidiarity = Displaced by the primary provision (subsidiarity): { $displaced } / { $by }
concurrence-consumption = Absorbed by the other infringement (consumption): { $displaced } / { $by }

basis-one_operation = One processing operation: its infringements are proposed as one conduct.
basis-linked_operations = Linked processing operations: proposed as one conduct.
basis-assigned = Grouped by you.

trace-after_maximum = Within the legal maximum
trace-proportionality = Factor for effectiveness, proportionality and dissuasiveness
trace-after_proportionality = After the assessment of effectiveness, proportionality and dissuasiveness
trace-no_fine_without_fault = No fine without intent or negligence
trace-does_not_apply = Considered; does not apply.

origin-answer = answer
origin-fact = fact, no source given
origin-fact_from = fact: { $source }
origin-parameter = law

trace-review = Strength after review

origin-choice-program = proposed
origin-choice-user = chosen
origin-choice-reason = { $who }: { $reason }
origin-choice-no_reason = { $who }, no reason stated

citation-weak = { $cited } (weak source)

operation-greater = the greater of the figures below
operation-lesser = the lesser of the figures below
operation-share_of = the amount times the shares below
operation-moved_by = the amount adjusted by the sum of the movements below
operation-sum = the sum of the figures below
operation-lookup = read from the table by the items below
operation-concluded = concluded from the items below
operation-converted = at the rate below
operation-group = consisting of the items below
