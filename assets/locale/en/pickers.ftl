picker-search = Search the list
picker-count = { $shown } of { $all }
picker-nothing = Nothing on the list answers to this.
picker-none = Not stated
picker-own = Use “{ $words }” in your own words
picker-several = Add { $names }
picker-keys_one = { $what } · Enter chooses · Esc closes
picker-keys_many = { $what } · Space selects · Esc closes
picker-help_country = Country, code or authority
picker-help_authority = Authority, country or Land
picker-help_sector = Sector or NACE code
picker-help_currency = Currency or code
picker-help_provision = Article or heading

calendar-open = { $label }, calendar
calendar-weekdays = Mo Tu We Th Fr Sa Su
calendar-year_before = Year before
calendar-month_before = Month before
calendar-month_after = Month after
calendar-year_after = Year after

organisation-no_law = no law in this version
organisation-by_land = by Land
organisation-no_country = not a country
organisation-establishment-own = Your own words. No law can be determined from them, and nothing is compared with them.
organisation-sector-own = Your own words. Not compared with decided cases.
organisation-lead-follows = Determined by the main establishment.
organisation-lead-would_be = The supervisory authority of the main establishment would be { $authority } (Art. 55 and 56(1)).
organisation-lead-elsewhere = The method, the national rules and the practice are those of the authority chosen.
organisation-lead-use = Use { $authority }
organisation-lead-by_land = The competent authority depends on the Land and on the kind of body. Choose it.
organisation-lead-own = Your own words.
organisation-two_laws = Two supervisory authorities may act.
organisation-two_laws-what = For data subjects in { $first_in } under the { $first }, for those in { $second_in } under the { $second }. Each may impose its own fine; the figures here are those of the method chosen.

remit-federal_bodies = federal bodies
remit-public_bodies = public bodies
remit-private_bodies = private bodies
