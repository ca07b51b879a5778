// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/apis/definition.h"

#include <QHash>

namespace callboard::apis {

/// A document of JSON or YAML: values in the order in which they are written, each with its place. Nodes are
/// indexes; 0 is the root, `none` stands for what is not there and can be asked everything.
class Tree final {
public:
    enum class Type : uint8_t { Missing, Null, Bool, Number, String, List, Map };
    using Id = uint32_t;
    static constexpr Id none = 0xffffffff;

    /// JSON where the text begins like it, else YAML (its first document). What is wrong goes to `problems`; what could be read is kept.
    static Tree read(QByteArrayView text, const ApiLimits &limits, std::vector<Problem> &problems);
    static Tree fromJson(const QJsonValue &value, const ApiLimits &limits);

    bool isEmpty() const { return m_nodes.empty(); }
    Id root() const { return m_nodes.empty() ? none : 0; }
    qsizetype size() const { return qsizetype(m_nodes.size()); }

    Type type(Id node) const { return node < m_nodes.size() ? m_nodes[node].type : Type::Missing; }
    bool isMap(Id node) const { return type(node) == Type::Map; }
    bool isList(Id node) const { return type(node) == Type::List; }
    bool isString(Id node) const { return type(node) == Type::String; }
    Place at(Id node) const;
    /// Of a member of a mapping.
    QString key(Id node) const;

    Id first(Id node) const { return node < m_nodes.size() ? m_nodes[node].child : none; }
    Id next(Id node) const { return node < m_nodes.size() ? m_nodes[node].next : none; }
    qsizetype count(Id node) const { return node < m_nodes.size() ? m_nodes[node].count : 0; }
    /// Members and items, for range-for.
    class Children;
    Children children(Id node) const;

    /// A member; of several with one key the last.
    Id member(Id map, QStringView key) const;
    Id member(Id map, QLatin1StringView key) const;
    /// What a JSON pointer names, from the root ("/components/schemas/Pet"); unescaped by RFC 6901, section 4.
    Id pointer(QStringView pointer) const;

    /// A string; of a number, truth or null its text. Empty for everything else.
    QString text(Id node) const;
    QString text(Id map, QLatin1StringView key) const { return text(member(map, key)); }
    bool truth(Id node, bool otherwise = false) const;
    bool truth(Id map, QLatin1StringView key, bool otherwise = false) const { return truth(member(map, key), otherwise); }
    /// The strings of a list; one string is a list of one.
    QStringList texts(Id node) const;
    /// As JSON, cut with `…` at some length.
    QString json(Id node, qsizetype longest = 64 * 1024) const;
    /// The same over several lines.
    QString indentedJson(Id node, qsizetype longest = 64 * 1024) const;

private:
    friend class JsonReader;
    friend class TreeBuilder;

    struct Node {
        Id child = none;
        Id next = none;
        uint32_t count = 0;
        uint32_t keyIndex = 0; ///< Into m_keys.
        uint32_t textStart = 0; ///< Into m_text; for a truth 0 or 1.
        uint32_t textSize = 0;
        int line = 1;
        int column = 1;
        Type type = Type::Null;
    };
    Id add(Type type, Place at);
    uint32_t keyIndex(const QString &key);
    void indexWide();
    void setText(Id node, QByteArrayView utf8);
    void writeJson(Id node, QString &out, qsizetype longest, int indent, int depth) const;

    std::vector<Node> m_nodes;
    std::vector<QString> m_keys;
    QHash<QString, uint32_t> m_keyIndexes;
    QByteArray m_text; ///< UTF-8 of all strings.
    /// Members of wide mappings by their keys: those are asked for by name again and again.
    QHash<std::pair<Id, uint32_t>, Id> m_wide;
};

class Tree::Children final {
public:
    class Iterator final {
    public:
        Iterator(const Tree *tree, Id node) : m_tree(tree), m_node(node) { }
        Id operator*() const { return m_node; }
        Iterator &operator++()
        {
            m_node = m_tree->next(m_node);
            return *this;
        }
        bool operator==(const Iterator &other) const { return m_node == other.m_node; }

    private:
        const Tree *m_tree;
        Id m_node;
    };
    Children(const Tree *tree, Id first) : m_tree(tree), m_first(first) { }
    Iterator begin() const { return {m_tree, m_first}; }
    Iterator end() const { return {m_tree, none}; }

private:
    const Tree *m_tree;
    Id m_first;
};

inline Tree::Children Tree::children(Id node) const
{
    return {this, first(node)};
}

} // namespace callboard::apis
