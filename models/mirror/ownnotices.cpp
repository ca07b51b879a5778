// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mirror/ownnotices.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace callboard::mirror {

using domain::Notice;
using domain::Record;

namespace {

const QString noticeType = QString(domain::recordtype::notice);

std::vector<Notice> latestFirst(const std::vector<Record> &records)
{
    std::vector<Notice> notices;
    for (const Record &record : records)
        notices.push_back(Notice::fromRecord(record));
    std::ranges::stable_sort(notices, std::greater {}, &Notice::createdAt);
    return notices;
}

OwnChange toldOf(const std::vector<Record> &there, const Notice &notice)
{
    OwnChange change;
    if (std::ranges::contains(there, notice.id, &Record::key))
        return change;
    std::vector<Notice> notices = latestFirst(there);
    std::erase_if(notices, [&](const Notice &earlier) {
        const bool makesPlace = !notice.topic.isEmpty() && earlier.topic == notice.topic && !earlier.readAt.isValid() && !earlier.savedAt.isValid();
        if (makesPlace)
            change.removed.append(earlier.id);
        return makesPlace;
    });
    size_t left = notices.size() + 1;
    for (auto oldest = notices.rbegin(); oldest != notices.rend() && left > OwnNotices::most; ++oldest) {
        if (oldest->savedAt.isValid())
            continue;
        change.removed.append(oldest->id);
        --left;
    }
    change.put.push_back(notice.toRecord());
    return change;
}

} // namespace

OwnNotices::OwnNotices(Mirror &mirror)
    : m_mirror(mirror)
{
}

domain::Result<void> OwnNotices::tell(Notice notice) const
{
    if (notice.id.isEmpty() || notice.title.isEmpty())
        return domain::fail(domain::ErrorCode::Invalid, u"a notice has an id and a title"_s);
    if (!notice.createdAt.isValid())
        notice.createdAt = QDateTime::currentDateTimeUtc();
    if (notice.severity.isEmpty())
        notice.severity = u"normal"_s;
    return m_mirror.changeOwn(noticeType, [notice = std::move(notice)](const std::vector<Record> &there) { return toldOf(there, notice); });
}

std::vector<Notice> OwnNotices::all() const { return latestFirst(m_mirror.ownRecords(noticeType)); }

bool OwnNotices::isOwn(const QString &id) const
{
    return std::ranges::contains(m_mirror.ownRecords(noticeType), id, &Record::key);
}

domain::Result<void> OwnNotices::setRead(const QStringList &ids, const QDateTime &at) const { return change(ids, &Notice::readAt, at); }

domain::Result<void> OwnNotices::setSaved(const QStringList &ids, const QDateTime &at) const { return change(ids, &Notice::savedAt, at); }

domain::Result<void> OwnNotices::change(const QStringList &ids, QDateTime Notice::*time, const QDateTime &at) const
{
    return m_mirror.changeOwn(noticeType, [=](const std::vector<Record> &there) {
        OwnChange change;
        for (const Record &record : there) {
            if (!ids.contains(record.key))
                continue;
            Notice notice = Notice::fromRecord(record);
            notice.*time = at;
            change.put.push_back(notice.toRecord());
        }
        return change;
    });
}

domain::Result<void> OwnNotices::remove(const QStringList &ids) const
{
    return m_mirror.changeOwn(noticeType, [ids](const std::vector<Record> &) { return OwnChange { {}, ids }; });
}

} // namespace callboard::mirror
