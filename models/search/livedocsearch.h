// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/search/docsearch.h"

#include <QObject>
#include <QThreadPool>

namespace callboard::search {

/// Search in documentation as a box needs it: asks a worker, answers on the thread it lives on, and drops what was asked before.
class LiveDocSearch final : public QObject {
    Q_OBJECT
public:
    explicit LiveDocSearch(const mirror::Mirror &mirror, QObject *parent = nullptr);
    ~LiveDocSearch() override;

    /// Has what a first question would wait for made beforehand, by the worker: its thread, and what it reads.
    void prepare();
    void setPersonal(DocPersonal personal) { m_personal = std::move(personal); }
    void setLimit(int hits) { m_limit = hits; }
    /// Answers with `answered`, once for the last that was asked; at once, and with nothing, where there is nothing to look for.
    void ask(const QString &typed);
    QString asked() const { return m_typed; }
    bool isBusy() const { return m_busy; }
    const DocAnswer &answer() const { return m_answer; }

Q_SIGNALS:
    /// `answer()` is that to `asked()`.
    void answered();

private:
    void take(quint64 generation, DocAnswer answer);

    std::shared_ptr<DocSearch> m_search;
    DocPersonal m_personal;
    int m_limit = 20;
    QString m_typed;
    DocAnswer m_answer;
    quint64 m_generation = 0;
    bool m_busy = false;
    std::stop_source m_stop;
    QThreadPool m_pool; ///< Last: waits for its thread before the rest goes.
};

} // namespace callboard::search
