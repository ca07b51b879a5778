// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

namespace callboard::docs {

/// A page's text without what stands before it about the page: YAML between "---", or lines "key: value" (mkdocs.utils.meta).
struct PageText {
    QString text;
    QJsonObject meta;
};
PageText readPageText(const QString &source);

/// GitHub's "> [!NOTE]" as admonitions (the plugin gh-admonitions).
QString withAlerts(const QString &markdown);

/// What a decision record says of itself, in the manner of Nygard or of MADR.
struct RecordFacts {
    QString status; ///< In lower case: "accepted", "superseded".
    QString date;   ///< ISO 8601, empty where none is given.
};
RecordFacts recordFacts(const PageText &page);

} // namespace callboard::docs
