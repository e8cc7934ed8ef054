//! Why the method's result lies outside the middle of the outcomes, in words.

use crate::exposure::{Cause, ExposureDistribution};
use crate::fine::Calculation;
use crate::locale::Locale;

/// In sentences, where it does: with the same words wherever both are shown.
pub fn outside_in_words(exposure: &ExposureDistribution, calculation: &Calculation, text: &Locale) -> Option<String> {
    let outside = exposure.outside.as_ref()?;
    let key = if outside.above { "exposure.outside.above" } else { "exposure.outside.below" };
    let mut sentences = vec![text.fill(key, &[("amount", &text.money(calculation.fine.point))])];
    sentences.extend(outside.causes.iter().map(|cause| cause_in_words(*cause, text)));
    Some(sentences.join(" "))
}

/// One of the reasons, as a sentence.
pub fn cause_in_words(cause: Cause, text: &Locale) -> String {
    text.t(cause.key()).to_owned()
}
