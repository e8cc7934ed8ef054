//! Cut, copy, paste and select all for every text field: from the Edit menu and by the
//! secondary button, without the fields having to know.

use egui::text_edit::TextEditState;
use egui::{Button, Event, Id, Key, Modifiers, Popup, PopupCloseBehavior, Ui, ViewportCommand};

use super::App;
use crate::gui::Command;

/// The commands, in the order of the menu.
const COMMANDS: [Command; 4] = [Command::Cut, Command::Copy, Command::Paste, Command::SelectAll];

impl App {
    /// Notes the field such a command is for: the one with the focus, also while a menu
    /// is open over it.
    pub(super) fn note_target(&mut self, ui: &Ui) {
        let focused = ui.memory(egui::Memory::focused).filter(|_| ui.ctx().text_edit_focused());
        // The press that opens a menu takes the focus before the menu is there.
        let pressing = ui.input(|input| input.pointer.any_down() || input.pointer.any_released());
        let coming = self.commands.iter().any(|command| COMMANDS.contains(command));
        if let Some(field) = focused {
            self.target = Some(field);
            // Losing the focus to the menu, the field forgets what is selected.
            self.selection = TextEditState::load(ui.ctx(), field).and_then(|state| state.cursor.char_range());
        } else if !coming && !pressing && !Popup::is_any_open(ui.ctx()) {
            self.target = None;
        }
    }

    /// Sends what a field would have got from the keyboard.
    pub(in crate::gui) fn send_to_field(&mut self, ctx: &egui::Context, command: &Command) {
        let Some(field) = self.target else { return };
        ctx.memory_mut(|memory| memory.request_focus(field));
        if let Some(mut state) = TextEditState::load(ctx, field) {
            state.cursor.set_char_range(self.selection);
            state.store(ctx, field);
        }
        match command {
            Command::Cut => self.typed.push(Event::Cut),
            Command::Copy => self.typed.push(Event::Copy),
            // The clipboard is the window system's to read.
            Command::Paste => ctx.send_viewport_cmd(ViewportCommand::RequestPaste),
            _ => self.typed.push(Event::Key {
                key: Key::A,
                physical_key: None,
                pressed: true,
                repeat: false,
                modifiers: Modifiers::COMMAND | Modifiers::CTRL,
            }),
        }
    }

    /// The menu of a field, at the pointer.
    pub(super) fn field_menu(&mut self, ui: &Ui, out: &mut Vec<Command>) {
        let ctx = ui.ctx();
        let id = Id::unique("field-menu");
        let is_field = |id: &Id| TextEditState::load(ctx, *id).is_some();
        let clicked = ctx.input(|input| input.pointer.secondary_clicked());
        let under: Vec<Id> = ctx.interaction_snapshot(|snapshot| snapshot.contains_pointer.iter().copied().collect());
        if let Some(field) = under.into_iter().find(is_field).filter(|_| clicked) {
            ctx.memory_mut(|memory| memory.request_focus(field));
            self.target = Some(field);
            Popup::open_id(ctx, id);
            let place = ctx.input(|input| input.pointer.interact_pos()).unwrap_or_default();
            ctx.data_mut(|data| data.insert_temp(id, place));
        }
        let place: egui::Pos2 = ctx.data(|data| data.get_temp(id)).unwrap_or_default();
        let popup = Popup::new(id, ctx.clone(), place, ui.layer_id()).kind(egui::PopupKind::Menu).open_memory(None);
        popup.close_behavior(PopupCloseBehavior::CloseOnClick).show(|ui| {
            ui.set_min_width(180.0);
            for command in COMMANDS {
                let Some(key) = command.key() else { continue };
                let keys = command.shortcut().map(|keys| ui.ctx().format_shortcut(&keys)).unwrap_or_default();
                let button = Button::new(self.library.locale.t(key)).shortcut_text(keys).frame(false);
                if ui.add(button).clicked() {
                    out.push(command);
                }
            }
        });
    }
}
