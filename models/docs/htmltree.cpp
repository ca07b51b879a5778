// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/docs/htmltree.h"

#include <QSet>

#include <algorithm>
#include <array>
#include <csetjmp>
#include <cstdlib>
#include <ctime>
#include <vector>

namespace callboard::docs::html {

using namespace Qt::StringLiterals;
using domain::ErrorCode;
using domain::fail;

namespace {

constexpr size_t chunkBytes = size_t(1) << 20;
constexpr size_t alignment = alignof(std::max_align_t);
constexpr int mostAttributes = 1000; // Of one element: Gumbo compares each with all before it.
constexpr double mostSeconds = 10;
constexpr unsigned clockEvery = 4096; // Allocations: some milliseconds even in the worst of trees.

bool isSpace(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }
bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

double threadSeconds()
{
    timespec now {};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) + double(now.tv_nsec) / 1e9;
}

/// Looks over the tags of a page for what would take the parser more than linear time: elements nested too deep, as far as tags
/// say, and too many attributes. What it does not see, the clock does (`Tree::Memory`).
class TagScan final {
public:
    explicit TagScan(QByteArrayView html)
        : m_html(html)
    {
    }

    /// What is wrong; empty for nothing.
    QString objection()
    {
        int depth = 0;
        while ((m_at = m_html.indexOf('<', m_at)) >= 0) {
            ++m_at;
            if (m_html.sliced(m_at).startsWith("!--")) {
                skipTo("-->");
                continue;
            }
            const bool closes = m_at < m_html.size() && m_html[m_at] == '/';
            const QByteArray name = nameAt(m_at + (closes ? 1 : 0));
            if (name.isEmpty())
                continue;
            const bool alone = skipTag();
            if (m_attributes > mostAttributes)
                return u"an element with more than %1 attributes"_s.arg(mostAttributes);
            if (alone || isWithoutEnd(name))
                continue;
            depth = closes ? std::max(0, depth - 1) : depth + 1;
            if (depth > deepestNesting)
                return u"elements nested more than %1 deep"_s.arg(deepestNesting);
            if (!closes && isRaw(name))
                skipTo("</" + name);
        }
        return {};
    }

private:
    static bool isWithoutEnd(const QByteArray &name)
    {
        static const QSet<QByteArray> names { "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param",
            "source", "track", "wbr", "p", "li", "dt", "dd", "tr", "td", "th", "tbody", "thead", "tfoot", "colgroup", "option",
            "optgroup", "rt", "rp", "html", "head", "body" };
        return names.contains(name);
    }
    static bool isRaw(const QByteArray &name)
    {
        static const QSet<QByteArray> names { "script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes" };
        return names.contains(name);
    }
    QByteArray nameAt(qsizetype at) const
    {
        qsizetype end = at;
        if (end >= m_html.size() || !isLetter(m_html[end]))
            return {};
        while (end < m_html.size() && end - at < 32 && !isSpace(m_html[end]) && m_html[end] != '>' && m_html[end] != '/')
            ++end;
        return m_html.sliced(at, end - at).toByteArray().toLower();
    }
    /// To behind the tag; whether it closes itself. A `>` in a quoted value does not end it.
    bool skipTag()
    {
        char quote = 0;
        m_attributes = 0;
        for (; m_at < m_html.size(); ++m_at) {
            const char c = m_html[m_at];
            if (quote) {
                if (c == quote) {
                    quote = 0;
                    ++m_attributes;
                }
            } else if ((c == '"' || c == '\'') && m_html[m_at - 1] == '=') {
                quote = c;
            } else if (c == '>') {
                return m_html[m_at++ - 1] == '/';
            } else if (isSpace(c) && !isSpace(m_html[m_at - 1])) {
                ++m_attributes;
            }
        }
        return true;
    }
    void skipTo(const QByteArray &what)
    {
        // Names are ASCII; the search is by hand because Qt's knows no case-insensitive one over bytes.
        for (; m_at + what.size() <= m_html.size(); ++m_at) {
            if (m_html[m_at] == what[0] && m_html.sliced(m_at, what.size()).compare(what, Qt::CaseInsensitive) == 0)
                return;
        }
        m_at = m_html.size();
    }

    QByteArrayView m_html;
    qsizetype m_at = 0;
    int m_attributes = 0; ///< Of the last tag, at most; also counts twice.
};

} // namespace

/// All that Gumbo allocates for a page, freed at once: it frees a tree by recursion, and has no bounds of its own. Where this
/// one's are reached, it jumps out of the parser, in which there is nothing but C that owns nothing else.
struct Tree::Memory {
    ~Memory()
    {
        for (void *chunk : chunks)
            std::free(chunk); // NOLINT(cppcoreguidelines-no-malloc)
    }
    void *allocate(size_t wanted)
    {
        if (++allocations % clockEvery == 0 && threadSeconds() > deadline) {
            tookTooLong = true;
            std::longjmp(out, 1);
        }
        const size_t head = alignment; // The size, so that what is freed can be used again.
        size_t bits = 5;
        while ((size_t(1) << bits) < wanted + head)
            ++bits;
        if (wanted > largestTree || used + (size_t(1) << bits) > largestTree)
            std::longjmp(out, 1);
        // Exact beyond the small ones, where rounding up costs more than it saves.
        const size_t bytes = bits <= 12 ? size_t(1) << bits : (wanted + head + alignment - 1) / alignment * alignment;
        char *place = nullptr;
        if (bits <= 12 && free[bits]) {
            place = static_cast<char *>(free[bits]);
            free[bits] = *reinterpret_cast<void **>(place + head);
        } else {
            place = fresh(bytes);
        }
        *reinterpret_cast<size_t *>(place) = bits;
        return place + head;
    }
    void release(void *pointer)
    {
        if (!pointer)
            return;
        char *place = static_cast<char *>(pointer) - alignment;
        const size_t bits = *reinterpret_cast<size_t *>(place);
        if (bits > 12)
            return;
        *static_cast<void **>(pointer) = free[bits];
        free[bits] = place;
    }

    std::jmp_buf out;
    double deadline = 0;
    bool tookTooLong = false;

private:
    char *fresh(size_t bytes)
    {
        if (bytes > left) {
            const size_t size = std::max(bytes, chunkBytes);
            void *chunk = std::malloc(size); // NOLINT(cppcoreguidelines-no-malloc)
            if (!chunk)
                std::longjmp(out, 1);
            chunks.push_back(chunk);
            // What is left of the chunk before is given up: a page has few large allocations.
            at = static_cast<char *>(chunk);
            left = size;
            used += size;
        }
        char *place = at;
        at += bytes;
        left -= bytes;
        return place;
    }

    std::vector<void *> chunks;
    std::array<void *, 13> free {};
    char *at = nullptr;
    size_t left = 0;
    size_t used = 0;
    unsigned allocations = 0;

public:
    /// Nothing in here has a destructor that a jump could leave out.
    static const GumboOutput *parse(Memory *memory, const char *html, size_t size)
    {
        GumboOptions options = kGumboDefaultOptions;
        options.userdata = memory;
        options.allocator = [](void *data, size_t bytes) { return static_cast<Memory *>(data)->allocate(bytes); };
        options.deallocator = [](void *data, void *pointer) { static_cast<Memory *>(data)->release(pointer); };
        options.max_errors = 0;
        if (setjmp(memory->out) != 0) // NOLINT(cert-err52-cpp)
            return nullptr;
        return gumbo_parse_with_options(&options, html, size);
    }
};

Tree::Tree() = default;
Tree::Tree(Tree &&) noexcept = default;
Tree &Tree::operator=(Tree &&) noexcept = default;
Tree::~Tree() = default;

domain::Result<Tree> Tree::parse(QByteArrayView page)
{
    if (page.size() > largestPage)
        return fail(ErrorCode::Invalid, u"a page of more than %1 MiB"_s.arg(largestPage >> 20));
    if (const QString objection = TagScan(page).objection(); !objection.isEmpty())
        return fail(ErrorCode::Invalid, objection);
    Tree tree;
    tree.m_memory = std::make_unique<Memory>();
    tree.m_memory->deadline = threadSeconds() + mostSeconds;
    const GumboOutput *output = Memory::parse(tree.m_memory.get(), page.data() ? page.data() : "", size_t(page.size()));
    if (!output || !output->root)
        return fail(ErrorCode::Invalid, tree.m_memory->tookTooLong ? u"a page that takes too long to read"_s : u"a page of too many elements"_s);
    tree.m_root = output->root;
    return tree;
}

const GumboNode &Tree::body() const
{
    const GumboNode *body = firstChild(*m_root, GUMBO_TAG_BODY);
    return body ? *body : *m_root;
}

bool isElement(const GumboNode &node)
{
    return node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE;
}

bool is(const GumboNode &node, GumboTag tag)
{
    return isElement(node) && node.v.element.tag == tag;
}

std::span<GumboNode *const> children(const GumboNode &node)
{
    if (!isElement(node))
        return {};
    const GumboVector &list = node.v.element.children;
    return { reinterpret_cast<GumboNode *const *>(list.data), list.length };
}

QByteArray tagName(const GumboNode &node)
{
    if (!isElement(node))
        return {};
    if (node.v.element.tag != GUMBO_TAG_UNKNOWN)
        return gumbo_normalized_tagname(node.v.element.tag);
    GumboStringPiece piece = node.v.element.original_tag;
    if (!piece.data)
        return {};
    gumbo_tag_from_original_text(&piece);
    return QByteArray(piece.data, qsizetype(std::min<size_t>(piece.length, 64))).toLower();
}

QByteArrayView attribute(const GumboNode &node, const char *name)
{
    if (!isElement(node))
        return {};
    const GumboAttribute *found = gumbo_get_attribute(&node.v.element.attributes, name);
    return found ? QByteArrayView(found->value) : QByteArrayView();
}

QString text(const GumboNode &node, const char *attributeName)
{
    return QString::fromUtf8(attribute(node, attributeName));
}

QList<QByteArray> classes(const GumboNode &node)
{
    QList<QByteArray> list = attribute(node, "class").toByteArray().simplified().split(' ');
    list.removeAll(QByteArray());
    return list;
}

bool hasClass(const GumboNode &node, QByteArrayView name)
{
    const QByteArrayView all = attribute(node, "class");
    for (qsizetype at = all.indexOf(name); at >= 0; at = all.indexOf(name, at + 1)) {
        const qsizetype end = at + name.size();
        if ((at == 0 || isSpace(all[at - 1])) && (end == all.size() || isSpace(all[end])))
            return true;
    }
    return false;
}

const GumboNode *firstChild(const GumboNode &node, GumboTag tag)
{
    for (const GumboNode *child : children(node)) {
        if (is(*child, tag))
            return child;
    }
    return nullptr;
}

const GumboNode *find(const GumboNode &node, const std::function<bool(const GumboNode &)> &wanted, int most)
{
    std::vector<const GumboNode *> open { &node };
    for (int seen = 0; !open.empty() && seen < most; ++seen) {
        const GumboNode *next = open.back();
        open.pop_back();
        if (next != &node && wanted(*next))
            return next;
        const auto below = children(*next);
        open.insert(open.end(), below.rbegin(), below.rend());
    }
    return nullptr;
}

QString rawText(const GumboNode &node)
{
    QString all;
    std::vector<const GumboNode *> open { &node };
    while (!open.empty()) {
        const GumboNode *next = open.back();
        open.pop_back();
        if (next->type == GUMBO_NODE_TEXT || next->type == GUMBO_NODE_WHITESPACE || next->type == GUMBO_NODE_CDATA) {
            all += QString::fromUtf8(next->v.text.text);
        } else if (is(*next, GUMBO_TAG_BR)) {
            all += u'\n';
        } else if (!is(*next, GUMBO_TAG_SCRIPT) && !is(*next, GUMBO_TAG_STYLE) && !is(*next, GUMBO_TAG_SVG)
            && next->type != GUMBO_NODE_TEMPLATE) {
            const auto below = children(*next);
            open.insert(open.end(), below.rbegin(), below.rend());
        }
    }
    return all;
}

QString lineOf(const GumboNode &node)
{
    return rawText(node).simplified();
}

} // namespace callboard::docs::html
