//! Paragraphs by their style.

use super::xml::Xml;

/// A paragraph of a style, with what it sets besides.
pub(super) fn of(xml: &mut Xml, style: &str, set: &[(&str, &str)], content: impl FnOnce(&mut Xml)) {
    xml.within("w:p", &[], |xml| {
        xml.within("w:pPr", &[], |xml| {
            xml.set("w:pStyle", style);
            for (name, value) in set {
                if value.is_empty() { xml.empty(name, &[]) } else { xml.set(name, value) }
            }
        });
        content(xml);
    });
}

/// A paragraph set in from the left, in twentieths of a point.
pub(super) fn indented(xml: &mut Xml, style: &str, indent: &str, content: impl FnOnce(&mut Xml)) {
    xml.within("w:p", &[], |xml| {
        xml.within("w:pPr", &[], |xml| {
            xml.set("w:pStyle", style);
            xml.empty("w:ind", &[("w:left", indent)]);
        });
        content(xml);
    });
}
