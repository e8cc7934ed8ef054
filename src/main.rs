//! Amende.
fn main() {}
