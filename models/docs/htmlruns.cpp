// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/docs/htmlruns.h"

namespace callboard::docs::html {

using namespace Qt::StringLiterals;
using domain::Run;

namespace {

/// What CSS folds; a no-break space is none of it.
bool isFolded(QChar c)
{
    return c == u' ' || c == u'\n' || c == u'\t' || c == u'\r' || c == u'\f';
}

} // namespace

void Runs::text(QStringView text, const Look &look)
{
    qsizetype at = 0;
    while (at < text.size()) {
        if (isFolded(text[at])) {
            gap(look);
            ++at;
            continue;
        }
        qsizetype end = at;
        while (end < text.size() && !isFolded(text[end]))
            ++end;
        space();
        append(text.sliced(at, end - at), look);
        m_atStart = false;
        at = end;
    }
}

void Runs::gap(const Look &look)
{
    if (m_atStart || m_space)
        return;
    m_space = true;
    m_spaceLook = look;
}

void Runs::space()
{
    if (!m_space)
        return;
    m_space = false;
    append(u" ", m_spaceLook);
}

void Runs::append(QStringView text, const Look &look)
{
    if (!m_runs.empty() && m_anchor.isEmpty()) {
        Run &last = m_runs.back();
        const bool same = last.image.isEmpty() && last.style == look.style && last.link == look.link && last.title == look.title;
        if (same) {
            last.text += text;
            return;
        }
    }
    Run run;
    run.text = text.toString();
    run.style = look.style;
    run.link = look.link;
    run.title = look.title;
    run.id = takeAnchor();
    m_runs.push_back(std::move(run));
}

void Runs::lineBreak()
{
    m_space = false;
    if (m_runs.empty())
        return;
    append(u"\n", {});
    m_atStart = true;
}

void Runs::image(Run image)
{
    space();
    image.id = takeAnchor();
    m_runs.push_back(std::move(image));
    m_atStart = false;
}

void Runs::anchor(const QString &id)
{
    space();
    if (m_anchor.isEmpty())
        m_anchor = id;
}

QString Runs::takeAnchor()
{
    return std::exchange(m_anchor, {});
}

std::vector<Run> Runs::take()
{
    while (!m_runs.empty() && m_runs.back().image.isEmpty()) {
        QString &text = m_runs.back().text;
        while (text.endsWith(u'\n') || text.endsWith(u' '))
            text.chop(1);
        if (!text.isEmpty())
            break;
        if (m_anchor.isEmpty())
            m_anchor = m_runs.back().id;
        m_runs.pop_back();
    }
    m_space = false;
    m_atStart = true;
    return std::exchange(m_runs, {});
}

} // namespace callboard::docs::html
