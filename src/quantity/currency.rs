//! The currencies and their minor units, read from the one list of them
//! (`assets/vocabulary/currencies.ron`).

use std::{cmp::Ordering, fmt, sync::LazyLock};

use serde::de::{self, EnumAccess, VariantAccess};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// The list as it is built in: amounts are read where no library is at hand.
const LIST: &str = include_str!("../../assets/vocabulary/currencies.ron");

/// A currency as the list has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ListedCurrency {
    /// The ISO 4217 code.
    pub code: String,
    /// The digits of the minor unit.
    pub digits: u32,
    /// The year in which it was withdrawn.
    #[serde(default)]
    pub withdrawn: Option<i16>,
    /// The code of the currency that took its place.
    #[serde(default)]
    pub replaced_by: Option<String>,
}

/// A list that does not read leaves no currency; the check of all data says where it fails.
static ENTRIES: LazyLock<Vec<ListedCurrency>> = LazyLock::new(|| {
    #[derive(Deserialize)]
    struct List {
        entries: Vec<ListedCurrency>,
    }
    let options = ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
    options.from_str::<List>(LIST).map_or_else(|_| Vec::new(), |list| list.entries)
});
static ALL: LazyLock<Vec<Currency>> = LazyLock::new(|| UNITS.iter().map(Currency).collect());
static UNITS: LazyLock<Vec<Unit>> =
    LazyLock::new(|| ENTRIES.iter().map(|entry| Unit { code: &entry.code, digits: entry.digits }).collect());
static CODES: LazyLock<Vec<&str>> = LazyLock::new(|| ENTRIES.iter().map(|entry| entry.code.as_str()).collect());

/// A currency of ISO 4217, in force or withdrawn since 1999.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Currency(&'static Unit);

/// What is counted in it, behind a pointer so that an amount stays small.
#[derive(PartialEq, Eq, Hash)]
struct Unit {
    code: &'static str,
    digits: u32,
}

impl Currency {
    /// The euro, against which all rates are published.
    pub const EUR: Self = Self(&Unit { code: "EUR", digits: 2 });

    /// All currencies, in the order in which they are offered: the euro first, those
    /// withdrawn last.
    pub fn all() -> &'static [Self] {
        &ALL
    }

    /// The currency of an ISO 4217 code in capitals, or `None` where the list has none.
    ///
    /// # Example
    /// ```
    /// use amende::quantity::Currency;
    /// assert_eq!(Currency::from_code("BHD").unwrap().digits(), 3);
    /// ```
    pub fn from_code(code: &str) -> Option<Self> {
        Self::all().iter().copied().find(|currency| currency.code() == code)
    }

    /// The ISO 4217 code.
    pub const fn code(self) -> &'static str {
        self.0.code
    }

    /// The key under which a locale names it.
    pub fn key(self) -> String {
        format!("currency.{}", self.0.code.to_lowercase())
    }

    /// The digits of the minor unit: 2 for cents, 3 for fils, 0 where the unit is not
    /// divided (yen, won, króna).
    pub const fn digits(self) -> u32 {
        self.0.digits
    }

    /// Minor units in one whole unit: 100 for the euro, 1 for the yen.
    pub const fn minor_units(self) -> i64 {
        10_i64.pow(self.0.digits)
    }

    /// The year in which it was withdrawn, if it was.
    pub fn withdrawn(self) -> Option<i16> {
        self.entry()?.withdrawn
    }

    /// The currency that took its place, if one did.
    pub fn replaced_by(self) -> Option<Self> {
        Self::from_code(self.entry()?.replaced_by.as_deref()?)
    }

    fn entry(self) -> Option<&'static ListedCurrency> {
        ENTRIES.iter().find(|entry| entry.code == self.0.code)
    }
}

/// The code: `SEK`.
impl fmt::Debug for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.code)
    }
}

/// By code.
impl Ord for Currency {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.code.cmp(other.0.code)
    }
}

impl PartialOrd for Currency {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// A bare name in data files, a string in JSON.
impl Serialize for Currency {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_unit_variant("Currency", 0, self.0.code)
    }
}

impl<'de> Deserialize<'de> for Currency {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_enum("Currency", &CODES, OfName)
    }
}

/// Reads the name of a variant as the code of a currency.
struct OfName;

impl<'de> de::Visitor<'de> for OfName {
    type Value = Currency;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the code of a currency")
    }

    fn visit_enum<A: EnumAccess<'de>>(self, data: A) -> Result<Currency, A::Error> {
        let (currency, rest) = data.variant_seed(self)?;
        rest.unit_variant()?;
        Ok(currency)
    }

    fn visit_str<E: de::Error>(self, code: &str) -> Result<Currency, E> {
        Currency::from_code(code).ok_or_else(|| E::unknown_variant(code, &CODES))
    }
}

impl<'de> de::DeserializeSeed<'de> for OfName {
    type Value = Currency;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Currency, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(code: &str) -> Currency {
        Currency::from_code(code).unwrap()
    }

    #[test]
    fn the_list_reads_and_has_every_currency_once() {
        let codes: std::collections::BTreeSet<&str> = CODES.iter().copied().collect();
        assert_eq!(codes.len(), Currency::all().len());
        assert_eq!(of("EUR"), Currency::EUR);
        assert_eq!(Currency::all().first(), Some(&Currency::EUR));
        assert_eq!(Currency::from_code("eur"), None);
        let bank = "EUR USD JPY BGN CZK DKK GBP HUF PLN RON SEK CHF ISK NOK HRK RUB TRY AUD BRL CAD CNY HKD IDR ILS \
                    INR KRW MXN MYR NZD PHP SGD THB ZAR";
        for code in bank.split_whitespace() {
            assert_eq!(of(code).code(), code);
        }
    }

    /// ISO 4217, list one: the currencies whose minor unit is not the hundredth.
    #[test]
    fn minor_units_are_those_of_the_standard() {
        let of_digits = |digits| {
            let all = Currency::all().iter().filter(|one| one.withdrawn().is_none() && one.digits() == digits);
            let mut codes: Vec<&str> = all.map(|currency| currency.code()).collect();
            codes.sort_unstable();
            codes.join(" ")
        };
        assert_eq!(of_digits(0), "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF");
        assert_eq!(of_digits(3), "BHD IQD JOD KWD LYD OMR TND");
        assert!(Currency::all().iter().all(|currency| matches!(currency.digits(), 0 | 2 | 3)));
        assert_eq!(["EUR", "JPY", "KWD"].map(|code| of(code).minor_units()), [100, 1, 1000]);
    }

    #[test]
    fn what_was_withdrawn_names_what_took_its_place() {
        for currency in Currency::all() {
            assert_eq!(currency.withdrawn().is_some(), currency.replaced_by().is_some(), "{currency:?}");
        }
        assert_eq!(of("DEM").replaced_by(), Some(Currency::EUR));
        assert_eq!(of("VEB").replaced_by().and_then(Currency::replaced_by), Some(of("VES")));
    }

    #[test]
    fn is_read_and_written_as_a_bare_name() {
        assert_eq!(ron::from_str::<Currency>("AED").unwrap(), of("AED"));
        assert_eq!(ron::to_string(&of("AED")).unwrap(), "AED");
        assert_eq!(serde_json::from_str::<Currency>("\"AED\"").unwrap(), of("AED"));
        assert_eq!(serde_json::to_string(&of("AED")).unwrap(), "\"AED\"");
        assert!(ron::from_str::<Currency>("XYZ").unwrap_err().to_string().contains("XYZ"));
    }
}
