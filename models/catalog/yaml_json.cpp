// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalog/yaml_json.h"

#include "models/catalog/yaml_numbers.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QSet>

#include <algorithm>
#include <unordered_map>

namespace callboard::catalog::yaml {

using namespace Qt::StringLiterals;

namespace {

struct Member {
    QString key;
    QJsonValue value;
};

using Members = std::vector<Member>;

void sortByKey(Members &members)
{
    constexpr size_t few = 16;
    if (members.size() > few) {
        std::stable_sort(members.begin(), members.end(), [](const Member &a, const Member &b) { return a.key < b.key; });
        return;
    }
    for (size_t i = 1; i < members.size(); ++i) {
        for (size_t k = i; k > 0 && members[k].key < members[k - 1].key; --k)
            std::swap(members[k], members[k - 1]);
    }
}

/// QJsonObject keeps its members sorted. They are put in in that order: in another the time is quadratic,
/// and Qt 6.8 reads through a null pointer when an empty key comes to one that is not ASCII.
QJsonObject toObject(Members &members)
{
    sortByKey(members);
    QJsonObject object;
    for (Member &member : members) {
        if (!member.value.isUndefined())
            object.insert(member.key, member.value);
    }
    return object;
}

QJsonValue bufferToJson(std::string_view bytes)
{
    QJsonArray data;
    for (const char c : bytes)
        data.append(int(uchar(c)));
    return QJsonObject{{u"type"_s, u"Buffer"_s}, {u"data"_s, data}};
}

/// As Node's Buffer.toString().
QString bytesToString(std::string_view bytes)
{
    const Text repaired(QByteArrayView(bytes.data(), qsizetype(bytes.size())));
    return toQString(repaired.view(0, repaired.size()));
}

/// An anchor's value, and how often it was used, counted as npm's `yaml` counts (nodes/Alias.js).
struct Anchored {
    QJsonValue value;
    qint64 uses = 1;
    qint64 weight = -1;
    bool isDone = false;
};

constexpr qint64 maxAliasWeight = 100;

class JsonBuilder final {
public:
    JsonBuilder(YamlDocument &document, const Node *root, const Text &text, const YamlLimits &limits, bool isVersion11)
        : m_document(document)
        , m_root(root)
        , m_text(text)
        , m_limits(limits)
        , m_isVersion11(isVersion11)
    {
    }

    void run()
    {
        QJsonValue value = evaluate(m_root, YamlPlaces::root, 1);
        if (auto error = m_error.take(m_text)) {
            m_document.error = std::move(error);
            m_document.places = {};
        } else {
            m_document.value = std::move(value);
        }
    }

private:
    QJsonValue evaluate(const Node *node, quint64 place, int depth)
    {
        if (!node || m_error.isSet())
            return QJsonValue::Null;
        if (node->kind == ValueKind::Alias)
            return evaluateAlias(node, place, depth);
        if (node->anchor.empty())
            return evaluateContent(node, place, depth);
        m_anchored.insert_or_assign(node, Anchored{});
        QJsonValue value = evaluateContent(node, place, depth);
        Anchored &anchored = m_anchored[node];
        anchored.value = value;
        anchored.isDone = true;
        return value;
    }

    QJsonValue evaluateContent(const Node *node, quint64 place, int depth)
    {
        switch (node->kind) {
        case ValueKind::Null: return QJsonValue::Null;
        case ValueKind::Bool: return node->boolean;
        case ValueKind::Number: return node->number;
        case ValueKind::String: return toQString(node->text);
        case ValueKind::Bytes: return bufferToJson(node->text);
        case ValueKind::Date: return timestampToString(node->number);
        case ValueKind::MergeKey: return QJsonValue::Undefined;
        case ValueKind::Map: return evaluateMap(node, place, depth);
        case ValueKind::Sequence: return evaluateSequence(node, place, depth);
        case ValueKind::Alias: break;
        }
        return QJsonValue::Null;
    }

    QJsonValue evaluateMap(const Node *node, quint64 place, int depth)
    {
        Members members;
        members.reserve(node->pairs.size());
        for (const Pair &pair : node->pairs)
            addPair(members, pair, place, depth);
        return node->role == CollectionRole::Set ? QJsonObject{} : toObject(members);
    }

    QJsonValue evaluateSequence(const Node *node, quint64 place, int depth)
    {
        QJsonArray array;
        for (uint32_t i = 0; i < node->items.size(); ++i) {
            const Node *item = node->items[i];
            const quint64 itemPlace = YamlPlaces::child(place, i);
            addPlace(itemPlace, item);
            QJsonValue value;
            if (node->role == CollectionRole::Pairs && item->kind != ValueKind::Map)
                value = QJsonObject{{keyText(item), QJsonValue::Null}};
            else
                value = evaluate(item, itemPlace, depth + 1);
            array.append(value.isUndefined() ? QJsonValue(QJsonValue::Null) : value);
        }
        return node->role == CollectionRole::OrderedMap ? QJsonValue(QJsonObject{}) : QJsonValue(array);
    }

    void addPair(Members &members, const Pair &pair, quint64 place, int depth)
    {
        if (pair.key->kind == ValueKind::MergeKey)
            return merge(members, pair.value, place, depth);
        const QString key = keyText(pair.key);
        const quint64 memberPlace = YamlPlaces::child(place, key);
        addPlace(memberPlace, pair.key);
        members.push_back({key, evaluate(pair.value, memberPlace, depth + 1)});
    }

    /// `<<` of YAML 1.1: takes over the members that are not there yet.
    void merge(Members &members, const Node *value, quint64 place, int depth)
    {
        const Node *source = target(value);
        if (source && source->kind == ValueKind::Sequence) {
            for (const Node *item : source->items)
                mergeOne(members, target(item), item, place, depth);
        } else {
            mergeOne(members, source, value, place, depth);
        }
    }

    void mergeOne(Members &members, const Node *source, const Node *origin, quint64 place, int depth)
    {
        if (m_error.isSet())
            return;
        if (!source || source->kind != ValueKind::Map) {
            m_error.report(origin ? origin->start : 0, u"What `<<` takes over must be a mapping or a list of mappings"_s);
            return;
        }
        if (depth > m_limits.maxDepth)
            return failDepth(source);
        Members taken;
        for (const Pair &pair : source->pairs) {
            if (!expand(source))
                return;
            addPair(taken, pair, place, depth + 1);
        }
        QSet<QString> known;
        for (const Member &member : members)
            known.insert(member.key);
        for (Member &member : taken) {
            if (!known.contains(member.key))
                members.push_back(std::move(member));
        }
    }

    QString keyText(const Node *key)
    {
        const Node *node = key;
        if (key->kind == ValueKind::Alias) {
            evaluateAlias(key, YamlPlaces::root, 1, false);
            node = found(key);
        }
        if (!node)
            return {};
        switch (node->kind) {
        case ValueKind::Null: return {};
        case ValueKind::Bool: return node->boolean ? u"true"_s : u"false"_s;
        case ValueKind::Number: return numberToString(node->number);
        case ValueKind::String: return remember(key, node, toQString(node->text));
        case ValueKind::Date: return timestampToString(node->number);
        case ValueKind::Bytes: return bytesToString(node->text);
        case ValueKind::MergeKey: return u"Symbol(<<)"_s;
        default: break;
        }
        if (key->kind == ValueKind::Alias)
            return u"*"_s + toQString(key->text);
        const size_t places = m_document.places.size();
        evaluate(key, YamlPlaces::root, 1);
        m_document.places.truncate(places);
        return stringifyKey(key, m_isVersion11);
    }

    /// A key may carry an anchor as well.
    QString remember(const Node *key, const Node *node, const QString &text)
    {
        if (key == node && !node->anchor.empty())
            m_anchored.insert_or_assign(node, Anchored{text, 1, -1, true});
        return text;
    }

    // Aliases

    void index(const Node *node)
    {
        if (!node)
            return;
        if (node->kind == ValueKind::Alias)
            m_aliasOrder[node] = m_order++;
        else if (!node->anchor.empty())
            m_anchors[node->anchor].push_back({m_order++, node});
        for (const Pair &pair : node->pairs) {
            index(pair.key);
            index(pair.value);
        }
        for (const Node *item : node->items)
            index(item);
    }

    /// The last node with that anchor before the alias; null when there is none.
    const Node *found(const Node *alias)
    {
        if (m_order == 0)
            index(m_root);
        const auto anchors = m_anchors.find(alias->text);
        if (anchors == m_anchors.end())
            return nullptr;
        const uint32_t order = m_aliasOrder[alias];
        const auto &places = anchors->second;
        const auto next = std::lower_bound(places.begin(), places.end(), order,
            [](const auto &entry, uint32_t value) { return entry.first < value; });
        return next == places.begin() ? nullptr : (next - 1)->second;
    }

    const Node *target(const Node *node)
    {
        if (!node || node->kind != ValueKind::Alias)
            return node;
        evaluateAlias(node, YamlPlaces::root, 1, false);
        return found(node);
    }

    QJsonValue evaluateAlias(const Node *alias, quint64 place, int depth, bool withPlaces = true)
    {
        const Node *node = found(alias);
        if (!node)
            return failAlias(alias, u"There is no anchor `&%1` before this alias: write one, or quote the value"_s.arg(toQString(alias->text)));
        if (!m_anchored.contains(node))
            evaluate(node, YamlPlaces::root, depth);
        Anchored &anchored = m_anchored[node];
        if (!anchored.isDone)
            return failAlias(alias, u"An alias cannot stand within what it stands for"_s);
        ++anchored.uses;
        if (anchored.weight <= 0)
            anchored.weight = weight(node);
        if (anchored.uses * anchored.weight > maxAliasWeight)
            return failAlias(alias, u"There are too many aliases here: write the values out"_s);
        if (withPlaces)
            expandPlaces(node, place, depth);
        return m_anchored[node].value;
    }

    QJsonValue failAlias(const Node *alias, const QString &message)
    {
        m_error.report(alias->start, message);
        return QJsonValue::Null;
    }

    qint64 weight(const Node *node)
    {
        if (!node)
            return 1; // a value that is not there
        if (node->kind == ValueKind::Alias) {
            const auto anchored = m_anchored.find(found(node));
            return anchored == m_anchored.end() ? 0 : anchored->second.uses * std::max<qint64>(0, anchored->second.weight);
        }
        if (!node->isCollection())
            return 1;
        const auto known = m_weights.find(node);
        if (known != m_weights.end())
            return known->second;
        qint64 heaviest = 0;
        for (const Pair &pair : node->pairs)
            heaviest = std::max({heaviest, weight(pair.key), weight(pair.value)});
        for (const Node *item : node->items)
            heaviest = std::max(heaviest, weight(item));
        m_weights[node] = heaviest;
        return heaviest;
    }

    bool expand(const Node *node)
    {
        if (++m_expanded > m_limits.maxAliasExpansion)
            m_error.report(node->start, u"The aliases of this document stand for more than %1 values: write fewer"_s.arg(m_limits.maxAliasExpansion));
        return !m_error.isSet();
    }

    void failDepth(const Node *node)
    {
        m_error.report(node->start, u"Nested more than %1 levels deep: write it flatter"_s.arg(m_limits.maxDepth));
    }

    /// What an alias stands for has places under the alias's own path too.
    void expandPlaces(const Node *node, quint64 place, int depth)
    {
        if (!node || !expand(node))
            return;
        if (depth > m_limits.maxDepth + 1)
            return failDepth(node);
        if (node->kind == ValueKind::Alias)
            return expandPlaces(found(node), place, depth);
        for (const Pair &pair : node->pairs) {
            if (pair.key->kind == ValueKind::MergeKey || m_error.isSet())
                continue;
            const quint64 memberPlace = YamlPlaces::child(place, pair.key->isScalar() ? keyText(pair.key) : QString());
            addPlace(memberPlace, pair.key);
            expandPlaces(pair.value, memberPlace, depth + 1);
        }
        for (uint32_t i = 0; i < node->items.size() && !m_error.isSet(); ++i) {
            const quint64 itemPlace = YamlPlaces::child(place, i);
            addPlace(itemPlace, node->items[i]);
            expandPlaces(node->items[i], itemPlace, depth + 1);
        }
    }

    void addPlace(quint64 place, const Node *node) { m_document.places.add(place, m_text.position(node->start)); }

    YamlDocument &m_document;
    const Node *m_root;
    const Text &m_text;
    const YamlLimits &m_limits;
    const bool m_isVersion11;
    FirstError m_error;
    std::unordered_map<const Node *, Anchored> m_anchored;
    std::unordered_map<const Node *, qint64> m_weights;
    std::unordered_map<std::string_view, std::vector<std::pair<uint32_t, const Node *>>> m_anchors;
    std::unordered_map<const Node *, uint32_t> m_aliasOrder;
    uint32_t m_order = 0;
    int m_expanded = 0;
};

bool hasSurrogates(std::string_view text)
{
    for (size_t i = text.find('\xED'); i != std::string_view::npos; i = text.find('\xED', i + 1)) {
        if (i + 1 < text.size() && uchar(text[i + 1]) >= 0xA0)
            return true;
    }
    return false;
}

/// QString::fromUtf8() leaves out a byte order mark; within a document it is a character like any other.
QString decoded(std::string_view text)
{
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    qsizetype marks = 0;
    for (; text.starts_with(mark); text.remove_prefix(mark.size()))
        ++marks;
    const QString rest = QString::fromUtf8(text.data(), qsizetype(text.size()));
    return marks == 0 ? rest : QString(QString(marks, QChar::ByteOrderMark) + rest);
}

} // namespace

QString toQString(std::string_view text)
{
    if (!hasSurrogates(text))
        return decoded(text);
    QString result;
    size_t begin = 0;
    for (size_t i = 0; i + 2 < text.size(); ++i) {
        if (uchar(text[i]) != 0xED || uchar(text[i + 1]) < 0xA0)
            continue;
        result += decoded(text.substr(begin, i - begin));
        result += QChar(char16_t(0xD000 | (uchar(text[i + 1]) & 0x3F) << 6 | (uchar(text[i + 2]) & 0x3F)));
        begin = i + 3;
        i += 2;
    }
    return result + decoded(text.substr(begin));
}

void toJson(YamlDocument &document, const Node *root, const Text &text, const YamlLimits &limits, bool isVersion11)
{
    JsonBuilder(document, root, text, limits, isVersion11).run();
}

} // namespace callboard::catalog::yaml
