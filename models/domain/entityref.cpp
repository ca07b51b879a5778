// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/entityref.h"

#include <algorithm>
#include <ranges>
#include <span>

namespace callboard::domain {

using namespace Qt::StringLiterals;

namespace {

std::unexpected<Error> refused(QStringView text, QLatin1StringView why)
{
    return fail(ErrorCode::Invalid,
        u"\"%1\" is not an entity reference ([kind:][namespace/]name): %2"_s.arg(text, QString(why)));
}

constexpr char32_t capitalSigma = 0x3a3;

/// What stands in a word without being a letter that has cases: accents, apostrophes, dots (Unicode's Case_Ignorable).
bool isCaseIgnorable(char32_t c)
{
    switch (QChar::category(c)) {
    case QChar::Mark_NonSpacing:
    case QChar::Mark_Enclosing:
    case QChar::Other_Format:
    case QChar::Letter_Modifier:
    case QChar::Symbol_Modifier: return true;
    default: break;
    }
    constexpr QStringView signs(u"'.:\u00b7\u0387\u055f\u05f4\u2018\u2019\u2024\u2027\ufe13\ufe52\ufe55\uff07\uff0e\uff1a");
    return c < 0x10000 && signs.contains(QChar(char16_t(c)));
}

/// Whether the nearest letter there, passing over what is none, has cases.
template<typename Letters>
bool leadsToACasedLetter(Letters letters)
{
    const auto letter = std::ranges::find_if_not(letters, isCaseIgnorable);
    return letter != letters.end() && (QChar::isUpper(*letter) || QChar::isLower(*letter) || QChar::isTitleCase(*letter));
}

/// As JavaScript does it. QString leaves out the one rule of Unicode that looks around: a sigma that ends a word is another letter.
QString lowerCase(const QString &text)
{
    if (!text.contains(QChar(char16_t(capitalSigma))))
        return text.toLower();
    const QList<uint> ucs4 = text.toUcs4();
    const std::span<const uint> letters(ucs4.constData(), size_t(ucs4.size()));
    QString lower;
    for (size_t i = 0; i < letters.size(); ++i) {
        const char32_t letter = letters[i];
        const bool endsWord = letter == capitalSigma && leadsToACasedLetter(letters.first(i) | std::views::reverse)
            && !leadsToACasedLetter(letters.subspan(i + 1));
        lower += endsWord ? QString(QChar(0x3c2)) : QString::fromUcs4(&letter, 1).toLower();
    }
    return lower;
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
    return lowerCase(kind) + u':' + lowerCase(ns) + u'/' + lowerCase(name);
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
