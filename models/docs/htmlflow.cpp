// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/docs/htmlwalk.h"

namespace callboard::docs::html {

using domain::Block;

void Flow::add(Block block)
{
    if (isOneLine) {
        runs.gap();
        return;
    }
    endText();
    if (block.id.isEmpty())
        block.id = std::exchange(m_anchor, {});
    m_blocks.push_back(std::move(block));
}

void Flow::beginParagraph(const QString &id)
{
    if (isOneLine) {
        runs.gap();
        return;
    }
    endText();
    m_inParagraph = true;
    m_paragraphId = id;
}

void Flow::anchor(const QString &id)
{
    runs.anchor(id);
}

void Flow::endText()
{
    if (isOneLine) {
        runs.gap();
        return;
    }
    Block paragraph;
    paragraph.runs = runs.take();
    const bool loose = !std::exchange(m_inParagraph, false);
    QString id = std::exchange(m_paragraphId, {});
    QString left = runs.takeAnchor();
    if (paragraph.runs.empty()) {
        if (m_anchor.isEmpty())
            m_anchor = !id.isEmpty() ? std::move(id) : std::move(left);
        return;
    }
    if (id.isEmpty())
        id = std::exchange(m_anchor, {});
    if (id.isEmpty())
        id = std::exchange(left, {});
    if (m_anchor.isEmpty())
        m_anchor = std::move(left);
    paragraph.id = std::move(id);
    m_beganLoose |= m_blocks.empty() && loose;
    m_blocks.push_back(std::move(paragraph));
}

std::vector<Block> Flow::take()
{
    endText();
    return std::exchange(m_blocks, {});
}

std::vector<domain::Run> Flow::takeLooseText()
{
    endText();
    if (!m_beganLoose || m_blocks.empty())
        return {};
    auto text = std::move(m_blocks.front().runs);
    if (!text.empty() && text.front().id.isEmpty())
        text.front().id = m_blocks.front().id;
    m_blocks.erase(m_blocks.begin());
    m_beganLoose = false;
    return text;
}

} // namespace callboard::docs::html
