# Building for release.

build() {
    if is_built; then return; fi
    find_swift || fail "Nuthatch needs Swift 6.1 or later: run ./nuthatch setup"
    mkdir -p "$root/.build"
    echo "${TORCH_HOME:-}" > "$stamp.new"
    step "Building Nuthatch" swift build -c release --package-path "$root"
    # The stamp keeps the time at which the build began: a file changed meanwhile is built next time.
    mv "$stamp.new" "$stamp"
}
