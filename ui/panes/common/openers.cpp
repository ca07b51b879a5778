// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/common/openers.h"

#include "ui/kit/commands.h"
#include "ui/panes/entity/wording.h"

#include <QAction>
#include <QDesktopServices>
#include <QFileInfo>
#include <QProcess>
#include <QSettings>
#include <QStandardPaths>

#include <array>

namespace callboard::ui::panes {

using namespace Qt::StringLiterals;

namespace {

    struct Editor {
        QLatin1StringView program;
        QLatin1StringView arguments;
    };
    // Editors with a window of their own, and how each is told a line.
    constexpr std::array editors {
        Editor { "code"_L1, "--goto {path}:{line}"_L1 },
        Editor { "codium"_L1, "--goto {path}:{line}"_L1 },
        Editor { "subl"_L1, "{path}:{line}"_L1 },
        Editor { "zed"_L1, "{path}:{line}"_L1 },
        Editor { "kate"_L1, "--line {line} {path}"_L1 },
        Editor { "gedit"_L1, "+{line} {path}"_L1 },
        Editor { "gnome-text-editor"_L1, "{path}"_L1 },
        Editor { "gvim"_L1, "+{line} {path}"_L1 },
        Editor { "emacsclient"_L1, "--create-frame --no-wait +{line} {path}"_L1 },
        Editor { "qtcreator"_L1, "-client {path}:{line}"_L1 },
        Editor { "idea"_L1, "--line {line} {path}"_L1 },
    };

    QString filled(QString argument, const QString &path, int line)
    {
        argument.replace("{path}"_L1, path);
        argument.replace("{line}"_L1, QString::number(qMax(1, line)));
        return argument;
    }

    bool start(QStringList command, const QString &folder = {})
    {
        if (command.isEmpty())
            return false;
        const QString program = command.takeFirst();
        return QProcess::startDetached(program, command, folder);
    }

} // namespace

QStringList editorCommand(const QString &setting, const QString &visual, const QString &path, int line)
{
    QStringList command = QProcess::splitCommand(setting);
    if (!command.isEmpty()) {
        if (!setting.contains("{path}"_L1))
            command += u"{path}"_s;
        for (QString &part : command)
            part = filled(part, path, line);
        return command;
    }
    command = QProcess::splitCommand(visual);
    if (command.isEmpty())
        return {};
    const QString name = QFileInfo(command.first()).fileName();
    for (const Editor &editor : editors) {
        if (name != editor.program)
            continue;
        for (const QString &part : QString(editor.arguments).split(u' '))
            command += filled(part, path, line);
        return command;
    }
    return {}; // A terminal's editor has no window to show itself in.
}

bool openInBrowser(const QUrl &url)
{
    const QUrl safe = openableUrl(url.toString());
    return !safe.isEmpty() && QDesktopServices::openUrl(safe);
}

bool openInEditor(const QString &path, int line)
{
    if (path.isEmpty())
        return false;
    const QStringList command = editorCommand(QSettings().value(u"editor/command"_s).toString(),
        qEnvironmentVariable("VISUAL"), path, line);
    return start(command) || QDesktopServices::openUrl(QUrl::fromLocalFile(path));
}

bool showInFileManager(const QString &path)
{
    if (path.isEmpty())
        return false;
    const QString dbus = QStandardPaths::findExecutable(u"dbus-send"_s);
    const QString uri = QUrl::fromLocalFile(path).toString(QUrl::FullyEncoded);
    // FileManager1 selects the file; without it the folder opens.
    if (!dbus.isEmpty() && !qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS")
        && start({ dbus, u"--session"_s, u"--dest=org.freedesktop.FileManager1"_s, u"--type=method_call"_s,
            u"/org/freedesktop/FileManager1"_s, u"org.freedesktop.FileManager1.ShowItems"_s,
            u"array:string:"_s + QString(uri).replace(u',', u"%2C"_s), u"string:"_s }))
        return true;
    return QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(path).absolutePath()));
}

bool openTerminal(const QString &folder)
{
    if (folder.isEmpty())
        return false;
    QStringList candidates { qEnvironmentVariable("TERMINAL"), u"xdg-terminal-exec"_s, u"x-terminal-emulator"_s,
        u"konsole"_s, u"gnome-terminal"_s, u"xterm"_s };
    const QString chosen = QSettings().value(u"terminal/command"_s).toString();
    if (!chosen.isEmpty())
        candidates.prepend(chosen);
    for (const QString &candidate : std::as_const(candidates)) {
        QStringList command = QProcess::splitCommand(candidate);
        if (command.isEmpty() || QStandardPaths::findExecutable(command.first()).isEmpty())
            continue;
        return start(command, folder);
    }
    return false;
}

void showCatalog(PaneContext context)
{
    if (QAction *show = context.commands.action(u"pane.show.catalog"_s))
        show->trigger();
}

} // namespace callboard::ui::panes
