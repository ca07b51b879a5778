// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/signedout.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace callboard::sync {

using domain::Notice;

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(callboard::sync::SignedOut)
};

} // namespace

Notice untoldNotice(const QString &name, const SignedOut &out)
{
    Notice notice;
    notice.createdAt = QDateTime::currentDateTimeUtc();
    notice.id = u"sign-out:%1@%2"_s.arg(name, QString::number(notice.createdAt.toMSecsSinceEpoch()));
    notice.topic = u"sign-out:"_s + name;
    notice.origin = u"sign-in"_s;
    notice.severity = u"high"_s;
    notice.title = Say::tr("You are signed out of %1 here, but the server could not be told.").arg(name);
    notice.description = out.goodUntil.isValid()
        ? Say::tr("The token is good there until %1.").arg(QLocale().toString(out.goodUntil.toLocalTime(), QLocale::ShortFormat))
        : Say::tr("The sign-in is good there until you, or the server, end it there.");
    return notice;
}

} // namespace callboard::sync
