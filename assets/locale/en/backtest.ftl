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
backtest-provision = Provision
backtest-of_these_alleged = Of these alleged
backtest-wrongly = Alleged, examined and not found
backtest-matter = Matter
backtest-missed = Found and not alleged
backtest-wrongly_alleged = Alleged and not found
backtest-decided = Imposed
backtest-drawn = Drawn: 10th, 50th and 90th percentile
