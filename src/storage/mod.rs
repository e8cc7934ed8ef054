//! Matters on disk: the only module of the library that opens files.
//!
//! A file is read whole or refused with what is wrong, where and what to do; it is
//! replaced atomically or not at all.

mod brackets;
mod claim;
mod data;
mod error;
mod folder;
mod kept;
mod migrate;
mod own;
mod place;
mod read;
mod save;
mod stamp;
mod workshop;
mod write;

pub use claim::Claim;
pub use data::{data_files, table_file};
pub use error::StorageError;
pub use folder::{Entry, Listing, ending_problem, list};
pub use kept::{
    Beside, Journal, Keep, Kept, KeptWorkshop, Left, LeftBehind, Leftover, Session, Unread, WorkshopLeftover,
    copy_aside, free_name, left_behind, save_aside, save_noted,
};
pub use own::{own_file, own_file_if_any, save_own};
pub use place::Place;
pub use read::{Opened, open, open_stamped, place_of, read_whole};
pub use save::{previous, save, save_over, to_text};
pub use stamp::{Stamp, changed};
pub use workshop::{
    SESSION_ENDING, is_session, open_pack, open_pack_text, open_record, open_session, save_record, save_session,
    session_file_name,
};
pub use write::{same_file, writable, write, write_passing};

/// A matter is never larger than this; a larger file is not one.
pub const LARGEST: u64 = 8 * 1024 * 1024;
