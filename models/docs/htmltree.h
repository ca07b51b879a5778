// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QByteArray>

#include <gumbo.h>

#include <functional>
#include <memory>
#include <span>

/// Gumbo's tree of an HTML page, made within bounds whatever the page is, and what one asks it.
namespace callboard::docs::html {

inline constexpr qsizetype largestPage = 50 << 20;  ///< Bytes.
inline constexpr size_t largestTree = size_t(1) << 30; ///< Bytes of memory.
inline constexpr int deepestNesting = 2000;        ///< Elements; those whose end tag may be left out do not count.

/// Owns the tree; its nodes point into `html`, which must outlive it. Any one thread.
class Tree final {
public:
    /// Invalid, with the reason: a page beyond the bounds. Never takes longer than some seconds of processor time.
    static domain::Result<Tree> parse(QByteArrayView html);
    Tree(Tree &&) noexcept;
    Tree &operator=(Tree &&) noexcept;
    ~Tree();
    const GumboNode &root() const { return *m_root; } ///< `<html>`
    const GumboNode &body() const;

private:
    struct Memory;
    Tree();
    std::unique_ptr<Memory> m_memory;
    const GumboNode *m_root = nullptr;
};

bool isElement(const GumboNode &node);
bool is(const GumboNode &node, GumboTag tag);
/// Of an element; empty otherwise.
std::span<GumboNode *const> children(const GumboNode &node);
/// In lower case, also of elements that HTML does not know ("clipboard-copy"). Empty where it is no element.
QByteArray tagName(const GumboNode &node);
QByteArrayView attribute(const GumboNode &node, const char *name); ///< Null where there is none.
QString text(const GumboNode &node, const char *attributeName);
bool hasClass(const GumboNode &node, QByteArrayView name);
QList<QByteArray> classes(const GumboNode &node);
const GumboNode *firstChild(const GumboNode &node, GumboTag tag);
/// The first below `node`, in document order, that `wanted` takes; at most `most` nodes are looked at. Null for none.
const GumboNode *find(const GumboNode &node, const std::function<bool(const GumboNode &)> &wanted, int most);
/// All text below, as it stands, but for scripts, styles and drawings. Does not recurse.
QString rawText(const GumboNode &node);
/// The same as a line: white space folded and trimmed.
QString lineOf(const GumboNode &node);

} // namespace callboard::docs::html
