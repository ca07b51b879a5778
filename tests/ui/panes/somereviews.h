// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/review.h"

#include <QTimeZone>

namespace callboard::testkit {

using namespace Qt::StringLiterals;

inline const QDateTime now(QDate(2026, 11, 26), QTime(12, 0), QTimeZone::UTC);

inline domain::Review review(const QString &id, const QString &title)
{
    domain::Review one;
    one.id = id;
    one.project = u"acme/ledger"_s;
    one.title = title;
    one.author = u"tobin"_s;
    one.branch = u"feature"_s;
    one.targetBranch = u"main"_s;
    one.entityRefs = { u"component:default/ledger-api"_s };
    one.createdAt = now.addDays(-1);
    one.updatedAt = now.addDays(-1);
    one.url = u"https://git.example.org/acme/ledger/-/merge_requests/"_s + id;
    return one;
}

} // namespace callboard::testkit
