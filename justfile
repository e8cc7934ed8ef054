# The few commands. `just` lists them.

_list:
    @just --list

# All data of this checkout, without rebuilding.
data:
    cargo run --quiet -- check --data .

# Format and lints.
lint:
    cargo fmt --check
    cargo clippy --all-targets -- -D warnings

# Everything that needs no display.
test:
    cargo test

# Law and engine alone: neither window nor typesetter is built.
law:
    cargo test -p amende --no-default-features --lib --test suite

# The rules' examples and the worked examples.
rules:
    cargo test --test suite rules:: && cargo test --test suite worked_examples::

# The pictures of the window anew; look at each.
pictures:
    UPDATE_SNAPSHOTS=1 cargo test --test gui -- --ignored

# Everything, on a bare machine too.
ci:
    .ci/run
