//! The house style: worn in every format, and told with line and key where it is wrong.

use std::io::{Cursor, Read as _};

use amende::library::EditionId;
use amende::report::{self, Contents, Document, Format, HouseStyle, Look, SystemFonts};

use crate::preset;

const STYLE: &str = "(\n    firm: \"Counsel and Partners\",\n    author: \"A. Counsel\",\n    logo: \"logo.svg\",\n    \
     accent: \"#7A1F5C\",\n    ink: \"#101010\",\n    font: \"IBM Plex Sans\",\n    footer: \"Counsel · Brussels\",\n)\n";
const LOGO: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"120\" height=\"40\">\
     <rect width=\"120\" height=\"40\" fill=\"#7A1F5C\"/></svg>";

fn dressed(text: &str, logo: Option<&[u8]>) -> Result<Look, String> {
    let style = HouseStyle::parse("firm.style.ron", text).map_err(|problem| problem.to_string())?;
    let logo = logo.map(<[u8]>::to_vec);
    style.look(("firm.style.ron", text), logo, SystemFonts::installed()).map_err(|problem| problem.to_string())
}

fn document(look: Look) -> Document {
    let document =
        crate::editions::composed(&preset("kaspr.amende.ron"), &Contents::of(crate::library(), EditionId::Board));
    Document { footer: format!("{} · {}", look.footer, document.footer), look, ..document }
}

#[test]
fn colours_logo_font_and_footer_are_worn_in_every_format() {
    let document = document(dressed(STYLE, Some(LOGO.as_bytes())).unwrap());
    let written = |format| report::render(&document, format, SystemFonts::installed()).unwrap();
    let html = String::from_utf8(written(Format::Html)).unwrap();
    assert!(html.contains("--accent: #7a1f5c") && html.contains("aria-label=\"Counsel and Partners\""));
    assert!(html.contains("img-src data:") && html.contains("Counsel · Brussels"));
    assert!(html.contains("font-family: \"IBM Plex Sans\""));
    // The chart is drawn in the house's colour.
    let chart = html.split("<figure>").nth(1).unwrap().split("</figure>").next().unwrap();
    assert!(chart.contains("stroke=\"#7a1f5c\"") && !chart.contains("#0b5563"), "{chart}");
    let word = written(Format::Word);
    let mut zip = zip::ZipArchive::new(Cursor::new(word)).unwrap();
    let mut part = |name: &str| {
        let mut bytes = Vec::new();
        zip.by_name(name).unwrap().read_to_end(&mut bytes).unwrap();
        bytes
    };
    let styles = String::from_utf8(part("word/styles.xml")).unwrap();
    assert!(styles.contains("7A1F5C") && !styles.contains("0B5563"));
    assert!(styles.contains("\"IBM Plex Sans\"") && !styles.contains("\"Cambria\""));
    let text = String::from_utf8(part("word/document.xml")).unwrap();
    assert!(text.contains("descr=\"Counsel and Partners\""));
    assert!(part("word/media/picture2.png").starts_with(b"\x89PNG"), "the chart, then the logo");
    assert!(written(Format::Pdf) == written(Format::Pdf), "reproducible");
    let plain = self::document(Look::default());
    assert!(written(Format::Pdf) != report::render(&plain, Format::Pdf, SystemFonts::installed()).unwrap());
}

#[test]
fn a_style_that_is_wrong_is_told_with_line_and_key() {
    let wrong = |from: &str, to: &str| dressed(&STYLE.replace(from, to), Some(LOGO.as_bytes())).unwrap_err();
    let told = wrong("#7A1F5C", "#FFD400");
    assert!(told.starts_with("firm.style.ron:5:5: accent:") && told.contains("contrast 1."), "{told}");
    let told = wrong("#101010", "black");
    assert!(told.starts_with("firm.style.ron:6:5: ink:") && told.contains("six hexadecimal digits"), "{told}");
    let told = wrong("IBM Plex Sans", "No Such Font");
    assert!(told.starts_with("firm.style.ron:7:5: font:") && told.contains("No Such Font"), "{told}");
    let told = wrong("Counsel · Brussels", &"x".repeat(61));
    assert!(told.starts_with("firm.style.ron:8:5: footer:"), "{told}");
    let told = wrong("firm:", "farm:");
    assert!(told.starts_with("firm.style.ron:2:") && told.contains("farm"), "{told}");
    let told = dressed(STYLE, Some(b"GIF89a")).unwrap_err();
    assert!(told.starts_with("firm.style.ron:4:5: logo:") && told.contains("neither PNG nor SVG"), "{told}");
    let told = dressed(STYLE, Some(b"\x89PNG\r\n\x1a\nbroken")).unwrap_err();
    assert!(told.starts_with("firm.style.ron:4:5: logo:"), "{told}");
}

#[test]
fn nothing_stated_is_the_usual_look() {
    assert_eq!(dressed("()", None).unwrap(), Look::default());
}
