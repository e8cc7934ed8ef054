//! The names by which headings can be jumped to: their numbers in the document.

use super::{Block, Document};

/// Names every heading by its place: `section-3-2` is the second part of the third section.
pub(super) fn name(document: &mut Document) {
    let mut numbers = [0_usize; 3];
    for block in &mut document.blocks {
        let Block::Heading { level, anchor, .. } = block else { continue };
        let depth = usize::from(*level).clamp(1, numbers.len());
        for (index, number) in numbers.iter_mut().enumerate() {
            match (index + 1).cmp(&depth) {
                std::cmp::Ordering::Less => {}
                std::cmp::Ordering::Equal => *number += 1,
                std::cmp::Ordering::Greater => *number = 0,
            }
        }
        let parts: Vec<String> = numbers.iter().take(depth).map(ToString::to_string).collect();
        *anchor = format!("section-{}", parts.join("-"));
    }
}
