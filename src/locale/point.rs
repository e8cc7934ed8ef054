//! Discretionary points in words: what a reader is told of a choice names the point as the
//! pages do, never by the key that stands in the file.

use super::Locale;
use crate::law::{ChoiceId, Corpus, Discretion, StepKind};

impl Locale {
    /// A discretionary point as the pages name it, with its conduct. A name that no point
    /// has stands as it was written, so that it can be found in the file.
    ///
    /// # Example
    /// ```
    /// let library = amende::library::Library::embedded().unwrap();
    /// let point = library.locale.point(&"A.seriousness_share".into(), &library.law);
    /// assert_eq!(point, "Conduct A, “Share of the maximum chosen”");
    /// ```
    pub fn point(&self, id: &ChoiceId, law: &Corpus) -> String {
        let Some((of, point)) = id.as_str().split_once('.') else {
            return self.fill("point.unknown", &[("name", id.as_str())]);
        };
        if of == "matter" {
            return match self.point_of_matter(point, law) {
                Some(name) => self.fill("point.of_matter", &[("point", &name)]),
                None => self.fill("point.unknown", &[("name", id.as_str())]),
            };
        }
        match self.point_of_conduct(point, law) {
            Some(name) => self.fill("point.of_conduct", &[("conduct", of), ("point", &name)]),
            None => self.fill("point.unknown", &[("name", id.as_str())]),
        }
    }

    fn point_of_conduct(&self, name: &str, law: &Corpus) -> Option<String> {
        if let Some(circumstance) = name.strip_prefix("circumstance.") {
            let known = law.circumstances.iter().find(|known| known.id.as_str() == circumstance)?;
            return Some(known.label.clone());
        }
        if let Some(provision) = name.strip_prefix("displaced.") {
            return Some(self.fill("point.displaced", &[("provision", provision)]));
        }
        let point = Discretion::ALL.into_iter().find(|point| point.name() == name)?;
        // Two amounts are called alike on the page, where the step tells them apart.
        Some(match point {
            Discretion::AdjustedAmount => self.t("point.adjusted_amount").to_owned(),
            Discretion::FinalAmount => self.t("point.final_amount").to_owned(),
            other => self.t(other.label()).to_owned(),
        })
    }

    fn point_of_matter(&self, name: &str, law: &Corpus) -> Option<String> {
        let known = match name {
            "turnover" => Some("trace.turnover_assumed"),
            "earlier_conduct" => Some("trace.earlier_conduct"),
            "ability.remains" => Some("trace.hardship_remains"),
            _ => None,
        };
        if let Some(key) = known {
            return Some(self.t(key).to_owned());
        }
        let (kind, name) = name.split_once('.')?;
        match kind {
            "procedure" => {
                let mut all = law.national.iter().flat_map(|rules| &rules.procedures);
                all.find(|known| known.id == name).map(|known| known.label.clone())
            }
            "reduction" => {
                let mut all = law.national.iter().flat_map(|rules| &rules.reductions);
                all.find(|known| known.id == name).map(|known| known.label.clone())
            }
            "ability" => law.methodologies.iter().flat_map(|method| &method.steps).find_map(|step| match &step.kind {
                StepKind::AbilityToPay(terms) => {
                    let condition = terms.conditions.iter().find(|condition| condition.id == name)?;
                    Some(condition.text.trim_end_matches('.').to_owned())
                }
                _ => None,
            }),
            _ => None,
        }
    }
}
