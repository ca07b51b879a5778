// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/apis/compare.h"
#include "models/items/apiitemsmodel.h"
#include "models/mirror/mirror.h"

#include <QThreadPool>

namespace callboard::ui::panes {

/// One API entity and what its definition says.
struct ReadApi {
    QString ref;
    QString name;
    QString type; ///< spec.type
    QString text; ///< Raw; empty where there is none.
    QString fileName; ///< For colouring: "api.yaml".
    items::ApiDefinitionPtr definition; ///< Null where there is no text, or after an error.
    std::optional<domain::Error> error;
    QDateTime seenAt;
    QString connectionId;
    /// Earlier versions with another definition, the latest first.
    struct Version {
        qint64 id = 0;
        QDateTime at;
    };
    std::vector<Version> versions;
};
using ReadApiPtr = std::shared_ptr<const ReadApi>;

/// What changed from an earlier version.
struct ReadComparison {
    QString ref;
    qint64 version = 0;
    apis::Comparison comparison;
    std::optional<domain::Error> error;
};

/// Reads API definitions from the mirror and compares them, on a thread of its own. Answers come on this thread, the latest
/// question's only.
class ApiReading final : public QObject {
    Q_OBJECT
public:
    explicit ApiReading(mirror::Mirror &mirror, QObject *parent = nullptr);
    ~ApiReading() override;

    void read(const QString &ref); ///< Empty: forgets what was asked.
    void compare(const QString &ref, qint64 version, items::ApiDefinitionPtr with);
    bool isBusy() const { return m_running > 0; }

Q_SIGNALS:
    void done(const callboard::ui::panes::ReadApiPtr &api);
    void compared(const std::shared_ptr<const callboard::ui::panes::ReadComparison> &comparison);

private:
    mirror::Mirror &m_mirror;
    quint64 m_asked = 0;
    int m_running = 0;
    QThreadPool m_pool; ///< Last: waits for its thread before the rest goes.
};

/// A name whose ending says the language.
QString codeFileName(apis::ApiFormat format, QStringView text);

} // namespace callboard::ui::panes
