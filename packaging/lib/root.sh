# SPDX-FileCopyrightText: 2026 The Callboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# The private Debian 13 root of hosts whose Qt is too old: made once per package list, checked at every start.

root_suite=trixie
readonly root_roles="build run headless test dev"

root_packages() {
    # shellcheck disable=SC2086
    packages_for 1 $root_roles | LC_ALL=C sort
}

# The root's folder; its name holds the package list, so that a changed list makes a new one.
root_path() {
    echo "$cache/root-$( (echo "$root_suite"; root_packages) | sha256sum | cut -c 1-12)"
}

# prepare_root: prints nothing; afterwards root_path is a whole root. One process makes it, others wait.
prepare_root() {
    local root=$1
    mkdir -p "$cache" || die "The cache folder $cache cannot be written."
    _root_is_whole "$root" && return 0
    (
        exec 9>"$root.lock"
        flock -n 9 || { say "Another run is setting up; waiting for it." && flock 9; }
        _root_is_whole "$root" || _make_root "$root"
    ) || exit 1
}

# Whole: renamed into place when it was complete, what was in it then is still there at its size, and no package is missing.
_root_is_whole() {
    local stamp=$1/.callboard/files
    [ -s "$stamp" ] && [ -z "$(_list_files "$1" 2>/dev/null | LC_ALL=C comm -13 - "$stamp" 2>/dev/null | head -n 1)" ] &&
        [ -z "$(_lacking_packages "$1")" ]
}

# Programs, libraries, headers and what they read, with their sizes; not what tools or a run here rewrite by themselves.
_list_files() {
    (
        cd "$1/usr" && find bin lib libexec include share ../etc/alternatives ../etc/fonts ../etc/ld.so.conf.d ../etc/xdg \
            -name python3 -prune -o -name '*cache*' -prune -o \( -type f -o -type l \) -printf '%s %p\n' | LC_ALL=C sort
    )
}

# Those of the list that dpkg does not say are installed, by themselves or by what provides them.
_lacking_packages() {
    awk -v wanted="$(root_packages | tr '\n' ' ')" '
        /^Package: / { name = $2 }
        /^Status: / { installed = $0 == "Status: install ok installed"; if (installed) there[name] }
        /^Provides: / && installed {
            gsub(/\([^)]*\)|,/, "")
            for (i = 2; i <= NF; i++) there[$i]
        }
        END {
            count = split(wanted, names, " ")
            for (i = 1; i <= count; i++) if (!(names[i] in there)) print names[i]
        }' "$1/var/lib/dpkg/status" 2>/dev/null || echo "the list of packages"
}

_make_root() {
    local root=$1 making=$1.making
    if [ -e "$root" ]; then
        say "The Debian 13 root in $root is not whole; making it anew."
        remove_root "$root"
    fi
    remove_root "$making"
    say "This system's Qt is older than 6.8. Callboard will make a private Debian 13 in $root"
    say "(about 2 GB, once; nothing else on this system changes) and build and run there."
    _need_tools
    if is_root; then
        mkdir -p "$making"
        quietly "$cache/log/root.log" "Making the Debian 13 root" _bootstrap root "$making"
    else
        quietly "$cache/log/root.log" "Making the Debian 13 root" _bootstrap_as_user "$making"
    fi || { remove_root "$making"; die "The Debian 13 root could not be made."; }
    _stamp_root "$making"
    mv "$making" "$root"
    : >"$root.used"
    _remove_unused_roots "$root"
}

# Notes what is in a root that was made whole.
_stamp_root() {
    mkdir -p "$1/.callboard"
    _list_files "$1" >"$1/.callboard/files.new" 2>/dev/null
    mv "$1/.callboard/files.new" "$1/.callboard/files"
}

# What this host needs before it can make and enter a root.
_need_tools() {
    local wanted="mmdebstrap debian-archive-keyring" missing
    is_root || wanted="$wanted uidmap bubblewrap"
    have mmdebstrap && [ -r /usr/share/keyrings/debian-archive-keyring.gpg ] &&
        { is_root || { have newuidmap && { have bwrap || unshare -Ur true 2>/dev/null; }; }; } && return 0
    have apt-get || die "Please install: $wanted"
    # shellcheck disable=SC2086
    missing=$(missing_debian $wanted | tr '\n' ' ')
    # shellcheck disable=SC2086
    install_debian "Making a private Debian 13" ${missing:-$wanted}
}

# _bootstrap MODE TARGET
_bootstrap() {
    _bare_debian "$1" apt "$2" --include="$(root_packages | paste -sd, -)" \
        --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-exclude=/usr/share/man/*' --dpkgopt=force-unsafe-io
}

# _bare_debian MODE VARIANT TARGET OPTION…: a Debian of $root_suite from the host's mirrors.
_bare_debian() {
    local mode=$1 variant=$2 target=$3 sources=() options=() line
    shift 3
    while read -r line; do
        [ -z "$line" ] || options+=(--aptopt="$line")
    done <<<"$(_host_apt_options)"
    # Without one mmdebstrap takes Debian's own.
    while read -r line; do
        [ -z "$line" ] || sources+=("$line")
    done <<<"$(_host_mirrors)"
    mmdebstrap --mode="$mode" --variant="$variant" --architectures="$(dpkg --print-architecture)" \
        --keyring=/usr/share/keyrings/debian-archive-keyring.gpg "${options[@]}" "$@" \
        "$root_suite" "$target" "${sources[@]}"
}

# Through a tar, so that every file belongs to the user, who can then remove it like any other. Made beside the cache,
# because the home folder is often closed to the mapped user ids.
_bootstrap_as_user() {
    mkdir -p "$1"
    TMPDIR=${CALLBOARD_TMPDIR:-/var/tmp} _bootstrap unshare - |
        tar -x -C "$1" --no-same-owner --exclude='./dev/*'
    local status=("${PIPESTATUS[@]}")
    [ "${status[0]}" = 0 ] && [ "${status[1]}" = 0 ] && chmod -R u+rwX "$1"
}

# The host's own Debian mirrors, with Debian 13 in place of its release; nothing on an Ubuntu.
_host_mirrors() {
    local ID='' VERSION_CODENAME=''
    # shellcheck disable=SC1091
    . /etc/os-release
    [ "$ID" = debian ] || return 0
    apt-get indextargets --format '$(REPO_URI) $(RELEASE) $(COMPONENT)' 'Created-By: Packages' 2>/dev/null |
        awk -v codename="$VERSION_CODENAME" -v suite="$root_suite" '
            $1 ~ /^https?:/ && $3 == "main" && sub("^(" codename "|stable|oldstable)", suite, $2) &&
                $2 ~ "^" suite "(-updates|-security)?$" && !seen[$1 $2]++ { print "deb " $1 " " $2 " main" }'
}

# How the host reaches its mirrors: proxies, time-outs, clocks.
_host_apt_options() {
    apt-config dump 2>/dev/null |
        grep -E '^Acquire::(http|https|Check-|Retries|ForceIPv)' | grep -v -i 'auto-\?detect'
}

# Removes a root, but never through a mount that still hangs in it: that would empty somebody's home folder.
remove_root() {
    [ -e "$1" ] || return 0
    if grep -q -F " $(realpath "$1")/" /proc/self/mountinfo; then
        die "Something is still mounted below $1; please unmount it and run this again."
    fi
    rm -rf --one-file-system "$1" 2>/dev/null || unshare -Ur rm -rf --one-file-system "$1"
}

# Roots of older package lists, once nobody has entered them for a week.
_remove_unused_roots() {
    local other
    for other in "$cache"/root-*; do
        [ -d "$other" ] && [ "$other" != "$1" ] || continue
        case $other in *.making) continue ;; esac
        [ -z "$(find "$other.used" -mtime -7 2>/dev/null)" ] || continue
        exec 8>"$other.used"
        flock -n 8 && say "Removing $other, unused for a week." && remove_root "$other" && rm -f "$other.lock" "$other.used"
        exec 8>&-
    done
}
