// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/callboardctl/workspaceaccess.h"
#include "app/callboardctl/workspacecommands.h"
#include "models/items/changewording.h"
#include "models/search/mine.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QTimeZone>

#include <algorithm>
#include <array>
#include <cstdio>

namespace callboard::ctl {

using namespace Qt::StringLiterals;
using items::ChangeWording;
using items::EntityDiff;
using mirror::ChangeKind;
using mirror::Version;

namespace {

constexpr std::array kindNames { "added"_L1, "returned"_L1, "body"_L1, "relations"_L1, "removed"_L1 };
static_assert(kindNames.size() == mirror::changeKinds);

QString nameOf(ChangeKind kind) { return kindNames[size_t(kind)]; }

QString isoTime(const QDateTime &at) { return at.toUTC().toString(Qt::ISODate); }

QString localTime(const QDateTime &at) { return at.toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s); }

/// "2026-11-19", "2026-11-19T08:00", "yesterday", "today", "7d", "12h", "90m". Invalid when it is none of these.
QDateTime timeOf(const QString &typed)
{
    const QDateTime now = QDateTime::currentDateTime();
    if (typed == "today"_L1)
        return now.date().startOfDay();
    if (typed == "yesterday"_L1)
        return now.date().addDays(-1).startOfDay();
    static const QRegularExpression span(u"^(\\d{1,5})([mhdw])$"_s);
    if (const auto match = span.match(typed); match.hasMatch()) {
        const qint64 count = match.captured(1).toLongLong();
        switch (match.captured(2).front().unicode()) {
        case u'm': return now.addSecs(-count * 60);
        case u'h': return now.addSecs(-count * 3600);
        case u'w': return now.addDays(-count * 7);
        default: return now.addDays(-count);
        }
    }
    if (const QDate date = QDate::fromString(typed, Qt::ISODate); date.isValid())
        return date.startOfDay();
    return QDateTime::fromString(typed, Qt::ISODate);
}

/// False after a complaint.
bool readTime(const Arguments &arguments, const QString &option, QDateTime &time)
{
    const QString typed = arguments.value(option);
    if (typed.isEmpty())
        return true;
    time = timeOf(typed);
    if (!time.isValid())
        badUsage(u"--%1: %2 is no time; for example 2026-11-19, yesterday, 7d"_s.arg(option, typed));
    return time.isValid();
}

std::optional<domain::Entity> entityOf(const mirror::Mirror &mirror, const Version *version)
{
    if (!version || version->removed)
        return std::nullopt;
    auto entity = mirror.versionBody(version->id);
    return entity ? std::optional(*std::move(entity)) : std::nullopt;
}

const Version *find(const std::vector<Version> &history, qint64 id)
{
    const auto found = std::ranges::find(history, id, &Version::id);
    return found == history.end() ? nullptr : &*found;
}

EntityDiff diffOf(const mirror::Mirror &mirror, const Version *before, const Version *after, bool withText)
{
    const auto was = entityOf(mirror, before);
    const auto is = entityOf(mirror, after);
    const domain::Entity *a = was ? &*was : nullptr;
    const domain::Entity *b = is ? &*is : nullptr;
    return withText ? EntityDiff::of(a, b) : EntityDiff::summaryOf(a, b);
}

QJsonArray relationsOf(const std::vector<domain::Relation> &relations)
{
    QJsonArray array;
    for (const domain::Relation &relation : relations)
        array.append(QJsonObject { { u"type"_s, relation.type }, { u"targetRef"_s, relation.targetRef } });
    return array;
}

QJsonObject toJson(const EntityDiff &diff)
{
    QJsonArray fields;
    for (const items::FieldChange &change : diff.fields) {
        QJsonObject field { { u"path"_s, change.pointer } };
        if (!change.before.isUndefined())
            field.insert(u"before"_s, change.before);
        if (!change.after.isUndefined())
            field.insert(u"after"_s, change.after);
        fields.append(field);
    }
    return { { u"fields"_s, fields }, { u"relationsAdded"_s, relationsOf(diff.relationsAdded) },
        { u"relationsRemoved"_s, relationsOf(diff.relationsRemoved) } };
}

ExitCode printDiff(const mirror::Mirror &mirror, const QString &ref, const std::vector<Version> &history,
    const QStringList &wanted, bool json)
{
    std::array<const Version *, 2> versions {};
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        versions[size_t(i)] = find(history, wanted[i].toLongLong());
        if (!versions[size_t(i)]) {
            complain(u"callboardctl: %1 has no version %2; `callboardctl history %1` lists them"_s.arg(ref, wanted[i]));
            return ProblemsFound;
        }
    }
    if (wanted.size() == 1)
        versions = { find(history, versions[0]->before), versions[0] };
    const EntityDiff diff = diffOf(mirror, versions[0], versions[1], true);
    const auto titleOf = [&](const Version *version) {
        return version ? QString(ref + u'@' + QString::number(version->id) + u'\t' + isoTime(version->at)) : u"/dev/null"_s;
    };
    const QString patch = diff.text.unified(titleOf(versions[0]), titleOf(versions[1]));
    if (json) {
        QJsonObject answer = toJson(diff);
        answer.insert(u"ref"_s, ref);
        answer.insert(u"before"_s, versions[0] ? versions[0]->id : 0);
        answer.insert(u"after"_s, versions[1]->id);
        answer.insert(u"patch"_s, patch);
        printJson(answer);
    } else {
        const QByteArray bytes = harmless(patch).toUtf8();
        std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stdout);
    }
    return Good;
}

QJsonObject toJson(const Version &version, const EntityDiff &diff)
{
    QJsonObject json = toJson(diff);
    json.insert(u"version"_s, version.id);
    json.insert(u"at"_s, isoTime(version.at));
    json.insert(u"connection"_s, version.connectionId);
    json.insert(u"kind"_s, nameOf(version.kind));
    return json;
}

void printVersions(const mirror::Mirror &mirror, const QString &ref, const std::vector<Version> &history,
    const QDateTime &since, bool json)
{
    QJsonArray list;
    for (auto version = history.rbegin(); version != history.rend(); ++version) {
        if (since.isValid() && version->at < since)
            break;
        const Version *before = find(history, version->before);
        // A whole entity that came or went is not told field by field.
        const EntityDiff diff = version->removed || !before || before->removed ? EntityDiff() : diffOf(mirror, before, &*version, false);
        if (json) {
            list.append(toJson(*version, diff));
            continue;
        }
        const QString said = ChangeWording::summary(diff, 4);
        printLine(u"%1\t%2\t%3\t%4"_s.arg(QString::number(version->id), localTime(version->at), version->connectionId,
            said.isEmpty() ? ChangeWording::kind(version->kind) : said));
    }
    if (json)
        printJson({ { u"ref"_s, ref }, { u"versions"_s, list } });
}

/// Whose changes. Nothing after a complaint.
std::optional<mirror::ChangesQuery> queryOf(const mirror::Mirror &mirror, const Arguments &arguments)
{
    mirror::ChangesQuery asked;
    asked.since = QDateTime::currentDateTime().addDays(-7);
    if (!readTime(arguments, u"since"_s, asked.since) || !readTime(arguments, u"until"_s, asked.until))
        return std::nullopt;
    const mirror::SnapshotPtr snapshot = mirror.snapshot();
    for (const QString &typed : arguments.values(u"owner"_s)) {
        const auto ref = domain::EntityRef::parse(typed, { u"group"_s, u"default"_s });
        if (!ref) {
            badUsage(ref.error().detail);
            return std::nullopt;
        }
        asked.owners.append(ref->canonical());
    }
    for (const QString &typed : arguments.values(u"entity"_s)) {
        const auto ref = resolve(*snapshot, typed);
        if (!ref)
            return std::nullopt;
        asked.refs.append(*ref);
    }
    if (arguments.has(u"mine"_s)) {
        const mirror::Row me = snapshot->find(mirror.value(u"me"_s).toString());
        if (me == mirror::noRow) {
            complain(u"callboardctl: it is not known who you are in this workspace; choose yourself in the window"_s);
            return std::nullopt;
        }
        search::askForMine(asked, *snapshot, me);
    }
    if (const QString limit = arguments.value(u"limit"_s); !limit.isEmpty()) {
        bool isNumber = false;
        asked.limit = limit.toLongLong(&isNumber);
        if (!isNumber || asked.limit < 0) {
            badUsage(u"--limit takes a number"_s);
            return std::nullopt;
        }
    }
    return asked;
}

QJsonObject toJson(const mirror::Changes &changes)
{
    QJsonArray list, arrivals;
    for (const mirror::EntityChange &change : changes.list) {
        list.append(QJsonObject { { u"ref"_s, change.ref }, { u"kind"_s, nameOf(change.kind) }, { u"at"_s, isoTime(change.at) },
            { u"connection"_s, change.connectionId }, { u"version"_s, change.version } });
    }
    for (const auto &arrival : changes.arrivals) {
        arrivals.append(QJsonObject { { u"connection"_s, arrival.connectionId }, { u"at"_s, isoTime(arrival.at) },
            { u"entities"_s, arrival.entities } });
    }
    QJsonObject counts;
    for (size_t kind = 0; kind < kindNames.size(); ++kind)
        counts.insert(kindNames[kind], changes.counts[kind]);
    QJsonObject json { { u"changes"_s, list }, { u"counts"_s, counts }, { u"firstSeen"_s, arrivals } };
    if (changes.begins.isValid())
        json.insert(u"historyBegins"_s, isoTime(changes.begins));
    return json;
}

} // namespace

ExitCode history(const QStringList &given)
{
    const Arguments arguments(given, {}, { u"workspace"_s, u"since"_s, u"diff"_s });
    if (!arguments.error().isEmpty())
        return badUsage(arguments.error());
    QStringList wanted = arguments.values(u"diff"_s);
    QStringList rest = arguments.rest();
    if (wanted.size() == 1 && rest.size() == 2) {
        // `--diff A B`: the second version stands beside the ref.
        const auto isNumber = [](const QString &text) { return std::ranges::all_of(text, [](QChar c) { return c.isDigit(); }); };
        wanted.append(rest.takeAt(isNumber(rest.first()) ? 0 : 1));
    }
    if (rest.size() != 1 || wanted.size() > 2)
        return badUsage(u"history of which entity? For example component:default/ledger-api"_s);
    QDateTime since;
    if (!readTime(arguments, u"since"_s, since))
        return UsageOrIo;
    const auto mirror = openForReading(arguments);
    if (!mirror)
        return UsageOrIo;
    // One that is gone is in no snapshot, but has a history.
    const auto parsed = domain::EntityRef::parse(rest.first());
    const auto ref = parsed ? std::optional(parsed->canonical()) : resolve(*mirror->snapshot(), rest.first());
    if (!ref)
        return ProblemsFound;
    const auto versions = mirror->history(*ref);
    if (!versions)
        return complainOf(versions.error());
    if (versions->empty()) {
        complain(u"callboardctl: %1 was never in this workspace"_s.arg(*ref));
        return ProblemsFound;
    }
    if (!wanted.isEmpty())
        return printDiff(*mirror, *ref, *versions, wanted, arguments.has(u"json"_s));
    printVersions(*mirror, *ref, *versions, since, arguments.has(u"json"_s));
    return Good;
}

ExitCode changes(const QStringList &given)
{
    const Arguments arguments(given, { u"mine"_s }, { u"workspace"_s, u"since"_s, u"until"_s, u"owner"_s, u"entity"_s, u"limit"_s });
    if (!arguments.error().isEmpty())
        return badUsage(arguments.error());
    if (!arguments.rest().isEmpty())
        return badUsage(u"changes takes no %1"_s.arg(arguments.rest().first()));
    const auto mirror = openForReading(arguments);
    if (!mirror)
        return UsageOrIo;
    const auto asked = queryOf(*mirror, arguments);
    if (!asked)
        return UsageOrIo;
    const auto found = mirror->changes(*asked);
    if (!found)
        return complainOf(found.error());
    if (arguments.has(u"json"_s)) {
        printJson(toJson(*found));
        return Good;
    }
    for (const mirror::EntityChange &change : found->list)
        printLine(u"%1\t%2\t%3\t%4"_s.arg(localTime(change.at), nameOf(change.kind), change.ref, change.connectionId));
    for (const auto &arrival : found->arrivals)
        complain(u"callboardctl: %1 entities first seen from %2"_s.arg(QString::number(arrival.entities), arrival.connectionId));
    if (qsizetype(found->list.size()) < found->total())
        complain(u"callboardctl: the latest %1 of %2 changes"_s.arg(QString::number(found->list.size()), QString::number(found->total())));
    return Good;
}

} // namespace callboard::ctl
