// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalog/queryplain.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace callboard::catalog {

namespace {

struct KeyName {
    QLatin1StringView text;
    TermKey key;
};

constexpr std::array keyNames {
    KeyName { "kind"_L1, TermKey::Kind },
    KeyName { "owner"_L1, TermKey::Owner },
    KeyName { "system"_L1, TermKey::System },
    KeyName { "type"_L1, TermKey::Type },
    KeyName { "lifecycle"_L1, TermKey::Lifecycle },
    KeyName { "tag"_L1, TermKey::Tag },
    KeyName { "is"_L1, TermKey::Is },
    KeyName { "name"_L1, TermKey::Name },
    KeyName { "namespace"_L1, TermKey::Namespace },
    KeyName { "text"_L1, TermKey::Text },
    KeyName { "has"_L1, TermKey::Has },
    KeyName { "rel"_L1, TermKey::Relation },
    KeyName { "annotation"_L1, TermKey::Annotation },
    KeyName { "label"_L1, TermKey::Label },
    // Other words that people try.
    KeyName { "k"_L1, TermKey::Kind },
    KeyName { "ns"_L1, TermKey::Namespace },
    KeyName { "tags"_L1, TermKey::Tag },
    KeyName { "relation"_L1, TermKey::Relation },
};
constexpr size_t offeredKeys = 14;

bool isQuote(QChar unit) { return unit == u'"'; }

const KeyName *findKey(QStringView text)
{
    const auto at = std::find_if(keyNames.begin(), keyNames.end(),
        [&](const KeyName &name) { return text.compare(name.text, Qt::CaseInsensitive) == 0; });
    return at == keyNames.end() ? nullptr : &*at;
}

/// Reads one text from left to right.
class Reader {
public:
    explicit Reader(QStringView text)
        : m_text(text)
    {
    }

    PlainQuery run()
    {
        PlainQuery query;
        while (skipSpace())
            query.terms.push_back(term());
        return query;
    }

private:
    bool skipSpace()
    {
        while (m_at < m_text.size() && m_text[m_at].isSpace())
            ++m_at;
        return m_at < m_text.size();
    }

    PlainTerm term()
    {
        PlainTerm term;
        term.start = m_at;
        if (m_text[m_at] == u'-' || m_text[m_at] == u'!') {
            term.negated = true;
            ++m_at;
        }
        term.valueStart = m_at;
        if (const KeyName *name = readKey())
            readKeyed(term, name->key);
        else
            readWord(term);
        term.length = m_at - term.start;
        return term;
    }

    /// Moves past `key:` when one stands here.
    const KeyName *readKey()
    {
        qsizetype end = m_at;
        while (end < m_text.size() && m_text[end].isLetter())
            ++end;
        if (end >= m_text.size() || m_text[end] != u':')
            return nullptr;
        const KeyName *name = findKey(m_text.sliced(m_at, end - m_at));
        if (name)
            m_at = end + 1;
        return name;
    }

    void readWord(PlainTerm &term)
    {
        const QString text = piece(QStringView(), &term.quoted);
        if (!text.isEmpty())
            term.values.append(text);
        if (text.endsWith(u':') && !term.quoted)
            term.hint = u"\"%1\" is not a key; it is looked for as text"_s.arg(text.chopped(1));
    }

    void readKeyed(PlainTerm &term, TermKey key)
    {
        term.key = key;
        term.valueStart = m_at;
        if (key == TermKey::Annotation || key == TermKey::Label || key == TermKey::Relation) {
            term.field = piece(u"=", nullptr);
            if (m_at < m_text.size() && m_text[m_at] == u'=') {
                term.valueStart = ++m_at;
                readValues(term);
            }
            if (term.field.isEmpty())
                term.hint = key == TermKey::Relation ? u"write a relation type"_s : u"write a key"_s;
            return;
        }
        if (key == TermKey::Has) {
            term.field = piece({}, nullptr);
            if (term.field.isEmpty())
                term.hint = u"write a field, such as spec.lifecycle"_s;
            return;
        }
        readValues(term);
        if (term.values.isEmpty())
            term.hint = u"write a value"_s;
        else if (key == TermKey::Is)
            checkIs(term);
    }

    void readValues(PlainTerm &term)
    {
        for (;;) {
            const QString value = piece(u",", nullptr);
            if (!value.isEmpty())
                term.values.append(value);
            if (m_at >= m_text.size() || m_text[m_at] != u',')
                return;
            term.valueStart = ++m_at;
        }
    }

    void checkIs(PlainTerm &term)
    {
        QStringList understood;
        for (const QString &value : std::as_const(term.values)) {
            QStringList candidates;
            for (const QString &known : isValues()) {
                if (known.startsWith(value, Qt::CaseInsensitive) || value.compare(known + u's', Qt::CaseInsensitive) == 0)
                    candidates.append(known);
            }
            if (candidates.size() == 1)
                understood.append(candidates.front());
            else
                term.hint = u"\"is:\" takes %1"_s.arg(isValues().join(u", "_s));
        }
        term.values = understood;
    }

    /// Up to white space or one of `ends`, quotes taken away; an open quote runs to the end of the text.
    QString piece(QStringView ends, bool *quoted)
    {
        QString text;
        bool inQuotes = false;
        for (; m_at < m_text.size(); ++m_at) {
            const QChar unit = m_text[m_at];
            if (isQuote(unit)) {
                inQuotes = !inQuotes;
                if (quoted)
                    *quoted = true;
                continue;
            }
            if (!inQuotes && (unit.isSpace() || ends.contains(unit)))
                break;
            text.append(unit);
        }
        return text;
    }

    QStringView m_text;
    qsizetype m_at = 0;
};

} // namespace

bool PlainTerm::isComplete() const
{
    switch (key) {
    case TermKey::Has:
    case TermKey::Annotation:
    case TermKey::Label:
    case TermKey::Relation: return !field.isEmpty();
    default: return !values.isEmpty();
    }
}

QString PlainQuery::freeText() const
{
    QStringList words;
    for (const PlainTerm &term : terms) {
        if (term.key == TermKey::Word && !term.negated && !term.quoted)
            words += term.values;
    }
    return words.join(u' ');
}

const PlainTerm *PlainQuery::termAt(qsizetype cursor) const
{
    for (const PlainTerm &term : terms) {
        if (cursor > term.start && cursor <= term.start + term.length)
            return &term;
    }
    return nullptr;
}

PlainQuery parsePlainQuery(QStringView text)
{
    return Reader(text).run();
}

QString keyText(TermKey key)
{
    const auto at = std::find_if(keyNames.begin(), keyNames.end(), [key](const KeyName &name) { return name.key == key; });
    return at == keyNames.end() ? QString() : QString(at->text);
}

QStringList plainKeys()
{
    QStringList keys;
    for (size_t i = 0; i < offeredKeys; ++i)
        keys.append(keyNames[i].text);
    return keys;
}

QStringList isValues()
{
    return { u"mine"_s, u"starred"_s, u"recent"_s, u"problem"_s, u"orphan"_s, u"dangling"_s };
}

QString quotedValue(const QString &value)
{
    const bool needsQuotes = value.isEmpty()
        || std::any_of(value.begin(), value.end(), [](QChar unit) { return unit.isSpace() || unit == u','; });
    QString bare = value;
    bare.remove(u'"');
    return needsQuotes ? QString(u'"' + bare + u'"') : bare;
}

QString withoutTerm(const QString &text, qsizetype start)
{
    const PlainQuery query = parsePlainQuery(text);
    for (const PlainTerm &term : query.terms) {
        if (term.start == start)
            return QString(text.first(start) + text.sliced(start + term.length)).simplified();
    }
    return text;
}

} // namespace callboard::catalog
