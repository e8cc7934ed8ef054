//! How a report is written, and how far that has come.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize};

use crate::analysis::Analysis;
use crate::exposure::ExposureDistribution;
use crate::facts::CaseFile;
use crate::library::Library;
use crate::report::{Contents, Look, PreparedBy, Reported};

/// How a report is written.
#[derive(Clone)]
pub(super) struct Manner {
    pub(super) by: PreparedBy,
    pub(super) contents: Contents,
    pub(super) look: Look,
}

impl Manner {
    /// What the report is made of.
    pub(super) fn reported<'a>(
        &'a self,
        library: &'a Library,
        case_file: &'a CaseFile,
        analysis: &'a Analysis<'a>,
        exposure: &'a ExposureDistribution,
    ) -> Reported<'a> {
        let Self { by, contents, look } = self;
        Reported { case_file, library, analysis, exposure, by, contents, look }
    }
}

/// How far the writing of several files has come, and whether it is to go on.
#[derive(Clone, Default)]
pub(super) struct Progress {
    pub(super) done: Arc<AtomicUsize>,
    pub(super) total: usize,
    pub(super) cancelled: Arc<AtomicBool>,
}
