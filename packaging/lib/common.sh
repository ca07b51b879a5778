# SPDX-FileCopyrightText: 2026 The Callboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# What every script of packaging/ starts with. All talk goes to standard error: standard output belongs to the
# program that is run.

set -u
project=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
lib=$project/packaging/lib
cache=${XDG_CACHE_HOME:-${HOME:-/tmp}/.cache}/callboard
export CCACHE_DIR=${CCACHE_DIR:-$cache/ccache}
# Objects of one clone serve another at a different path.
export CCACHE_BASEDIR=${CCACHE_BASEDIR:-$project}

say() {
    printf 'callboard: %s\n' "$*" >&2
}

die() {
    say "$*"
    exit 1
}

is_root() {
    [ "$(id -u)" = 0 ]
}

have() {
    command -v "$1" >/dev/null 2>&1
}

# Succeeds when the words of $2 hold the word $1.
has_word() {
    case " $2 " in
    *" $1 "*) return 0 ;;
    esac
    return 1
}

# quietly LOG WHAT CMD…: runs CMD with its output in LOG; shows the end of it when CMD fails, and a sign of life when it
# takes long.
quietly() {
    local log=$1 what=$2 status=0
    shift 2
    mkdir -p "$(dirname "$log")"
    : >"$log"
    _heartbeat "$log" "$what" &
    local pulse=$!
    "$@" >"$log" 2>&1 </dev/null || status=$?
    kill "$pulse" 2>/dev/null
    wait "$pulse" 2>/dev/null
    [ -t 2 ] && printf '\r\033[K' >&2
    if [ "$status" != 0 ]; then
        _show_failure "$log"
        say "$what failed (status $status); the whole output is in $log"
    fi
    return "$status"
}

# The lines that name an error, or the end where none does.
_show_failure() {
    local errors
    errors=$(grep -E '(error:|Error:|ERROR|^E:|FAILED:)' "$1" | cut -c 1-240 | uniq | head -n 20)
    if [ -n "$errors" ]; then
        printf '%s\n' "$errors" >&2
    else
        tail -n 40 "$1" >&2
    fi
}

# At a terminal a line that counts along, elsewhere a line a minute.
_heartbeat() {
    local log=$1 what=$2 since=0 step
    trap 'exit 0' TERM
    exec >/dev/null
    sleep 1 &
    wait $!
    say "$what… (output in $log)"
    while :; do
        sleep 1 &
        wait $!
        since=$((since + 1))
        step=$(tail -c 400 "$log" 2>/dev/null | grep -o '^\[[0-9]*/[0-9]*\]' | tail -n 1)
        if [ -t 2 ]; then
            printf '\r\033[K  %s %s s' "$step" "$since" >&2
        elif [ $((since % 60)) = 0 ]; then
            say "$what: $since s $step"
        fi
    done
}
