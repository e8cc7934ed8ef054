//! The few controls all panels are made of. Each is painted to the design's
//! measures and tells screen readers and tests what it is.

mod arrival;
mod calendar;
mod dialog;
pub mod field;
mod layout;
mod mark;
mod money_axis;
mod picker;
mod popup;
mod prose;
mod segmented;
mod symbol;
mod text;

pub use arrival::{
    arrived, arriving, ask_for_focus, ask_for_search, bring, focus_if_asked, scroll_again, search_if_asked,
};
pub use dialog::{Dialog, closable, list, room_for_list};
pub use field::{Face, Field};
pub use layout::{after, beside, control_line, halves, has_room, line, side_by_side};
pub use mark::{TeamLook, look_of};
pub use money_axis::MoneyAxis;
pub use picker::{Item, Picker};
pub use prose::prose;
pub use segmented::segmented;
pub use symbol::{Symbol, paint_symbol, symbol, tag};
pub use text::{
    body, checkbox, chip, figure, hairline, heading, link, measure, muted, paragraph, primary_button, running, small,
    stage_title, strong_text, wrapped_small,
};
