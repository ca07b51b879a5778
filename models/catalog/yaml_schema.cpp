// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What plain scalars and tags mean: YAML 1.2's core schema (10.3.2), and YAML 1.1's types.
#include "models/catalog/yaml_schema.h"

#include "models/catalog/yaml_numbers.h"

#include <QByteArray>
#include <QStringDecoder>

#include <array>

namespace callboard::catalog::yaml {

using namespace Qt::StringLiterals;

namespace {

constexpr auto nullWords = std::to_array<std::string_view>({"", "~", "null", "Null", "NULL"});
constexpr auto trueWords = std::to_array<std::string_view>({"true", "True", "TRUE"});
constexpr auto falseWords = std::to_array<std::string_view>({"false", "False", "FALSE"});
constexpr auto trueWords11 = std::to_array<std::string_view>(
    {"Y", "y", "Yes", "yes", "YES", "True", "true", "TRUE", "On", "on", "ON"});
constexpr auto falseWords11 = std::to_array<std::string_view>(
    {"N", "n", "No", "no", "NO", "False", "false", "FALSE", "Off", "off", "OFF"});

template<size_t size>
bool isOneOf(std::string_view text, const std::array<std::string_view, size> &words)
{
    for (const std::string_view word : words) {
        if (text == word)
            return true;
    }
    return false;
}

bool readNull(Node &node)
{
    if (!isOneOf(node.text, nullWords))
        return false;
    node.kind = ValueKind::Null;
    return true;
}

bool readBool(Node &node, bool isVersion11)
{
    const bool isTrue = isVersion11 ? isOneOf(node.text, trueWords11) : isOneOf(node.text, trueWords);
    const bool isFalse = isVersion11 ? isOneOf(node.text, falseWords11) : isOneOf(node.text, falseWords);
    if (!isTrue && !isFalse)
        return false;
    node.kind = ValueKind::Bool;
    node.boolean = isTrue;
    return true;
}

bool readNumber(Node &node, const std::optional<double> &number)
{
    if (!number)
        return false;
    node.kind = ValueKind::Number;
    node.number = *number;
    return true;
}

bool readDate(Node &node)
{
    const auto milliseconds = readTimestamp(node.text);
    if (!milliseconds)
        return false;
    node.kind = ValueKind::Date;
    node.number = *milliseconds;
    return true;
}

/// Only these can begin something other than a string; most strings are told apart by that alone.
bool mayBeTyped(std::string_view text, bool isVersion11)
{
    const char c = text.front();
    if (isDigit(uchar(c)) || c == '-' || c == '+' || c == '.' || c == '~' || c == '<')
        return true;
    constexpr std::string_view letters = "nNtTfF";
    constexpr std::string_view letters11 = "nNtTfFyYoOeE";
    return (text.size() <= 5 && (isVersion11 ? letters11 : letters).contains(c))
        || (isVersion11 && (c == 'e' || c == 'E'));
}

std::vector<std::string> words(std::string_view line)
{
    const QString trimmed = QString::fromUtf8(line).trimmed();
    std::vector<std::string> result;
    QString word;
    for (const QChar c : trimmed) {
        if (c != u' ' && c != u'\t') {
            word += c;
        } else if (!word.isEmpty()) {
            result.push_back(word.toStdString());
            word.clear();
        }
    }
    if (!word.isEmpty())
        result.push_back(word.toStdString());
    return result;
}

bool isVersion(std::string_view text)
{
    const size_t dot = text.find('.');
    if (dot == 0 || dot == std::string_view::npos || dot + 1 == text.size())
        return false;
    for (size_t i = 0; i < text.size(); ++i) {
        if (i != dot && !isDigit(uchar(text[i])))
            return false;
    }
    return true;
}

bool resolveBinary(Node &node, Arena &arena)
{
    // Buffer.from() reads both alphabets, leaves out what is in neither, and stops at padding.
    QByteArray letters;
    for (const char c : node.text) {
        if (c == '=')
            break;
        if (c == '-' || c == '_')
            letters += c == '-' ? '+' : '/';
        else if (isDigit(uchar(c)) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '+' || c == '/')
            letters += c;
    }
    const QByteArray bytes = QByteArray::fromBase64(letters);
    node.text = arena.copy({bytes.constData(), size_t(bytes.size())});
    node.kind = ValueKind::Bytes;
    return true;
}

} // namespace

void resolvePlain(Node &node, bool isVersion11, bool isKey)
{
    if (!node.text.empty() && !mayBeTyped(node.text, isVersion11))
        return;
    if (readNull(node) || readBool(node, isVersion11))
        return;
    if (!isVersion11) {
        if (!readNumber(node, readInteger(node.text)))
            readNumber(node, readFloat(node.text));
        return;
    }
    if (readNumber(node, readInteger11(node.text)) || readNumber(node, readFloat11(node.text)))
        return;
    if (isKey && node.text == "<<")
        node.kind = ValueKind::MergeKey;
    else if (!readNumber(node, readSexagesimal(node.text)))
        readDate(node);
}

bool resolveTagged(Node &node, std::string_view tag, bool isVersion11, Arena &arena)
{
    node.kind = ValueKind::String;
    if (!tag.starts_with(tagPrefix))
        return true;
    const std::string_view name = tag.substr(tagPrefix.size());
    if (name == "null") {
        readNull(node);
    } else if (name == "bool") {
        readBool(node, isVersion11);
    } else if (name == "int") {
        if (!isVersion11)
            readNumber(node, readInteger(node.text));
        else if (!readNumber(node, readInteger11(node.text)) && !node.text.contains('.'))
            readNumber(node, readSexagesimal(node.text));
    } else if (name == "float") {
        if (!isVersion11)
            readNumber(node, readFloat(node.text));
        else if (!readNumber(node, readFloat11(node.text)) && node.text.contains('.'))
            readNumber(node, readSexagesimal(node.text));
    } else if (name == "binary") {
        return resolveBinary(node, arena);
    } else if (name == "merge") {
        if (!isVersion11 || node.text == "<<")
            node.kind = ValueKind::MergeKey;
    } else if (name == "timestamp") {
        return readDate(node) || isVersion11;
    }
    return true;
}

void Directives::reset()
{
    m_isExplicit = false;
    m_prefixes = {{"!!", std::string(tagPrefix)}};
}

void Directives::add(std::string_view line, const Report &report)
{
    if (m_resetAtNext) {
        reset();
        m_resetAtNext = false;
    }
    std::vector<std::string> parts = words(line);
    const std::string name = parts.empty() ? std::string() : parts.front();
    if (!parts.empty())
        parts.erase(parts.begin());
    if (name == "%TAG")
        addTag(parts, report);
    else if (name == "%YAML")
        addVersion(parts, report);
}

void Directives::addTag(const std::vector<std::string> &parts, const Report &report)
{
    if (parts.size() != 2)
        report(0, u"A %TAG directive needs a handle and a prefix: write `%TAG !e! tag:example.com,2026:`"_s);
    if (parts.size() < 2)
        return;
    for (auto &[handle, prefix] : m_prefixes) {
        if (handle == parts[0]) {
            prefix = parts[1];
            return;
        }
    }
    m_prefixes.emplace_back(parts[0], parts[1]);
}

void Directives::addVersion(const std::vector<std::string> &parts, const Report &report)
{
    m_isExplicit = true;
    if (parts.size() != 1)
        report(0, u"A %YAML directive needs a version: write `%YAML 1.2`"_s);
    else if (parts[0] == "1.1" || parts[0] == "1.2")
        m_isVersion11 = parts[0] == "1.1";
    else if (!isVersion(parts[0]))
        report(6, u"This is not a YAML version: write `%YAML 1.2`"_s);
}

Directives Directives::atDocument()
{
    Directives result = *this;
    m_resetAtNext = m_isVersion11;
    if (!m_isVersion11)
        reset();
    return result;
}

std::string Directives::tagName(std::string_view source, const std::function<void(const QString &)> &report) const
{
    if (source == "!")
        return "!";
    if (source.starts_with("!<")) {
        const std::string_view verbatim = source.size() > 3 ? source.substr(2, source.size() - 3) : std::string_view();
        if (verbatim == "!" || verbatim == "!!") {
            report(u"This tag means nothing: write `!` alone, or leave it out"_s);
            return {};
        }
        if (!source.ends_with('>'))
            report(u"A tag that begins with `!<` must end with `>`"_s);
        return std::string(verbatim);
    }
    const size_t handleEnd = source.rfind('!') + 1;
    const std::string_view handle = source.substr(0, handleEnd);
    const std::string_view suffix = source.substr(handleEnd);
    if (suffix.empty())
        report(u"The tag has no name: write it directly behind `!`, or quote the value"_s);
    for (const auto &[known, prefix] : m_prefixes) {
        if (known != handle || prefix.empty())
            continue;
        const QByteArray decoded = QByteArray::fromPercentEncoding(QByteArray(suffix.data(), qsizetype(suffix.size())));
        if (!decoded.isValidUtf8()) {
            report(u"The %-escapes in this tag are no UTF-8"_s);
            return {};
        }
        return prefix + decoded.toStdString();
    }
    if (handle == "!")
        return std::string(source);
    report(u"The tag's prefix is not declared: declare it with %TAG, or leave the tag out"_s);
    return {};
}

} // namespace callboard::catalog::yaml
