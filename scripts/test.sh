# Everything that CI runs: a build without warnings, the code's format, all tests, and counts.

# Suites that need no engine and take seconds.
fast='^(CellSyntax|CellRuntime|Pictures|DataSources|Terminal|Launcher)Tests\.'

run_tests() {
    cd "$root"
    root=.
    local results=.build/test-results.log code=0
    step "Building the tests" swift build --build-tests
    forbid_warnings || code=1
    check_format || code=1
    : > "$results"
    test_run "$results" --filter "$fast" "$@" || code=1
    # One after the other: libtorch has one generator of random numbers, and uses all cores by itself.
    test_run "$results" --no-parallel --skip "$fast" "$@" || code=1
    count "$results" || code=1
    return $code
}

# Warnings of our own sources are errors. Only files that were compiled now tell theirs.
forbid_warnings() {
    local warnings
    warnings=$(sed -n '/^== Building the tests/h;//!H;$!d;x;p' "$log" | grep -E '(Sources|Tests)/[^:]*:[0-9]+:[0-9]+: warning:' | sort -u || true)
    if [ -n "$warnings" ]; then
        say "Warnings count as errors:" "$warnings"
        return 1
    fi
}

check_format() {
    say "Checking the format"
    swift format lint --strict --recursive --parallel Package.swift Sources Tests ||
        ! say "Some files are not in the project's format; 'swift format -i -r -p Package.swift Sources Tests' puts it right."
}

test_run() {
    local results=$1
    shift
    swift test --skip-build "$@" 2>&1 | tee -a "$results"
}

# The closing line: N passed, N failed, N skipped. A skipped test proves nothing, so that each is named.
count() {
    local passed failed skipped
    passed=$(outcomes passed "$1" | wc -l)
    failed=$(outcomes failed "$1" | wc -l)
    skipped=$(outcomes skipped "$1" | wc -l)
    if [ "$skipped" != 0 ]; then echo "Skipped:" && outcomes skipped "$1"; fi
    if [ "$failed" != 0 ]; then echo "Failed:" && outcomes failed "$1"; fi
    # Tests that a crash kept from ending are in no count.
    if grep -q 'unexpected signal' "$1"; then
        echo "A test process crashed: $(grep -o 'unexpected signal code [0-9]*' "$1" | head -n 1); tests are missing here."
        failed=$((failed + 1))
    fi
    echo "$passed passed, $failed failed, $skipped skipped"
    [ "$failed" = 0 ] && [ "$passed" != 0 ]
}

# The lines of tests, not of suites or runs, that ended so.
outcomes() {
    grep -E "^. Test .* $1( after [0-9.]+ seconds|\\.$|: )" "$2" | grep -vE '^. Test run with|recorded an issue' |
        sed 's/^. Test /    /' || true
}
