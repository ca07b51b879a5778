// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/mirror/mirror.h"

#include <QHash>
#include <QSet>
#include <QStringList>

#include <memory>
#include <mutex>
#include <vector>

namespace callboard::search {

/// What the person has to do with sites and pages: it lifts them, and never hides others.
struct DocPersonal {
    QSet<QString> mine;            ///< Sites (canonical refs) that are the person's.
    QSet<QString> starred;         ///< Sites.
    QHash<QString, int> recent;    ///< By `domain::docKey`: 1 (a while ago) to 255 (just now).
};

/// What was typed, told apart.
///   ledger-api timeout      all of these words; where no page has all of them, the most of them
///   "exactly once"          these words together, in this order
///   site:ledger             only sites whose ref or name holds this; site:"The Ledger" where that has spaces
///   owner:payments          only sites of entities whose owner's ref holds this
struct DocQuestion {
    QStringList words;   ///< As typed. The last may be unfinished.
    QList<QStringList> phrases;
    QStringList sites;   ///< One of these.
    QStringList owners;  ///< One of these.
    bool lastIsOpen = true; ///< Nothing follows the last word: it may be the beginning of one.

    static DocQuestion parse(const QString &typed);
    bool isEmpty() const { return words.isEmpty() && phrases.isEmpty(); }
};

/// A stretch of text to be marked, in UTF-16 units.
struct DocMark {
    int start = 0;
    int length = 0;
    bool operator==(const DocMark &) const = default;
};

struct DocHit {
    /// How the word that fits worst was found.
    enum class Match { Exact, Stem, Prefix, Infix, Typo };

    QString site;      ///< Canonical ref of the entity whose documentation it is.
    QString siteName;  ///< As the site calls itself; the entity's name where it does not.
    QString path;      ///< `domain::DocPage::path`.
    QString anchor;    ///< Of the best section; empty for the top of the page.
    QString pageTitle;
    QString heading;   ///< Of the section; empty where it is the page's own title.
    QString snippet;   ///< One line of the section's text.
    QList<DocMark> snippetMarks;
    QList<DocMark> titleMarks;
    QList<DocMark> headingMarks;
    double score = 0;
    Match match = Match::Exact;
    bool allWords = true; ///< The page has every word.
};

struct DocAnswer {
    std::vector<DocHit> hits; ///< One a page, best first.
    int total = 0;            ///< Pages that have all words; where there are none, those that have some.
    /// With phrases, pages are counted as far as they were read: there may be more.
    bool totalIsLeast = false;
    bool withTypos = false;   ///< Some word is nowhere as it was typed.
    bool complete = true;     ///< False while the index is still behind the mirror.
    bool cancelled = false;
    double milliseconds = 0;
};

/// Full text search over the documentation of a mirror. `find` blocks for some milliseconds on the file: not for the GUI thread
/// (`LiveDocSearch` in livedocsearch.h is). Any thread, one at a time; the mirror outlives it.
class DocSearch final {
public:
    explicit DocSearch(const mirror::Mirror &mirror);
    ~DocSearch();
    Q_DISABLE_COPY_MOVE(DocSearch)

    /// Reads the vocabularies beforehand, which the first question would wait for.
    void prepare();
    /// Cancelled by `stop` between two readings from the file, which are short. Errors: those of the mirror.
    domain::Result<DocAnswer> find(const DocQuestion &question, const DocPersonal &personal = {}, int limit = 20, std::stop_token stop = {});

private:
    struct Data;
    std::unique_ptr<Data> d;
};

} // namespace callboard::search
