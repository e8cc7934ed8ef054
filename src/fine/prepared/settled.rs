//! What the user settled, as a calculation recorded it, read by kind and once.

use crate::facts::{ChoiceValue, Choices};
use crate::fine::own_currency::OwnCurrency;
use crate::law::{PointKey, Seriousness};
use crate::quantity::{Currency, Money, Rate};

/// The settled choices.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Settled<'s> {
    choices: &'s Choices,
    own: Option<&'s OwnCurrency<'s>>,
}

impl<'s> Settled<'s> {
    pub(crate) fn new(choices: &'s Choices, own: Option<&'s OwnCurrency<'s>>) -> Self {
        Self { choices, own }
    }

    fn value(&self, key: &PointKey<'_>) -> Option<ChoiceValue> {
        self.choices.get(key.id().as_str()).map(|choice| choice.value)
    }

    pub(super) fn level(&self, key: &PointKey<'_>) -> Option<Seriousness> {
        if let Some(ChoiceValue::Level(level)) = self.value(key) { Some(level) } else { None }
    }

    pub(super) fn rate(&self, key: &PointKey<'_>) -> Option<Rate> {
        if let Some(ChoiceValue::Rate(rate)) = self.value(key) { Some(rate) } else { None }
    }

    pub(super) fn category(&self, key: &PointKey<'_>) -> Option<u8> {
        if let Some(ChoiceValue::Category(number)) = self.value(key) { Some(number) } else { None }
    }

    pub(crate) fn holds(&self, key: &PointKey<'_>) -> bool {
        matches!(self.value(key), Some(ChoiceValue::Holds(true)))
    }

    /// An amount where one in this currency is asked for; of a public body counted in its own
    /// currency also one in that of the method.
    pub(crate) fn amount(&self, key: &PointKey<'_>, asked: Currency) -> Option<Money> {
        let Some(ChoiceValue::Amount(amount)) = self.value(key) else { return None };
        let own = self.own.filter(|own| own.currency == asked);
        let fits = amount.currency() == asked || own.is_some_and(|own| own.knows(amount.currency()));
        fits.then_some(amount)
    }
}
