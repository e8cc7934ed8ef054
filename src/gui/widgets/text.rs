//! Text in its three sizes, links, lines and plain buttons.

use egui::{Button, CornerRadius, FontId, Label, Response, RichText, Sense, Stroke, Ui, Vec2};

use crate::gui::theme::{self, Theme};

/// How wide running text of this size gets: about ninety letters a line.
pub fn measure(size: f32) -> f32 {
    size * 38.0
}

/// Words that wrap inside what room there is, and no wider than is read with ease.
pub fn paragraph(ui: &mut Ui, words: RichText, size: f32) -> Response {
    let label = Label::new(words.size(size)).wrap();
    // In a line that wraps the words flow on from what stands before them.
    if ui.layout().main_wrap() {
        return ui.add(label);
    }
    let room = ui.available_width().min(measure(size));
    ui.scope(|ui| {
        ui.set_max_width(room);
        ui.add(label)
    })
    .inner
}

/// The title of a stage with the line below it.
pub fn stage_title(ui: &mut Ui, theme: &Theme, title: &str, subtitle: &str) {
    ui.label(RichText::new(title).font(FontId::new(theme::TITLE, theme::serif())));
    paragraph(ui, RichText::new(subtitle).color(*theme.ink_second), theme::BODY);
}

/// A heading in the text face of headings.
pub fn heading(ui: &mut Ui, text: &str) -> Response {
    paragraph(ui, RichText::new(text).family(theme::serif()), theme::HEADING)
}

/// Running text.
pub fn body(ui: &mut Ui, text: &str) -> Response {
    paragraph(ui, RichText::new(text), theme::BODY)
}

/// Emphasised running text.
pub fn strong_text(ui: &mut Ui, text: &str) -> Response {
    ui.label(RichText::new(text).font(FontId::new(theme::BODY, theme::strong())))
}

/// A word or two of second rank, in one line.
pub fn small(ui: &mut Ui, theme: &Theme, text: &str) -> Response {
    ui.label(RichText::new(text).size(theme::SMALL).color(*theme.ink_second))
}

/// Text of second rank that wraps inside what room there is.
pub fn wrapped_small(ui: &mut Ui, theme: &Theme, text: &str) -> Response {
    paragraph(ui, RichText::new(text).color(*theme.ink_second), theme::SMALL)
}

/// Text that may be missed.
pub fn muted(ui: &mut Ui, theme: &Theme, text: &str) -> Response {
    ui.label(RichText::new(text).size(theme::SMALL).color(*theme.ink_third))
}

/// The figure that matters.
pub fn figure(ui: &mut Ui, text: &str) -> Response {
    ui.add(egui::Label::new(RichText::new(text).font(FontId::new(theme::FIGURE, theme::serif()))).sense(Sense::click()))
        .on_hover_cursor(egui::CursorIcon::PointingHand)
}

/// Words that lead somewhere; what fits into a line is never broken over two.
pub fn link(ui: &mut Ui, text: &str, size: f32) -> Response {
    let words = RichText::new(text).size(size);
    if !ui.layout().main_wrap() {
        return ui.add(egui::Link::new(words));
    }
    let font = FontId::proportional(size);
    let whole = ui.painter().layout_no_wrap(text.to_owned(), font, ui.visuals().text_color()).size().x;
    let before = ui.style().wrap_mode;
    if whole <= ui.max_rect().width() {
        ui.style_mut().wrap_mode = Some(egui::TextWrapMode::Extend);
    }
    let response = ui.add(egui::Link::new(words));
    ui.style_mut().wrap_mode = before;
    response
}

/// The button of the action that is expected.
pub fn primary_button(ui: &mut Ui, theme: &Theme, text: &str) -> Response {
    let words = RichText::new(text).font(FontId::new(theme::BODY, theme::strong())).color(*theme.on_accent);
    ui.add(Button::new(words).fill(*theme.accent).stroke(Stroke::NONE).min_size(Vec2::new(0.0, 28.0)))
}

/// A filter or a small choice that is on or off.
pub fn chip(ui: &mut Ui, theme: &Theme, text: &str, on: bool) -> Response {
    let fill = if on { *theme.accent_tint } else { *theme.field };
    let response = ui.add(
        Button::new(RichText::new(text).size(theme::SMALL))
            .fill(fill)
            .stroke(Stroke::new(1.0, *theme.hairline))
            .corner_radius(CornerRadius::same(theme::RADIUS)),
    );
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::Button, true, on, text));
    response
}

/// A hairline over the whole width, with room above and below.
pub fn hairline(ui: &mut Ui, theme: &Theme, room: f32) {
    ui.add_space(room);
    let (rect, _) = ui.allocate_exact_size(Vec2::new(ui.available_width(), 1.0), Sense::hover());
    ui.painter().hline(rect.x_range(), rect.center().y, Stroke::new(1.0, *theme.hairline));
    ui.add_space(room);
}

/// Words and links in lines as close as running text.
pub fn running(ui: &mut Ui, content: impl FnOnce(&mut Ui)) {
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing = Vec2::new(5.0, 1.0);
        ui.spacing_mut().interact_size.y = 0.0;
        ui.set_max_width(ui.available_width().min(measure(theme::SMALL)));
        ui.horizontal_wrapped(content);
    });
}

/// A statement that holds or does not.
pub fn checkbox(ui: &mut Ui, theme: &Theme, on: &mut bool, text: impl Into<egui::WidgetText>) -> Response {
    // No scope: in a line that wraps, it would stand where no room is left.
    let before = ui.visuals().widgets.inactive;
    let inactive = &mut ui.visuals_mut().widgets.inactive;
    inactive.bg_fill = *theme.field;
    inactive.bg_stroke = Stroke::new(1.0, *theme.ink_second);
    let response = ui.checkbox(on, text);
    ui.visuals_mut().widgets.inactive = before;
    response
}
