//! The scales of the window, in percent: the same for keys, menu and settings.

/// All of them, from small to large.
pub(super) const SCALES: [u16; 7] = [80, 90, 100, 125, 150, 175, 200];
/// That of a first start.
pub(super) const USUAL: u16 = 100;

/// The next larger scale.
pub(super) fn larger(percent: u16) -> u16 {
    SCALES.into_iter().find(|scale| *scale > percent).unwrap_or(percent)
}

/// The next smaller scale.
pub(super) fn smaller(percent: u16) -> u16 {
    SCALES.into_iter().rev().find(|scale| *scale < percent).unwrap_or(percent)
}

/// The scale nearest to what was asked for.
pub(super) fn nearest(percent: u16) -> u16 {
    SCALES.into_iter().min_by_key(|scale| scale.abs_diff(percent)).unwrap_or(USUAL)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_end_at_the_ends() {
        assert_eq!((larger(100), smaller(100)), (125, 90));
        assert_eq!((larger(200), smaller(80)), (200, 80));
        assert_eq!((nearest(0), nearest(133), nearest(900)), (80, 125, 200));
    }
}
