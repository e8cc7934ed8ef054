//! The two layers and both together: their names, signs and explanations, the same in the strip and on the stage.

use egui::{Painter, Rect, Stroke, StrokeKind, pos2};

use super::{Figure, of};
use crate::gui::View;
use crate::gui::widgets::MoneyAxis;
use crate::headline::{Estimate, Headline};

/// A way of estimating.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::gui::panels) enum Kind {
    /// The method alone.
    Method,
    /// Practice alone.
    Practice,
    /// Both together: the headline.
    Both,
}

impl Kind {
    /// All, from top to bottom.
    pub(in crate::gui::panels) const ALL: [Self; 3] = [Self::Method, Self::Practice, Self::Both];

    /// The key of its name.
    pub(in crate::gui::panels) fn key(self) -> &'static str {
        match self {
            Self::Method => "headline.method",
            Self::Practice => "headline.practice",
            Self::Both => "headline.both",
        }
    }

    /// What it estimates; nothing where it is not there.
    pub(in crate::gui::panels) fn of(self, headline: &Headline) -> Option<&Estimate> {
        match self {
            Self::Method => Some(&headline.method),
            Self::Practice => headline.practice.as_ref(),
            Self::Both => Some(&headline.both),
        }
    }

    /// What explains it.
    pub(in crate::gui::panels) fn figure(self, view: &View<'_>, headline: &Headline) -> Option<Figure> {
        match self {
            Self::Method => Some(of::method(view, headline)),
            Self::Practice => of::practice(view, headline).map(|(_, figure)| figure),
            Self::Both => Some(of::most(view, headline)),
        }
    }

    /// Paints its eight outcomes of ten and its median: the method as a box, practice lightly, both full.
    pub(in crate::gui::panels) fn bar(
        self,
        painter: &Painter,
        view: &View<'_>,
        estimate: &Estimate,
        axis: &MoneyAxis,
        (top, height): (f32, f32),
    ) {
        let accent = view.theme.accent;
        let (left, right) = (axis.x(estimate.most.low), axis.x(estimate.most.high));
        let bar = Rect::from_min_max(pos2(left, top), pos2(right.max(left + 2.0), top + height));
        match self {
            Self::Method => {
                painter.rect_stroke(bar, 0.0, Stroke::new(1.5, *accent), StrokeKind::Inside);
            }
            Self::Practice => {
                painter.rect_filled(bar, 0.0, accent.gamma_multiply(0.3));
            }
            Self::Both => {
                painter.rect_filled(bar, 0.0, accent.gamma_multiply(0.65));
            }
        }
        let stroke = if self == Self::Both { 2.5 } else { 1.5 };
        let reach = top - 3.0..=top + height + 3.0;
        painter.vline(axis.x(estimate.median), reach, Stroke::new(stroke, *accent));
    }
}
