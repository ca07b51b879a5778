// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/record.h"

namespace callboard::domain {

namespace recordtype {
inline constexpr QLatin1StringView docFeedback("DocFeedback"); ///< See `DocFeedback`. One of the program's own.
}

/// What a person found wrong with a page of documentation. It stays with the page and its entity.
struct DocFeedback {
    enum class State {
        Noted,    ///< Here only.
        Sent,     ///< As an issue or a mail.
        Answered, ///< The page has changed since.
    };
    QString id;      ///< The record's key.
    QString site;    ///< The entity's canonical ref.
    QString path;    ///< Of the page, as `DocPage::path`.
    QString anchor;  ///< The heading; may be empty.
    QString title;   ///< Of the page.
    QString version; ///< `pageVersion` of the page then.
    QString passage; ///< What was selected; may be empty.
    QString text;    ///< What is wrong.
    State state = State::Noted;
    QDateTime at;         ///< UTC
    QDateTime answeredAt = {}; ///< UTC; invalid: not answered.

    bool operator==(const DocFeedback &) const = default;
    Record toRecord() const;
    static DocFeedback fromRecord(const Record &record);
};

} // namespace callboard::domain
