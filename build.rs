//! Rebuilds when a data file comes or goes: the folders are embedded whole.

fn main() {
    println!("cargo::rerun-if-changed=assets");
    println!("cargo::rerun-if-changed=presets");
    println!("cargo::rerun-if-changed=tests/rules");
    println!("cargo::rerun-if-changed=tests/worked_examples");
}
