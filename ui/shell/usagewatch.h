// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/pane.h"

namespace callboard::ui {

class Documents;
class PaneHost;

/// Tells the usage log which pages and panes the person opened and which actions they ran in one window. What is opened again without
/// anything else between is told once; what a start brings back is not told.
class UsageWatch final : public QObject {
    Q_OBJECT
public:
    UsageWatch(const PaneContext &context, Documents &documents, PaneHost &panes, QObject *parent);
};

} // namespace callboard::ui
