// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/apis/treereaders.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace callboard::apis {

using namespace Qt::StringLiterals;
using catalog::YamlDocument;
using catalog::YamlPlaces;

/// Makes a tree of a value of JSON, in the order in which its places stand in the text.
class TreeBuilder final {
public:
    TreeBuilder(Tree &tree, const ApiLimits &limits) : m_tree(tree), m_limits(limits) { }

    void build(const YamlDocument &document)
    {
        m_places.reserve(document.places.size());
        document.places.each([this](quint64 hash, Place at) { m_places.insert_or_assign(hash, at); });
        add(document.value, YamlPlaces::root, document.start, 0);
        m_tree.indexWide();
    }
    void build(const QJsonValue &value)
    {
        add(value, YamlPlaces::root, {}, 0);
        m_tree.indexWide();
    }
    bool isCut() const { return m_isCut; }

private:
    using Id = Tree::Id;

    struct Member {
        QString key;
        QJsonValue value;
        quint64 hash;
        Place at;
    };

    Place place(quint64 hash, Place otherwise) const
    {
        const auto found = m_places.find(hash);
        return found == m_places.end() ? otherwise : found->second;
    }

    Id add(const QJsonValue &value, quint64 hash, Place at, int depth)
    {
        if (depth > m_limits.maxDepth || m_tree.size() >= m_limits.maxNodes) {
            m_isCut = true;
            return Tree::none;
        }
        switch (value.type()) {
        case QJsonValue::Bool: {
            const Id node = m_tree.add(Tree::Type::Bool, at);
            m_tree.m_nodes[node].textStart = value.toBool();
            return node;
        }
        case QJsonValue::Double: return addText(Tree::Type::Number, number(value), at);
        case QJsonValue::String: return addText(Tree::Type::String, value.toString(), at);
        case QJsonValue::Array: return addList(value.toArray(), hash, at, depth);
        case QJsonValue::Object: return addMap(value.toObject(), hash, at, depth);
        default: return m_tree.add(Tree::Type::Null, at);
        }
    }

    static QString number(const QJsonValue &value)
    {
        const double number = value.toDouble();
        if (std::abs(number) < 1e15 && number == std::trunc(number))
            return QString::number(qint64(number));
        return QString::number(number, 'g', QLocale::FloatingPointShortest);
    }

    Id addText(Tree::Type type, const QString &text, Place at)
    {
        const Id node = m_tree.add(type, at);
        m_tree.setText(node, text.toUtf8());
        return node;
    }

    void attach(Id parent, Id &last, Id child)
    {
        (last == Tree::none ? m_tree.m_nodes[parent].child : m_tree.m_nodes[last].next) = child;
        ++m_tree.m_nodes[parent].count;
        last = child;
    }

    Id addList(const QJsonArray &list, quint64 hash, Place at, int depth)
    {
        const Id node = m_tree.add(Tree::Type::List, at);
        Id last = Tree::none;
        quint32 index = 0;
        for (const QJsonValue &item : list) {
            const quint64 itemHash = YamlPlaces::child(hash, index++);
            const Id child = add(item, itemHash, place(itemHash, at), depth + 1);
            if (child != Tree::none)
                attach(node, last, child);
        }
        return node;
    }

    Id addMap(const QJsonObject &map, quint64 hash, Place at, int depth)
    {
        const Id node = m_tree.add(Tree::Type::Map, at);
        std::vector<Member> members;
        members.reserve(size_t(map.size()));
        for (auto member = map.begin(); member != map.end(); ++member) {
            const quint64 memberHash = YamlPlaces::child(hash, QStringView(member.key()));
            members.push_back({ member.key(), member.value(), memberHash, place(memberHash, at) });
        }
        std::ranges::stable_sort(members, {}, [](const Member &member) { return std::pair(member.at.line, member.at.column); });
        Id last = Tree::none;
        for (const Member &member : members) {
            const Id child = add(member.value, member.hash, member.at, depth + 1);
            if (child == Tree::none)
                continue;
            m_tree.m_nodes[child].keyIndex = m_tree.keyIndex(member.key);
            attach(node, last, child);
        }
        return node;
    }

    Tree &m_tree;
    const ApiLimits &m_limits;
    std::unordered_map<quint64, Place> m_places;
    bool m_isCut = false;
};

namespace {

YamlDocument firstDocument(QByteArrayView text, const ApiLimits &limits)
{
    auto documents = catalog::readYaml(text, { limits.maxBytes, limits.maxDepth, int(std::min<qsizetype>(limits.maxNodes, 200'000)) });
    // An empty first document (a comment above `---`) is passed over.
    for (YamlDocument &document : documents) {
        if (!document.isEmpty())
            return std::move(document);
    }
    return {};
}

struct Lines {
    qsizetype begin = 0;
    qsizetype end = 0;
};

Lines lineAt(QByteArrayView text, int number)
{
    qsizetype begin = 0;
    for (int line = 1; line < number && begin >= 0; ++line) {
        const qsizetype next = text.indexOf('\n', begin);
        begin = next < 0 ? text.size() : next + 1;
    }
    const qsizetype end = text.indexOf('\n', begin);
    return { begin, end < 0 ? text.size() : end };
}

// People look at a definition while it is broken. A line with a mistake is left out and the rest read again; where that leads to
// more and more mistakes, the longest beginning that can be read is better than nothing.

constexpr qsizetype worthManyTries = 512 * 1024;

YamlDocument readBeginning(QByteArrayView text, const ApiLimits &limits, int badLine)
{
    YamlDocument best;
    best.error = catalog::YamlError();
    int good = 1, bad = badLine; // the text before line `good` can be read
    for (int tries = text.size() <= worthManyTries ? 16 : 3; tries > 0 && bad - good > 1; --tries) {
        const int middle = good + (bad - good) / 2;
        YamlDocument document = firstDocument(text.first(lineAt(text, middle).begin), limits);
        if (document.error) {
            bad = middle;
        } else {
            good = middle;
            best = std::move(document);
        }
    }
    return best;
}

YamlDocument readMended(QByteArrayView text, const ApiLimits &limits, YamlDocument document, std::vector<Problem> &problems)
{
    const int firstBad = document.error->at.line;
    QByteArray mended = text.toByteArray();
    for (int tries = text.size() <= worthManyTries ? 6 : 1; document.error && tries > 0; --tries) {
        const Place at = document.error->at;
        if (std::ranges::none_of(problems, [&](const Problem &known) { return known.at.line == at.line; }))
            problems.push_back({ document.error->message, at });
        const Lines line = lineAt(mended, at.line);
        if (mended.sliced(line.begin, line.end - line.begin).trimmed().isEmpty())
            break;
        std::fill(mended.data() + line.begin, mended.data() + line.end, ' ');
        document = firstDocument(mended, limits);
    }
    if (!document.error)
        return document;
    YamlDocument before = firstDocument(text.first(lineAt(text, firstBad).begin), limits);
    return before.error ? readBeginning(text, limits, firstBad) : before;
}

} // namespace

Tree readYamlTree(QByteArrayView text, const ApiLimits &limits, std::vector<Problem> &problems)
{
    YamlDocument document = firstDocument(text, limits);
    Tree tree;
    if (document.error)
        document = readMended(text, limits, std::move(document), problems);
    if (document.error)
        return tree;
    TreeBuilder builder(tree, limits);
    if (!document.value.isUndefined())
        builder.build(document);
    if (builder.isCut())
        problems.push_back({ u"More than %1 values, or nested more than %2 levels deep: the rest is left out"_s.arg(limits.maxNodes).arg(limits.maxDepth), {} });
    return tree;
}

Tree Tree::fromJson(const QJsonValue &value, const ApiLimits &limits)
{
    Tree tree;
    TreeBuilder(tree, limits).build(value);
    return tree;
}

} // namespace callboard::apis
