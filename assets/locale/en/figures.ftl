strip-by_method = By the method
strip-maximum = Legal maximum
strip-decided = Decided
strip-decided_short = decided { $amount }
strip-decided-note = The decision of the supervisory authority on these facts. It is left out of the estimate and of the comparable decisions.
strip-comparables_of = { $n } of { $all } comparable decisions
strip-off_axis = The others are not on the axis: they ended without a fine, or no exchange rate is available for their currency.
strip-converted = { $amount } (about { $converted } at the average rate of that month)
strip-unfold = Show the exposure
strip-slim-maximum = Maximum
strip-slim-median = Median
strip-slim-chance = Fine
strip-slim-decided = Decided
strip-slim-open = Open

report-stage-zoom = Size of the page

exposure-decided = Decided: { $amount }. This decision is left out of the estimate.

fine-within_procedure = Within the maximum of the procedure chosen, which limits the fines for all conducts together; without it they would total { $amount }.

strip-procedure = Maximum of the procedure

estimate-heading = How the estimate is made
estimate-median = The estimate, from method and practice together: if a fine is imposed, it is as likely to be above this amount as below it.
estimate-simulated = How the method’s outcomes are simulated
estimate-practice = How the estimate from practice is made
estimate-drawn = What was simulated
estimate-counts = { $drawn } outcomes were simulated by the same steps as the calculation. { $fined } of them end in a fine; { $none } do not, because no alleged infringement was found or no fine could be imposed.
estimate-all_fined = { $drawn } outcomes were simulated by the same steps as the calculation. All of them end in a fine.
estimate-found = Findings graded “{ $strength }”: { $n }. Each is assumed to be found in { $share } of the outcomes.
estimate-judgements = The class of seriousness remains as proposed in { $same } of the outcomes; a circumstance shown by the facts is counted in { $counted }. Shares are spread evenly on a logarithmic scale over the range permitted by the method.
estimate-kept = { $count ->
    [one] { $n } choice made by you is kept in every outcome.
   *[other] { $n } choices made by you are kept in every outcome.
}
estimate-seed = Seed { $seed }: the same matter with the same seed gives the same figures.
estimate-method = The fine by the method, { $amount }, is a different figure: a single calculation with the proposal or your choice at every step.
estimate-method_why = Explain the fine by the method

figure-copy = Copy amount
figure-why = Why this figure?
figure-middle = The method alone: if a fine is imposed, one simulated fine in ten lies below this range and one in ten above it.
figure-most = The estimate, from method and practice together: if a fine is imposed, one outcome in ten lies below this range and one in ten above it.
figure-practice = Practice alone: of fines in matters like this one, one in ten lies below this range and one in ten above it.
figure-chance = How often a fine follows in matters like this one, if the infringements alleged are found.
figure-chance-why = It is estimated from decisions that found an infringement and state whether a fine followed. It supposes that the infringements are found; whether there will be proceedings at all is in no figure. It is drawn towards one half as if one more decision of the country had ended in a fine and one more without, so that no certainty follows from few decisions.
figure-chance-all = Of { $found } decisions of all countries that found an infringement, { $fined } ended in a fine.
figure-factors = What the known facts change, each compared with the same matter without knowledge of that fact
figure-weightiest = Decisions that weigh most
figure-percentile = If a fine is imposed, { $n } % of the outcomes lie at or below this amount.
figure-fine = The fine by the method: one calculation with the proposal or your choice at every step.
figure-conduct_fine = The fine by the method for this conduct: one calculation with the proposal or your choice at every step.
figure-maximum = The legal maxima of all conducts taken together.
figure-maximum-why = Separate conducts are fined separately, each within its own maximum.
figure-conduct_maximum = The highest fine that the law permits for this conduct.
figure-procedure = The highest amount that may be imposed in the procedure chosen, for all conducts together.
figure-near = Decided cases similar enough to this matter to be compared with it.
figure-open = Open questions whose answers could change a finding or a circumstance.
figure-starting = The starting amount, which the circumstances raise or lower.
figure-starting_range = The starting amounts that the method permits.
figure-adjusted = The amount after aggravating and mitigating circumstances.
figure-within_maximum = The amount after circumstances, but no more than the legal maximum.
figure-proportionate = The amount after the assessment of effectiveness, proportionality and dissuasiveness.
figure-daily_value = The turnover of the undertaking for one day.
figure-after_ability = The amount after the ability to pay is taken into account.
figure-after_step = The amount after this step of the method.
figure-permitted = The range that the method permits for this conduct.
figure-permitted-why = The lower end takes the lowest value that the method permits at every step, the upper end the highest. Neither exceeds the legal maximum.
figure-payable = The fine in the currency in which it is to be paid.
figure-share = The value used at this step: the proposal or your choice.
figure-score = The compliance score overall, of 100: the mean of the scores of the articles.
figure-score_topic = The compliance score of this topic, of 100: the mean of the scores of its provisions.
figure-score_provision = The compliance score of this provision, of 100: the score of its weakest point.
figure-likeness = How similar the decided case is to this matter, from 0 to 100.
figure-likeness-why = Each feature has a weight set by this program. What is not known on one side counts neither way. The similarity orders the list and never enters the fine.
figure-standing = The fine of this decision as it stands after any appeal.
figure-fines = The median of the fines in decided cases that found an infringement of this provision, or of another provision of the same article.
figure-fines-why = Converted into euro at the average rate of the month of the decision. The median never enters the fine.

likeness-same = the same
likeness-partly = partly the same
likeness-different = different
likeness-neither = neither
likeness-unknown = not known

score-ended = remedied
score-in_order = nothing alleged
score-open = open
