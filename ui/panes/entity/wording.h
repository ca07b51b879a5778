// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>
#include <QUrl>

namespace callboard::ui::panes {

/// The words of the catalog as a person reads them. Types and kinds we do not know keep their own.
class Wording final {
    Q_DECLARE_TR_FUNCTIONS(callboard::ui::panes::Wording)
public:
    /// The heading over what a relation leads to, seen from an entity of `kind`: "Depends on".
    static QString relationTitle(const QString &type, const QString &kind);
    /// The relation as a verb in a table cell: "depends on".
    static QString relationVerb(const QString &type);
    static QString relationIcon(const QString &type);
    /// Where a relation stands among the cards of a page: small is high up.
    static int relationOrder(const QString &type);
    static QString kindPlural(const QString &kind);
    /// A file name that an API's definition would bear, for its colours: "definition.graphql".
    static QString definitionFileName(const QString &apiType, const QString &definition);
    static QString linkIcon(const QString &backstageIcon, const QUrl &url);
};

} // namespace callboard::ui::panes
