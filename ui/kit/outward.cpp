// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/outward.h"

#include "ui/kit/desktopportal.h"

#include <QDBusConnection>
#include <QFileInfo>
#include <QPointer>
#include <QProcess>
#include <QSettings>
#include <QStandardPaths>

#include <algorithm>
#include <array>

namespace callboard::ui {

using namespace Qt::StringLiterals;

namespace {

struct Editor {
    QLatin1StringView program;
    QLatin1StringView arguments;
    bool isFound = true; ///< Taken without being asked for, where it is there.
};
// Editors with a window of their own, and how each is told a line.
constexpr std::array editors {
    Editor { "code"_L1, "--goto {path}:{line}"_L1 },
    Editor { "codium"_L1, "--goto {path}:{line}"_L1 },
    Editor { "zed"_L1, "{path}:{line}"_L1 },
    Editor { "subl"_L1, "{path}:{line}"_L1 },
    Editor { "kate"_L1, "--line {line} {path}"_L1 },
    Editor { "gedit"_L1, "+{line} {path}"_L1 },
    Editor { "idea"_L1, "--line {line} {path}"_L1 },
    Editor { "qtcreator"_L1, "-client {path}:{line}"_L1 },
    Editor { "gvim"_L1, "+{line} {path}"_L1 },
    Editor { "emacs"_L1, "+{line} {path}"_L1 },
    Editor { "emacsclient"_L1, "--create-frame --no-wait +{line} {path}"_L1, false }, // Only where its server runs.
    Editor { "gnome-text-editor"_L1, "{path}"_L1, false }, // No line: the desktop's choice does as well.
};

const QStringList pathMarks { u"{path}"_s, u"%f"_s };
const QStringList lineMarks { u"{line}"_s, u"%l"_s };

/// In one pass: a path may look like a mark itself.
QString filled(const QString &pattern, const QString &path, int line)
{
    QString text;
    for (qsizetype at = 0; at < pattern.size();) {
        const QStringView rest = QStringView(pattern).sliced(at);
        const auto begins = [rest](const QString &mark) { return rest.startsWith(mark); };
        if (const auto mark = std::ranges::find_if(pathMarks, begins); mark != pathMarks.end()) {
            text += path;
            at += mark->size();
        } else if (const auto number = std::ranges::find_if(lineMarks, begins); number != lineMarks.end()) {
            text += QString::number(qMax(1, line));
            at += number->size();
        } else {
            text += pattern[at++];
        }
    }
    return text;
}

QStringList filledArguments(const Editor &editor, const QString &path, int line)
{
    QStringList arguments;
    for (const QString &part : QString(editor.arguments).split(u' '))
        arguments += filled(part, path, line);
    return arguments;
}

QStringList commandOfSetting(const QString &setting, const QString &path, int line)
{
    QStringList command = QProcess::splitCommand(setting);
    if (std::ranges::none_of(pathMarks, [&](const QString &mark) { return setting.contains(mark); }))
        command += pathMarks.first();
    for (QString &part : command)
        part = filled(part, path, line);
    return command;
}

bool start(QStringList command, const QString &folder = {})
{
    if (command.isEmpty())
        return false;
    const QString program = command.takeFirst();
    return QProcess::startDetached(program, command, folder);
}

/// FileManager1 selects the file.
bool selectInFileManager(const QString &path)
{
    const QString dbus = QStandardPaths::findExecutable(u"dbus-send"_s);
    if (dbus.isEmpty() || qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS"))
        return false;
    const QString uri = QUrl::fromLocalFile(path).toString(QUrl::FullyEncoded);
    return start({ dbus, u"--session"_s, u"--dest=org.freedesktop.FileManager1"_s, u"--type=method_call"_s,
        u"/org/freedesktop/FileManager1"_s, u"org.freedesktop.FileManager1.ShowItems"_s,
        u"array:string:"_s + QString(uri).replace(u',', u"%2C"_s), u"string:"_s });
}

bool startTerminal(const QString &folder)
{
    QStringList candidates { qEnvironmentVariable("TERMINAL"), u"xdg-terminal-exec"_s, u"x-terminal-emulator"_s,
        u"konsole"_s, u"gnome-terminal"_s, u"xterm"_s };
    candidates.prepend(QSettings().value(u"terminal/command"_s).toString());
    return std::ranges::any_of(std::as_const(candidates), [&](const QString &candidate) {
        const QStringList command = QProcess::splitCommand(candidate);
        return !command.isEmpty() && !QStandardPaths::findExecutable(command.first()).isEmpty() && start(command, folder);
    });
}

} // namespace

QUrl openableUrl(const QString &text)
{
    const QUrl url(text.trimmed(), QUrl::StrictMode);
    if (!url.isValid())
        return {};
    const QString scheme = url.scheme();
    if ((scheme == "http"_L1 || scheme == "https"_L1) && !url.host().isEmpty())
        return url;
    if (scheme == "mailto"_L1 && !url.path().isEmpty())
        return url;
    return {};
}

QStringList editorCommand(const QString &setting, const QString &visual, const QString &path, int line)
{
    if (!setting.trimmed().isEmpty())
        return commandOfSetting(setting, path, line);
    if (const QStringList command = QProcess::splitCommand(visual); !command.isEmpty()) {
        // A terminal's editor has no window to show itself in.
        const auto known = std::ranges::find(editors, QFileInfo(command.first()).fileName(), &Editor::program);
        static const QStringList inTerminal { u"-nw"_s, u"--no-window-system"_s, u"-t"_s, u"--tty"_s };
        const bool hasWindow = std::ranges::none_of(command, [](const QString &word) { return inTerminal.contains(word); });
        if (known != editors.end() && hasWindow)
            return command + filledArguments(*known, path, line);
    }
    const auto found = std::ranges::find_if(
        editors, [](const Editor &editor) { return editor.isFound && !QStandardPaths::findExecutable(editor.program).isEmpty(); });
    return found == editors.end() ? QStringList() : QStringList { found->program } + filledArguments(*found, path, line);
}

bool Outward::byDesktop(const QUrl &url, const Failed &failed) { return openByDesktop(url, QDBusConnection::sessionBus(), failed); }

Outward::Outward(Opener opener, QObject *parent)
    : QObject(parent)
    , m_open(std::move(opener))
{
}

bool Outward::told(bool begun, const QString &sentence, const QString &place)
{
    if (!begun)
        Q_EMIT failed(sentence, place);
    return begun;
}

bool Outward::open(const QUrl &url, const QString &sentence, const QString &place)
{
    const Failed late = [self = QPointer(this), sentence, place] {
        if (self)
            self->told(false, sentence, place);
    };
    return told(m_open(url, late), sentence, place);
}

bool Outward::browse(const QUrl &url)
{
    if (url.isEmpty())
        return told(false, tr("It has no page on the web."), QString());
    const QUrl safe = openableUrl(url.toString(QUrl::FullyEncoded));
    const QString address = url.toString(QUrl::FullyEncoded);
    if (safe.isEmpty())
        return told(false, tr("Only addresses of the web and of mail are opened from here."), address);
    return open(safe, safe.scheme() == "mailto"_L1 ? tr("No mail program could be opened.") : tr("No browser could be opened."), address);
}

bool Outward::edit(const QString &path, int line)
{
    if (path.isEmpty())
        return told(false, tr("The file is not on this machine."), {});
    const QStringList command = editorCommand(QSettings().value(u"editor/command"_s).toString(), qEnvironmentVariable("VISUAL"), path, line);
    if (!command.isEmpty())
        return told(start(command), tr("The editor “%1” could not be started.").arg(command.first()), path);
    return open(QUrl::fromLocalFile(path), tr("No editor could be opened. One can be named in the settings."), path);
}

bool Outward::showFile(const QString &path)
{
    if (path.isEmpty())
        return told(false, tr("The file is not on this machine."), {});
    return selectInFileManager(path) || open(QUrl::fromLocalFile(QFileInfo(path).absolutePath()), tr("No file manager could be opened."), path);
}

bool Outward::openTerminal(const QString &folder)
{
    if (folder.isEmpty())
        return told(false, tr("The file is not on this machine."), {});
    return told(startTerminal(folder), tr("No terminal could be opened."), folder);
}

} // namespace callboard::ui
