//! Every citation of the legal data, with the place it stands at.

use crate::law::{
    Citation, Corpus, Methodology, NationalRules, Parameter, PublicBodyRule, SetBy, StepKind, Vocabulary,
};

/// A citation and what it supports.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cited<'a> {
    /// The file or folder it stands in.
    pub file: String,
    /// The provision, rule, figure or note it supports.
    pub of: String,
    /// The source.
    pub citation: &'a Citation,
}

/// All citations of the law, in the order of its files.
pub fn citations(law: &Corpus) -> Vec<Cited<'_>> {
    let mut found = Vec::new();
    let mut add = |file: &str, of: String, citations: &mut dyn Iterator<Item = _>| {
        found.extend(citations.map(|citation| Cited { file: file.to_owned(), of: of.clone(), citation }));
    };
    for framework in law.frameworks.iter().chain(&law.beside) {
        let file = format!("assets/law/{}/framework.ron", framework.id);
        add(&file, "left".to_owned(), &mut framework.left.iter().map(|left| &left.source));
        for tier in &framework.tiers {
            add(&file, tier.static_cap.id.clone(), &mut dated(&tier.static_cap));
            if let Some(cap) = &tier.dynamic_cap {
                add(&file, cap.id.clone(), &mut dated(cap));
            }
            for cap in tier.minimum.iter().chain(&tier.individual_cap) {
                add(&file, cap.id.clone(), &mut dated(cap));
            }
            let set_by = tier.set_by.as_ref().and_then(|set_by| match set_by {
                SetBy::Analogy(note) => Some(&note.source),
                SetBy::Practice { source, .. } => Some(source),
                SetBy::NotKnown => None,
            });
            add(&file, format!("{}, amount", tier.id), &mut set_by.into_iter());
        }
        if let Some(beside) = &framework.beside {
            add(&file, "note".to_owned(), &mut beside.notes.iter().map(|note| &note.source));
            let of = "same act".to_owned();
            add(&file, of, &mut beside.same_acts.iter().map(|same| &same.source));
        }
    }
    let source = &law.articles.source;
    add("assets/law/gdpr/articles.ron", "articles".to_owned(), &mut std::iter::once(source));
    for provision in &law.provisions {
        let file = format!("assets/law/{}/provisions.ron", provision.framework);
        add(&file, provision.id.to_string(), &mut std::iter::once(&provision.source));
    }
    for displacement in &law.displacements {
        let of = format!("{} by {}", displacement.displaced, displacement.by);
        add("assets/law/gdpr/concurrence.ron", of, &mut std::iter::once(&displacement.source));
    }
    for rule in &law.rules {
        let framework = law.provision(&rule.provision).map_or("gdpr", |provision| provision.framework.as_str());
        add(&format!("assets/law/{framework}/rules"), rule.id.to_string(), &mut rule.citations.iter());
    }
    for factor in &law.factors {
        add("assets/law/gdpr/factors.ron", factor.id.to_string(), &mut std::iter::once(&factor.source));
    }
    for circumstance in &law.circumstances {
        let of = circumstance.id.to_string();
        add("assets/law/gdpr/circumstances.ron", of, &mut std::iter::once(&circumstance.source));
    }
    for question in law.questions() {
        add("assets/questionnaire", question.id.to_string(), &mut question.citations.iter());
    }
    found.extend(law.methodologies.iter().flat_map(of_method));
    found.extend(law.national.iter().flat_map(of_country));
    let cited = |of: String, citation| Cited { file: "assets/law/rates/ecb.ron".to_owned(), of, citation };
    found.push(cited("averages".to_owned(), &law.rates.source));
    found.extend(
        law.rates.fixed.iter().map(|fixed| cited(format!("fixed rate of {}", fixed.currency.code()), &fixed.source)),
    );
    let cited = |of: String, citation| Cited { file: "assets/law/rates/hicp.ron".to_owned(), of, citation };
    found.push(cited("prices".to_owned(), &law.prices.source));
    found.extend(law.prices.years.iter().map(|year| cited(format!("prices of {}", year.year), &year.source)));
    found
}

/// The citations of one method.
pub fn of_method(method: &Methodology) -> Vec<Cited<'_>> {
    let file = format!("assets/law/{}/methodologies/{}.ron", method.framework, method.id);
    let cited = |of: String, citation| Cited { file: file.clone(), of, citation };
    let mut found = vec![cited(method.id.to_string(), &method.source)];
    for step in &method.steps {
        found.push(cited(step.title.clone(), &step.source));
        found.extend(step.notes.iter().map(|note| cited(step.title.clone(), &note.source)));
        let parts: Vec<(String, &Citation)> = match &step.kind {
            StepKind::Seriousness { classes, .. } => {
                classes.iter().map(|class| (format!("{:?}", class.level), &class.source)).collect()
            }
            StepKind::TurnoverAdjustment { bands, .. } => {
                bands.iter().map(|band| (format!("above {}", band.above), &band.source)).collect()
            }
            StepKind::AbilityToPay(terms) => {
                terms.conditions.iter().map(|condition| (condition.id.clone(), &condition.source)).collect()
            }
            StepKind::CategoryBand(bands) => {
                let categories = bands.categories.iter().map(|category| (category.id.clone(), &category.source));
                let provisions = bands.provisions.iter().map(|of| (of.provision.to_string(), &of.source));
                categories.chain(provisions).collect()
            }
            StepKind::DailyRate(rates) => {
                let groups = rates.groups.iter().map(|group| (group.id.clone(), &group.source));
                let classes =
                    rates.classes.iter().map(|class| (format!("{} {:?}", class.tier, class.level), &class.source));
                groups.chain(classes).chain([("days".to_owned(), &rates.days_source)]).collect()
            }
            StepKind::Concurrence
            | StepKind::Fault { .. }
            | StepKind::Circumstances(_)
            | StepKind::LegalMaximum { .. }
            | StepKind::Proportionality(_)
            | StepKind::Reprimand { .. } => Vec::new(),
        };
        found.extend(parts.into_iter().map(|(of, citation)| cited(format!("{}, {of}", step.title), citation)));
    }
    found
}

/// The citations of one country's rules.
pub fn of_country(rules: &NationalRules) -> Vec<Cited<'_>> {
    let file = format!("assets/law/national/{}.ron", rules.country);
    let cited = |of: &str, citation| Cited { file: file.clone(), of: of.to_owned(), citation };
    let mut found = vec![cited("public bodies", &rules.public_bodies.source)];
    found.extend(rules.public_bodies.particular.iter().map(|own| cited("kinds of public bodies", &own.source)));
    found.extend(rules.reductions.iter().map(|reduction| cited(&reduction.label, &reduction.source)));
    found.extend(rules.procedures.iter().map(|procedure| cited(&procedure.label, &procedure.source)));
    if let Some(payment) = &rules.payment {
        found.push(cited("payment", &payment.source));
        found.extend(payment.rates.iter().map(|rate| cited(&format!("rate of {}", rate.day), &rate.source)));
    }
    found.extend(rules.not_held.iter().map(|known| cited("rules not held", &known.source)));
    found.extend(rules.limitation.iter().map(|known| cited("limitation", &known.source)));
    found.extend(rules.notes.iter().map(|note| cited("note", &note.source)));
    found
}

/// How many figures of law there are: caps, shares, bands, reductions, rates. Each
/// has a citation, or it would not have loaded.
pub fn parameters(law: &Corpus) -> usize {
    let tiers = law.frameworks.iter().chain(&law.beside).flat_map(|framework| &framework.tiers);
    let caps: usize = tiers
        .map(|tier| {
            let amounts = [Some(&tier.static_cap), tier.minimum.as_ref(), tier.individual_cap.as_ref()];
            let shares = tier.dynamic_cap.iter().map(|cap| cap.values.len()).sum::<usize>();
            amounts.into_iter().flatten().map(|cap| cap.values.len()).sum::<usize>() + shares
        })
        .sum();
    let steps = law.methodologies.iter().flat_map(|method| &method.steps);
    let figures: usize = steps
        .map(|step| match &step.kind {
            StepKind::Seriousness { classes, .. } => classes.len(),
            StepKind::TurnoverAdjustment { bands, .. } => bands.len(),
            StepKind::CategoryBand(bands) => bands.categories.len() + bands.provisions.len(),
            StepKind::DailyRate(rates) => rates.groups.len() + rates.classes.len() + 1,
            _ => 0,
        })
        .sum();
    let national = law.national.iter().map(|rules| {
        let bodies = &rules.public_bodies;
        let all = std::iter::once(&bodies.rule).chain(bodies.particular.iter().map(|own| &own.rule));
        let limits = all.flat_map(PublicBodyRule::caps);
        let limits: usize = limits.map(|cap| 1 + usize::from(cap.share_of_budget.is_some())).sum();
        limits
            + rules.limitation.len()
            + rules.reductions.len()
            + rules.procedures.len()
            + rules.payment.iter().flat_map(|p| &p.rates).count()
    });
    caps + figures + national.sum::<usize>()
}

/// How many figures are the program's own: proposals and limits of choices that no law
/// gives. Each says so in words beside it.
pub fn own_figures(law: &Corpus) -> usize {
    let steps = law.methodologies.iter().flat_map(|method| &method.steps);
    let of_steps: usize = steps
        .map(|step| match &step.kind {
            // The proposal of each class, and the two balances.
            StepKind::Seriousness { classes, .. } => classes.len() + 2,
            // Two ends and a proposal each way.
            StepKind::Circumstances(_) => 6,
            // What is usual, what is open, what is proposed.
            StepKind::Proportionality(_) => 5,
            StepKind::AbilityToPay(_) => 2,
            // How near an edge is, two ends and a proposal where no turnover is known.
            StepKind::TurnoverAdjustment { .. } => 4,
            StepKind::LegalMaximum { .. } => 3,
            StepKind::CategoryBand(bands) => bands.assumed.len(),
            StepKind::DailyRate(rates) => rates.classes.len() + 2,
            _ => 0,
        })
        .sum();
    let tiers = law.beside.iter().flat_map(|framework| &framework.tiers);
    // Two ends and a proposal.
    let of_practice = 3 * tiers.filter(|tier| matches!(tier.set_by, Some(SetBy::Practice { .. }))).count();
    of_practice + of_steps + law.circumstances.iter().filter(|known| known.doubted_after_years.is_some()).count()
}

/// What rests on a weak source: where, what, and the doubt.
pub fn unverified<'a>(cited: impl IntoIterator<Item = Cited<'a>>) -> Vec<(String, String)> {
    let doubts = cited.into_iter().filter_map(|cited| {
        let doubt = cited.citation.unverified.clone()?;
        Some((format!("{}, {}", cited.file, cited.of), doubt))
    });
    doubts.collect()
}

/// What the vocabularies could not check: of a whole list, or of one authority in it.
pub fn unverified_words(vocabulary: &Vocabulary) -> Vec<(String, String)> {
    let lists = [
        ("countries", &vocabulary.countries.source),
        ("authorities", &vocabulary.authorities.source),
        ("sectors", &vocabulary.sectors.source),
        ("topics", &vocabulary.topics.source),
        ("currencies", &vocabulary.currencies.source),
    ];
    let file = |name: &str| format!("assets/vocabulary/{name}.ron");
    let of_lists = lists.into_iter().filter_map(|(name, source)| {
        let doubt = source.unverified.clone()?;
        Some((format!("{}, source", file(name)), doubt))
    });
    let of_authorities = vocabulary.authorities.entries.iter().filter_map(|authority| {
        let doubt = authority.unverified.clone()?;
        Some((format!("{}, {}", file("authorities"), authority.id), doubt))
    });
    of_lists.chain(of_authorities).collect()
}

fn dated<T>(parameter: &Parameter<T>) -> impl Iterator<Item = &Citation> {
    parameter.values.iter().map(|dated| &dated.source)
}
