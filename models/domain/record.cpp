// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/record.h"

#include "models/domain/jsonfields.h"

namespace callboard::domain {

using namespace Qt::StringLiterals;

namespace {

QString severityName(Severity severity)
{
    switch (severity) {
    case Severity::Info: return u"info"_s;
    case Severity::Warning: return u"warning"_s;
    case Severity::Error: break;
    }
    return u"error"_s;
}

Severity severityOf(const QString &name)
{
    if (name == "info"_L1)
        return Severity::Info;
    return name == "warning"_L1 ? Severity::Warning : Severity::Error;
}

} // namespace

Record Problem::toRecord() const
{
    return { QString(recordtype::problem),
        u"%1#%2%3:%4"_s.arg(location, QString::number(document), field, rule), entityRef,
        QJsonObject {
            { u"severity"_s, severityName(severity) },
            { u"rule"_s, rule },
            { u"message"_s, message },
            { u"field"_s, field },
            { u"location"_s, location },
            { u"path"_s, path },
            { u"document"_s, document },
            { u"line"_s, line },
            { u"column"_s, column },
        } };
}

Problem Problem::fromRecord(const Record &record)
{
    const QJsonObject &body = record.body;
    return { severityOf(body.value("severity"_L1).toString()), body.value("rule"_L1).toString(),
        body.value("message"_L1).toString(), body.value("field"_L1).toString(),
        body.value("location"_L1).toString(), body.value("path"_L1).toString(),
        body.value("document"_L1).toInt(), body.value("line"_L1).toInt(),
        body.value("column"_L1).toInt(), record.entityRef };
}

Record CloneState::toRecord() const
{
    return { QString(recordtype::clone), path, {},
        QJsonObject {
            { u"path"_s, path },
            { u"webUrl"_s, webUrl },
            { u"branch"_s, branch },
            { u"head"_s, head },
            { u"upstream"_s, upstream },
            { u"ahead"_s, ahead },
            { u"behind"_s, behind },
            { u"dirty"_s, dirty },
            { u"fetchedAt"_s, timeToJson(fetchedAt) },
        } };
}

CloneState CloneState::fromRecord(const Record &record)
{
    const QJsonObject &body = record.body;
    return { body.value("path"_L1).toString(), body.value("webUrl"_L1).toString(),
        body.value("branch"_L1).toString(), body.value("head"_L1).toString(),
        body.value("upstream"_L1).toString(), body.value("ahead"_L1).toInt(),
        body.value("behind"_L1).toInt(), body.value("dirty"_L1).toInt(),
        timeFromJson(body.value("fetchedAt"_L1)) };
}

Record Notice::toRecord() const
{
    return { QString(recordtype::notice), id, entityRef,
        QJsonObject {
            { u"title"_s, title },
            { u"description"_s, description },
            { u"link"_s, link },
            { u"severity"_s, severity },
            { u"topic"_s, topic },
            { u"origin"_s, origin },
            { u"kind"_s, kind },
            { u"about"_s, about },
            { u"toEverybody"_s, toEverybody },
            { u"createdAt"_s, timeToJson(createdAt) },
            { u"readAt"_s, timeToJson(readAt) },
            { u"savedAt"_s, timeToJson(savedAt) },
        } };
}

Notice Notice::fromRecord(const Record &record)
{
    const QJsonObject &body = record.body;
    Notice notice;
    notice.id = record.key;
    notice.entityRef = record.entityRef;
    notice.title = body.value("title"_L1).toString();
    notice.description = body.value("description"_L1).toString();
    notice.link = body.value("link"_L1).toString();
    notice.severity = body.value("severity"_L1).toString();
    notice.topic = body.value("topic"_L1).toString();
    notice.origin = body.value("origin"_L1).toString();
    notice.kind = body.value("kind"_L1).toString(notice.kind);
    notice.about = body.value("about"_L1).toString();
    notice.toEverybody = body.value("toEverybody"_L1).toBool();
    notice.createdAt = timeFromJson(body.value("createdAt"_L1));
    notice.readAt = timeFromJson(body.value("readAt"_L1));
    notice.savedAt = timeFromJson(body.value("savedAt"_L1));
    return notice;
}

} // namespace callboard::domain
