// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

#include <deque>
#include <optional>
#include <utility>
#include <vector>

namespace callboard::docs::markdown {

/// An element as Python's ElementTree has it: its text stands before its children, its tail behind its end tag. What is atomic is
/// final: inline patterns leave it alone.
struct Element {
    QString tag;
    QString text;
    QString tail;
    bool textAtomic = false;
    bool tailAtomic = false;
    Element *parent = nullptr;
    std::vector<std::pair<QString, QString>> attributes;
    std::vector<Element *> children;

    Element *last() const { return children.empty() ? nullptr : children.back(); }
    bool is(QLatin1StringView name) const { return tag == name; }
    bool isList() const { return tag == QLatin1StringView("ul") || tag == QLatin1StringView("ol"); }
    const QString *find(QLatin1StringView name) const;
    QString attribute(QLatin1StringView name) const;
    void set(const QString &name, const QString &value);
    void drop(QLatin1StringView name);
    void append(Element *child);
    void insert(size_t index, Element *child);
    void remove(Element *child);
    size_t indexOf(const Element *child) const;
    void setText(const QString &value, bool atomic = false);
    /// Moves the text into a first paragraph, as a loose item has it.
    void wrapText(class Tree &tree);
};

/// Owns the elements of one document.
class Tree final {
public:
    Element *make(QLatin1StringView tag);
    Element *make(const QString &tag);
    Element *child(Element *parent, QLatin1StringView tag);
    Element *copy(const Element *element);

private:
    std::deque<Element> m_elements;
};

/// All below an element and it itself, in document order.
std::vector<Element *> walk(Element *root);
QString innerText(const Element *element);
/// As `to_xhtml_string`: attributes in order of their names, "&" of an entity left alone.
QString serialize(const Element *element);
void escapeText(QStringView text, QString &out);
void escapeAttribute(QStringView text, QString &out);
/// "&", "<" and ">" only.
QString codeEscape(QStringView text);
bool isBlockLevel(QStringView tag);

} // namespace callboard::docs::markdown
