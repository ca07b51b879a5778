// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace callboard::builds {

/// What one line of a log is to its reader. Views into the line that was looked at.
///
/// Sources: GitHub's workflow commands (docs.github.com, "Workflow commands for GitHub Actions"), as typed and as the runner writes
/// them; GitLab's custom collapsible sections (docs.gitlab.com, "CI/CD job logs"); Azure Pipelines' logging commands (learn.microsoft.com).
struct LogLine {
    enum class Mark { None, Warning, Error };
    enum class Group { None, Begin, End };
    qint64 at = -1;       ///< From a time before the text: milliseconds since the epoch, UTC.
    qsizetype text = 0;   ///< Where what a person reads begins: behind the time and the command.
    Mark mark = Mark::None;
    Group group = Group::None;
    QByteArrayView name;  ///< Of a GitLab section; by it its end is found.
    bool isFolded = false; ///< The group asks to be.
};
/// Looks at the beginning of long lines only. Any bytes.
LogLine readLogLine(QByteArrayView line);

} // namespace callboard::builds
