//! One act at a time. What was typed, a command's key and a click often reach a slow program
//! in one frame, and a frame knows no order: the command would be carried out, or the field
//! left, before what was typed into it is read. So a frame gets only what belongs to one act;
//! the rest waits for the next, in the order in which it came.

use std::collections::VecDeque;

use egui::{Context, Event, Key, KeyboardShortcut, Plugin, RawInput, Ui};

use super::{Command, shortcuts};

/// Installs the rule in a context; a second time it does nothing.
pub(super) fn install(ctx: &Context) {
    ctx.add_plugin(Turns::default());
}

/// Commands are about to be carried out: what is typed from now on is for what they open.
pub(super) fn await_commands(ctx: &Context) {
    let frame = ctx.cumulative_frame_nr();
    ctx.with_plugin(|turns: &mut Turns| turns.typing_from = frame + OPENS);
}

/// Whether something is typed in this frame, so that fields read it before it ends.
pub(super) fn is_typing(ctx: &Context) -> bool {
    let frame = ctx.cumulative_frame_nr();
    ctx.with_plugin(|turns: &mut Turns| turns.typed == Some(frame)).unwrap_or_default()
}

/// Whether something waits for a later frame.
pub(super) fn is_waiting(ctx: &Context) -> bool {
    ctx.with_plugin(|turns: &mut Turns| !turns.waiting.is_empty()).unwrap_or_default()
}

/// So many frames after a command was given, what it opens has the focus.
const OPENS: u64 = 2;

/// However many commands follow each other, what is typed waits for no more frames than this.
const PATIENCE: u8 = 8;

/// What an event is part of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Turn {
    /// Typing into what has the focus; any number of keys are one act.
    Typing,
    /// A key that may lead elsewhere, or a press of the pointer.
    Acting,
}

/// Gives every frame the events of one act.
#[derive(Debug)]
struct Turns {
    waiting: VecDeque<Event>,
    /// The keys of commands.
    commands: Vec<KeyboardShortcut>,
    /// The frame that got something typed last.
    typed: Option<u64>,
    /// The frame that got events last: a second pass of it gets none.
    given: Option<u64>,
    /// What is typed waits for this frame.
    typing_from: u64,
    /// For how many frames it has waited.
    held: u8,
}

impl Default for Turns {
    fn default() -> Self {
        let in_fields = [Command::Cut, Command::Copy, Command::Paste, Command::SelectAll];
        let offered = Command::offered().into_iter().filter(|command| !in_fields.contains(command));
        let commands = offered.flat_map(|command| shortcuts::of(&command)).collect();
        Self { waiting: VecDeque::new(), commands, typed: None, given: None, typing_from: 0, held: 0 }
    }
}

impl Plugin for Turns {
    fn debug_name(&self) -> &'static str {
        "one act at a time"
    }

    fn input_hook(&mut self, ctx: &Context, input: &mut RawInput) {
        self.waiting.extend(std::mem::take(&mut input.events));
        let frame = ctx.cumulative_frame_nr();
        if self.given.replace(frame) != Some(frame) {
            input.events = self.next(frame);
        }
    }

    fn on_end_pass(&mut self, ui: &mut Ui) {
        if !self.waiting.is_empty() {
            ui.ctx().request_repaint();
        }
    }
}

impl Turns {
    /// Takes the events of the next act out of what waits.
    fn next(&mut self, frame: u64) -> Vec<Event> {
        let mut turn = None;
        let mut events = Vec::new();
        while let Some(event) = self.waiting.front() {
            match (self.turn(event), turn) {
                (None, _) => {}
                (Some(Turn::Typing), None) if frame < self.typing_from && self.held < PATIENCE => {
                    self.held += 1;
                    break;
                }
                (Some(Turn::Typing), None | Some(Turn::Typing)) => {
                    turn = Some(Turn::Typing);
                    self.typed = Some(frame);
                    self.held = 0;
                }
                (Some(Turn::Acting), None) => turn = Some(Turn::Acting),
                _ => break,
            }
            events.extend(self.waiting.pop_front());
        }
        events
    }

    /// `None` for what belongs to whatever it comes with: moves, releases, the wheel.
    fn turn(&self, event: &Event) -> Option<Turn> {
        match event {
            Event::Text(_) | Event::Paste(_) | Event::Cut | Event::Copy | Event::Ime(_) => Some(Turn::Typing),
            Event::Key { key, pressed: true, modifiers, .. } => {
                let leads_on = matches!(key, Key::Enter | Key::Escape | Key::Tab)
                    || self
                        .commands
                        .iter()
                        .any(|keys| keys.logical_key == *key && modifiers.matches_exact(keys.modifiers));
                Some(if leads_on { Turn::Acting } else { Turn::Typing })
            }
            Event::PointerButton { pressed: true, .. }
            | Event::MiddleClickPaste { .. }
            | Event::AccessKitActionRequest(_) => Some(Turn::Acting),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::{Modifiers, PointerButton, Pos2};

    fn key(key: Key, modifiers: Modifiers) -> Event {
        Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers }
    }

    fn press() -> Event {
        Event::PointerButton {
            pos: Pos2::ZERO,
            button: PointerButton::Primary,
            pressed: true,
            modifiers: Modifiers::NONE,
        }
    }

    #[test]
    fn a_frame_gets_one_act_and_nothing_is_lost_or_reordered() {
        let control = Modifiers::COMMAND | Modifiers::CTRL;
        let text = |letters: &str| Event::Text(letters.to_owned());
        let moved = Event::PointerMoved(Pos2::ZERO);
        let acts = [
            vec![key(Key::A, control), key(Key::Num8, Modifiers::NONE), text("8"), text("9"), moved.clone()],
            vec![key(Key::S, control), moved.clone()],
            vec![text("7")],
            vec![key(Key::Tab, Modifiers::NONE)],
            vec![press(), moved],
            vec![press()],
        ];
        let mut turns = Turns::default();
        turns.waiting.extend(acts.concat());
        for (frame, act) in acts.iter().enumerate() {
            assert_eq!(&turns.next(frame as u64), act);
        }
        assert!(turns.waiting.is_empty());
    }

    #[test]
    fn what_is_typed_waits_for_what_a_command_opens() {
        let mut turns = Turns { typing_from: 2, ..Turns::default() };
        turns.waiting.extend([Event::PointerGone, Event::Text("a".to_owned())]);
        assert_eq!(turns.next(0), [Event::PointerGone]);
        assert!(turns.next(1).is_empty());
        assert_eq!(turns.next(2), [Event::Text("a".to_owned())]);
        // Not for ever, were a command given in every frame.
        turns.waiting.push_back(Event::Text("b".to_owned()));
        turns.typing_from = u64::MAX;
        let given = (3..100).find(|frame| !turns.next(*frame).is_empty());
        assert_eq!(given, Some(3 + u64::from(PATIENCE)));
    }
}
