screen-timeline = Timeline
rail-dates = { $count ->
    [one] { $n } date
   *[other] { $n } dates
}
timeline-subtitle = { $infringements } and { $dates }; { $continue }
timeline-infringements = { $count ->
    [one] { $n } alleged infringement
   *[other] { $n } alleged infringements
}
timeline-dates = { $count ->
    [one] { $n } date
   *[other] { $n } dates
}
timeline-going_on = { $count ->
    [one] { $n } continues
   *[other] { $n } continue
}
timeline-going_on-none = none continues
timeline-view = View
timeline-picture = Picture
timeline-table = Table
timeline-none = Nothing is alleged, so nothing has a duration.
timeline-effects = Effect on the calculation
timeline-effects-note = What each date does under Art. 83(2).
timeline-no_effect = No effect on the amount.
timeline-undated = Without a date
timeline-undated-note = It is told, and where it stands in time is not known.
timeline-of_operation = { $article }, { $operation }
timeline-no_day = no date told
timeline-not_known = not known
timeline-counted_from = { $told }, counted from { $from }
timeline-continues = continues
timeline-open = open whether it continues
timeline-duration_not_known = duration not known
timeline-months = { $count ->
    [one] { $n } month
   *[other] { $n } months
}
timeline-limitation_of = limitation: { $limit }
timeline-mark = { $number }, { $day }: { $event }
timeline-marks = { $first }–{ $last }
timeline-event-law = The law begins to apply
timeline-event-began = { $operation } began
timeline-event-ended = { $operation } ended
timeline-event-contact = First contact by the authority
timeline-event-day = Day of the matter
timeline-event-better = Remedy
timeline-event-worse = Change for the worse
timeline-event-changed = Change
timeline-effect = ({ $letter }) { $does }
timeline-effect-not_counted = What came before is told and not counted.
timeline-effect-begins = { $count ->
    [one] The duration of { $n } alleged infringement begins.
   *[other] The duration of { $n } alleged infringements begins.
}
timeline-effect-ends = { $count ->
    [one] The duration of { $n } alleged infringement ends.
   *[other] The duration of { $n } alleged infringements ends.
}
timeline-effect-put_right = All that lasted has been remedied.
timeline-effect-contact = What is remedied from here on is neutral as a rule.
timeline-effect-cooperation = Cooperation counts from here on.
timeline-effect-until = { $count ->
    [one] { $n } alleged infringement continues and is counted until this day.
   *[other] { $n } alleged infringements continue and are counted until this day.
}
timeline-legend-law = law begins to apply
timeline-legend-began = beginning
timeline-legend-ended = end
timeline-legend-better = remedy
timeline-legend-worse = change for the worse
timeline-legend-changed = change
timeline-legend-contact = first contact by the authority
timeline-legend-day = day of the matter
timeline-legend-limit = end of limitation
timeline-legend-uncertain = beginning or end not known
timeline-legend-not_counted = before the law applied, not counted
timeline-column-what = What
timeline-column-from = From
timeline-column-until = Until
timeline-column-months = Duration
timeline-column-limit = Limitation
timeline-column-number = No.
timeline-column-day = Date
timeline-column-event = Event
timeline-column-effect = Effect under Art. 83(2)
timeline-column-direction = Weighs
timeline-heading = What was when
timeline-caption = Alleged infringements over time
timeline-marks_caption = Dates and their effect
direction-aggravating = aggravating
direction-neutral = neutral
direction-mitigating = mitigating
limitation-none_known = none is known to the program
limitation-not_begun = not begun while it continues
limitation-no_day = cannot be computed without a date
limitation-needs_knowledge = from the authority’s knowledge, which is not told
limitation-needs_finding = from the day it was found, which is not told
limitation-ends = { $day }, unless interrupted
limitation-rule = Limitation in { $country }: { $months } { $starts } (
limitation-rule_of_tiers = Limitation in { $country }, { $tiers }: { $months } { $starts } (
limitation-rule_ended_from = Limitation in { $country }, for what ended on { $day } or later: { $months } { $starts } (
limitation-rule_note = ). { $note }
limitation-from_commission = from the infringement
limitation-from_end = from the end of the infringement
limitation-from_knowledge = from the authority’s knowledge
limitation-from_finding = from when a continuing infringement was found
limitation-no_rule = Limitation: no rule for { $country } is known to the program. That does not mean that there is none.
limitation-no_country = Limitation depends on the country of the authority; none is stated.
check-limitation = { $count ->
    [one] { $n } limitation period
   *[other] { $n } limitation periods
}
check-limitation-held = { "  " }{ $country }: { $months } { $starts } ({ $cited })
