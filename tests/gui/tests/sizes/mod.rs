//! What is measured, in which sizes, and how.

pub(crate) mod dialogs;
pub(crate) mod measure;
pub(crate) mod size;
