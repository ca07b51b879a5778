// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/listcommands.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace callboard::ui {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(callboard::ui::ListCommands)
};

Commands::Command local(const QString &id, const QString &text, const QString &menu, const QString &iconName, const QKeySequence &keys, const QString &help)
{
    return { id, text, menu, iconName, { keys }, help, false, true };
}

} // namespace

Commands::Command copyCommand()
{
    return local(u"list.copy"_s, Say::tr("&Copy"), u"edit"_s, u"copy"_s, QKeySequence(Qt::CTRL | Qt::Key_C), Say::tr("Puts the rows that are selected on the clipboard."));
}

Commands::Command exportCommand()
{
    return local(u"list.export"_s, Say::tr("&Export what is shown…"), u"edit"_s, u"export"_s, QKeySequence(Qt::CTRL | Qt::Key_E), Say::tr("Writes the list to a file, as it is filtered and sorted."));
}

Commands::Command browseCommand()
{
    return local(u"list.browse"_s, Say::tr("Open the row in the &browser"), {}, u"external-link"_s, QKeySequence(Qt::ALT | Qt::Key_Return), Say::tr("Opens the page of the row at its host."));
}

Commands::Command starCommand() { return { u"entity.star"_s, {}, {}, u"star"_s, { QKeySequence(Qt::CTRL | Qt::Key_D) }, {} }; }

Commands::Command copyReferenceCommand() { return { u"entity.copyRef"_s, {}, {}, u"copy"_s, { QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C) }, {} }; }

Commands::Command nextProblemCommand() { return { u"problem.next"_s, {}, {}, u"warning"_s, { QKeySequence(Qt::Key_F8) }, {} }; }

Commands::Command previousProblemCommand() { return { u"problem.previous"_s, {}, {}, u"warning"_s, { QKeySequence(Qt::SHIFT | Qt::Key_F8) }, {} }; }

Commands::Command findCommand() { return { u"docs.find"_s, {}, {}, u"search"_s, { QKeySequence(Qt::CTRL | Qt::Key_F) }, {} }; }

Commands::Command findNextCommand() { return { u"docs.findNext"_s, {}, {}, {}, { QKeySequence(Qt::Key_F3) }, {} }; }

Commands::Command findPreviousCommand() { return { u"docs.findPrevious"_s, {}, {}, {}, { QKeySequence(Qt::SHIFT | Qt::Key_F3) }, {} }; }

} // namespace callboard::ui
