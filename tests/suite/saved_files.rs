//! Files on disk: kept ones of every format open, hostile ones are refused in a sentence,
//! what is saved is opened again.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use amende::facts::{CaseFile, FORMAT};
use amende::storage::{self, StorageError};

use super::{library, preset};

/// A matter saved by the version of today, so that the next format has one to migrate.
fn kept(version: u32) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/saved_files/v{version}"));
    let mut files: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

#[test]
fn a_kept_file_of_each_format_opens_and_is_saved_in_todays() {
    let folder = tempfile::tempdir().unwrap();
    for version in 1..=FORMAT {
        let files = kept(version);
        assert!(!files.is_empty(), "keep a file of format {version}");
        for file in files {
            let text = fs::read_to_string(&file).unwrap();
            assert!(text.contains(&format!("format: {version},")), "{}", file.display());
            let opened = storage::open(&file, &library().law).unwrap();
            assert_eq!(opened.format, FORMAT);
            let again = folder.path().join("again.amende.ron");
            storage::save(&again, &opened, &library().law).unwrap();
            assert_eq!(storage::open(&again, &library().law).unwrap(), opened, "{}", file.display());
        }
    }
}

/// Nothing is left out on the way from one format to the next.
#[test]
fn a_migrated_matter_says_what_it_said() {
    for name in ["kaspr", "shop", "public-authority"] {
        let file = kept(1).into_iter().find(|file| file.ends_with(format!("{name}.amende.ron"))).unwrap();
        let opened = storage::open(&file, &library().law).unwrap();
        let next = kept(2).into_iter().find(|file| file.ends_with(format!("{name}.amende.ron"))).unwrap();
        let next = storage::open(&next, &library().law).unwrap();
        assert_eq!(opened.title, next.title);
        assert_eq!(opened.operations.len(), next.operations.len());
        let answers = |matter: &CaseFile| matter.operations.iter().map(|o| o.answers.len()).collect::<Vec<_>>();
        assert_eq!(answers(&opened), answers(&next), "{name}");
    }
}

fn written(folder: &Path, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
    let path = folder.join(name);
    fs::write(&path, content).unwrap();
    path
}

fn refused(path: &Path) -> String {
    storage::open(path, &library().law).unwrap_err().to_string()
}

#[test]
fn a_byte_order_mark_is_read_and_utf_16_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let text = storage::to_text(&preset("shop.amende.ron")).unwrap();
    let marked = written(folder.path(), "marked.amende.ron", format!("\u{feff}{text}"));
    assert_eq!(storage::open(&marked, &library().law).unwrap(), preset("shop.amende.ron"));
    for (name, mark) in [("le", [0xff, 0xfe]), ("be", [0xfe, 0xff])] {
        let mut bytes = mark.to_vec();
        for unit in text.encode_utf16() {
            bytes.extend(if name == "le" { unit.to_le_bytes() } else { unit.to_be_bytes() });
        }
        let said = refused(&written(folder.path(), name, &bytes));
        assert!(said.contains("UTF-16") && said.contains("save it as UTF-8"), "{said}");
        // The same without the mark.
        let said = refused(&written(folder.path(), name, &bytes[2..]));
        let order = if name == "le" { "little-endian" } else { "big-endian" };
        assert!(said.contains("UTF-16") && said.contains(order) && said.contains("save it as UTF-8"), "{said}");
    }
}

#[test]
fn formats_that_never_were_are_refused_with_their_line() {
    let folder = tempfile::tempdir().unwrap();
    let text = storage::to_text(&preset("shop.amende.ron")).unwrap();
    let with = |format: &str| written(folder.path(), "x.amende.ron", text.replacen("format: 3,", format, 1));
    let said = refused(&with("format: 0,"));
    assert!(said.contains("x.amende.ron:2:5") && said.contains("format 0"), "{said}");
    let said = refused(&with(""));
    assert!(said.contains("`format`") && said.contains("begins with `format: 3,`"), "{said}");
    let said = refused(&with("format: 99,"));
    assert!(said.contains("x.amende.ron:2:5") && said.contains("newer"), "{said}");
}

#[test]
fn a_key_that_stands_twice_is_told_at_its_second_line() {
    let folder = tempfile::tempdir().unwrap();
    let text = "(\n  format: 3,\n  title: \"T\",\n  operations: [\n    (id: \"a\", name: \"a\", answers: {\n      \"scale.people\": (value: Number(1)),\n    }),\n    (id: \"b\", name: \"b\", answers: {\n      \"scale.people\": (value: Number(2)),\n      \"scale.months\": (value: Number(2)),\n      \"scale.people\": (value: Number(3)),\n      \"breach.happened\": (value: No),\n    }),\n  ],\n)\n";
    let said = refused(&written(folder.path(), "x.amende.ron", text));
    assert!(said.contains("x.amende.ron:11:7") && said.contains("keep one of them"), "{said}");
    let line = refused(&written(folder.path(), "y.amende.ron", "(\n format: 3,\n title: \"T\",\n title: \"U\",\n)"));
    assert!(line.contains("y.amende.ron:4:"), "{line}");
}

/// Each of these would let a reader wait for ever, or read what is no text.
#[test]
#[cfg(unix)]
fn pipes_devices_sockets_and_folders_are_refused_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let pipe = folder.path().join("pipe.amende.ron");
    assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let socket = folder.path().join("socket.amende.ron");
    let _listening = std::os::unix::net::UnixListener::bind(&socket).unwrap();
    let cases = [
        (pipe.as_path(), "a pipe (FIFO)"),
        (socket.as_path(), "a socket"),
        (Path::new("/dev/zero"), "a device"),
        (folder.path(), "a folder"),
    ];
    for (path, what) in cases {
        let said = refused(path);
        assert!(said.contains(what) && !said.contains('\n'), "{said}");
        // The command line asks the same reader.
        let output = Command::new(env!("CARGO_BIN_EXE_amende")).arg("assess").arg(path).output().unwrap();
        assert_eq!(output.status.code(), Some(1));
        assert!(String::from_utf8(output.stderr).unwrap().contains(what));
        // Nor is anything written over them.
        assert!(storage::write(path, b"x").is_err(), "{}", path.display());
    }
}

#[test]
fn what_was_saved_and_not_opened_is_repaired_and_told_and_not_saved_any_more() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/saved_files/refused/provision.amende.ron");
    let opened = storage::open_stamped(&file, &library().law).unwrap();
    let provisions = |matter: &CaseFile| {
        let earlier = &matter.undertaking.previous_infringements[0].provisions;
        earlier.iter().map(|provision| provision.as_str().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(provisions(&opened.case_file), ["5(1)(a)", "6(1)"]);
    let [repaired] = opened.repaired.as_slice() else { panic!("{:?}", opened.repaired) };
    assert_eq!((repaired.written.as_str(), repaired.read.join(" ").as_str()), ("5(1)(a)6(1)", "5(1)(a) 6(1)"));
    // What is no row of provisions is refused with its line.
    let text = fs::read_to_string(&file).unwrap();
    let elsewhere = tempfile::tempdir().unwrap();
    let said = refused(&written(elsewhere.path(), "p.amende.ron", text.replace("5(1)(a)6(1)", "5(1)(a)6(x)")));
    assert!(said.contains("p.amende.ron:28:") && said.contains("5(1)(a)6(x)"), "{said}");
    // The same matter in memory is not written in the first place, and the file stays.
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("m.amende.ron");
    let good = preset("shop.amende.ron");
    storage::save(&path, &good, &library().law).unwrap();
    let mut bad = good.clone();
    bad.undertaking.previous_infringements = vec![amende::facts::PreviousInfringement {
        provisions: vec!["5(1)(a)6(1)".into()],
        ..serde_json::from_str(
            "{\"date\": \"2026-10-31\", \"what\": \"\", \"provisions\": [], \"same_subject\": false}",
        )
        .unwrap()
    }];
    assert!(matches!(storage::save(&path, &bad, &library().law), Err(StorageError::Answers { .. })));
    assert_eq!(storage::open(&path, &library().law).unwrap(), good);
}

#[test]
fn a_save_keeps_the_version_before_once() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("m.amende.ron");
    let mut matter = preset("shop.amende.ron");
    let mut texts = Vec::new();
    for title in ["first", "second", "third"] {
        matter.title = title.to_owned();
        storage::save(&path, &matter, &library().law).unwrap();
        texts.push(fs::read_to_string(&path).unwrap());
    }
    assert_eq!(fs::read_to_string(storage::previous(&path)).unwrap(), texts[1]);
    let names: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names.len(), 2, "{names:?}");
}

#[test]
fn a_file_changed_meanwhile_is_not_overwritten() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("m.amende.ron");
    let mut matter = preset("shop.amende.ron");
    let stamp = storage::save(&path, &matter, &library().law).unwrap();
    assert_eq!(storage::changed(&path, &stamp).unwrap(), None);
    // Another program writes the same size within the same clock tick: the content tells.
    let theirs = fs::read_to_string(&path).unwrap().replacen("newsletter", "newsIetter", 1);
    fs::write(&path, &theirs).unwrap();
    matter.title = "Mine".to_owned();
    let refused = storage::save_over(&path, &matter, &library().law, Some(&stamp));
    assert!(matches!(refused, Err(StorageError::Changed { .. })), "{refused:?}");
    assert_eq!(fs::read_to_string(&path).unwrap(), theirs);
    // Only touched, it has not changed.
    let opened = storage::open_stamped(&path, &library().law).unwrap();
    fs::File::options().append(true).open(&path).unwrap().set_modified(std::time::UNIX_EPOCH).unwrap();
    assert_eq!(storage::changed(&path, &opened.stamp).unwrap(), None);
    storage::save_over(&path, &matter, &library().law, Some(&opened.stamp)).unwrap();
}

#[test]
#[cfg(unix)]
fn links_are_written_through_and_stay_links() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("real")).unwrap();
    let real = folder.path().join("real/m.amende.ron");
    let matter = preset("shop.amende.ron");
    storage::save(&real, &preset("kaspr.amende.ron"), &library().law).unwrap();
    let (link, chain) = (folder.path().join("link.amende.ron"), folder.path().join("chain.amende.ron"));
    std::os::unix::fs::symlink("real/m.amende.ron", &link).unwrap();
    std::os::unix::fs::symlink(&link, &chain).unwrap();
    storage::save(&chain, &matter, &library().law).unwrap();
    for link in [&link, &chain] {
        assert!(fs::symlink_metadata(link).unwrap().is_symlink(), "{}", link.display());
    }
    assert_eq!(storage::open(&real, &library().law).unwrap(), matter);
    // A link to nothing is filled; one in a circle is refused.
    let empty = folder.path().join("empty.amende.ron");
    std::os::unix::fs::symlink("real/new.amende.ron", &empty).unwrap();
    storage::save(&empty, &matter, &library().law).unwrap();
    assert!(folder.path().join("real/new.amende.ron").exists());
    let circle = folder.path().join("circle.amende.ron");
    std::os::unix::fs::symlink("circle.amende.ron", &circle).unwrap();
    assert!(storage::save(&circle, &matter, &library().law).is_err());
}

#[test]
#[cfg(unix)]
fn a_read_only_file_a_missing_folder_and_a_vanished_one_are_a_sentence_each() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("m.amende.ron");
    let mut matter = preset("shop.amende.ron");
    storage::save(&path, &matter, &library().law).unwrap();
    let before = fs::read(&path).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o444)).unwrap();
    matter.title = "Changed".to_owned();
    let said = storage::save(&path, &matter, &library().law).unwrap_err().to_string();
    assert!(said.contains("read-only") && said.contains("another name"), "{said}");
    assert_eq!(fs::read(&path).unwrap(), before);
    assert!(!storage::previous(&path).exists(), "nothing was begun");

    let gone = folder.path().join("gone").join("m.amende.ron");
    let said = storage::save(&gone, &matter, &library().law).unwrap_err().to_string();
    assert!(said.contains("the folder is not there"), "{said}");
    let said = refused(&folder.path().join("nothing.amende.ron"));
    assert!(said.contains("cannot open the file: it is not there"), "{said}");
    assert_eq!(said.matches("nothing.amende.ron").count(), 1, "the path stands once: {said}");
    let below_a_file = path.join("m.amende.ron");
    assert!(storage::save(&below_a_file, &matter, &library().law).unwrap_err().to_string().lines().count() == 1);
}

#[test]
fn what_a_killed_save_left_is_swept_and_what_is_being_written_is_not() {
    let folder = tempfile::tempdir().unwrap();
    let made = written(folder.path(), "clock", "");
    let old = fs::metadata(made).unwrap().modified().unwrap() - std::time::Duration::from_mins(1);
    let left = |name: &str| {
        let path = written(folder.path(), name, "half a mat");
        fs::File::options().append(true).open(&path).unwrap().set_modified(old).unwrap();
        path
    };
    let (dead, alive) = (left(".amende-aB3xYz"), left(".amende-Zz9yX1"));
    let (other, mine) = (left(".amende-notes.txt"), left("notes.txt"));
    let held = fs::File::open(&alive).unwrap();
    held.lock().unwrap();
    storage::write(&folder.path().join("report.md"), b"x").unwrap();
    assert!(!dead.exists(), "left by a killed program");
    assert!(alive.exists() && other.exists() && mine.exists());
}

/// What a structure lacks is told where it lacks it: with the line and the key.
#[test]
fn wrong_structures_are_told_with_their_own_line_and_key() {
    let shop = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("presets/shop.amende.ron")).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let line_of = |words: &str| shop.lines().position(|line| line.contains(words)).unwrap() + 1;
    let (undertaking, operations) = (line_of("undertaking: ("), line_of("operations: ["));
    let purpose = line_of("            purpose:");
    let case = |stated: &str| format!("            {stated},\n            purpose:");
    let cases: &[(&str, String, usize, &[&str])] = &[
        (
            "        previous_infringements: [],\n    ),\n",
            "        previous_infringements: [],\n".to_owned(),
            undertaking,
            &["at `undertaking`", "`(` that opens here is not closed"],
        ),
        (
            "people_in: [\"AT\"],",
            "people_in: [\"AT\",".to_owned(),
            line_of("people_in"),
            &["at `people_in`", "`[` that opens here is not closed"],
        ),
        (
            "\"processing.core\": (value: No),",
            "\"processing.core\": (value: No,".to_owned(),
            line_of("processing.core"),
            &["at `processing.core`", "`(` that opens here is not closed"],
        ),
        (
            "            name: \"Newsletter\",\n",
            String::new(),
            operations + 1,
            &["at `operations`", "the key `name` is missing in this entry"],
        ),
        (
            "            purpose:",
            case("case_of: (operation: \"newsletter\")"),
            purpose,
            &["at `case_of`", "the key `kind` is missing"],
        ),
        (
            "            purpose:",
            case("case_of: \"newsletter\""),
            purpose,
            &["at `case_of`", "`(operation: \"…\", kind: Incident)`"],
        ),
        (
            "            purpose:",
            case("case_of: (operation: \"newsletter\", kind: Incidnt)"),
            purpose,
            &["at `kind`", "`Incident` may be meant"],
        ),
        (
            "            purpose:",
            case("case_of: (operation: \"newsleter\", kind: Incident)"),
            purpose,
            &["`newsleter`, which is not there", "correct `case_of`"],
        ),
        ("            purpose:", case("linked_to: \"Lindenhof Seeds\""), purpose, &["is linked to `Lindenhof Seeds`"]),
        ("            purpose:", case("linked_to: [\"newsletter\"]"), purpose, &["at `linked_to`", "quotation marks"]),
        (
            "\"scale.months\": (value: Number(20))",
            "\"scale.months\": (value: Yes)".to_owned(),
            line_of("scale.months"),
            &["operation `newsletter`", "write Number"],
        ),
    ];
    for (from, to, line, parts) in cases {
        assert!(shop.contains(from), "{from}");
        let said = refused(&written(folder.path(), "s.amende.ron", shop.replacen(from, to, 1)));
        assert!(said.contains(&format!("s.amende.ron:{line}:")), "{to}: line {line} is not in: {said}");
        for part in *parts {
            assert!(said.contains(part), "{to}: `{part}` is not in: {said}");
        }
    }
    // A file that was cut off has no single bracket that is wrong.
    let half = shop.find("\"scale.months\"").unwrap();
    let said = refused(&written(folder.path(), "s.amende.ron", &shop[..half + 33]));
    assert!(said.contains("s.amende.ron:27:") && !said.contains("that opens here is not closed"), "{said}");
}
