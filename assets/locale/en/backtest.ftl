backtest-heading = How good is this?
backtest-preface = Matters on which an authority has decided were described to the program as a client would have told them before the decision, by people who had seen neither the decision nor the program's result. What the program alleges is set beside what the authority examined and found. Written by `amende backtest`.
backtest-part-learning = { $count ->
    [one] { $n } matter to learn from
   *[other] { $n } matters to learn from
}
backtest-part-set_aside = { $count ->
    [one] { $n } matter set aside
   *[other] { $n } matters set aside
}
backtest-grade = Grade
backtest-alleged = Alleged
backtest-examined = Of these examined
backtest-found = Found
backtest-share = Found of those examined
backtest-share_alleged = Found of all alleged
backtest-share_first = Both in the first run
backtest-recall = Of { $found } provisions found infringed, { $alleged } were alleged ({ $share }).
backtest-recall_first = In the first run { $alleged } of { $found } were alleged ({ $share }).
backtest-amounts = A fine was imposed in { $fined } matters, and the program drew fines in { $drawn } of them: { $within } amounts lie in the middle 80 % of what was drawn, { $below } below it, { $above } above it.
backtest-layers = The estimate of the amount, given a fine: by the method alone (its simulated outcomes), by practice alone (what was decided on the matter left out), and by both combined (by weights fitted without the matter). The width is in powers of ten; a smaller pinball loss is better.
backtest-layer = By
backtest-layer_n = Fines
backtest-layer_inside = Inside the 80 % range
backtest-layer_factor = Half missed by at most ×
backtest-layer_width = Width of the 80 % range
backtest-layer_pinball = Pinball loss
backtest-provision = Provision
backtest-of_these_alleged = Of these alleged
backtest-wrongly = Alleged, examined and not found
backtest-matter = Matter
backtest-missed = Found and not alleged
backtest-wrongly_alleged = Alleged and not found
backtest-decided = Imposed
backtest-drawn = Drawn: 10th, 50th and 90th percentile

backtest-rows-heading = How good the estimate is
backtest-rows-preface = Written by `amende backtest TABLE… --write docs/backtest-estimate.md`; do not edit. Every decision is estimated by a fit that did not see it: one that was fitted on, by ten fits on the same tables and the decisions that come with the program, each without one tenth; any other by the fit that comes with the program. Errors are in powers of ten: 0.3 is a factor of two. Simple models stand beside it in the same run.
backtest-rows-counted = { $rows } rows: { $known } with a known outcome, { $fined } with an amount; { $refitted } estimated by ten fits, { $unseen } by the fit that comes with the program, { $shipped } a decision that comes with the program.
backtest-rows-model = model
backtest-rows-estimate = estimate
backtest-rows-by = By { $set }
backtest-rows-of_fine = Probability of a fine: forecast
backtest-rows-of_amount = Share of amounts below the value: forecast
backtest-rows-came = Came
backtest-rows-of = Of
backtest-head-n = n
backtest-head-fines = Fines
backtest-head-median = Median
backtest-head-mean = Mean
backtest-head-within_2 = ×2
backtest-head-within_3 = ×3
backtest-head-within_10 = ×10
backtest-head-coverage_50 = 50 %
backtest-head-coverage_80 = 80 %
backtest-head-width = Width
backtest-head-pinball = Pinball
backtest-head-chance = Brier / AUC
