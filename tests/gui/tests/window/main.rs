//! What a desktop program owes its user: keys, undo, clicks, messages, menus, help.
//! Flows by label, as a screen reader meets them.
#![expect(clippy::unwrap_used, reason = "a helper of a test fails the test by panicking")]

mod clicks;
mod covered;
mod desktop;
mod figures;
mod focus;
#[path = "../harness/mod.rs"]
mod harness;
mod help;
mod history;
mod insights;
mod judgements;
mod keyboard;
mod language;
mod led;
mod library;
mod messages;
mod one_frame;
mod own;
mod own_packs;
mod palette;
mod pickers;
mod recent;
mod report;
mod shortcuts;
mod steady;
mod support;
mod time;
mod timeline;
mod unread;
mod workshop;
