assess-terms = { $method } · law as of { $date }
assess-infringements = { $count ->
    [one] { $n } alleged infringement
   *[other] { $n } alleged infringements
}
assess-score = Compliance score: { $score } of 100 ({ $decided } of { $total } points decided; never part of the fine)
assess-maximum = Legal maximum      { $amount }
assess-starting = Starting amount    { $low } – { $high }
assess-point = Fine by the method { $point } (range { $low } – { $high })
assess-estimate = Estimate           { $middle } if a fine is imposed, in 8 of 10 outcomes { $range }
assess-chance = Probability        { $chance } of 100 that a fine is imposed, if the infringements are found
assess-method = Method, simulated  { $middle }, in 8 of 10 outcomes { $range }
assess-simulated = Simulated          { $outcomes } outcomes; in { $without } of 100 nothing alleged is found or no fine can be imposed; the highest tenth of the fines comes to { $highest } on average
assess-practice = Practice           { $middle }, in 8 of 10 fines { $range }
assess-practice_chance = Of { $found } decisions of all countries that found an infringement, { $fined } ended in a fine.
assess-practice_behind = { $shipped } decisions of this collection and { $others } others with an amount stand behind the estimate from practice.
assess-practice_factors = What the known facts change
assess-practice_weightiest = Decisions that weigh most
assess-comparables = { $count ->
    [one] { $n } comparable decision
   *[other] { $n } comparable decisions
}
assess-missing = { $count ->
    [one] { $n } open question could change a finding or a circumstance.
   *[other] { $n } open questions could change a finding or a circumstance.
}
assess-payable = To be paid         { $amount }
assess-national = { $country }: { $note }
assess-warning = Note: { $warning }

check-instruments = { $count ->
    [one] { $n } instrument
   *[other] { $n } instruments
}
check-provisions = { $count ->
    [one] { $n } provision
   *[other] { $n } provisions
}
check-questions = { $count ->
    [one] { $n } question
   *[other] { $n } questions
}
check-rules = { $count ->
    [one] { $n } rule
   *[other] { $n } rules
}
check-rule_examples = { $count ->
    [one] { $n } example of a rule, recalculated
   *[other] { $n } examples of rules, recalculated
}
check-worked_examples = { $count ->
    [one] { $n } published calculation, recalculated
   *[other] { $n } published calculations, recalculated
}
check-factors = { $count ->
    [one] { $n } factor or circumstance
   *[other] { $n } factors and circumstances
}
check-methodologies = { $count ->
    [one] { $n } methodology
   *[other] { $n } methodologies
}
check-countries = { $count ->
    [one] { $n } country with rules of its own
   *[other] { $n } countries with rules of their own
}
check-parameters = { $count ->
    [one] { $n } figure of law, cited
   *[other] { $n } figures of law, each cited
}
check-citations = { $count ->
    [one] { $n } citation
   *[other] { $n } citations
}
check-own_figures = { $count ->
    [one] { $n } default or limit set by this program, not by law
   *[other] { $n } defaults and limits set by this program, not by law, each with its reason
}
check-decisions = { $count ->
    [one] { $n } decision
   *[other] { $n } decisions
}
check-read_twice = { $n } of them compared with the text by a second reader
check-in_summary = { $n } of them read in the authority’s summary only
check-own = { $count ->
    [one] { $n } own decision beside them
   *[other] { $n } own decisions beside them
}
check-unchecked = assets/decisions/{ $record }.ron: no second reader has compared it with the text
check-presets = { $count ->
    [one] { $n } preset
   *[other] { $n } presets
}
check-unverified = { $count ->
    [one] { $n } statement rests on a weak source
   *[other] { $n } statements rest on a weak source
}

coverage-no_fine = no fine
coverage-reason = no rule: { $reason }
coverage-nothing = neither a rule nor a reason why there is none
coverage-sum = { $finable } provisions are subject to a fine: { $ruled } with rules, { $explained } without, for the reason given.

check-good = All cross-references hold.
