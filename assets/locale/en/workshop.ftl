workshop-level-introductory = Introductory
workshop-level-intermediate = Intermediate
workshop-level-advanced = Advanced
workshop-minutes = { $count ->
    [one] { $n } minute
   *[other] { $n } minutes
}
workshop-rounds = { $count ->
    [one] { $n } round
   *[other] { $n } rounds
}
workshop-check-good = “{ $title }”: nothing is wrong with this pack.
