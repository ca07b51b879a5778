// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/connectiontransfer.h"

#include "models/sync/settingscheck.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QUrl>
#include <QUrlQuery>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace callboard::sync {

using domain::ErrorCode;
using domain::fail;

namespace {

constexpr auto formatName = "callboard-connections"_L1;
constexpr int formatVersion = 1;
// A file comes from anywhere; nobody has more of these.
constexpr qsizetype mostConnections = 200;
constexpr qsizetype longestName = 200;
constexpr qsizetype longestText = 10'000;
constexpr auto signInId = "signIn"_L1;

using Field = IntegrationInfo::Field;

const IntegrationInfo *find(const std::vector<IntegrationInfo> &all, const QString &id)
{
    const auto it = std::ranges::find(all, id, &IntegrationInfo::id);
    return it == all.end() ? nullptr : &*it;
}

/// Of "accessKey", "API_KEY" and "X-Amz-Signature" the words, in lower case.
QStringList wordsOf(const QString &parameter)
{
    static const QRegularExpression between(u"[^A-Za-z]+|(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])"_s);
    return parameter.split(between, Qt::SkipEmptyParts).join(u' ').toLower().split(u' ', Qt::SkipEmptyParts);
}

/// Short words count where they stand alone, as "sig" is in "assignee" and "key" in "keyword"; of the others no harmless word is made.
bool mayBeKey(const QString &parameter)
{
    static const QStringList alone { u"auth"_s, u"oauth"_s, u"authorization"_s, u"jwt"_s, u"keys"_s, u"pass"_s, u"passphrase"_s, u"pw"_s, u"pwd"_s, u"sas"_s, u"sig"_s };
    static const QStringList within { u"token"_s, u"secret"_s, u"password"_s, u"passwd"_s, u"credential"_s, u"signature"_s, u"cookie"_s, u"session"_s };
    const QStringList words = wordsOf(parameter);
    return std::ranges::any_of(words, [](const QString &word) {
        return alone.contains(word) || word.endsWith("key"_L1) || std::ranges::any_of(within, [&](const QString &part) { return word.contains(part); });
    });
}

/// An address without what of it may be a secret: name and password, and "?token=…", as some feeds are asked for.
QJsonValue withoutCredentials(const QJsonValue &value)
{
    QUrl url(value.toString());
    if (url.scheme().isEmpty() || url.host().isEmpty() || (url.userInfo().isEmpty() && !url.hasQuery() && !url.hasFragment()))
        return value;
    url.setUserInfo({});
    if (url.fragment(QUrl::FullyDecoded).contains(u'=')) // As a sign-in comes back with; elsewhere it names a place in a page.
        url.setFragment({});
    QUrlQuery query;
    for (const auto &[name, given] : QUrlQuery(url).queryItems(QUrl::FullyEncoded)) {
        if (!mayBeKey(QUrl::fromPercentEncoding(name.toLatin1())))
            query.addQueryItem(name, given);
    }
    url.setQuery(query.isEmpty() ? QString() : query.toString(QUrl::FullyEncoded));
    return url.toString();
}

QStringList secretFields(const IntegrationInfo &integration)
{
    QStringList ids;
    for (const Field &field : integration.fields) {
        if (field.type == Field::Type::Secret)
            ids.append(field.id);
    }
    return ids;
}

QJsonObject narrowed(const QJsonObject &settings, const IntegrationInfo &integration)
{
    QStringList known { signInId };
    for (const Field &field : integration.fields) {
        if (field.type != Field::Type::Secret)
            known.append(field.id);
    }
    if (integration.network)
        known += networkFieldIds();
    QJsonObject kept;
    for (const QString &id : std::as_const(known)) {
        const QJsonValue value = settings.value(id);
        const bool scalar = value.isBool() || value.isDouble() || (value.isString() && value.toString().size() <= longestText);
        if (scalar)
            kept.insert(id, value);
    }
    return kept;
}

} // namespace

QJsonObject exportOf(const std::vector<ConnectionInfo> &connections, const std::vector<IntegrationInfo> &integrations)
{
    QJsonArray entries;
    for (const ConnectionInfo &info : connections) {
        QJsonObject settings;
        for (auto it = info.settings.begin(); it != info.settings.end(); ++it)
            settings.insert(it.key(), withoutCredentials(it.value()));
        if (const IntegrationInfo *integration = find(integrations, info.integrationId)) {
            for (const QString &secret : secretFields(*integration))
                settings.remove(secret);
        }
        entries.append(QJsonObject { { u"id"_s, info.id }, { u"integration"_s, info.integrationId },
            { u"name"_s, info.name }, { u"settings"_s, settings }, { u"paused"_s, info.paused } });
    }
    return { { u"format"_s, formatName }, { u"version"_s, formatVersion }, { u"connections"_s, entries } };
}

domain::Result<std::vector<ConnectionInfo>> importOf(
    const QJsonObject &file, const std::vector<IntegrationInfo> &integrations, ImportReport &report)
{
    if (file["format"_L1].toString() != formatName)
        return fail(ErrorCode::Invalid, u"this is no file of connections"_s);
    if (const int version = file["version"_L1].toInt(); version != formatVersion)
        return fail(ErrorCode::Unsupported, u"the file is of version %1; this program reads version %2"_s.arg(version).arg(formatVersion));
    const QJsonArray entries = file["connections"_L1].toArray();
    if (entries.size() > mostConnections)
        return fail(ErrorCode::Invalid, u"the file holds %1 connections; %2 are taken at most"_s.arg(entries.size()).arg(mostConnections));

    std::vector<ConnectionInfo> taken;
    for (const QJsonValue &value : entries) {
        const QJsonObject entry = value.toObject();
        ConnectionInfo info;
        info.integrationId = entry["integration"_L1].toString();
        info.name = entry["name"_L1].toString().simplified().left(longestName);
        info.paused = entry["paused"_L1].toBool();
        const IntegrationInfo *integration = find(integrations, info.integrationId);
        if (!integration) {
            report.refused.push_back({ info.name, u"there is no integration \"%1\" here"_s.arg(info.integrationId.left(longestName)) });
        } else if (integration->state == IntegrationInfo::State::Refused) {
            report.refused.push_back({ info.name, integration->reason });
        } else {
            info.settings = narrowed(entry["settings"_L1].toObject(), *integration);
            if (const auto good = requireGood(*integration, info.settings); !good)
                report.refused.push_back({ info.name, good.error().detail });
            else
                taken.push_back(std::move(info));
        }
    }
    return taken;
}

} // namespace callboard::sync
