// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/refusals.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace callboard::sync {

using domain::Notice;

using domain::ErrorCode;

namespace {

constexpr auto entriesKey = "refusals"_L1;
constexpr auto daysKey = "askToEraseAfterDays"_L1;
constexpr int daysDefault = 30;
constexpr int mostDays = 3650;

struct Say {
    Q_DECLARE_TR_FUNCTIONS(callboard::sync::Refusals)
};

bool isRefusal(const domain::Error &error)
{
    // A keychain that refuses says nothing of the other side.
    return error.code == ErrorCode::Unauthorised || (error.code == ErrorCode::Forbidden && error.source != "keychain"_L1);
}

QDateTime sinceOf(const QJsonObject &entry)
{
    return QDateTime::fromString(entry["since"_L1].toString(), Qt::ISODateWithMs);
}

} // namespace

Refusals::Refusals(mirror::Mirror &mirror)
    : m_mirror(mirror)
    , m_entries(mirror.value(entriesKey).toObject())
{
}

int Refusals::days() const { return std::clamp(m_mirror.value(daysKey).toInt(daysDefault), 0, mostDays); }

domain::Result<void> Refusals::setDays(int days) { return m_mirror.setValue(daysKey, std::clamp(days, 0, mostDays)); }

bool Refusals::note(const QString &connectionId, const std::optional<domain::Error> &error, const QDateTime &now)
{
    if (!error) {
        forget(connectionId);
        return false;
    }
    if (!isRefusal(*error))
        return false; // It was not asked, or did not say.
    QJsonObject entry = m_entries[connectionId].toObject();
    const QDateTime since = sinceOf(entry);
    if (!since.isValid()) {
        change(connectionId, { { u"since"_s, now.toUTC().toString(Qt::ISODateWithMs) } });
        return false;
    }
    const int days = this->days();
    if (days == 0 || since.daysTo(now) < days || entry["asked"_L1].toBool() || entry["settled"_L1].toBool())
        return false;
    entry.insert("asked"_L1, true);
    change(connectionId, entry);
    return true;
}

QDateTime Refusals::askedAbout(const QString &connectionId) const
{
    const QJsonObject entry = m_entries[connectionId].toObject();
    return entry["asked"_L1].toBool() ? sinceOf(entry) : QDateTime();
}

void Refusals::settle(const QString &connectionId)
{
    QJsonObject entry = m_entries[connectionId].toObject();
    if (entry.isEmpty())
        return;
    entry.remove("asked"_L1);
    entry.insert("settled"_L1, true);
    change(connectionId, entry);
}

void Refusals::forget(const QString &connectionId)
{
    if (m_entries.contains(connectionId))
        change(connectionId, {});
}

void Refusals::change(const QString &connectionId, const QJsonObject &entry)
{
    if (entry.isEmpty())
        m_entries.remove(connectionId);
    else
        m_entries.insert(connectionId, entry);
    // What cannot be kept is noted again: later, and so the person is asked later.
    (void)m_mirror.setValue(entriesKey, m_entries);
}

Notice refusalNotice(const QString &connectionId, const QString &name, const QDateTime &since)
{
    Notice notice;
    notice.createdAt = QDateTime::currentDateTimeUtc();
    notice.topic = u"refusal:"_s + connectionId;
    notice.id = notice.topic + u'@' + since.toString(Qt::ISODateWithMs);
    notice.origin = u"sources"_s;
    notice.severity = u"normal"_s;
    notice.title = Say::tr("%1 has not let you in since %2.").arg(name, QLocale().toString(since.toLocalTime().date(), QLocale::ShortFormat));
    notice.description = Say::tr("What it brought is here still. Sources asks whether to erase or to keep it.");
    return notice;
}

} // namespace callboard::sync
