// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/entityref.h"

namespace callboard::domain {

using namespace Qt::StringLiterals;

namespace {

std::unexpected<Error> refused(QStringView text, QLatin1StringView why)
{
    return fail(ErrorCode::Invalid,
        u"\"%1\" is not an entity reference ([kind:][namespace/]name): %2"_s.arg(text, QString(why)));
}

} // namespace

Result<EntityRef> EntityRef::parse(QStringView text, const Defaults &defaults)
{
    if (text.isEmpty())
        return refused(text, "it is empty"_L1);
    const qsizetype slash = text.indexOf(u'/');
    qsizetype colon = text.indexOf(u':');
    if (slash != -1 && slash < colon)
        colon = -1; // the colon belongs to the name

    const QStringView kind = colon == -1 ? QStringView() : text.first(colon);
    const QStringView ns = slash == -1 ? QStringView() : text.sliced(colon + 1, slash - colon - 1);
    const QStringView name = text.sliced(std::max(colon, slash) + 1);
    if (colon != -1 && kind.isEmpty())
        return refused(text, "there is no kind before the colon"_L1);
    if (slash != -1 && ns.isEmpty())
        return refused(text, "there is no namespace before the slash"_L1);
    if (name.isEmpty())
        return refused(text, "it has no name"_L1);

    EntityRef ref { colon == -1 ? defaults.kind : kind.toString(),
        slash == -1 ? defaults.ns : ns.toString(), name.toString() };
    if (ref.kind.isEmpty())
        return refused(text, "it must begin with a kind, such as \"component:\""_L1);
    if (ref.ns.isEmpty())
        ref.ns = u"default"_s;
    return ref;
}

Result<EntityRef> EntityRef::parse(QStringView text)
{
    return parse(text, Defaults {});
}

QString EntityRef::canonical() const
{
    return toString().toLower();
}

QString EntityRef::toString() const
{
    return kind + u':' + ns + u'/' + name;
}

QString EntityRef::humanised(const Defaults &defaults) const
{
    QString text;
    if (kind.compare(defaults.kind, Qt::CaseInsensitive) != 0)
        text += kind.toLower() + u':';
    if (ns.compare(defaults.ns, Qt::CaseInsensitive) != 0)
        text += ns + u'/';
    text += name;
    // A name with a colon or a slash in it would be read as something else.
    const auto read = parse(text, defaults);
    return read && *read == *this ? text : toString();
}

} // namespace callboard::domain
