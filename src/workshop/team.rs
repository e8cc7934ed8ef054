//! The teams of a room.

use serde::{Deserialize, Serialize};

/// The fewest teams.
pub const FEWEST_TEAMS: usize = 2;
/// The most teams.
pub const MOST_TEAMS: usize = 12;

/// A team: its name, and how its ranges look.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Team {
    /// Its name.
    pub name: String,
    /// Its colour; never the only thing that tells it from another.
    pub color: TeamColor,
    /// Its pattern.
    pub pattern: Pattern,
}

/// A colour of the theme.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the name says it all")]
pub enum TeamColor {
    Teal,
    Ochre,
    Brick,
    Green,
    Plum,
    Blue,
}

/// How an area of a team is filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Pattern {
    /// Without a pattern.
    Solid,
    /// Horizontal lines.
    Horizontal,
    /// Lines that rise to the right.
    Diagonal,
    /// Dots.
    Dots,
    /// Vertical lines.
    Vertical,
    /// Crossed diagonal lines.
    Crossed,
}

impl TeamColor {
    /// All colours, in the order in which they are given out.
    pub const ALL: [Self; 6] = [Self::Teal, Self::Ochre, Self::Brick, Self::Green, Self::Plum, Self::Blue];
}

impl Pattern {
    /// All patterns, in the order in which they are given out.
    pub const ALL: [Self; 6] =
        [Self::Solid, Self::Horizontal, Self::Diagonal, Self::Dots, Self::Vertical, Self::Crossed];
}

impl Team {
    /// The team at this place (from 0) with a look that no other of the first twelve has: up
    /// to six differ in colour and in pattern, the next six pair them anew.
    ///
    /// # Example
    /// ```
    /// use amende::workshop::{Pattern, Team, TeamColor};
    /// let team = Team::proposed(6, "Weir");
    /// assert_eq!((team.color, team.pattern), (TeamColor::Teal, Pattern::Dots));
    /// ```
    pub fn proposed(place: usize, name: impl Into<String>) -> Self {
        let turn = place / TeamColor::ALL.len() * 3;
        let color = TeamColor::ALL.iter().cycle().nth(place).copied().unwrap_or(TeamColor::Teal);
        let pattern = Pattern::ALL.iter().cycle().nth(place + turn).copied().unwrap_or(Pattern::Solid);
        Self { name: name.into(), color, pattern }
    }
}
