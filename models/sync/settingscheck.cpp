// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/settingscheck.h"

#include "models/sync/http/address.h"
#include "models/sync/proxylogins.h"

#include <QFile>
#include <QFileInfo>
#include <QNetworkProxy>
#include <QUrl>

#include <array>

using namespace Qt::StringLiterals;

namespace callboard::sync {

namespace {

using Field = IntegrationInfo::Field;
using Code = FieldError::Code;
using Found = std::optional<Code>;

constexpr auto proxyId = "network.proxy"_L1;
constexpr std::array pemIds { "network.caFile"_L1, "network.clientCertificate"_L1, "network.clientKey"_L1 };
// A bundle of all public authorities is about 220 KB.
constexpr qint64 largestPem = 4 << 20;

Found checkAddress(const QString &text)
{
    const QUrl url(text.trimmed(), QUrl::StrictMode);
    if (!url.userInfo().isEmpty() || text.section(u'/', 2, 2).contains(u'@'))
        return Code::HoldsCredentials;
    if (!url.isValid() || url.isRelative())
        return Code::NotAnAddress;
    if (url.scheme() != "http"_L1 && url.scheme() != "https"_L1)
        return Code::NotHttp;
    return url.host().isEmpty() ? Found(Code::NotAnAddress) : std::nullopt;
}

Found checkProxy(const QString &text)
{
    if (text.isEmpty() || text == "none"_L1)
        return {};
    const QUrl url(text, QUrl::StrictMode);
    if (!url.userInfo().isEmpty())
        return Code::HoldsCredentials;
    const bool isBare = url.path().isEmpty() || url.path() == "/"_L1;
    return isBare && readProxy(text) ? Found() : Code::NotAProxy;
}

// The markers of RFC 7468, section 2; what they enclose is for the TLS library to judge.
Found checkPem(const QString &path)
{
    if (path.isEmpty())
        return {};
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly))
        return Code::NoSuchFile;
    return file.size() <= largestPem && file.readAll().contains("-----BEGIN ") ? Found() : Code::NotPem;
}

Found checkNumber(const Field &field, const QJsonValue &value)
{
    if (!value.isDouble())
        return Code::NotANumber;
    const double number = value.toDouble();
    return number < field.least || number > field.most ? Found(Code::OutOfRange) : std::nullopt;
}

Found checkText(const Field &field, const QString &text)
{
    switch (field.type) {
    case Field::Type::Url: return checkAddress(text);
    case Field::Type::Folder: return QFileInfo(text).isDir() ? Found() : Code::NoSuchFolder;
    case Field::Type::Choice: return field.choices.contains(text) ? Found() : Code::NotAChoice;
    default: return {};
    }
}

Found checkField(const Field &field, const QJsonValue &value)
{
    const bool empty = value.isUndefined() || value.isNull() || (value.isString() && value.toString().trimmed().isEmpty());
    if (empty)
        return field.required ? Found(Code::Missing) : std::nullopt;
    if (field.type == Field::Type::Number)
        return checkNumber(field, value);
    if (field.type == Field::Type::Boolean)
        return value.isBool() ? Found() : Code::WrongType;
    return value.isString() ? checkText(field, value.toString()) : Code::WrongType;
}

QString wordsOf(Code code)
{
    switch (code) {
    case Code::Missing: return u"is needed"_s;
    case Code::NotAnAddress: return u"is no address"_s;
    case Code::NotHttp: return u"must begin with http:// or https://"_s;
    case Code::HoldsCredentials: return u"must not hold a name or password"_s;
    case Code::NotANumber: return u"is no number"_s;
    case Code::OutOfRange: return u"is too small or too large"_s;
    case Code::NotAChoice: return u"is none of the choices"_s;
    case Code::WrongType: return u"is of the wrong type"_s;
    case Code::NoSuchFolder: return u"names a folder that is not here"_s;
    case Code::NoSuchFile: return u"names a file that cannot be read"_s;
    case Code::NotPem: return u"names a file that is not PEM"_s;
    case Code::NotAProxy: return u"is no proxy (http://host:port, socks5://host:port or none)"_s;
    }
    return {};
}

} // namespace

QLatin1StringView name(FieldError::Code code)
{
    switch (code) {
    case Code::Missing: return "Missing"_L1;
    case Code::NotAnAddress: return "NotAnAddress"_L1;
    case Code::NotHttp: return "NotHttp"_L1;
    case Code::HoldsCredentials: return "HoldsCredentials"_L1;
    case Code::NotANumber: return "NotANumber"_L1;
    case Code::OutOfRange: return "OutOfRange"_L1;
    case Code::NotAChoice: return "NotAChoice"_L1;
    case Code::WrongType: return "WrongType"_L1;
    case Code::NoSuchFolder: return "NoSuchFolder"_L1;
    case Code::NoSuchFile: return "NoSuchFile"_L1;
    case Code::NotPem: return "NotPem"_L1;
    case Code::NotAProxy: return "NotAProxy"_L1;
    }
    return {};
}

QStringList networkFieldIds()
{
    QStringList ids { proxyId };
    for (const QLatin1StringView id : pemIds)
        ids.append(id);
    return ids;
}

std::vector<FieldError> checkSettings(const IntegrationInfo &integration, const QJsonObject &settings)
{
    std::vector<FieldError> errors;
    for (const Field &field : integration.fields) {
        if (field.type == Field::Type::Secret)
            continue;
        if (const Found found = checkField(field, settings.value(field.id)))
            errors.push_back({ field.id, *found });
    }
    if (!integration.network)
        return errors;
    if (const Found found = checkProxy(settings.value(proxyId).toString().trimmed()))
        errors.push_back({ proxyId, *found });
    for (const QLatin1StringView id : pemIds) {
        if (const Found found = checkPem(settings.value(id).toString().trimmed()))
            errors.push_back({ id, *found });
    }
    return errors;
}

bool asksSameServers(const IntegrationInfo &integration, const QJsonObject &one, const QJsonObject &other)
{
    const auto isSame = [&](const Field &field) {
        const QUrl before(one.value(field.id).toString().trimmed());
        const QUrl after(other.value(field.id).toString().trimmed());
        return field.type != Field::Type::Url || before == after || originOf(before) == originOf(after);
    };
    return std::ranges::all_of(integration.fields, isSame);
}

// What was left out does not count: a form to which a newer version of the integration adds a field asks no other server by that.
QString serversOf(const IntegrationInfo &integration, const QJsonObject &settings)
{
    QStringList servers;
    for (const Field &field : integration.fields) {
        const QString typed = settings.value(field.id).toString().trimmed();
        if (field.type == Field::Type::Url && !typed.isEmpty())
            servers.append(QString::fromLatin1(originOf(QUrl(typed))));
    }
    return servers.isEmpty() ? u"-"_s : servers.join(u' ');
}

QStringList placesOf(const IntegrationInfo &integration, const QJsonObject &settings)
{
    constexpr auto server = QUrl::FormattingOptions(QUrl::FullyEncoded) | QUrl::RemoveUserInfo | QUrl::RemovePath | QUrl::RemoveQuery
        | QUrl::RemoveFragment;
    QStringList places;
    for (const Field &field : integration.fields) {
        const QString given = settings.value(field.id).toString().trimmed();
        if (!given.isEmpty() && field.type == Field::Type::Url)
            places.append(QUrl(given).toString(server));
        else if (!given.isEmpty() && field.type == Field::Type::Folder)
            places.append(given);
    }
    if (const QString proxy = settings.value(proxyId).toString().trimmed(); integration.network && !proxy.isEmpty() && proxy != "none"_L1)
        places.append(QUrl(proxy).toString(server));
    return places;
}

bool isReadOnTheWay(const QUrl &url) { return url.scheme() == "http"_L1 && !url.host().isEmpty() && !isThisMachine(url); }

QString describe(const FieldError &error, const IntegrationInfo &integration)
{
    const auto field = std::ranges::find(integration.fields, error.fieldId, &Field::id);
    const QString label = field == integration.fields.end() || field->label.isEmpty() ? error.fieldId : field->label;
    return u"\"%1\" %2"_s.arg(label, wordsOf(error.code));
}

domain::Result<void> requireGood(const IntegrationInfo &integration, const QJsonObject &settings)
{
    const auto errors = checkSettings(integration, settings);
    if (errors.empty())
        return {};
    return domain::fail(domain::ErrorCode::Invalid, describe(errors.front(), integration), integration.id);
}

} // namespace callboard::sync
