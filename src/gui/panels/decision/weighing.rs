//! How the authority weighed the case, letter by letter of Art. 83(2) GDPR.

use egui::Ui;

use super::Page;
use crate::precedents::Weighed;

impl Page<'_> {
    pub(super) fn weighing(&self, ui: &mut Ui) {
        let (text, weighing) = (self.text, &self.decision.weighing);
        if let Some(seriousness) = &weighing.seriousness {
            let grade = text.t(seriousness.grade.key()).to_owned();
            let words = match seriousness.share {
                Some(share) => text.fill("record.share", &[("grade", &grade), ("share", &text.rate(share))]),
                None => grade,
            };
            self.row(ui, "record.seriousness", &words, &seriousness.place);
        }
        if let Some(fault) = weighing.fault {
            self.row(ui, "record.fault", text.t(fault.key()), self.place("fault"));
        }
        let directions = [
            ("record.aggravating", &weighing.aggravating),
            ("record.mitigating", &weighing.mitigating),
            ("record.neutral", &weighing.neutral),
        ];
        for (key, weighed) in directions {
            for one in weighed {
                self.letter(ui, key, one);
            }
        }
        if let Some(method) = self.decision.method.as_ref().and_then(|id| self.library.law.methodology(id.as_str())) {
            self.row(ui, "record.method", &method.name, "");
        }
    }

    fn letter(&self, ui: &mut Ui, key: &str, weighed: &Weighed) {
        let words = self.text.fill("record.letter", &[("letter", &weighed.letter), ("text", &weighed.text)]);
        self.row(ui, key, &words, &weighed.place);
    }
}
