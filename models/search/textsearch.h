// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/mirror/mirror.h"
#include "models/search/docsearch.h"
#include "models/search/entitymatcher.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>

namespace callboard::search {

/// An entity in whose text all words stand.
struct TextHit {
    QString ref;     ///< Canonical.
    QString place;   ///< The field they stand in: "spec.definition".
    QString snippet; ///< One line of it.
    QList<DocMark> marks;
};

struct TextAnswer {
    std::vector<TextHit> hits; ///< Best first.
    int total = 0;
    bool totalIsLeast = false;
    double milliseconds = 0;
};

struct TextQuestion {
    QString typed;         ///< In the plain language: words and phrases are looked for in the text, the other terms narrow.
    IndexPtr index;
    PersonalPtr personal;  ///< For `is:mine` and the like; may be null.
    int limit = 20;        ///< Hits; more are only counted.
    bool beyondNames = false; ///< Leaves out what is found by name, owner, kind and the like as well.
};

/// Looks into all text of the entities of a mirror. Blocks on the file, for some ten milliseconds where a word is common: not for the GUI
/// thread. Stopped, or where the mirror cannot be read, there is nothing.
TextAnswer findInText(const mirror::Mirror &mirror, const TextQuestion &question, std::stop_token stop = {});

/// The same as a box needs it: waits for a pause in the typing, asks a worker, answers on the thread it lives on, and drops what was
/// asked before.
class LiveTextSearch final : public QObject {
    Q_OBJECT
public:
    explicit LiveTextSearch(const mirror::Mirror &mirror, QObject *parent = nullptr); ///< The mirror outlives it.
    ~LiveTextSearch() override;

    /// Makes its thread beforehand.
    void prepare();
    /// Answers with `answered`, once for the last that was asked.
    void ask(const TextQuestion &question);
    void cancel(); ///< Nothing is answered any more.
    const TextAnswer &answer() const { return m_answer; }

Q_SIGNALS:
    void answered();

private:
    void begin();
    void take(quint64 generation, TextAnswer answer);

    const mirror::Mirror &m_mirror;
    TextQuestion m_question;
    TextAnswer m_answer;
    QTimer m_pause;
    quint64 m_generation = 0;
    std::stop_source m_stop;
    QThreadPool m_pool; ///< Last: waits for its thread before the rest goes.
};

} // namespace callboard::search
