//! The currencies and their minor units: the one table of them.

use serde::{Deserialize, Serialize};

/// Declares the currencies once: code, digits of the minor unit (ISO 4217), key of the
/// name in the locale.
macro_rules! currencies {
    ($($code:ident $digits:literal $key:literal),* $(,)?) => {
        /// The euro and every currency for which the European Central Bank publishes or
        /// published a reference rate since 2016, by their ISO 4217 codes.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[expect(missing_docs, reason = "the code says it all")]
        pub enum Currency {
            $($code),*
        }

        impl Currency {
            /// All currencies, in the order in which they are offered.
            pub const ALL: [Self; [$($digits),*].len()] = [$(Self::$code),*];

            /// The ISO 4217 code.
            pub const fn code(self) -> &'static str {
                match self {
                    $(Self::$code => stringify!($code)),*
                }
            }

            /// The key under which a locale names it.
            pub const fn key(self) -> &'static str {
                match self {
                    $(Self::$code => $key),*
                }
            }

            /// The digits of the minor unit: 2 for cents, 0 where the unit is not divided
            /// (yen, won, króna).
            pub const fn digits(self) -> u32 {
                match self {
                    $(Self::$code => $digits),*
                }
            }
        }
    };
}

currencies! {
    EUR 2 "currency.eur",
    GBP 2 "currency.gbp",
    USD 2 "currency.usd",
    AUD 2 "currency.aud",
    BGN 2 "currency.bgn",
    BRL 2 "currency.brl",
    CAD 2 "currency.cad",
    CHF 2 "currency.chf",
    CNY 2 "currency.cny",
    CZK 2 "currency.czk",
    DKK 2 "currency.dkk",
    HKD 2 "currency.hkd",
    HRK 2 "currency.hrk",
    HUF 2 "currency.huf",
    IDR 2 "currency.idr",
    ILS 2 "currency.ils",
    INR 2 "currency.inr",
    ISK 0 "currency.isk",
    JPY 0 "currency.jpy",
    KRW 0 "currency.krw",
    MXN 2 "currency.mxn",
    MYR 2 "currency.myr",
    NOK 2 "currency.nok",
    NZD 2 "currency.nzd",
    PHP 2 "currency.php",
    PLN 2 "currency.pln",
    RON 2 "currency.ron",
    RUB 2 "currency.rub",
    SEK 2 "currency.sek",
    SGD 2 "currency.sgd",
    THB 2 "currency.thb",
    TRY 2 "currency.try",
    ZAR 2 "currency.zar",
}

impl Currency {
    /// Minor units in one whole unit: 100 for the euro, 1 for the yen.
    pub const fn minor_units(self) -> i64 {
        10_i64.pow(self.digits())
    }

    /// The currency of an ISO 4217 code in capitals, or `None` where it is not known here.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|currency| currency.code() == code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_currency_of_the_bank_is_known_once() {
        let bank = "EUR USD JPY BGN CZK DKK GBP HUF PLN RON SEK CHF ISK NOK HRK RUB TRY AUD BRL CAD CNY HKD IDR ILS \
                    INR KRW MXN MYR NZD PHP SGD THB ZAR";
        for code in bank.split_whitespace() {
            assert_eq!(Currency::from_code(code).unwrap().code(), code);
        }
        assert_eq!(bank.split_whitespace().count(), Currency::ALL.len());
        assert_eq!(Currency::from_code("eur"), None);
    }

    #[test]
    fn three_have_no_minor_unit() {
        let whole = Currency::ALL.into_iter().filter(|currency| currency.digits() == 0);
        assert_eq!(whole.collect::<Vec<_>>(), [Currency::ISK, Currency::JPY, Currency::KRW]);
        assert_eq!((Currency::EUR.minor_units(), Currency::JPY.minor_units()), (100, 1));
    }
}
