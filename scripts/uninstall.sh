# Takes away what the launcher put on this machine.

uninstall() {
    local packages=
    if [ -e "$data/packages" ]; then packages=$(sort -u "$data/packages" | tr '\n' ' '); fi
    say "This takes away:"
    say "    $root/.build (the built program)"
    if [ -d "$cache" ]; then say "    $cache (downloads and made pictures, $(du -sh "$cache" | cut -f 1))"; fi
    if [ -d "$swift_folder" ]; then say "    $swift_folder (Swift, $(du -sh "$swift_folder" | cut -f 1))"; fi
    if [ -n "$packages" ]; then
        say "    the packages that were installed for it, with what came along with them:"
        fold -s -w 72 <<< "$packages" | sed 's/^/        /' >&2
    fi
    ask "Go on?" || exit 1
    rm -rf "$root/.build" "$cache" "$swift_folder"
    if [ -n "$packages" ]; then remove_packages "$packages"; fi
    rm -f "$data/packages"
    rmdir "$data" 2> /dev/null || true
    if [ -d "$state" ]; then
        say "Your own work stays in $state: sessions, history, progress. Delete that folder to lose it."
    fi
    say "This folder itself, $(cd "$root" && pwd), is yours to delete."
}

remove_packages() {
    if [ "$(uname -s)" = Darwin ]; then
        # shellcheck disable=SC2086
        brew uninstall $1 || true
    elif [ "$(id -u)" = 0 ] || command -v sudo > /dev/null; then
        log=$(mktemp)
        # shellcheck disable=SC2086
        step "Removing packages" as_root apt-get -q remove --yes --autoremove $1
        rm -f "$log"
    else
        say "An administrator removes the packages: apt-get remove --autoremove $1"
    fi
}
