// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/build.h"
#include "ui/kit/tokens.h"

namespace callboard::ui::panes {

/// The shape that stands for a state; its word is BuildWording's.
inline Status statusOf(domain::BuildState state)
{
    using domain::BuildState;
    switch (state) {
    case BuildState::Passed: return Status::Ok;
    case BuildState::Failed:
    case BuildState::Errored: return Status::Failed;
    case BuildState::Running: return Status::Running;
    case BuildState::Queued: return Status::Queued;
    case BuildState::Waiting: return Status::Warning;
    case BuildState::Cancelled:
    case BuildState::Skipped:
    case BuildState::Unknown: break;
    }
    return Status::None;
}

/// As people know a commit.
inline QString shortId(const QString &commit) { return commit.left(9); }

} // namespace callboard::ui::panes
