//! The few controls all panels are made of. Each is painted to the design's
//! measures and tells screen readers and tests what it is.

mod layout;
mod money_axis;
mod segmented;
mod symbol;
mod text;

pub use layout::{after, beside, halves, has_room, line};
pub use money_axis::MoneyAxis;
pub use segmented::segmented;
pub use symbol::{Symbol, symbol, tag};
pub use text::{
    body, checkbox, chip, figure, hairline, heading, link, measure, muted, paragraph, primary_button, running, small,
    stage_title, strong_text, wrapped_small,
};
