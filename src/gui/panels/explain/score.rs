//! What a score is made of.

use egui::Ui;

use super::{head, part};
use crate::findings::{Outcome, Score};
use crate::gui::{View, widgets};
use crate::law::{ProvisionId, Rule, TopicId};

/// The score in all: the mean of the articles.
pub(super) fn overall(ui: &mut Ui, view: &View<'_>) {
    let scores = &view.analysis.scores;
    begin(ui, view, scores.overall, "figure.score");
    for (article, score) in &scores.articles {
        part(ui, view, &view.text.article(article), &words(view, *score));
    }
    end(ui, view);
}

/// The score of a topic: the mean of its provisions.
pub(super) fn topic(ui: &mut Ui, view: &View<'_>, topic: &TopicId) -> Option<()> {
    let score = view.analysis.scores.topics.iter().find(|(known, _)| known == topic)?.1;
    begin(ui, view, score, "figure.score_topic");
    let law = &view.library.law;
    rules(ui, view, |rule| {
        let first = rule.grades.iter().flat_map(|grade| grade.when.questions()).next();
        let place = first.and_then(|question| law.topic_position(question));
        place.and_then(|place| law.questionnaires.get(place)).is_some_and(|known| known.topic == *topic)
    });
    end(ui, view);
    Some(())
}

/// The score of a provision: its weakest point.
pub(super) fn provision(ui: &mut Ui, view: &View<'_>, provision: &ProvisionId) -> Option<()> {
    let score = view.analysis.scores.provisions.iter().find(|(known, _)| known == provision)?.1;
    begin(ui, view, score, "figure.score_provision");
    rules(ui, view, |rule| rule.provision == *provision);
    end(ui, view);
    Some(())
}

fn begin(ui: &mut Ui, view: &View<'_>, score: Score, key: &str) {
    head(ui, &words(view, score), view.text.t(key));
}

fn end(ui: &mut Ui, view: &View<'_>) {
    widgets::hairline(ui, view.theme, 4.0);
    widgets::wrapped_small(ui, view.theme, view.text.t("score.note"));
}

fn words(view: &View<'_>, score: Score) -> String {
    view.text.score(score.low, score.point, score.high)
}

/// The rules that count, each with what came of it.
fn rules(ui: &mut Ui, view: &View<'_>, counts: impl Fn(&Rule) -> bool) {
    let text = view.text;
    for tried in &view.analysis.assessment.tried {
        let Some(rule) = view.library.law.rule(&tried.rule).filter(|rule| counts(rule)) else { continue };
        let outcome = match tried.outcome {
            Outcome::Found(strength) => text.t(strength.key()),
            Outcome::Ended(_) => text.t("score.ended"),
            Outcome::InOrder => text.t("score.in_order"),
            Outcome::Open => text.t("score.open"),
            Outcome::Idle => continue,
        };
        let article = text.article(rule.provision.as_str());
        part(ui, view, &format!("{article}  {}", rule.title), outcome);
    }
}
