//! A figure as it is shown anywhere in the window: hovered it says what it is, clicked
//! it is explained, and its menu copies it.

use egui::{CursorIcon, Label, Response, RichText, Sense, Ui};

use crate::gui::{Command, View};

/// What is known of a figure besides the words that stand for it.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::gui) struct Figure {
    /// What it is, in a sentence.
    pub(super) what: String,
    /// What its menu copies.
    pub(super) copied: String,
    /// What explains it.
    pub(super) why: Option<Command>,
}

impl Figure {
    /// A figure by the key of the sentence that says what it is.
    pub(super) fn new(view: &View<'_>, key: &str, copied: impl Into<String>, why: Command) -> Self {
        Self { what: view.text.t(key).to_owned(), copied: copied.into(), why: Some(why) }
    }

    /// A figure of the calculation, by its name in the trace; one that the method does not
    /// make is explained by nothing rather than by another.
    pub(super) fn traced(view: &View<'_>, key: &str, copied: impl Into<String>, name: &str) -> Self {
        let known = view.analysis.calculation.trace.as_ref().is_some_and(|trace| trace.find(name).is_some());
        let why = known.then(|| Command::ShowTrace(name.to_owned()));
        Self { what: view.text.t(key).to_owned(), copied: copied.into(), why }
    }

    /// Its words on the page.
    pub(super) fn show(self, ui: &mut Ui, view: &View<'_>, words: RichText, out: &mut Vec<Command>) -> Response {
        self.label(ui, view, Label::new(words), out)
    }

    /// Its words on the page, wrapped where there is no room.
    pub(super) fn wrapped(self, ui: &mut Ui, view: &View<'_>, words: RichText, out: &mut Vec<Command>) -> Response {
        self.label(ui, view, Label::new(words).wrap(), out)
    }

    fn label(self, ui: &mut Ui, view: &View<'_>, label: Label, out: &mut Vec<Command>) -> Response {
        let response = ui.add(label.sense(Sense::click()));
        self.on(view, response, out)
    }

    /// Makes a figure of what is shown or painted already; it must sense clicks.
    pub(super) fn on(self, view: &View<'_>, response: Response, out: &mut Vec<Command>) -> Response {
        let Self { what, copied, why } = self;
        response.ctx.accesskit_node_builder(response.id, |node| {
            node.set_description(what.as_str());
            node.set_class_name("figure");
        });
        let cursor = if why.is_some() { CursorIcon::PointingHand } else { CursorIcon::Default };
        let response = response.on_hover_text(what).on_hover_cursor(cursor);
        if response.clicked() {
            out.extend(why.clone());
        }
        response.context_menu(|ui| {
            if ui.button(view.text.t("figure.copy")).clicked() {
                out.push(Command::CopyText(copied));
            }
            if let Some(why) = why
                && ui.button(view.text.t("figure.why")).clicked()
            {
                out.push(why);
            }
        });
        response
    }
}
