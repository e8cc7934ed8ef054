//! Many figures in a data file: one text, so that a file of fifty thousand of them stays small
//! and is read quickly.

use std::fmt::Write as _;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::features::rounded;

/// Figures with six digits, written `1.5 0 -2.25e-3`; zeros in a row as `*17`.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Numbers(pub Vec<f64>);

impl Numbers {
    /// These figures as a file would give them back.
    pub fn kept(values: &[f64]) -> Self {
        Self(values.iter().map(|value| rounded(*value)).collect())
    }
}

impl Serialize for Numbers {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut text = String::new();
        let mut zeros = 0;
        let add = |text: &mut String, word: &str| {
            if !text.is_empty() {
                text.push(' ');
            }
            text.push_str(word);
        };
        for value in &self.0 {
            // Exactly nought, as most figures of most profiles are.
            if value.to_bits() << 1 == 0 {
                zeros += 1;
                continue;
            }
            if zeros > 0 {
                add(&mut text, &format!("*{zeros}"));
                zeros = 0;
            }
            add(&mut text, &written(*value));
        }
        if zeros > 0 {
            add(&mut text, &format!("*{zeros}"));
        }
        serializer.serialize_str(&text)
    }
}

/// The shorter of two ways to write a figure of six digits.
fn written(value: f64) -> String {
    let mut plain = String::new();
    // Writing to a string cannot fail.
    let _ = write!(plain, "{value}");
    let short = format!("{value:e}");
    if short.len() < plain.len() { short } else { plain }
}

impl<'de> Deserialize<'de> for Numbers {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let mut values = Vec::new();
        for word in text.split_ascii_whitespace() {
            let wrong = || de::Error::custom(format!("`{word}` is no figure"));
            if let Some(zeros) = word.strip_prefix('*') {
                let zeros: u16 = zeros.parse().map_err(|_| wrong())?;
                values.resize(values.len() + usize::from(zeros), 0.0);
            } else {
                values.push(word.parse().map_err(|_| wrong())?);
            }
        }
        Ok(Self(values))
    }
}

#[cfg(test)]
mod tests {
    use super::Numbers;

    #[test]
    fn figures_come_back_as_they_were() {
        let numbers = Numbers::kept(&[0.0, 0.0, 1.5, -0.002_25, 0.0, 123_456.789, 1e-9]);
        let text = ron::to_string(&numbers).unwrap();
        assert_eq!(text, "\"*2 1.5 -0.00225 *1 123457 1e-9\"");
        assert_eq!(ron::from_str::<Numbers>(&text).unwrap(), numbers);
        assert!(ron::from_str::<Numbers>("\"1 x\"").is_err());
    }
}
