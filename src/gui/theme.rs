//! Colours, type and measures: tokens from `assets/theme`, applied to egui.

use std::collections::BTreeMap;
use std::sync::Arc;

use egui::epaint::text::{FallbackRequest, FontInsert};
use egui::{Color32, CornerRadius, FontData, FontDefinitions, FontFamily, FontId, Stroke, TextStyle, Vec2};
use serde::Deserialize;

use crate::library::{ASSETS, Problem, parse};
use crate::report::SystemFonts;

/// Height of the bar at the top.
pub const BAR: f32 = 40.0;
/// Width of the rail at the left.
pub const RAIL: f32 = 204.0;
/// Width of the exposure strip at the right.
pub const STRIP: f32 = 304.0;
/// Below this width of the window the strip folds away into a slim column.
pub const FOLD_STRIP: f32 = 1100.0;
/// Width of the folded strip.
pub const SLIM_STRIP: f32 = 68.0;
/// Below this width of the window the rail folds to numbers.
pub const FOLD_RAIL: f32 = 860.0;
/// Width of the folded rail.
pub const SLIM_RAIL: f32 = 48.0;
/// Below this width a page has narrow margins.
pub const NARROW: f32 = 560.0;
/// Width of the widest page with its margins.
pub const WIDEST: f32 = 1236.0;
/// Margin around a stage.
pub const MARGIN: f32 = 28.0;
/// Height of a row of a list.
pub const ROW: f32 = 34.0;
/// Height of a small row.
pub const SMALL_ROW: f32 = 25.0;
/// Size of running text.
pub const BODY: f32 = 13.5;
/// Size of second-rank text.
pub const SMALL: f32 = 12.0;
/// Size of a heading.
pub const HEADING: f32 = 15.0;
/// Size of a stage's title.
pub const TITLE: f32 = 22.0;
/// Size of the figure that matters.
pub const FIGURE: f32 = 27.0;
/// Radius of a control's corners.
pub const RADIUS: u8 = 4;
/// Radius of a card's corners.
pub const CARD_RADIUS: u8 = 6;

/// The palette of one theme (`assets/theme/<name>.ron`).
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Theme {
    /// Its name.
    pub name: String,
    /// Whether it is light on dark.
    pub dark: bool,
    /// The page.
    pub paper: Color,
    /// Rail, bar and strip.
    pub rail: Color,
    /// Fields and cards.
    pub field: Color,
    /// Lines.
    pub hairline: Color,
    /// Text.
    pub ink: Color,
    /// Text of second rank.
    pub ink_second: Color,
    /// Text that may be missed.
    pub ink_third: Color,
    /// Links, selection, the estimate.
    pub accent: Color,
    /// Ground of what is selected.
    pub accent_tint: Color,
    /// Needs somebody.
    pub amber: Color,
    /// Its ground.
    pub amber_tint: Color,
    /// Serious.
    pub brick: Color,
    /// Its ground.
    pub brick_tint: Color,
    /// In order.
    pub green: Color,
    /// Its ground.
    pub green_tint: Color,
    /// The fifth colour of teams in a workshop; the first four are accent, amber, brick and green.
    pub plum: Color,
    /// The sixth.
    pub blue: Color,
    /// Text on the accent.
    pub on_accent: Color,
}

/// A colour written `#RRGGBB`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct Color(pub Color32);

impl TryFrom<String> for Color {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        Color32::from_hex(&text).map(Self).map_err(|_| format!("`{text}` is not a colour: write #RRGGBB"))
    }
}

impl std::ops::Deref for Color {
    type Target = Color32;

    fn deref(&self) -> &Color32 {
        &self.0
    }
}

impl Theme {
    /// The theme of this name.
    ///
    /// # Errors
    /// When its file is missing or does not parse.
    pub fn load(name: &str) -> Result<Self, Problem> {
        let path = format!("theme/{name}.ron");
        let file = format!("assets/{path}");
        let text = ASSETS.get_file(&path).and_then(include_dir::File::contents_utf8).ok_or_else(|| Problem {
            file: file.clone(),
            position: None,
            message: "the file is missing".to_owned(),
        })?;
        parse(&file, text)
    }

    /// Sets colours, spacing and type of a context.
    pub fn apply(&self, ctx: &egui::Context) {
        ctx.set_theme(if self.dark { egui::Theme::Dark } else { egui::Theme::Light });
        ctx.all_styles_mut(|style| {
            style.text_styles = BTreeMap::from([
                (TextStyle::Body, FontId::proportional(BODY)),
                (TextStyle::Button, FontId::proportional(BODY)),
                (TextStyle::Small, FontId::proportional(SMALL)),
                (TextStyle::Monospace, FontId::proportional(SMALL)),
                (TextStyle::Heading, FontId::new(HEADING, serif())),
            ]);
            style.spacing.item_spacing = Vec2::new(8.0, 4.0);
            style.spacing.button_padding = Vec2::new(10.0, 4.0);
            style.spacing.interact_size = Vec2::new(24.0, 26.0);
            style.spacing.scroll = egui::style::ScrollStyle::thin();
            self.paint(&mut style.visuals);
        });
    }

    fn paint(&self, visuals: &mut egui::Visuals) {
        visuals.dark_mode = self.dark;
        visuals.panel_fill = *self.paper;
        visuals.window_fill = *self.paper;
        visuals.window_stroke = Stroke::new(1.0, *self.hairline);
        visuals.extreme_bg_color = *self.field;
        visuals.text_edit_bg_color = Some(*self.field);
        visuals.faint_bg_color = *self.rail;
        visuals.hyperlink_color = *self.accent;
        visuals.selection.bg_fill = *self.accent_tint;
        visuals.selection.stroke = Stroke::new(1.0, *self.accent);
        let corner = CornerRadius::same(RADIUS);
        let widgets = &mut visuals.widgets;
        for state in [
            &mut widgets.noninteractive,
            &mut widgets.inactive,
            &mut widgets.hovered,
            &mut widgets.active,
            &mut widgets.open,
        ] {
            state.corner_radius = corner;
            state.bg_fill = *self.field;
            state.weak_bg_fill = *self.field;
            state.bg_stroke = Stroke::new(1.0, *self.hairline);
            state.fg_stroke = Stroke::new(1.0, *self.ink);
            state.expansion = 0.0;
        }
        widgets.inactive.bg_fill = *self.hairline;
        widgets.hovered.bg_stroke = Stroke::new(1.0, *self.accent);
        widgets.active.bg_stroke = Stroke::new(1.0, *self.accent);
        widgets.active.weak_bg_fill = *self.accent_tint;
    }
}

/// How strong what is of a state before stands, while the new is being made.
pub const FADED: f32 = 0.35;

/// The family of headings and of the figure that matters.
pub fn serif() -> FontFamily {
    FontFamily::Name("serif".into())
}

/// The family of emphasis.
pub fn strong() -> FontFamily {
    FontFamily::Name("strong".into())
}

/// The fonts for what Plex lacks, in the order of the report's own list.
const FALLBACK: &[&str] = &[
    "NotoSans-Regular.ttf",
    "NotoSansHebrew-Regular.ttf",
    "NotoSansArabic-Regular.ttf",
    "NotoSansArmenian-Regular.ttf",
    "NotoSansGeorgian-Regular.ttf",
    "NotoSansThai-Regular.ttf",
    "NotoSansSymbols-Regular.ttf",
    "NotoSansSymbols2-Regular.ttf",
    "NotoSansMath-Regular.ttf",
    "NotoEmoji-Regular.ttf",
];

/// Installs the embedded fonts; a character they lack is looked for in the fonts of the
/// system, as in the report.
pub fn install_fonts(ctx: &egui::Context) {
    let mut fonts = FontDefinitions::empty();
    let mut families = Vec::new();
    let mut embed = |folder: &str, file: &str| {
        if let Some(data) = ASSETS.get_file(format!("{folder}/{file}")) {
            fonts.font_data.insert(file.to_owned(), Arc::new(FontData::from_static(data.contents())));
        }
    };
    for file in FALLBACK {
        embed("fonts/fallback", file);
    }
    for (family, file) in [
        (FontFamily::Proportional, "IBMPlexSans-Regular.ttf"),
        (FontFamily::Monospace, "IBMPlexSans-Regular.ttf"),
        (strong(), "IBMPlexSans-SemiBold.ttf"),
        (serif(), "IBMPlexSerif-SemiBold.ttf"),
    ] {
        embed("fonts", file);
        let chain = std::iter::once(file).chain(FALLBACK.iter().copied()).map(ToOwned::to_owned);
        families.push((family, chain.collect::<Vec<_>>()));
    }
    fonts.families.extend(families);
    ctx.set_fonts(fonts);
    ctx.set_font_providers(vec![Arc::new(|request: &FallbackRequest<'_>| {
        let found = SystemFonts::installed().with(request.cluster.chars().next()?)?;
        let mut data = FontData::from_owned(found.data);
        data.index = found.index;
        Some(FontInsert::new(&found.name, data, Vec::new()))
    })]);
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The report takes all of that folder: the window must not lack one.
    #[test]
    fn the_window_falls_back_to_every_bundled_font() {
        let files = ASSETS.get_dir("fonts/fallback").unwrap().files();
        let names: Vec<&str> = files.filter_map(|file| file.path().file_name()?.to_str()).collect();
        let regular: Vec<&&str> = names.iter().filter(|name| name.ends_with("-Regular.ttf")).collect();
        assert_eq!(regular.len(), FALLBACK.len());
        assert!(FALLBACK.iter().all(|file| names.contains(file)), "{names:?}");
    }
}
