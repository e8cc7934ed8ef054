date-long = { $day } { $month } { $year }
date-month = { $month } { $year }
date-months = { $first } to { $last } { $year }

amount-between = { $low } to { $high } ({ $point } with the turnover taken)

unit-thousand = k
unit-million = m
unit-billion = bn

answer-yes = Yes
answer-partly = Partly
answer-no = No
answer-unknown = Unknown

strength-clear = clear infringement
strength-arguable = arguable
strength-weak = weak

seriousness-low = low
seriousness-medium = medium
seriousness-high = high

weight-raises = raises
weight-neutral = neutral
weight-lowers = lowers
weight-unknown = not known

decision-reduced = { $amount } ({ $fine } imposed, changed by a court)
decision-annulled_short = annulled
decision-imposed = { $fine } imposed, changed by a court
decision-annulled = annulled ({ $fine } imposed)

fault-absent = neither intent nor negligence
fault-absent_weighed = neither intent nor negligence: considered, not a bar to a fine
fault-not_excluded = fault is not excluded

role-controller = Controller
role-processor = Processor
role-joint = Joint controller

kind-company = Company
kind-public_body = Public body
kind-association = Association
kind-individual = Natural person

outcome-fine = fine
outcome-reprimand = reprimand
outcome-order = order
outcome-referral = referred, no fine yet
outcome-established = infringement found
outcome-no_infringement = no infringement

feature-articles = provisions
feature-subjects = kind of processing
feature-duties = obligations at issue
feature-sector = sector
feature-kind = kind of body
feature-role = role
feature-people = number of data subjects
feature-turnover = turnover
feature-special_categories = special categories of data
feature-breach = personal data breach
feature-cross_border = cross-border scope

provision-article = Art. { $name }

rate-used = { $to } { $rate } for { $from } 1 ({ $basis })
rate-then = , then{ " " }
rate-average = average of { $time }, European Central Bank
rate-fixed = fixed conversion rate
rate-named = rate of { $date } determined by national law
rate-stated = stated in the matter
rate-stated_from = stated in the matter: { $source }

currency-eur = Euro
currency-gbp = Pound sterling
currency-usd = US dollar
currency-aud = Australian dollar
currency-bgn = Bulgarian lev
currency-brl = Brazilian real
currency-cad = Canadian dollar
currency-chf = Swiss franc
currency-cny = Chinese renminbi yuan
currency-czk = Czech koruna
currency-dkk = Danish krone
currency-hkd = Hong Kong dollar
currency-hrk = Croatian kuna
currency-huf = Hungarian forint
currency-idr = Indonesian rupiah
currency-ils = Israeli shekel
currency-inr = Indian rupee
currency-isk = Icelandic króna
currency-jpy = Japanese yen
currency-krw = South Korean won
currency-mxn = Mexican peso
currency-myr = Malaysian ringgit
currency-nok = Norwegian krone
currency-nzd = New Zealand dollar
currency-php = Philippine peso
currency-pln = Polish zloty
currency-ron = Romanian leu
currency-rub = Russian rouble
currency-sek = Swedish krona
currency-sgd = Singapore dollar
currency-thb = Thai baht
currency-try = Turkish lira
currency-zar = South African rand

quantity-people = { $count ->
    [one] { $n } person
   *[other] { $n } people
}
quantity-hours = { $count ->
    [one] { $n } hour
   *[other] { $n } hours
}
quantity-days = { $count ->
    [one] { $n } day
   *[other] { $n } days
}
quantity-months = { $count ->
    [one] { $n } month
   *[other] { $n } months
}
