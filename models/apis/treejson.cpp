// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/apis/treereaders.h"

#include <QJsonArray>

namespace callboard::apis {

using namespace Qt::StringLiterals;

/// A recursive reader; how deep it may go is bounded.
class JsonReader final {
public:
    JsonReader(Tree &tree, QByteArrayView text, const ApiLimits &limits, std::vector<Problem> &problems)
        : m_tree(tree)
        , m_text(text)
        , m_limits(limits)
        , m_problems(problems)
    {
    }

    void run()
    {
        if (m_text.startsWith("\xEF\xBB\xBF"))
            m_at = m_lineScanned = 3;
        skipSpace();
        if (m_at >= m_text.size())
            return;
        value(0);
        skipSpace();
        if (!m_failed && m_at < m_text.size())
            fail(u"There is more text behind the end of the JSON value"_s);
        m_tree.indexWide();
    }

private:
    using Id = Tree::Id;

    int peek() const { return m_at < m_text.size() ? uchar(m_text[m_at]) : -1; }
    void skipSpace()
    {
        while (m_at < m_text.size() && (m_text[m_at] == ' ' || m_text[m_at] == '\n' || m_text[m_at] == '\r' || m_text[m_at] == '\t'))
            ++m_at;
    }

    /// Of the offset that is read now. Offsets only grow, so that the whole text is counted once.
    Place here()
    {
        for (; m_lineScanned < m_at; ++m_lineScanned) {
            const uchar c = uchar(m_text[m_lineScanned]);
            if (c == '\n') {
                ++m_place.line;
                m_place.column = 1;
            } else if ((c & 0xC0) != 0x80) {
                m_place.column += c >= 0xF0 ? 2 : 1; // UTF-16 code units
            }
        }
        return m_place;
    }

    void fail(const QString &message)
    {
        if (!m_failed)
            m_problems.push_back({ message, here() });
        m_failed = true;
    }

    Id value(int depth)
    {
        if (depth > m_limits.maxDepth) {
            fail(u"Nested more than %1 levels deep"_s.arg(m_limits.maxDepth));
            return Tree::none;
        }
        if (m_tree.size() >= m_limits.maxNodes) {
            fail(u"More than %1 values"_s.arg(m_limits.maxNodes));
            return Tree::none;
        }
        switch (peek()) {
        case '{': return collection(Tree::Type::Map, '}', depth);
        case '[': return collection(Tree::Type::List, ']', depth);
        case '"': {
            const Id node = m_tree.add(Tree::Type::String, here());
            if (string())
                m_tree.setText(node, m_buffer);
            return node;
        }
        case 't': return word("true", Tree::Type::Bool);
        case 'f': return word("false", Tree::Type::Bool);
        case 'n': return word("null", Tree::Type::Null);
        default: return number();
        }
    }

    Id collection(Tree::Type type, char close, int depth)
    {
        const Id node = m_tree.add(type, here());
        ++m_at;
        skipSpace();
        if (peek() == close) {
            ++m_at;
            return node;
        }
        for (Id last = Tree::none; !m_failed;) {
            last = member(node, last, type, depth);
            if (m_failed)
                break;
            skipSpace();
            if (peek() == close) {
                ++m_at;
                break;
            }
            if (peek() != ',') {
                fail(u"A comma or %1 is missing here"_s.arg(QLatin1Char(close)));
                break;
            }
            ++m_at;
            skipSpace();
        }
        return node;
    }

    Id member(Id parent, Id last, Tree::Type type, int depth)
    {
        Place place = here();
        uint32_t key = 0;
        if (type == Tree::Type::Map) {
            if (peek() != '"') {
                fail(u"A key in double quotes is missing here"_s);
                return last;
            }
            if (!string())
                return last;
            key = m_tree.keyIndex(QString::fromUtf8(m_buffer));
            skipSpace();
            if (peek() != ':') {
                fail(u"A colon is missing behind the key"_s);
                return last;
            }
            ++m_at;
            skipSpace();
        }
        const Id child = value(depth + 1);
        if (child == Tree::none)
            return last;
        Tree::Node &node = m_tree.m_nodes[child];
        node.keyIndex = key;
        if (type == Tree::Type::Map) {
            node.line = place.line;
            node.column = place.column;
        }
        (last == Tree::none ? m_tree.m_nodes[parent].child : m_tree.m_nodes[last].next) = child;
        ++m_tree.m_nodes[parent].count;
        return child;
    }

    Id word(QByteArrayView expected, Tree::Type type)
    {
        if (!m_text.sliced(m_at).startsWith(expected)) {
            fail(u"This is no JSON value"_s);
            return Tree::none;
        }
        const Id node = m_tree.add(type, here());
        m_tree.m_nodes[node].textStart = expected == "true" ? 1 : 0;
        m_at += expected.size();
        return node;
    }

    void digits(qsizetype &at) const
    {
        while (at < m_text.size() && m_text[at] >= '0' && m_text[at] <= '9')
            ++at;
    }

    Id number()
    {
        qsizetype end = m_at;
        if (peek() == '-')
            ++end;
        const qsizetype whole = end;
        digits(end);
        bool good = end > whole && (m_text[whole] != '0' || end == whole + 1);
        if (good && end < m_text.size() && m_text[end] == '.') {
            const qsizetype fraction = ++end;
            digits(end);
            good = end > fraction;
        }
        if (good && end < m_text.size() && (m_text[end] == 'e' || m_text[end] == 'E')) {
            ++end;
            if (end < m_text.size() && (m_text[end] == '+' || m_text[end] == '-'))
                ++end;
            const qsizetype exponent = end;
            digits(end);
            good = end > exponent;
        }
        if (!good) {
            fail(m_at < m_text.size() ? u"This is no JSON value"_s : u"The text ends before its value does"_s);
            return Tree::none;
        }
        const Id node = m_tree.add(Tree::Type::Number, here());
        m_tree.setText(node, m_text.sliced(m_at, end - m_at));
        m_at = end;
        return node;
    }

    /// Reads a string to m_buffer; false after a mistake.
    bool string()
    {
        m_buffer.clear();
        ++m_at;
        while (true) {
            qsizetype run = m_at;
            while (run < m_text.size() && m_text[run] != '"' && m_text[run] != '\\' && uchar(m_text[run]) >= 0x20)
                ++run;
            m_buffer.append(m_text.sliced(m_at, run - m_at));
            m_at = run;
            switch (peek()) {
            case '"': ++m_at; return true;
            case '\\':
                if (!escape())
                    return false;
                break;
            case -1: fail(u"This string has no end"_s); return false;
            default: fail(u"A line break or control character stands in a string: write it as an escape"_s); return false;
            }
        }
    }

    bool escape()
    {
        static constexpr std::pair<char, char> simple[] { { '"', '"' }, { '\\', '\\' }, { '/', '/' }, { 'b', '\b' }, { 'f', '\f' },
            { 'n', '\n' }, { 'r', '\r' }, { 't', '\t' } };
        const char c = m_at + 1 < m_text.size() ? m_text[m_at + 1] : '\0';
        for (const auto &[name, meaning] : simple) {
            if (c == name) {
                m_buffer.append(meaning);
                m_at += 2;
                return true;
            }
        }
        char32_t code = 0;
        if (c != 'u' || !unit(m_at + 2, code)) {
            fail(u"This escape is none of JSON's"_s);
            return false;
        }
        m_at += 6;
        char32_t low = 0;
        if (code >= 0xD800 && code < 0xDC00 && m_at + 1 < m_text.size() && m_text[m_at] == '\\' && m_text[m_at + 1] == 'u'
            && unit(m_at + 2, low) && low >= 0xDC00 && low < 0xE000) {
            code = QChar::surrogateToUcs4(char16_t(code), char16_t(low));
            m_at += 6;
        }
        m_buffer.append(QString::fromUcs4(&code, 1).toUtf8()); // a lone surrogate becomes U+FFFD
        return true;
    }

    bool unit(qsizetype at, char32_t &code) const
    {
        if (at + 4 > m_text.size())
            return false;
        bool good = false;
        const QByteArrayView hex = m_text.sliced(at, 4);
        for (const char c : hex) {
            if (!((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F')))
                return false;
        }
        code = hex.toUInt(&good, 16);
        return good;
    }

    Tree &m_tree;
    QByteArrayView m_text;
    const ApiLimits &m_limits;
    std::vector<Problem> &m_problems;
    QByteArray m_buffer;
    qsizetype m_at = 0;
    qsizetype m_lineScanned = 0;
    Place m_place;
    bool m_failed = false;
};

Tree readJson(QByteArrayView text, const ApiLimits &limits, std::vector<Problem> &problems)
{
    Tree tree;
    JsonReader(tree, text, limits, problems).run();
    return tree;
}

} // namespace callboard::apis
