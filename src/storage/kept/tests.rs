//! What is kept comes back, whatever happens in between.

use super::*;
use crate::facts::CaseFile;

fn kept(title: &str, changed: i64) -> Kept {
    let changed = Timestamp::from_second(changed).unwrap();
    Kept { changed, path: None, stamp: None, case_file: CaseFile::new(title, "Operation"), unread: Vec::new() }
}

#[test]
fn what_a_dead_session_kept_is_offered_and_a_living_ones_is_not() {
    let state = tempfile::tempdir().unwrap();
    let dead = Session::begin(state.path()).unwrap();
    dead.keep("a", &kept("older", 1)).unwrap();
    dead.keep("b", &kept("first", 2)).unwrap();
    dead.keep("b", &kept("newer", 3)).unwrap();
    assert!(left_behind(state.path()).matters.is_empty(), "the session lives");
    drop(dead);
    let LeftBehind { matters: mut found, unreadable, .. } = left_behind(state.path());
    assert!(unreadable.is_empty());
    let titles: Vec<_> = found.iter().map(|leftover| leftover.kept.case_file.title.as_str()).collect();
    assert_eq!(titles, ["newer", "older"]);
    assert!(left_behind(state.path()).matters.is_empty(), "offered by one window only");

    let living = Session::begin(state.path()).unwrap();
    living.take_over(&found[0], "c").unwrap();
    found.remove(1).discard();
    drop(found);
    living.forget::<Kept>("c");
    living.end();
    drop(living);
    assert_eq!(fs::read_dir(sessions(state.path())).unwrap().count(), 0, "nothing is left");
}

/// What one kind keeps does not hide or take what the other keeps, in one room and in one run.
#[test]
fn matters_and_workshops_are_kept_in_one_room() {
    let state = tempfile::tempdir().unwrap();
    let dead = Session::begin(state.path()).unwrap();
    dead.keep("a", &kept("Shop", 1)).unwrap();
    dead.keep("a", &workshop(2)).unwrap();
    drop(dead);
    let mut left = left_behind(state.path());
    assert_eq!((left.matters.len(), left.workshops.len(), left.unreadable.len()), (1, 1, 0));
    assert_eq!(left.workshops[0].kept, workshop(2));
    let again = left_behind(state.path());
    assert!(again.matters.is_empty() && again.workshops.is_empty(), "offered by one window only");
    left.matters.remove(0).discard();
    let living = Session::begin(state.path()).unwrap();
    living.take_over(&left.workshops[0], "b").unwrap();
    assert!(living.file::<KeptWorkshop>("b").exists());
    living.forget::<KeptWorkshop>("b");
    drop(left);
    living.end();
    drop(living);
    assert_eq!(fs::read_dir(sessions(state.path())).unwrap().count(), 0, "nothing is left");
}

fn workshop(changed: i64) -> KeptWorkshop {
    use crate::workshop::{Session as Workshop, Setup, Team};
    let library = library::Library::embedded().unwrap();
    let packs = vec![&library.packs.first().unwrap().pack];
    let teams = vec![Team::proposed(0, "North"), Team::proposed(1, "West")];
    let session = Workshop::new(Setup { title: "Morning".to_owned(), packs, teams }).unwrap();
    KeptWorkshop { changed: Timestamp::from_second(changed).unwrap(), session, typed: None }
}

/// Killed just after it saved: its own file is not another program's.
#[test]
fn what_the_session_wrote_itself_is_its_own() {
    let (state, folder) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let path = folder.path().join("m.amende.ron");
    let law = library::Library::embedded().unwrap().law;
    let session = Session::begin(state.path()).unwrap();
    let journal = session.journal();
    let at = |second| Timestamp::from_second(second).unwrap();
    let save = |title: &str, second| {
        let matter = CaseFile::new(title, "Operation");
        save_noted((&path, None), &matter, &law, Some((&journal, at(second)))).unwrap()
    };
    let first = save("first", 10);
    let kept =
        |title: &str, second| Kept { path: Some(path.clone()), stamp: Some(first.clone()), ..kept(title, second) };
    session.keep("before", &kept("typed before the save", 15)).unwrap();
    session.keep("after", &kept("typed after the save", 25)).unwrap();
    let second = save("second", 20);
    drop(session);
    let found = left_behind(state.path()).matters;
    let titles: Vec<_> = found.iter().map(|leftover| leftover.kept.case_file.title.as_str()).collect();
    assert_eq!(titles, ["typed after the save"], "the other one was saved since");
    assert!(matches!(found[0].beside, Beside::Unchanged(_)));
    assert_eq!(found[0].kept.stamp.as_ref().unwrap().digest(), second.digest());
}

#[test]
fn names_of_kept_files_say_nothing_and_others_may_not_look() {
    let state = tempfile::tempdir().unwrap();
    let session = Session::begin(state.path()).unwrap();
    session.keep("state-1", &kept("Secret client", 1)).unwrap();
    let all: Vec<_> = fs::read_dir(&session.folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert!(all.iter().all(|path| !path.to_string_lossy().to_lowercase().contains("secret")));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(&session.folder), 0o700);
        assert_eq!(mode(&session.file::<Kept>("state-1")), 0o600);
    }
}

#[test]
fn free_names_stand_beside() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("web-shop.amende.ron");
    assert_eq!(free_name(&path, ""), folder.path().join("web-shop 2.amende.ron"));
    fs::write(folder.path().join("web-shop 2.amende.ron"), "").unwrap();
    assert_eq!(free_name(&path, ""), folder.path().join("web-shop 3.amende.ron"));
    fs::write(folder.path().join("web-shop (theirs).amende.ron"), "").unwrap();
    assert_eq!(free_name(&path, "theirs"), folder.path().join("web-shop (theirs 2).amende.ron"));
}
