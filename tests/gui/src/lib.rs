//! Nothing: a package needs a target. The tests are under `tests/`.
