// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/apis/tree.h"

#include "models/apis/treereaders.h"

#include <algorithm>

namespace callboard::apis {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype wide = 24; ///< From how many members on a mapping has an index.

void appendQuoted(QString &out, QStringView text)
{
    out += u'"';
    for (const QChar c : text) {
        switch (c.unicode()) {
        case u'"': out += u"\\\""; break;
        case u'\\': out += u"\\\\"; break;
        case u'\n': out += u"\\n"; break;
        case u'\r': out += u"\\r"; break;
        case u'\t': out += u"\\t"; break;
        default:
            if (c.unicode() < 0x20)
                out += u"\\u%1"_s.arg(c.unicode(), 4, 16, QLatin1Char('0'));
            else
                out += c;
        }
    }
    out += u'"';
}

} // namespace

Place Tree::at(Id node) const
{
    return node < m_nodes.size() ? Place { m_nodes[node].line, m_nodes[node].column } : Place {};
}

QString Tree::key(Id node) const
{
    return node < m_nodes.size() ? m_keys[m_nodes[node].keyIndex] : QString();
}

Tree::Id Tree::member(Id map, QStringView key) const
{
    if (!isMap(map))
        return none;
    if (m_nodes[map].count > wide) {
        const auto index = m_keyIndexes.constFind(key.toString());
        return index == m_keyIndexes.cend() ? none : m_wide.value({ map, *index }, none);
    }
    Id found = none;
    for (const Id child : children(map)) {
        if (m_keys[m_nodes[child].keyIndex] == key)
            found = child;
    }
    return found;
}

Tree::Id Tree::member(Id map, QLatin1StringView key) const
{
    if (!isMap(map))
        return none;
    if (m_nodes[map].count > wide)
        return member(map, QStringView(QString(key)));
    Id found = none;
    for (const Id child : children(map)) {
        if (m_keys[m_nodes[child].keyIndex] == key)
            found = child;
    }
    return found;
}

Tree::Id Tree::pointer(QStringView pointer) const
{
    Id node = root();
    while (node != none && !pointer.isEmpty()) {
        if (!pointer.startsWith(u'/'))
            return none;
        pointer = pointer.sliced(1);
        const qsizetype slash = pointer.indexOf(u'/');
        const QStringView raw = slash < 0 ? pointer : pointer.first(slash);
        pointer = pointer.sliced(raw.size());
        const QString token = raw.toString().replace("~1"_L1, "/"_L1).replace("~0"_L1, "~"_L1);
        if (isMap(node)) {
            node = member(node, QStringView(token));
        } else if (isList(node)) {
            bool isNumber = false;
            uint index = token.toUInt(&isNumber);
            if (!isNumber || index >= m_nodes[node].count)
                return none;
            node = first(node);
            while (index-- > 0)
                node = next(node);
        } else {
            return none;
        }
    }
    return node;
}

QString Tree::text(Id node) const
{
    switch (type(node)) {
    case Type::String:
    case Type::Number:
        return QString::fromUtf8(m_text.constData() + m_nodes[node].textStart, qsizetype(m_nodes[node].textSize));
    case Type::Bool:
        return m_nodes[node].textStart ? u"true"_s : u"false"_s;
    case Type::Null:
        return u"null"_s;
    default:
        return {};
    }
}

bool Tree::truth(Id node, bool otherwise) const
{
    return type(node) == Type::Bool ? m_nodes[node].textStart != 0 : otherwise;
}

QStringList Tree::texts(Id node) const
{
    QStringList all;
    if (isString(node)) {
        all.append(text(node));
    } else if (isList(node)) {
        for (const Id child : children(node)) {
            if (isString(child) || type(child) == Type::Number)
                all.append(text(child));
        }
    }
    return all;
}

QString Tree::json(Id node, qsizetype longest) const
{
    QString out;
    if (type(node) != Type::Missing)
        writeJson(node, out, longest, -1, 0);
    return out;
}

QString Tree::indentedJson(Id node, qsizetype longest) const
{
    QString out;
    if (type(node) != Type::Missing)
        writeJson(node, out, longest, 2, 0);
    return out;
}

void Tree::writeJson(Id node, QString &out, qsizetype longest, int indent, int depth) const
{
    const auto newLine = [&](int level) {
        if (indent >= 0)
            out += u'\n' + QString(qsizetype(indent) * level, u' ');
    };
    switch (type(node)) {
    case Type::String: appendQuoted(out, text(node)); return;
    case Type::Map:
    case Type::List: break;
    case Type::Missing: return;
    default: out += text(node); return;
    }
    const bool asMap = isMap(node);
    out += asMap ? u'{' : u'[';
    bool isFirst = true;
    for (const Id child : children(node)) {
        if (!isFirst)
            out += u',';
        isFirst = false;
        newLine(depth + 1);
        if (out.size() > longest) {
            out += u'…';
            break;
        }
        if (asMap) {
            appendQuoted(out, key(child));
            out += indent >= 0 ? u": "_s : u":"_s;
        }
        writeJson(child, out, longest, indent, depth + 1);
    }
    if (!isFirst)
        newLine(depth);
    out += asMap ? u'}' : u']';
}

Tree::Id Tree::add(Type type, Place at)
{
    if (m_keys.empty())
        m_keys.emplace_back(); // index 0: no key
    Node &node = m_nodes.emplace_back();
    node.type = type;
    node.line = at.line;
    node.column = at.column;
    return Id(m_nodes.size() - 1);
}

uint32_t Tree::keyIndex(const QString &key)
{
    const auto known = m_keyIndexes.constFind(key);
    if (known != m_keyIndexes.cend())
        return *known;
    m_keys.push_back(key);
    const auto index = uint32_t(m_keys.size() - 1);
    m_keyIndexes.insert(key, index);
    return index;
}

void Tree::setText(Id node, QByteArrayView utf8)
{
    m_nodes[node].textStart = uint32_t(m_text.size());
    m_nodes[node].textSize = uint32_t(utf8.size());
    m_text.append(utf8);
}

void Tree::indexWide()
{
    for (Id map = 0; map < m_nodes.size(); ++map) {
        if (m_nodes[map].type != Type::Map || m_nodes[map].count <= wide)
            continue;
        for (const Id child : children(map))
            m_wide.insert({ map, m_nodes[child].keyIndex }, child);
    }
}

Tree Tree::read(QByteArrayView text, const ApiLimits &limits, std::vector<Problem> &problems)
{
    qsizetype start = text.startsWith("\xEF\xBB\xBF") ? 3 : 0;
    while (start < text.size() && QByteArrayView(" \t\r\n").contains(text[start]))
        ++start;
    constexpr qsizetype retryAsYaml = 4 << 20;
    if (start < text.size() && (text[start] == '{' || text[start] == '[')) {
        std::vector<Problem> found;
        Tree tree = readJson(text, limits, found);
        if (found.empty() || text.size() > retryAsYaml) {
            problems.insert(problems.end(), found.begin(), found.end());
            return tree;
        }
        // What begins like JSON may be a flow mapping of YAML, which allows more.
        std::vector<Problem> asYaml;
        Tree other = readYamlTree(text, limits, asYaml);
        if (asYaml.empty())
            return other;
        problems.insert(problems.end(), found.begin(), found.end());
        return tree;
    }
    return readYamlTree(text, limits, problems);
}

} // namespace callboard::apis
