# Twenty sentences of French, for the tests of a second language only.
-amende = amende

trace-fine = { -amende } selon la méthode
trace-conduct_fine = { -amende } pour le comportement { $name }
trace-infringement = Violation alléguée de l’{ $name }
trace-legal_maximum = Maximum légal
trace-seriousness = Gravité
trace-starting_amount = Montant de départ
trace-after_circumstances = Après circonstances aggravantes et atténuantes
trace-does_not_apply = Examiné ; ne s’applique pas.
origin-answer = réponse
origin-parameter = loi
answer-yes = Oui
answer-no = Non
seriousness-high = élevée
provision-article = art. { $name }
warning-superseded = La méthode ne s’appliquait que jusqu’au { $date } ; elle est utilisée ici parce qu’elle a été demandée.
warning-turnover_year_unstated = Le dossier ne dit pas de quel exercice est le chiffre d’affaires. L’exercice précédant la décision compte, ici { $counts }.
report-summary-heading = En un paragraphe
report-calculation-heading = Calcul de l’{ -amende }
report-open = { $count ->
    [one] { $n } question ouverte
   *[other] { $n } questions ouvertes
}
screen-settings = Réglages
