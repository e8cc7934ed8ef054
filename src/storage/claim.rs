//! A claim on a file: whoever opens it in a second window is told.
//!
//! The claim is a lock held by the system on a small file in the state folder, named by
//! the hash of the path. It ends with the program, however that ends: a claim left in the
//! folder by a program that is gone counts for nothing.

use std::fs::{self, File};
use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};

use crate::library;

/// A claim, for as long as it is kept.
#[derive(Debug)]
pub struct Claim {
    file: File,
    path: PathBuf,
}

impl Claim {
    /// Claims a file for this program; `Err` tells who has it, by process id where it is known.
    /// Where no claim can be written, the file is not claimed and nobody is told.
    ///
    /// # Errors
    /// The process that has it.
    pub fn on(state: &Path, file: &Path) -> Result<Option<Self>, Option<u32>> {
        let real = fs::canonicalize(file).unwrap_or_else(|_| file.to_owned());
        let folder = state.join("open");
        let path = folder.join(library::sha256(real.as_os_str().as_encoded_bytes())).with_extension("lock");
        if fs::create_dir_all(&folder).is_err() {
            return Ok(None);
        }
        let opened = File::options().read(true).write(true).create(true).truncate(false).open(&path);
        let Ok(mut file) = opened else { return Ok(None) };
        match file.try_lock() {
            Ok(()) => {
                let _ = file.set_len(0);
                let _ = write!(file, "{}", std::process::id());
                Ok(Some(Self { file, path }))
            }
            Err(fs::TryLockError::WouldBlock) => {
                let mut holder = String::new();
                let _ = file.read_to_string(&mut holder);
                Err(holder.trim().parse().ok())
            }
            Err(fs::TryLockError::Error(_)) => Ok(None),
        }
    }
}

impl Drop for Claim {
    fn drop(&mut self) {
        // First the name, then the lock: nobody else can have taken it in between.
        let _ = fs::remove_file(&self.path);
        let _ = self.file.unlock();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_claim_is_told_who_has_it_and_a_stale_one_counts_for_nothing() {
        let state = tempfile::tempdir().unwrap();
        let file = state.path().join("m.amende.ron");
        fs::write(&file, "").unwrap();
        let first = Claim::on(state.path(), &file).unwrap().unwrap();
        let other_way = state.path().join(".").join("m.amende.ron");
        assert_eq!(Claim::on(state.path(), &other_way).unwrap_err(), Some(std::process::id()));
        let left = first.path.clone();
        drop(first);
        fs::write(&left, "999999").unwrap();
        assert!(Claim::on(state.path(), &file).unwrap().is_some());
    }
}
