//! Pictures in the text, each with its alternative text.

use super::xml::Xml;

/// A picture of the package, in English Metric Units (360,000 a centimetre).
pub(super) struct Placed<'a> {
    /// Its number in the package, from 1.
    pub(super) number: usize,
    /// Width and height.
    pub(super) size: (u64, u64),
    /// What it shows, in words.
    pub(super) alternative: &'a str,
}

/// The name of a picture's relationship.
pub(super) fn relationship(number: usize) -> String {
    format!("picture{number}")
}

/// The name of a picture's file in the package.
pub(super) fn file(number: usize) -> String {
    format!("media/picture{number}.png")
}

/// A run that holds the picture.
pub(super) fn run(xml: &mut Xml, picture: &Placed<'_>) {
    let (width, height) = (picture.size.0.to_string(), picture.size.1.to_string());
    let number = picture.number.to_string();
    let name = format!("Picture {number}");
    let extent: &[(&str, &str)] = &[("cx", &width), ("cy", &height)];
    let still = [("distT", "0"), ("distB", "0"), ("distL", "0"), ("distR", "0")];
    xml.within("w:r", &[], |xml| {
        xml.within("w:drawing", &[], |xml| {
            xml.within("wp:inline", &still, |xml| {
                xml.empty("wp:extent", extent);
                xml.empty("wp:docPr", &[("id", &number), ("name", &name), ("descr", picture.alternative)]);
                let uri = "http://schemas.openxmlformats.org/drawingml/2006/picture";
                xml.within("a:graphic", &[], |xml| {
                    xml.within("a:graphicData", &[("uri", uri)], |xml| shape(xml, picture, &name, extent));
                });
            });
        });
    });
}

fn shape(xml: &mut Xml, picture: &Placed<'_>, name: &str, extent: &[(&str, &str)]) {
    let number = picture.number.to_string();
    xml.within("pic:pic", &[], |xml| {
        xml.within("pic:nvPicPr", &[], |xml| {
            xml.empty("pic:cNvPr", &[("id", &number), ("name", name), ("descr", picture.alternative)]);
            xml.empty("pic:cNvPicPr", &[]);
        });
        xml.within("pic:blipFill", &[], |xml| {
            xml.empty("a:blip", &[("r:embed", &relationship(picture.number))]);
            xml.within("a:stretch", &[], |xml| xml.empty("a:fillRect", &[]));
        });
        xml.within("pic:spPr", &[], |xml| {
            xml.within("a:xfrm", &[], |xml| {
                xml.empty("a:off", &[("x", "0"), ("y", "0")]);
                xml.empty("a:ext", extent);
            });
            xml.within("a:prstGeom", &[("prst", "rect")], |xml| xml.empty("a:avLst", &[]));
        });
    });
}
