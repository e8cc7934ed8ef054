practice-country = Country
practice-kind = Kind of organisation
practice-form = Legal form
practice-sector = Sector
practice-role = Role
practice-provisions = Provisions
practice-special_data = Special categories and criminal offences
practice-vulnerable = Data subjects who depend on others
practice-breach = Personal data breach
practice-notified = Notification of the breach
practice-harm = Damage
practice-duration = Duration
practice-gain = Financial benefit
practice-cooperation = Cooperation
practice-earlier = Earlier infringements
practice-remedied = Measures to mitigate or remedy
practice-cross_border = Data subjects in several countries
practice-began = How it became known
practice-turnover = Turnover
practice-people = Data subjects
practice-year = Year of the decision
practice-source = Source
practice-times = × { $factor }
practice-factor = × { $factor }  { $fact } ({ $known })
practice-few_of_country = { $count ->
    [0] No fine from this country stands behind the estimate; it rests on other countries.
    [one] Only { $n } fine from this country stands behind the estimate; it leans on other countries.
   *[other] Only { $n } fines from this country stand behind the estimate; it leans on other countries.
}
practice-few_of_kind = { $count ->
    [0] No fine on an organisation of this kind stands behind the estimate.
    [one] Only { $n } fine on an organisation of this kind stands behind the estimate.
   *[other] Only { $n } fines on organisations of this kind stand behind the estimate.
}
practice-outside = Hardly any decided case is like this matter, so the estimate from practice says little.
practice-little_known = Of { $counted } facts that the estimate from practice looks at, { $known } are known, so its range is wide.
