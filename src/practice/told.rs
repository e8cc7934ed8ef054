//! What names, provisions and amounts tell: the same for a record, a matter and a row of a table.

use super::{Fact, Profile, Recipe};
use crate::law::Corpus;
use crate::law::vocabulary::folded;
use crate::quantity::Money;

/// Whole units of an amount.
pub fn figure(amount: Money) -> f64 {
    // Exact up to nine thousand million million, beyond any fine and turnover.
    #[expect(clippy::cast_precision_loss, reason = "an estimate in log10 needs no cents")]
    let minor = amount.minor() as f64;
    minor / 100.0
}

/// A number of people.
pub fn number(number: u64) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "an estimate in log10 needs no units")]
    let number = number as f64;
    number
}

/// Adds provisions: by article, the principles of Art. 5 with their letter. Those that carry no
/// fine are left out: that an authority names its own powers tells the outcome.
pub fn provisions<'p>(profile: &mut Profile, provisions: impl Iterator<Item = &'p str>, law: &Corpus) {
    for provision in provisions {
        let provision: String = provision.chars().filter(|sign| !sign.is_whitespace()).collect();
        let provision = provision.trim_start_matches("Art.").trim_start_matches("Article");
        let article = provision.split('(').next().unwrap_or_default();
        let fined = law.provisions.iter().any(|known| known.tier.is_some() && known.id.article() == article);
        if !fined {
            continue;
        }
        let principle =
            (article == "5").then(|| provision.get(..7)).flatten().filter(|_| provision.starts_with("5(1)("));
        match principle {
            Some(principle) => profile.say(Fact::Provisions, principle),
            None if provision.starts_with("5(2)") => profile.say(Fact::Provisions, "5(2)"),
            None => profile.say(Fact::Provisions, article),
        }
    }
}

/// Adds what the name of a body tells of its kind and form, where nothing is known of them.
pub fn name(profile: &mut Profile, name: &str, recipe: &Recipe) {
    let letters: String = folded(name).replace(['.', '’', '\''], "");
    let words: String = letters.chars().map(|sign| if sign.is_alphanumeric() { sign } else { ' ' }).collect();
    let words = format!(" {} ", words.split_whitespace().collect::<Vec<_>>().join(" "));
    for rule in &recipe.names {
        let open = !profile.knows(rule.fact) && rule.unless.is_none_or(|other| !profile.knows(other));
        if open && rule.fragments.iter().any(|fragment| words.contains(fragment.as_str())) {
            profile.say(rule.fact, &rule.word);
        }
    }
}
