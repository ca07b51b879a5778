// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/docfeedback.h"
#include "models/items/doclibrary.h"

#include <QUrl>

namespace callboard::items {

using DocFeedback = domain::DocFeedback;

/// All feedback of a workspace: records of the program's own. The program answers it when a pull has changed the page
/// (models/sync/docwatch.h). GUI thread; what is changed here is written behind.
class DocFeedbackStore final : public QObject {
    Q_OBJECT
public:
    static constexpr size_t most = 2000; ///< Of more, the oldest go: first those that are answered.

    explicit DocFeedbackStore(mirror::Mirror &mirror, QObject *parent = nullptr);

    std::vector<DocFeedback> of(const DocAddress &page) const; ///< The latest first.
    std::vector<DocFeedback> ofSite(const QString &site) const;
    /// Keeps it, in place of one with the same id. Gives it its id and time where it has none; its id.
    QString put(DocFeedback feedback);
    void setState(const QString &id, DocFeedback::State state);
    void remove(const QString &id);

Q_SIGNALS:
    void changed();

private:
    void load();

    mirror::Mirror &m_mirror;
    std::vector<DocFeedback> m_all; ///< As it will be written.
};

/// The page of a code host where a new issue is written, with title and text filled in; from the address of any page of the
/// repository there ("edit this page", its source). Invalid where the host is not known.
QUrl newIssueUrl(const QString &repositoryPage, const DocFeedback &feedback);
/// A mail to the owner of the page, likewise; at most some 1,800 characters, which every mail program takes.
QUrl feedbackMail(const QString &address, const DocFeedback &feedback);
/// What is written into either.
QString feedbackBody(const DocFeedback &feedback);

} // namespace callboard::items
