// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>
#include <QUrl>

#include <functional>

namespace callboard::ui {

/// Only http, https and mailto may be opened; anything else is text. Empty when it is none of these.
QUrl openableUrl(const QString &text);

/// What `Outward::edit` starts, program first: the command of the settings ("code -g {path}:{line}"; %f and %l do as well), else $VISUAL
/// where it has a window of its own, else the first editor known here that is in $PATH. Empty: the desktop's choice.
QStringList editorCommand(const QString &setting, const QString &visual, const QString &path, int line);

/// The window's one door to other programs of the desktop. Never waits for them. Each call says whether something was begun; where
/// nothing was, `failed` tells the person too.
class Outward final : public QObject {
    Q_OBJECT
public:
    using Failed = std::function<void()>;
    /// False: nothing was begun. Otherwise `Failed` may be called later, where what was begun came to nothing.
    using Opener = std::function<bool(const QUrl &, const Failed &)>;
    /// Opens with what the desktop has for an address.
    static bool byDesktop(const QUrl &url, const Failed &failed);
    explicit Outward(Opener opener = byDesktop, QObject *parent = nullptr);

    bool browse(const QUrl &url);           ///< What `openableUrl` allows, and nothing else.
    bool edit(const QString &path, int line); ///< `line` from 1; 0 where unknown.
    bool showFile(const QString &path);     ///< In the file manager.
    bool openTerminal(const QString &folder);

Q_SIGNALS:
    /// A sentence for people, and the address, path or command that they may want to use by hand.
    void failed(const QString &sentence, const QString &place);

private:
    bool told(bool begun, const QString &sentence, const QString &place);
    bool open(const QUrl &url, const QString &sentence, const QString &place);

    Opener m_open;
};

} // namespace callboard::ui
