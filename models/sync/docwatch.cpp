// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/docwatch.h"

#include "models/domain/docfeedback.h"
#include "models/domain/docs.h"
#include "models/domain/pagetext.h"
#include "models/mirror/ownnotices.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QRandomGenerator>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace callboard::sync {

namespace recordtype = domain::recordtype;

namespace {

const QString watchedKey = u"docs.watched"_s; ///< As the window keeps it: models/items/docreading.cpp.
const QString knownKey = u"docs.watched/"_s;  ///< Of each: {pages: {key: version}, complete}.
const QString origin = u"docs"_s;
constexpr qsizetype versionLength = 16; ///< Of 64: enough to tell a page's versions apart, and a site may have thousands.
constexpr qsizetype mostTitles = 8;
constexpr qsizetype longestQuote = 200;

struct Say {
    Q_DECLARE_TR_FUNCTIONS(callboard::sync::DocWatch)
};

/// "kind:namespace/name" of that, or of "kind:namespace/name/path".
QString siteOf(const QString &watched)
{
    return watched.section(u'/', 0, 1);
}

bool isPage(const QString &watched)
{
    return watched.count(u'/') > 1;
}

/// As ui/kit/links.h reads it.
QString linkTo(const QString &pageKey)
{
    QStringList parts;
    const QString path = QString(pageKey).replace(pageKey.indexOf(u':'), 1, u'/');
    for (const QString &part : path.split(u'/'))
        parts.append(QString::fromLatin1(QUrl::toPercentEncoding(part)));
    return u"callboard://docs/"_s + parts.join(u'/');
}

QString list(QStringList titles)
{
    std::ranges::sort(titles);
    if (titles.size() <= mostTitles)
        return titles.join(", "_L1);
    return Say::tr("%1 and more").arg(titles.first(mostTitles).join(", "_L1));
}

QString called(const QString &title)
{
    return title.isEmpty() ? Say::tr("Page without a title") : title;
}

/// Named by its time: a page may become again what it was, and that is news again. And by chance, for clocks step back.
domain::Notice noticeOf(const QString &topic, const QString &pageKey)
{
    domain::Notice notice;
    notice.createdAt = QDateTime::currentDateTimeUtc();
    notice.id = u"docs:"_s + topic + u'@' + QString::number(notice.createdAt.toMSecsSinceEpoch(), 36) + u'-'
        + QString::number(QRandomGenerator::global()->generate(), 36);
    notice.topic = u"docs:"_s + topic;
    notice.origin = origin;
    notice.entityRef = siteOf(pageKey);
    notice.link = linkTo(pageKey);
    return notice;
}

} // namespace

/// What was told of already.
struct DocWatch::Known {
    QHash<QString, QString> versions; ///< By key of a page.
    bool complete = false;
    bool any = false; ///< There is something to compare with.

    static Known fromJson(const QJsonValue &json)
    {
        Known known;
        known.any = json.isObject();
        known.complete = json["complete"_L1].toBool();
        const QJsonObject pages = json["pages"_L1].toObject();
        for (auto page = pages.begin(); page != pages.end(); ++page)
            known.versions.insert(page.key(), page.value().toString());
        return known;
    }
};

struct DocWatch::Now {
    QHash<QString, QString> versions;
    QHash<QString, QString> titles;
    domain::DocSite site;
};

DocWatch::DocWatch(mirror::Mirror &mirror)
    : m_mirror(mirror)
{
}

QStringList DocWatch::watched() const
{
    QStringList keys;
    for (const QJsonValue &key : m_mirror.value(watchedKey).toArray())
        keys.append(key.toString());
    return keys;
}

QSet<QString> DocWatch::sites(const mirror::Mirror &mirror)
{
    QSet<QString> all;
    for (const QJsonValue &key : mirror.value(watchedKey).toArray())
        all.insert(siteOf(key.toString()));
    return all;
}

DocWatch::Now DocWatch::look(const QString &watched) const
{
    Now now;
    if (const auto site = m_mirror.record(QString(recordtype::docSite), siteOf(watched)))
        now.site = domain::DocSite::fromRecord(*site);
    const auto pages = isPage(watched) ? QStringList { watched }
                                       : m_mirror.recordKeys(QString(recordtype::docPage), watched).value_or(QStringList());
    for (const QString &key : pages) {
        const auto record = m_mirror.record(QString(recordtype::docPage), key);
        if (!record)
            continue;
        const auto page = domain::DocPage::fromRecord(*record);
        now.versions.insert(key, domain::pageVersion(page.document).left(versionLength));
        now.titles.insert(key, page.title);
    }
    return now;
}

void DocWatch::remember(const QString &watched, const Now &now)
{
    QJsonObject pages;
    for (auto page = now.versions.begin(); page != now.versions.end(); ++page)
        pages.insert(page.key(), page.value());
    std::ignore = m_mirror.setValue(knownKey + watched, QJsonObject { { u"pages"_s, pages }, { u"complete"_s, now.site.complete } });
}

void DocWatch::begin()
{
    for (const QString &one : watched()) {
        if (!m_mirror.value(knownKey + one).isObject())
            remember(one, look(one));
    }
}

QSet<QString> DocWatch::settle(QSet<QString> sites, const std::stop_token &stop)
{
    const QStringList all = watched();
    while (!sites.isEmpty() && !stop.stop_requested()) {
        const QString site = *sites.cbegin();
        settleSite(site, all);
        sites.remove(site);
    }
    return sites;
}

void DocWatch::settleSite(const QString &site, const QStringList &all)
{
    answerFeedback(site);
    QSet<QString> pages;
    for (const QString &one : all) {
        if (isPage(one) && siteOf(one) == site)
            pages.insert(one);
    }
    for (const QString &page : std::as_const(pages))
        settleOne(page, {});
    // A page that is watched for itself is not told of with its site.
    if (all.contains(site))
        settleOne(site, pages);
}

void DocWatch::settleOne(const QString &watched, const QSet<QString> &toldPages)
{
    const auto before = Known::fromJson(m_mirror.value(knownKey + watched));
    Now now = look(watched);
    // What made room for other documentation, or is not whole yet, has not gone from its site.
    if (!now.site.complete) {
        for (auto page = before.versions.begin(); page != before.versions.end(); ++page) {
            if (!now.versions.contains(page.key()))
                now.versions.insert(page.key(), page.value());
        }
        now.site.complete = before.complete;
    }
    if (before.any)
        tellOf(watched, before, now, toldPages);
    remember(watched, now);
}

void DocWatch::tellOf(const QString &watched, const Known &before, const Now &now, const QSet<QString> &toldPages)
{
    QStringList changed, added, gone;
    QString first; ///< By key: where a press leads.
    const auto note = [&](QStringList &titles, const QString &key, const QString &title) {
        titles.append(title);
        if (first.isEmpty() || key < first)
            first = key;
    };
    for (auto page = now.versions.begin(); page != now.versions.end(); ++page) {
        if (toldPages.contains(page.key()))
            continue;
        const auto known = before.versions.constFind(page.key());
        const QString title = called(now.titles.value(page.key()));
        if (known == before.versions.cend() && before.complete)
            note(added, page.key(), title);
        else if (known != before.versions.cend() && *known != *page)
            note(changed, page.key(), title);
    }
    for (auto page = before.versions.begin(); page != before.versions.end(); ++page) {
        if (!now.versions.contains(page.key()) && !toldPages.contains(page.key()))
            note(gone, page.key(), u'/' + page.key().section(u'/', 2));
    }
    if (first.isEmpty())
        return;
    const QString site = now.site.name.isEmpty() ? siteOf(watched) : now.site.name;
    domain::Notice notice = noticeOf(watched, now.versions.contains(first) ? first : siteOf(watched) + u'/');
    if (changed.size() + added.size() + gone.size() == 1) {
        const QString title = changed.value(0) + added.value(0) + gone.value(0);
        notice.title = !changed.isEmpty() ? Say::tr("“%1” changed").arg(title)
            : !added.isEmpty()            ? Say::tr("“%1” is new").arg(title)
                                          : Say::tr("The page “%1” is gone").arg(title);
        notice.description = isPage(watched) ? Say::tr("You watch this page of %1.").arg(site) : Say::tr("You watch the documentation of %1.").arg(site);
    } else {
        notice.title = Say::tr("The documentation of %1 changed").arg(site);
        QStringList lines;
        if (!changed.isEmpty())
            lines.append(Say::tr("Changed: %1").arg(list(changed)));
        if (!added.isEmpty())
            lines.append(Say::tr("New: %1").arg(list(added)));
        if (!gone.isEmpty())
            lines.append(Say::tr("Gone: %1").arg(list(gone)));
        notice.description = lines.join(u'\n');
    }
    std::ignore = mirror::OwnNotices(m_mirror).tell(std::move(notice));
}

void DocWatch::answerFeedback(const QString &site)
{
    const QString type(recordtype::docFeedback);
    QSet<QString> answered;
    for (const domain::Record &record : m_mirror.ownRecords(type)) {
        const auto feedback = domain::DocFeedback::fromRecord(record);
        if (feedback.state == domain::DocFeedback::State::Answered || feedback.site != site)
            continue;
        const QString key = domain::docKey(feedback.site, feedback.path);
        const auto found = m_mirror.record(QString(recordtype::docPage), key);
        if (!found)
            continue; // Gone, or not here now: that answers nothing.
        const auto page = domain::DocPage::fromRecord(*found);
        const QString version = domain::pageVersion(page.document);
        if (version == feedback.version)
            continue;
        answered.insert(feedback.id);
        domain::Notice notice = noticeOf(u"feedback/"_s + feedback.id, key);
        notice.title = Say::tr("“%1” changed since you reported on it").arg(called(page.title));
        notice.description = feedback.text.simplified().left(longestQuote);
        std::ignore = mirror::OwnNotices(m_mirror).tell(std::move(notice));
    }
    if (answered.isEmpty())
        return;
    // Over what is there when it is written: the person may have changed or deleted it meanwhile.
    std::ignore = m_mirror.changeOwn(type, [answered, at = QDateTime::currentDateTimeUtc()](const std::vector<domain::Record> &there) {
        mirror::OwnChange change;
        for (const domain::Record &record : there) {
            if (!answered.contains(record.key))
                continue;
            auto feedback = domain::DocFeedback::fromRecord(record);
            feedback.state = domain::DocFeedback::State::Answered;
            feedback.answeredAt = at;
            change.put.push_back(feedback.toRecord());
        }
        return change;
    });
}

} // namespace callboard::sync
