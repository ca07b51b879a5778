// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalog/location.h"

#include <QDir>
#include <QRegularExpression>

namespace callboard::catalog {

using namespace Qt::StringLiterals;
using domain::ErrorCode;
using domain::fail;
using domain::Result;

namespace {

/// A relative target of a `file:` location. Backstage takes only those with a leading dot as relative to the file, others as
/// relative to the folder in which it was started; here there is no such folder, and both mean the same.
QString absolutePath(const QString &target, const QString &baseFile)
{
    if (target.startsWith(u'/'))
        return target;
    return QDir::cleanPath(baseFile.section(u'/', 0, -2) + u'/' + target);
}

} // namespace

bool isScriptUrl(const QString &text)
{
    static const QRegularExpression pattern(
        uR"(^[\x{0}-\x{1f} ]*j[\r\n\t]*a[\r\n\t]*v[\r\n\t]*a[\r\n\t]*s[\r\n\t]*c[\r\n\t]*r[\r\n\t]*i[\r\n\t]*p[\r\n\t]*t[\r\n\t]*:)"_s,
        QRegularExpression::CaseInsensitiveOption);
    return pattern.match(text).hasMatch();
}

Result<LocationRef> LocationRef::parse(const QString &text)
{
    const qsizetype colon = text.indexOf(u':');
    const QString type = text.left(std::max<qsizetype>(colon, 0)).trimmed();
    const QString target = text.mid(colon + 1).trimmed();
    if (colon < 0 || type.isEmpty() || target.isEmpty())
        return fail(ErrorCode::Invalid,
            u"\"%1\" is not a location; write \"<type>:<target>\", for example \"url:https://host/path\""_s.arg(text));
    if (type == u"http" || type == u"https")
        return fail(ErrorCode::Invalid, u"\"%1\" is not a location; write \"url:%1\""_s.arg(text));
    if (isScriptUrl(target))
        return fail(ErrorCode::Invalid, u"\"%1\" is a javascript: address, which is not allowed"_s.arg(text));
    return LocationRef { type, target };
}

Result<QString> LocationRef::toString() const
{
    if (type.isEmpty() || target.isEmpty())
        return fail(ErrorCode::Invalid, u"a location needs a type and a target"_s);
    if (isScriptUrl(target))
        return fail(ErrorCode::Invalid, u"\"%1:%2\" is a javascript: address, which is not allowed"_s.arg(type, target));
    return QString(type + u':' + target);
}

QString absoluteTarget(const ScmHosts &hosts, const LocationRef &base, const QString &type, const QString &target)
{
    if (base.type != type)
        return target;
    if (type == u"file")
        return absolutePath(target, base.target);
    if (type == u"url")
        return hosts.resolve(target, base.target).value_or(target);
    return target;
}

Result<QJsonObject> locationAnnotations(const ScmHosts &hosts, const LocationRef &location, const LocationRef &origin)
{
    const auto own = location.toString();
    const auto first = origin.toString();
    if (!own || !first)
        return std::unexpected(own ? first.error() : own.error());
    QJsonObject found { { annotation::managedByLocation, *own }, { annotation::managedByOriginLocation, *first } };
    if (location.type != u"url")
        return found;
    found.insert(annotation::viewUrl, location.target);
    // A link that names a commit cannot be edited.
    static const QRegularExpression commit(u"\\b[0-9a-f]{40,}\\b"_s);
    if (!commit.match(location.target).hasMatch()) {
        const auto edit = hosts.editUrl(location.target);
        if (!edit)
            return std::unexpected(edit.error());
        if (!edit->isEmpty())
            found.insert(annotation::editUrl, *edit);
    }
    if (hosts.typeOf(location.target) == ScmType::Plain)
        return found;
    const auto source = hosts.resolve(u"./"_s, location.target);
    if (!source)
        return std::unexpected(source.error());
    if (!source->isEmpty())
        found.insert(annotation::sourceLocation, QString(u"url:" + *source));
    return found;
}

} // namespace callboard::catalog
