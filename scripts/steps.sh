# How the launcher talks, asks, and runs a long step with its output in a log.

log=$root/.build/setup.log
data=${XDG_DATA_HOME:-$HOME/.local/share}/nuthatch
state=${NUTHATCH_STATE:-${XDG_STATE_HOME:-$HOME/.local/state}/nuthatch} # the learner's own work
cache=${NUTHATCH_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/nuthatch}

say() { printf '%s\n' "$*" >&2; }

fail() {
    say "$@"
    exit 1
}

# ask QUESTION: true for yes, which Return and --yes mean too.
ask() {
    local answer
    if [ -n "$yes" ]; then return 0; fi
    if [ ! -t 0 ]; then fail "$1 Nobody can answer here: run it with --yes to agree."; fi
    read -r -p "$1 [Y/n] " answer
    case $answer in '' | [yY]*) return 0 ;; *) return 1 ;; esac
}

# What a step shows of itself: its log's last line, unless the step sets another.
log_tail() { tail -n 1 "$log" | tr -d '\r'; }
progress=log_tail

# step NAME COMMAND …: runs it with its output in the log, and one line of progress that is redrawn. When
# it fails: which step, the log's last lines, and an exit. Steps may be run again.
step() {
    local name=$1 began=$SECONDS code=0 told=0 width child
    shift
    mkdir -p "${log%/*}"
    printf '\n== %s: %s\n' "$name" "$*" >> "$log"
    "$@" >> "$log" 2>&1 < /dev/null &
    child=$!
    # shellcheck disable=SC2064
    trap "kill $child 2>/dev/null; wait $child 2>/dev/null; say; fail '$name was stopped; the same command goes on from here.'" INT TERM
    while kill -0 $child 2> /dev/null; do
        if [ -t 2 ]; then
            width=$(stty size < /dev/tty 2> /dev/null | cut -d ' ' -f 2 || true)
            printf '\r\033[K%.*s' "$((${width:-80} - 1))" "$name $(clock $began)  $($progress)" >&2
        elif [ $((SECONDS - began)) -ge $((told + 60)) ]; then
            told=$((SECONDS - began))
            say "    $name $(clock $began)  $($progress)"
        fi
        sleep 0.2
    done
    wait $child || code=$?
    trap - INT TERM
    if [ -t 2 ]; then printf '\r\033[K' >&2; fi
    if [ $code != 0 ]; then
        say "$name failed. The end of $log:"
        tail -n 20 "$log" | sed 's/^/    /' >&2
        fail "Put that right and run the same command again: what is done stays done. ./nuthatch doctor may help."
    fi
    say "$name: done in $(clock $began)"
}

# The time since a value of SECONDS, as 1:05.
clock() { printf '%d:%02d' $(((SECONDS - $1) / 60)) $(((SECONDS - $1) % 60)); }

megabytes() { printf '%d MB' $((($1 + 500000) / 1000000)); }

set_up() {
    case $(uname -s) in
        Linux) if command -v apt-get > /dev/null; then apt_packages; else other_packages; fi ;;
        Darwin) brew_packages ;;
        *) fail "Nuthatch runs on Linux and macOS." ;;
    esac
    find_swift || get_swift
}
