// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/docs/markdown_engine.h"

namespace callboard::docs::markdown {

using namespace Qt::StringLiterals;

namespace {

// Elements nest as deep as patterns find each other's content; none of the corpus comes near.
constexpr int deepest = 60;

} // namespace

Placeholder placeholderAt(QStringView text, qsizetype at, QLatin1StringView prefix)
{
    if (!text.sliced(at).startsWith(prefix))
        return {};
    qsizetype end = at + prefix.size();
    qsizetype number = 0;
    const qsizetype first = end;
    for (; end < text.size() && isAsciiDigit(text[end]) && end - first < 10; ++end)
        number = number * 10 + (text[end].unicode() - u'0');
    if (end == first || end >= text.size() || text[end] != etx)
        return {};
    return {number, end + 1};
}

bool InlineParser::isInLink(const Element *element) const
{
    for (; element; element = element->parent) {
        if (element->tag == "a"_L1)
            return true;
    }
    return false;
}

QString InlineParser::put(const Outcome &outcome, size_t index)
{
    if (Element *made = outcome.node; made && !made->textAtomic && m_depth < deepest) {
        ++m_depth;
        const std::vector<Element *> children = made->children;
        const auto visit = [&](Element *child) {
            if (!child->text.isEmpty()) {
                m_ancestors.push_back(child->tag);
                if (!child->textAtomic)
                    child->text = handleInline(child->text, index + 1);
                m_ancestors.pop_back();
            }
            if (!child->tail.isEmpty() && !child->tailAtomic)
                child->tail = handleInline(child->tail, index);
        };
        visit(made);
        for (Element *child : children)
            visit(child);
        --m_depth;
    }
    m_stash.push_back({outcome.node, outcome.text});
    return inlinePrefix + QString::number(m_stash.size() - 1).rightJustified(4, u'0') + etx;
}

QString InlineParser::apply(InlinePattern &pattern, size_t index, const QString &data)
{
    if (pattern.isForbiddenInLinks() && std::ranges::contains(m_ancestors, u"a"_s))
        return data;
    if (!pattern.begin(data))
        return data;
    QString rest = data;
    QString done;
    qsizetype copied = 0;
    qsizetype from = 0;
    for (;;) {
        qsizetype refused = -1;
        Candidate candidate = pattern.next(rest, from);
        Outcome outcome;
        while (candidate) {
            outcome = pattern.handle(candidate, rest);
            if (outcome.kind != Outcome::Kind::Rejected)
                break;
            refused = refused < 0 ? candidate.start : refused;
            candidate = pattern.next(rest, std::max(candidate.end, candidate.start + 1));
        }
        if (!candidate)
            break;
        if (outcome.kind == Outcome::Kind::Nothing) {
            from = std::max(outcome.end, from + 1);
            continue;
        }
        Q_ASSERT(outcome.start >= from && outcome.end > outcome.start); // Or this has no end.
        const QString placeholder = put(outcome, index);
        // Python-Markdown looks at the whole text again after each match. That can only find something where a candidate was refused
        // before; it is done while it costs little.
        if (refused >= copied && m_engine.spend(rest.size() - copied)) {
            const qsizetype shift = done.size() - copied;
            done += QStringView(rest).sliced(copied, outcome.start - copied);
            done += placeholder;
            done += QStringView(rest).sliced(outcome.end);
            rest = done;
            done.clear();
            copied = 0;
            from = refused + shift;
            pattern.begin(rest);
            continue;
        }
        done += QStringView(rest).sliced(copied, outcome.start - copied);
        done += placeholder;
        copied = from = outcome.end;
        // What looks behind itself sees the placeholder's end.
        if (copied > 0) {
            if (rest[copied - 1].isLowSurrogate() && copied > 1)
                rest[copied - 2] = etx;
            rest[copied - 1] = etx;
        }
    }
    done += QStringView(rest).sliced(copied);
    return done;
}

QString InlineParser::handleInline(QString data, size_t first)
{
    for (size_t index = first; index < m_patterns.size(); ++index)
        data = apply(m_patterns.at(index), index, data);
    return data;
}

void InlineParser::resolveText(Element *node, Element *sub, bool isText)
{
    QString text;
    bool atomic = false;
    if (isText) {
        text = std::exchange(sub->text, {});
        atomic = std::exchange(sub->textAtomic, false);
    } else {
        text = std::exchange(sub->tail, {});
        atomic = std::exchange(sub->tailAtomic, false);
    }
    const std::vector<Element *> made = resolve(text, atomic, sub, isText);
    const size_t place = !isText && node != sub ? node->indexOf(sub) + 1 : 0;
    for (Element *element : made)
        element->parent = node;
    node->children.insert(node->children.begin() + qsizetype(std::min(place, node->children.size())), made.begin(), made.end());
}

std::vector<Element *> InlineParser::resolve(const QString &data, bool atomic, Element *parent, bool isText)
{
    std::vector<Element *> result;
    const auto link = [&](QStringView text, bool isFinal) {
        if (text.isEmpty())
            return;
        QString &place = !result.empty() ? result.back()->tail : (isText ? parent->text : parent->tail);
        bool &placeAtomic = !result.empty() ? result.back()->tailAtomic : (isText ? parent->textAtomic : parent->tailAtomic);
        placeAtomic = place.isEmpty() && isFinal;
        place += text;
    };
    qsizetype start = 0;
    for (;;) {
        const qsizetype index = data.indexOf(inlinePrefix, start);
        if (index < 0)
            break;
        const Placeholder found = placeholderAt(data, index, inlinePrefix);
        if (found.number < 0 || size_t(found.number) >= m_stash.size() || m_depth >= deepest) {
            const qsizetype end = found.number < 0 ? index + inlinePrefix.size() : found.end;
            link(QStringView(data).sliced(start, end - start), false);
            start = end;
            continue;
        }
        link(QStringView(data).sliced(start, index - start), false);
        start = found.end;
        Element *node = m_stash[size_t(found.number)].node;
        if (!node) {
            link(m_stash[size_t(found.number)].text, false);
            continue;
        }
        ++m_depth;
        const std::vector<Element *> children = node->children;
        const auto visit = [&](Element *child) {
            if (!isBlank(child->tail))
                resolveText(node, child, false);
            if (!isBlank(child->text))
                resolveText(child, child, true);
        };
        visit(node);
        for (Element *child : children)
            visit(child);
        --m_depth;
        result.push_back(node);
    }
    link(QStringView(data).sliced(start), atomic);
    return result;
}

void InlineParser::processChildren(Element *parent, std::vector<Element *> &open)
{
    // What comes out of a tail is looked at in turn, so the children are a line that grows at its head.
    std::vector<Element *> waiting(parent->children.rbegin(), parent->children.rend());
    std::vector<Element *> done;
    m_ancestors.clear();
    if (isInLink(parent))
        m_ancestors.push_back(u"a"_s);
    while (!waiting.empty()) {
        Element *child = waiting.back();
        waiting.pop_back();
        done.push_back(child);
        const bool hadChildren = !child->children.empty();
        if (!child->text.isEmpty() && !child->textAtomic) {
            m_ancestors.push_back(child->tag);
            const QString text = std::exchange(child->text, {});
            const std::vector<Element *> made = resolve(handleInline(text, 0), false, child, true);
            for (Element *element : made)
                element->parent = child;
            child->children.insert(child->children.begin(), made.begin(), made.end());
            open.insert(open.end(), made.begin(), made.end());
            m_ancestors.pop_back();
        }
        if (!child->tail.isEmpty()) {
            const QString tail = child->tailAtomic ? child->tail : handleInline(child->tail, 0);
            const bool atomic = child->tailAtomic;
            Element holder;
            child->tail.clear();
            child->tailAtomic = false;
            const std::vector<Element *> made = resolve(tail, atomic, &holder, false);
            child->tail = holder.tail;
            child->tailAtomic = holder.tailAtomic;
            for (auto element = made.rbegin(); element != made.rend(); ++element) {
                (*element)->parent = parent;
                waiting.push_back(*element);
            }
        }
        if (hadChildren)
            open.push_back(child);
    }
    parent->children = std::move(done);
}

void InlineParser::run(Element *root)
{
    m_engine.inlineParser = this;
    std::vector<Element *> open {root};
    while (!open.empty()) {
        Element *element = open.back();
        open.pop_back();
        processChildren(element, open);
    }
}

} // namespace callboard::docs::markdown
