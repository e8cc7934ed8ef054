how_good-fitted = The estimate was fitted on { $fines } fines and { $found } outcomes, decided until { $until }
how_good-nothing = Nothing was tested with these data.
how_good-short = On { $all } decided matters with a fine, the range for 8 of 10 outcomes held the fine { $inside } times; half of the estimates were within a factor of { $factor }.
how_good-stale = The estimate was fitted again after it was tested: these figures are those of the fit before.
how_good-ranges = Are the ranges honest?
how_good-ranges-note = { $count ->
    [one] { $n } fine, estimated by fits that had not seen it
   *[other] { $n } fines, each estimated by a fit that had not seen it
}
how_good-ranges-axis = Across: share of fines forecast to lie below a value. Up: share that did. Band: what chance alone moves
how_good-ranges-held = The range for half of the fines held { $half } % of them, the range for 8 of 10 held { $most } %.
how_good-chance = Is the probability of a fine honest?
how_good-chance-note = { $count ->
    [one] { $n } decision that found an infringement
   *[other] { $n } decisions that found an infringement
}
how_good-chance-axis = Across: probability of a fine forecast. Up: share that ended in one. Band: what chance alone moves
how_good-chance-held = On the dashed line, what was forecast is what came.
how_good-matters = Estimated and imposed
how_good-matters-note = Decided matters, described as a client would have; both axes logarithmic, in the currency of the method. Across: estimated. Up: imposed
how_good-matters-legend = Full: inside the range for 8 of 10 outcomes, { $inside }. Rings: outside, { $outside }.
how_good-matters-one = { $controller }: { $imposed } imposed, { $median } estimated ({ $low } to { $high }), missed by a factor of { $factor }
how_good-agree = Does the supervisory authority agree?
how_good-agree-note = { $count ->
    [one] Provisions alleged in { $n } decided matter
   *[other] Provisions alleged in { $n } decided matters
}
how_good-examined = Not examined means that the decision is silent on the provision: it counts neither for nor against.
how_good-better = Is it better than a simple rule?
how_good-on_matters = On decided matters
how_good-on_rows = On tables of decisions
how_good-both = Combined: method and practice
how_good-practice = Practice alone
how_good-method = Method alone
how_good-fines = Fines
how_good-half = Half within
how_good-inside = 8-of-10 range held
how_good-width = High by low
how_good-loss = Loss
how_good-loss-note = The loss (pinball loss, on the logarithm of the amount) adds the width of a range to the penalty for missing; lower is better. On decided matters the combination is scored by weights that were fitted without the matter.
how_good-simple-median = Median of all fines
how_good-simple-group = Median, same country and provision
how_good-simple-squares = Least squares on provisions
how_good-simple-near = The ten most similar decisions
how_good-groups = Does it hold everywhere?
how_good-groups-note = Share of fines inside the range for 8 of 10, by country and kind of organisation, where there are at least { $n } fines. At the right: that share, and how many fines. Band: what chance alone moves
how_good-unknown = Kind not known
how_good-sme = Small or medium-sized
how_good-large = Large undertaking
how_good-multinational = Multinational group
how_good-public = Public body
how_good-non_profit = Non-profit body
how_good-individual = Natural person
how_good-others = Others
how_good-how = How it is tested
how_good-how-rows = Tables of decisions that are not part of the program are estimated in ten parts, each by a fit on the other nine. A decision that is shipped with the program is left out of its own estimate.
how_good-how-matters = Decided matters were described as a client would have told them before the decision, by people who had seen neither the decision nor the result. Matters set aside for a test at the end are not in these figures.
how_good-how-limits = Decisions that become known are a selection. A few dozen matters are few: chance alone moves a share of them by several points.
