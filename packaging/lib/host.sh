# SPDX-FileCopyrightText: 2026 The Callboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# What the host is, which packages it lacks, and how it gets them.

# packages_for COLUMN ROLE…: the names of one distribution family (1 Debian, 2 Fedora), one a line.
packages_for() {
    local column=$1
    shift
    awk -v column="$column" -v roles=" $* " \
        '!/^#/ && NF == 3 && index(roles, " " $3 " ") && $column != "-" && !seen[$column]++ { print $column }' \
        "$project/packaging/packages"
}

# Prints what to do on this host: "debian" or "fedora" (use it, install what is missing), "root" (make a private
# Debian 13), or "other" (use it as it is). CALLBOARD_ENVIRONMENT=host|root overrules.
host_kind() {
    local ID='' ID_LIKE='' VERSION_ID='' family
    # shellcheck disable=SC1091
    [ -r /etc/os-release ] && . /etc/os-release
    family=other
    has_word fedora "$ID $ID_LIKE" && family=fedora
    has_word debian "$ID $ID_LIKE" && family=debian
    case ${CALLBOARD_ENVIRONMENT:-} in
    host) echo "$family" && return ;;
    root) echo root && return ;;
    esac
    case $ID in
    # Without a number: testing or unstable.
    debian) _at_least "${VERSION_ID:-99}" 13 && echo debian || echo root ;;
    ubuntu) _at_least "$VERSION_ID" 25.10 && echo debian || echo root ;;
    fedora) _at_least "$VERSION_ID" 42 && echo fedora || echo other ;;
    *)
        if [ "$family" = debian ]; then
            _apt_offers_qt68 && echo debian || echo root
        else
            echo "$family"
        fi
        ;;
    esac
}

# Versions compared number by number, as `sort -V` does.
_at_least() {
    [ "$(printf '%s\n%s\n' "$2" "$1" | sort -V | head -n 1)" = "$2" ]
}

_apt_offers_qt68() {
    local offered
    offered=$(apt-cache policy qt6-base-dev 2>/dev/null | awk '/Candidate:/ { print $2 }')
    [ -n "$offered" ] && [ "$offered" != "(none)" ] && _at_least "$offered" 6.8
}

# missing_packages KIND ROLE…: those of the list that the host lacks, one a line.
missing_packages() {
    local kind=$1
    shift
    case $kind in
    debian) missing_debian $(packages_for 1 "$@") ;;
    fedora) packages_for 2 "$@" | while read -r name; do
        rpm -q --whatprovides "$name" >/dev/null 2>&1 || echo "$name"
    done ;;
    esac
}

missing_debian() {
    local installed
    installed=$(dpkg-query -W -f '${db:Status-Status} ${binary:Package}\n' "$@" 2>/dev/null |
        sed -n 's/^installed \([^:]*\).*/\1/p' | tr '\n' ' ')
    for name in "$@"; do
        has_word "$name" "$installed" || echo "$name"
    done
}

# Prints the words that make a command run as root; fails when there is no way.
_become_root() {
    if is_root; then
        return 0
    elif have sudo && { [ -t 2 ] || sudo -n true 2>/dev/null; }; then
        echo sudo
    else
        return 1
    fi
}

# install_debian WHY NAME…: says what it will do, then does it.
install_debian() {
    local why=$1 root
    shift
    root=$(_become_root) || die "$why needs packages that only root can install. Please run:
    sudo apt-get update && sudo apt-get install -y --no-install-recommends $*"
    say "$why needs packages that are not installed; installing them with apt-get${root:+ (through sudo)}:"
    say "  $*"
    quietly "$cache/log/apt-update.log" "Reading the package lists" $root apt-get update
    quietly "$cache/log/apt-install.log" "Installing $# packages" \
        $root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@" ||
        die "The packages could not be installed."
}

install_fedora() {
    local why=$1 root
    shift
    root=$(_become_root) || die "$why needs packages that only root can install. Please run:
    sudo dnf install $*"
    say "$why needs packages that are not installed; installing them with dnf${root:+ (through sudo)}:"
    say "  $*"
    quietly "$cache/log/dnf-install.log" "Installing $# packages" $root dnf install -y "$@" ||
        die "The packages could not be installed."
}

# prepare_host KIND ROLE…: everything of these roles is there afterwards, or the script ends with a reason.
prepare_host() {
    local kind=$1 missing
    missing=$(missing_packages "$@")
    case $kind in
    debian) [ -z "$missing" ] || install_debian Callboard $missing ;;
    fedora) [ -z "$missing" ] || install_fedora Callboard $missing ;;
    other) _check_other_host ;;
    esac
}

# A distribution that we have no package names for: fine when its Qt is.
_check_other_host() {
    local qt
    qt=$(pkg-config --modversion Qt6Core 2>/dev/null)
    [ -n "$qt" ] && _at_least "$qt" 6.8 && return 0
    die "This system is none that Callboard knows how to prepare (Debian, Ubuntu, Fedora 42 or later), and no Qt 6.8 was
found on it. Please install what these Debian packages hold, Qt at 6.8 or later:
    $(packages_for 1 build run | tr '\n' ' ')"
}
