// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalog/yaml.h"

#include "models/catalog/yaml_composer.h"
#include "models/catalog/yaml_lexer.h"
#include "models/catalog/yaml_parser.h"

#include <algorithm>
#include <limits>

namespace callboard::catalog {

using namespace Qt::StringLiterals;

namespace {

/// Offsets take 32 bits.
constexpr qsizetype hardMaxBytes = std::numeric_limits<int>::max() / 2;

/// FNV-1a over UTF-16 code units: one value per JSON pointer, whichever way it was come by.
constexpr quint64 mix(quint64 hash, char16_t unit)
{
    return (hash ^ unit) * 0x100000001b3ULL;
}

constexpr char16_t separator = 0xFFFF; // not `/`: a key may hold one

/// The line of Git's first mark of two versions that it could not merge, from 1; 0 where there is none.
int conflictLine(QByteArrayView text)
{
    constexpr QByteArrayView mark("<<<<<<< ");
    int line = 1;
    for (qsizetype begin = 0; begin < text.size(); ++line) {
        if (text.sliced(begin).startsWith(mark))
            return line;
        const qsizetype end = text.indexOf('\n', begin);
        if (end < 0)
            break;
        begin = end + 1;
    }
    return 0;
}

/// What YAML has to say of such marks helps nobody.
void explainConflict(QByteArrayView text, std::vector<YamlDocument> &documents)
{
    if (std::ranges::none_of(documents, [](const YamlDocument &document) { return document.error.has_value(); }))
        return;
    const int line = conflictLine(text);
    const auto after = std::ranges::find_if(documents, [line](const YamlDocument &document) { return document.start.line > line; });
    if (line == 0 || after == documents.begin() || !std::prev(after)->error)
        return;
    std::prev(after)->error = YamlError {
        u"Git left its marks of two versions here: keep one, and take out the lines `<<<<<<<`, `=======` and `>>>>>>>`"_s, { line, 1 } };
}

} // namespace

quint64 YamlPlaces::child(quint64 parent, QStringView key)
{
    quint64 hash = mix(parent, separator);
    for (const QChar c : key)
        hash = mix(hash, c.unicode());
    return hash;
}

quint64 YamlPlaces::child(quint64 parent, quint32 index)
{
    char16_t digits[10];
    int count = 0;
    do {
        digits[count++] = char16_t(u'0' + index % 10);
        index /= 10;
    } while (index > 0);
    quint64 hash = mix(parent, separator);
    while (count > 0)
        hash = mix(hash, digits[--count]);
    return hash;
}

Position YamlPlaces::find(QStringView pointer, Position rootPlace) const
{
    std::vector<quint64> path;
    quint64 hash = root;
    while (pointer.startsWith(u'/')) {
        pointer = pointer.sliced(1);
        const qsizetype slash = pointer.indexOf(u'/');
        const QStringView token = slash < 0 ? pointer : pointer.first(slash);
        pointer = pointer.sliced(token.size());
        hash = token.contains(u'~')
            ? child(hash, token.toString().replace(u"~1"_s, u"/"_s).replace(u"~0"_s, u"~"_s))
            : child(hash, token);
        path.push_back(hash);
    }
    for (auto deepest = path.rbegin(); deepest != path.rend(); ++deepest) {
        const auto entry = std::find_if(m_entries.rbegin(), m_entries.rend(), [&](const Entry &candidate) { return candidate.pointerHash == *deepest; });
        if (entry != m_entries.rend())
            return entry->at;
    }
    return rootPlace;
}

std::vector<YamlDocument> readYaml(QByteArrayView text, const YamlLimits &limits)
{
    std::vector<YamlDocument> documents;
    const qsizetype maxBytes = std::min(limits.maxBytes, hardMaxBytes);
    if (text.size() > maxBytes) {
        YamlDocument &document = documents.emplace_back();
        document.error = YamlError{u"The text is %1 bytes long, more than the %2 that are read: split it"_s.arg(text.size()).arg(maxBytes), {}};
        return documents;
    }
    const yaml::Text source(text);
    yaml::Arena arena;
    yaml::Composer composer(source, limits, documents, arena);
    yaml::Parser parser(source, composer, arena);
    yaml::Lexer(source, parser).run();
    composer.finish();
    explainConflict(text, documents);
    return documents;
}

} // namespace callboard::catalog
