# The system's packages: what is missing, how large it is, and installing it.

# Libraries that Nuthatch opens or links, and their headers for building.
libraries=(
    libjpeg-dev libpng-dev libwebp-dev libheif-dev # pictures
    libcurl4-openssl-dev libssl-dev libarchive-dev # downloads
    libchafa-dev libreadline-dev                   # the terminal
    libpcre2-8-0                                   # cells: re
)
# What Swift's compiler needs from a bare system, and the C++ library's headers.
compiler=(binutils ca-certificates git libc6-dev libcurl4 libedit2 libncurses6 libsqlite3-0 libxml2 tzdata zlib1g-dev)

wanted_packages() {
    printf '%s\n' "${libraries[@]}" "${compiler[@]}" "libstdc++-$(gcc_version)-dev"
    # TORCH_HOME names another libtorch, such as the one inside PyTorch's wheel.
    # Debian's own takes its matrix products from whatever library provides them; the plain one is many times slower.
    if [ -z "${TORCH_HOME:-}" ]; then printf '%s\n' libtorch-dev libopenblas0-pthread; fi
    # Fetching Swift, and the tests of that.
    if [ -n "${testing:-}" ] || ! find_swift; then printf '%s\n' curl gnupg; fi
}

# The major version of the system's own compiler, whose C++ headers clang looks for.
gcc_version() {
    local version
    version=$(apt-cache depends g++ 2> /dev/null | sed -n 's/.*Depends: g++-\([0-9]*\)$/\1/p' | head -n 1)
    echo "${version:-12}"
}

missing_packages() {
    local name installed
    installed=$(dpkg-query -W -f='${db:Status-Status} ${Package}\n' 2> /dev/null | sed -n 's/^installed //p')
    wanted_packages | while read -r name; do
        grep -qxF -- "$name" <<< "$installed" || echo "$name"
    done
}

# As the administrator: directly, by sudo, or not at all.
as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

apt_packages() {
    local missing names
    missing=$(missing_packages)
    if [ -z "$missing" ]; then return; fi
    names=$(tr '\n' ' ' <<< "$missing")
    say "Nuthatch needs these packages of this system:"
    fold -s -w 76 <<< "$names" | sed 's/^/    /' >&2
    if [ "$(id -u)" != 0 ] && ! command -v sudo > /dev/null; then
        fail "Only an administrator may install them:
    apt-get update && apt-get install --no-install-recommends $names
Then run the same command again."
    fi
    # A fresh container has no package lists, and so no sizes.
    if ! apt-cache show libjpeg-dev > /dev/null 2>&1; then
        ask "apt's package lists are not here yet. Fetch them?" || exit 1
        if [ "$(id -u)" != 0 ]; then sudo -v; fi
        step "Fetching apt's package lists" as_root apt-get -q update
        missing=$(missing_packages)
    fi
    refuse_unknown "$missing"
    # shellcheck disable=SC2086
    LC_ALL=C apt-get install --print-uris --yes --no-install-recommends $missing 2> /dev/null |
        sed -n 's/^Need to get \(.*\) of archives.*/    download: \1/p; s/^After this operation, \(.*\) of additional.*/    on disk:  \1/p' >&2 ||
        true
    say "    and about 1.5 GB in this folder for the build"
    ask "Install them?" || exit 1
    if [ "$(id -u)" != 0 ]; then sudo -v; fi
    # shellcheck disable=SC2086
    step "Installing packages" as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get -q install --yes --no-install-recommends $missing
    mkdir -p "$data"
    printf '%s\n' "$missing" >> "$data/packages"
}

# Names that this release of the system does not have.
refuse_unknown() {
    local name
    for name in $1; do
        if apt-cache show "$name" > /dev/null 2>&1; then continue; fi
        if [ "$name" = libtorch-dev ]; then
            fail "This system has no package libtorch-dev. Take libtorch from PyTorch's own wheel instead:
    python3 -m venv ~/.torch && ~/.torch/bin/pip install torch --index-url https://download.pytorch.org/whl/cpu
    TORCH_HOME=\$(echo ~/.torch/lib/python3*/site-packages/torch) ./nuthatch"
        fi
        fail "apt knows no package $name. Run apt-get update as administrator and try again."
    done
}

other_packages() {
    say "This system has no apt. Nuthatch needs the headers of: libtorch, libjpeg, libpng, libwebp, libheif,"
    say "libarchive, libcurl, OpenSSL, libchafa, GNU readline, PCRE2. Going on as if they were here."
}

# Written for macOS, and not tested on one.
brew_packages() {
    command -v brew > /dev/null || fail "Install Homebrew first: https://brew.sh"
    local name names=()
    for name in pytorch jpeg-turbo libpng webp libheif libarchive curl openssl@3 chafa readline pcre2; do
        brew list --versions "$name" > /dev/null || names+=("$name")
    done
    if [ ${#names[@]} = 0 ]; then return; fi
    say "Nuthatch needs these Homebrew formulae: ${names[*]} (macOS is untested)"
    ask "Install them?" || exit 1
    step "Installing packages" brew install "${names[@]}"
    mkdir -p "$data"
    printf '%s\n' "${names[@]}" >> "$data/packages"
}
