# SPDX-FileCopyrightText: 2026 The Callboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# Sourced by the commands: set_up ROLE… makes everything ready, then `enter "$kind" CMD…` runs where Qt is.
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
. "$lib/host.sh"
. "$lib/root.sh"
. "$lib/enter.sh"

set_up() {
    kind=$(host_kind)
    if [ "$kind" = root ]; then
        prepare_root "$(root_path)"
    else
        prepare_host "$kind" "$@"
    fi
}
