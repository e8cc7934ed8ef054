//! How often what is charged beside another provision was found together with it, in words.

use crate::facts::CaseFile;
use crate::findings::Finding;
use crate::library::Library;

/// “Taken up beside Art. 6(1) in …”; nothing for a finding that stands by itself.
pub fn taken_up(finding: &Finding, case_file: &CaseFile, library: &Library) -> Option<String> {
    let main = finding.beside.as_ref()?;
    let counted = library.taken_up(finding, case_file.decided_as.as_deref())?;
    let (both, of) = (counted.both.to_string(), counted.of.to_string());
    let article = library.locale.article(main.as_str());
    Some(library.locale.fill("findings.beside", &[("article", &article), ("both", &both), ("of", &of)]))
}
