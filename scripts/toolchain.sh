# Swift: the one that is here, or swift.org's signed release in the user's own folder.

swift_release=6.3.1
# Mirrors: where releases and keys come from, and whose signature counts (Swift 6.x Release Signing Key).
swift_site=${NUTHATCH_SWIFT_URL:-https://download.swift.org}
swift_keys=${NUTHATCH_SWIFT_KEYS:-https://www.swift.org/keys/all-keys.asc}
swift_signer=${NUTHATCH_SWIFT_SIGNER:-52BB7E3DE28A71BE22EC05FFEF80A866B47A981F}
swift_folder=$data/swift

# Puts a Swift of at least 6.1 first on the PATH.
find_swift() {
    local folder
    for folder in "$(dirname "$(command -v swift || echo none/none)")" "$swift_folder/usr/bin" \
        "$HOME/.local/share/swiftly/bin" "$HOME/.swiftly/bin"; do
        if [ -x "$folder/swift" ] && "$folder/swift" --version 2>&1 | grep -qE 'Swift version (6\.[1-9]|6\.[0-9]{2}|[7-9]\.)'; then
            PATH=$folder:$PATH
            # Looked for again without cost.
            find_swift() { true; }
            return 0
        fi
    done
    return 1
}

# The name of this system in swift.org's addresses.
swift_platform() {
    local name suffix=
    # shellcheck source=/dev/null
    name=$(. /etc/os-release && echo "${ID:-}${VERSION_ID:-}")
    case $name in
        debian12 | ubuntu22.04 | ubuntu24.04) ;;
        debian*) name=debian12 ;;
        ubuntu*) name=ubuntu24.04 ;;
        *) return 1 ;;
    esac
    case $(uname -m) in x86_64) ;; aarch64) suffix=-aarch64 ;; *) return 1 ;; esac
    echo "$name$suffix"
}

get_swift() {
    local platform file url size
    platform=$(swift_platform) || fail "Nuthatch needs Swift 6.1 or later: see https://www.swift.org/install"
    file=swift-$swift_release-RELEASE-$platform.tar.gz
    url=$swift_site/swift-$swift_release-release/${platform//./}/swift-$swift_release-RELEASE/$file
    size=$(curl -fsSIL --max-time 20 "$url" 2> /dev/null | tr -d '\r' | sed -n 's/^[Cc]ontent-[Ll]ength: //p' | tail -n 1 || true)
    say "No Swift 6.1 or later was found. swift.org's release $swift_release, signed by the Swift project, can go into"
    say "    $swift_folder"
    say "    download: $(if [ -n "$size" ]; then megabytes "$size"; else echo unknown; fi)"
    say "    on disk:  about 3.3 GB"
    ask "Fetch it?" || fail "See https://www.swift.org/install for other ways; then run the same command again."
    mkdir -p "$data" "$cache"
    download_size=$size
    download=$cache/$file
    progress=download_progress
    step "Fetching Swift $swift_release" fetch_whole "$url" "$download"
    progress=log_tail
    step "Checking the signature" check_signature "$url.sig" "$download"
    step "Unpacking Swift" unpack_swift "$download"
    rm -f "$download"
    find_swift || fail "$swift_folder holds no working Swift; the end of the log: $(tail -n 3 "$log")"
}

download_progress() {
    local done_bytes
    done_bytes=$(stat -c %s "$download.part" 2> /dev/null || echo 0)
    echo "$(megabytes "$done_bytes")${download_size:+ of $(megabytes "$download_size")}"
}

# fetch_whole URL FILE: continues what an earlier attempt left, and renames when all is there.
fetch_whole() {
    local attempt code
    if [ -e "$2" ]; then return; fi
    for attempt in 1 2 3 4 5; do
        # A finished part makes a server answer 416 to the rest that is asked for.
        if [ -n "${download_size:-}" ] && [ "$(stat -c %s "$2.part" 2> /dev/null)" = "$download_size" ]; then break; fi
        code=0
        curl -fL --no-progress-meter --speed-limit 1 --speed-time 60 -C - -o "$2.part" "$1" || code=$?
        case $code in
            0) break ;;
            33) rm -f "$2.part" ;;                       # no ranges there: from the start
            5 | 6 | 7 | 18 | 28 | 35 | 52 | 55 | 56 | 92) # the connection: go on where it broke
                if [ "$attempt" = 5 ]; then return "$code"; fi
                sleep "${NUTHATCH_RETRY_SECONDS:-$((attempt * 2))}"
                ;;
            *) return "$code" ;;
        esac
    done
    mv "$2.part" "$2"
}

# check_signature URL FILE: one by another signer, or none, throws the file away.
check_signature() (
    ring=$(mktemp -d)
    trap 'rm -rf "$ring"' EXIT
    curl -fL --no-progress-meter --retry 3 -o "$ring/sig" "$1"
    curl -fL --no-progress-meter --retry 3 -o "$ring/keys" "$swift_keys"
    export GNUPGHOME=$ring
    gpg --batch --quiet --import "$ring/keys" || true
    gpg --batch --status-fd 3 --verify "$ring/sig" "$2" 3> "$ring/status" || true
    if ! grep -qE "^\[GNUPG:\] VALIDSIG .*\b$swift_signer\b" "$ring/status"; then
        echo "$2 is not signed by $swift_signer. It was thrown away."
        rm -f "$2"
        return 1
    fi
)

unpack_swift() {
    rm -rf "$swift_folder.part" && mkdir -p "$swift_folder.part"
    tar -xzf "$1" -C "$swift_folder.part" --strip-components 1
    rm -rf "$swift_folder" && mv "$swift_folder.part" "$swift_folder"
}
