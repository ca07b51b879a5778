// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QObject>

namespace callboard::ui {

/// Where a page's pictures come from. Nothing is fetched from a network unless `ask` says so.
class DocumentImages : public QObject {
    Q_OBJECT
public:
    enum class State {
        Loading,
        Ready,
        Missing,  ///< It is not there, or cannot be shown.
        NotAsked, ///< It lies on the network.
    };
    struct Found {
        State state = State::Missing;
        QImage image;
    };
    using QObject::QObject;

    /// At once, from memory; begins to load what is at hand. `source` as `domain::Run::image`.
    virtual Found find(const QString &source) = 0;
    /// The person wants this one, from wherever it is.
    virtual void ask(const QString &source) = 0;

Q_SIGNALS:
    void changed(const QString &source); ///< `find` answers otherwise now.
};

} // namespace callboard::ui
