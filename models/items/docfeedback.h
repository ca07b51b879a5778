// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/docreading.h"

#include <QUrl>

namespace callboard::items {

/// What a person found wrong with a page. It stays with the page and its entity.
struct DocFeedback {
    enum class State {
        Noted,    ///< Here only.
        Sent,     ///< As an issue or a mail.
        Answered, ///< The page has changed since.
    };
    QString id;
    DocAddress address; ///< The page and, as its anchor, the heading.
    QString title;      ///< Of the page.
    QString version;    ///< `DocReading::hashOf` its text then.
    QString passage;    ///< What was selected; may be empty.
    QString text;       ///< What is wrong.
    State state = State::Noted;
    QDateTime at;       ///< UTC

    bool operator==(const DocFeedback &) const = default;
};

/// All feedback of a workspace, in the mirror's small values. GUI thread.
class DocFeedbackStore final : public QObject {
    Q_OBJECT
public:
    DocFeedbackStore(mirror::Mirror &mirror, DocLibrary &library, QObject *parent = nullptr);

    std::vector<DocFeedback> of(const DocAddress &page) const; ///< The latest first.
    std::vector<DocFeedback> ofSite(const QString &site) const;
    QString add(DocFeedback feedback); ///< Gives it its id and time.
    void setState(const QString &id, DocFeedback::State state);
    void remove(const QString &id);
    /// Marks what was said of an earlier version of this page as answered.
    void settle(const domain::DocPage &page);

Q_SIGNALS:
    void changed();

private:
    void store();

    mirror::Mirror &m_mirror;
    std::vector<DocFeedback> m_all;
};

/// The page of a code host where a new issue is written, with title and text filled in; from the address of any page of the
/// repository there ("edit this page", its source). Invalid where the host is not known.
QUrl newIssueUrl(const QString &repositoryPage, const DocFeedback &feedback);
/// A mail to the owner of the page, likewise; at most some 1,800 characters, which every mail program takes.
QUrl feedbackMail(const QString &address, const DocFeedback &feedback);
/// What is written into either.
QString feedbackBody(const DocFeedback &feedback);

} // namespace callboard::items
