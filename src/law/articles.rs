//! How the articles of the Regulation are divided, so that a paragraph or point that is
//! named can be told from a slip of the pen.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Citation, ProvisionId};

/// Articles with their paragraphs and points.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Articles {
    /// Where they stand.
    pub source: Citation,
    /// For each numbered paragraph of an article its last point: `f` for (a) to (f), nothing
    /// where it has none. No paragraph: the article is not divided.
    pub articles: BTreeMap<String, Vec<String>>,
}

impl Articles {
    /// What is wrong with the name of a provision; `None` where there is such a one.
    ///
    /// # Example
    /// ```
    /// let library = amende::library::Library::embedded().unwrap();
    /// let articles = &library.law.articles;
    /// assert_eq!(articles.fault(&"6(1)(f)".into()), None);
    /// assert_eq!(articles.fault(&"6(9)".into()).unwrap(), "Art. 6 has paragraphs 1 to 4");
    /// ```
    pub fn fault(&self, provision: &ProvisionId) -> Option<String> {
        let article = provision.article();
        let Some(paragraphs) = self.articles.get(article) else {
            return Some(format!("Art. {article} is not among the articles that articles.ron lists"));
        };
        let mut parts = provision.as_str().split('(').skip(1);
        let within = |part: &str| part.strip_suffix(')').map(str::to_owned);
        let paragraph = parts.next()?;
        let number = within(paragraph).and_then(|number| number.parse::<usize>().ok());
        let points = match number.and_then(|number| paragraphs.get(number.checked_sub(1)?)) {
            Some(points) => points,
            None if paragraphs.is_empty() => return Some(format!("Art. {article} has no numbered paragraphs")),
            None => return Some(format!("Art. {article} has paragraphs 1 to {}", paragraphs.len())),
        };
        let point = parts.next()?;
        let point = within(point).unwrap_or_default();
        let known = point.len() == 1 && !points.is_empty() && ("a"..=points.as_str()).contains(&point.as_str());
        let whole = format!("Art. {article}({paragraph}");
        match (known && parts.next().is_none(), points.is_empty()) {
            (true, _) => None,
            (false, true) => Some(format!("{whole} has no points")),
            (false, false) => Some(format!("{whole} has points (a) to ({points})")),
        }
    }

    /// What is wrong with the articles a citation of the Regulation names.
    pub fn fault_of_citation(&self, pinpoint: &str) -> Option<String> {
        let text = pinpoint.strip_prefix("Art. ")?;
        let words =
            text.split([' ', ',', ';', '–']).filter(|word| word.starts_with(|sign: char| sign.is_ascii_digit()));
        let mut listed = words.map(ProvisionId::from).filter(|named| self.articles.contains_key(named.article()));
        listed.find_map(|named| self.fault(&named))
    }
}
