# SPDX-FileCopyrightText: 2026 The Callboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# One way to run a command where Qt 6.8 is: on the host, or in the private root with the folders of the host in it.

# enter KIND CMD…: replaces this process.
enter() {
    local kind=$1 root
    shift
    if [ "$kind" != root ]; then
        exec "$@"
    fi
    root=$(root_path)
    export CALLBOARD_ROOT=$root
    # No process substitution here and below: a bare chroot may lack /dev/fd.
    mapfile -t folders <<<"$(_shared_folders "$@")"
    # Held open while the command runs, so that nobody tidies the root away.
    exec 8>"$root.used"
    flock -s 8
    _ensure_locale "$root"
    _forget_host_paths
    if is_root; then
        _has_mount_rights || _say_what_would_help
        exec unshare --mount --propagation "$(_propagation)" \
            "$BASH" "$lib/chroot" "$root" "${folders[@]}" -- "$@"
    fi
    _ensure_user "$root"
    if have bwrap && bwrap --dev-bind / / true 2>/dev/null; then
        _enter_with_bubblewrap "$root" "$@"
    elif unshare --user --map-root-user --mount true 2>/dev/null; then
        CALLBOARD_IDS="$(id -u):$(id -g)" exec unshare --user --map-root-user --mount \
            "$BASH" "$lib/chroot" "$root" "${folders[@]}" -- "$@"
    fi
    _say_what_would_help
}

_enter_with_bubblewrap() {
    local root=$1 arguments=() folder
    shift
    for folder in "${folders[@]}"; do
        arguments+=(--bind "$folder" "$folder")
    done
    for file in /etc/resolv.conf /etc/hosts /etc/machine-id /etc/ssl/certs/ca-certificates.crt; do
        [ -s "$file" ] && arguments+=(--ro-bind "$(realpath "$file")" "$file")
    done
    [ -d /run/dbus ] && arguments+=(--ro-bind /run/dbus /run/dbus)
    exec bwrap --bind "$root" / --dev-bind /dev /dev --ro-bind /proc /proc --ro-bind /sys /sys \
        "${arguments[@]}" --chdir "$PWD" -- "$@"
}

# The folders that are seen under their own paths: the project and its parent, home, /tmp, sockets, what the
# arguments name, and every top-level folder that is the user's rather than the system's (data, mounts).
_shared_folders() {
    {
        _folder "$(dirname "$project")"
        _folder "$project"
        _folder "${HOME:-}"
        _folder /tmp
        _folder "$PWD"
        _folder "$cache"
        _folder "$CCACHE_DIR"
        _folder "${XDG_RUNTIME_DIR:-}"
        _folder "${XDG_CONFIG_HOME:-}"
        _folder "${XDG_DATA_HOME:-}"
        [ -n "${XAUTHORITY:-}" ] && _folder "$(dirname "$XAUTHORITY")"
        local argument
        for argument in "$@"; do
            case $argument in
            */*)
                _folder "$argument"
                _folder "$(dirname -- "$argument")"
                ;;
            esac
        done
        for argument in /*; do
            _folder "$argument"
        done
    } | LC_ALL=C sort -u | awk '
        # A folder inside another one of the list comes with that.
        { for (i in kept) if (index($0 "/", kept[i] "/") == 1) next; kept[n++] = $0; print }'
}

# Prints a folder, as named and as it really is, unless it is one of the system's own.
_folder() {
    local path
    [ -d "$1" ] || return 0
    for path in "$(cd "$1" 2>/dev/null && pwd)" "$(realpath "$1")"; do
        case $path in
        '' | / | /bin | /boot | /dev | /etc | /lib | /lib32 | /lib64 | /libx32 | /lost+found | /proc | /run | /sbin | \
            /sys | /usr | /var | /dev/* | /etc/* | /proc/* | /sys/* | /usr/bin* | /usr/lib* | /usr/share* | /usr/sbin*) ;;
        *) echo "$path" ;;
        esac
    done
}

# The host's paths to libraries and modules mean nothing in the root.
_forget_host_paths() {
    unset LD_LIBRARY_PATH LD_PRELOAD QT_PLUGIN_PATH QML2_IMPORT_PATH QT_QPA_PLATFORM_PLUGIN_PATH XDG_DATA_DIRS \
        XDG_CONFIG_DIRS PYTHONPATH PYTHONHOME PERL5LIB GI_TYPELIB_PATH GIO_MODULE_DIR GTK_PATH CPATH LIBRARY_PATH \
        PKG_CONFIG_PATH CMAKE_PREFIX_PATH QT_QPA_PLATFORMTHEME QT_STYLE_OVERRIDE NODE_PATH NVM_DIR CC CXX
    export PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
}

# A language that the root does not know yet: Qt and tools would fall back to ASCII.
_ensure_locale() {
    local root=$1 name=${LC_ALL:-${LANG:-}}
    case $name in '' | C | C.* | POSIX) return 0 ;; esac
    name=${name%%.*}
    [ -d "$root/usr/lib/locale/$name.utf8" ] || [ ! -f "$root/usr/share/i18n/locales/$name" ] && return 0
    (
        unset LC_ALL LANG
        enter root localedef --no-archive -i "$name" -f UTF-8 "$name.UTF-8"
    ) >/dev/null 2>&1
}

# Programs ask who they run as.
_ensure_user() {
    local root=$1
    grep -q "^[^:]*:[^:]*:$(id -u):" "$root/etc/passwd" || getent passwd "$(id -u)" >>"$root/etc/passwd"
    grep -q "^[^:]*:[^:]*:$(id -g):" "$root/etc/group" || getent group "$(id -g)" >>"$root/etc/group"
}

_has_mount_rights() {
    unshare --mount --propagation unchanged true 2>/dev/null
}

# Private, so that no mount is seen outside; where the root folder is no mount point (in a bare chroot) that cannot be
# asked for, and the mounts end with the process all the same.
_propagation() {
    unshare --mount --propagation private true 2>/dev/null && echo private || echo unchanged
}

_say_what_would_help() {
    if is_root; then
        die "This root user may not mount anything (a container without the right to?). Either run in a Debian 13 container,
where no private root is needed, or start this one with --cap-add SYS_ADMIN."
    fi
    die "Neither bubblewrap nor user namespaces work here. Please install bubblewrap (sudo apt-get install bubblewrap), and
allow user namespaces (sudo sysctl kernel.unprivileged_userns_clone=1; on Ubuntu
sudo sysctl kernel.apparmor_restrict_unprivileged_userns=0)."
}
