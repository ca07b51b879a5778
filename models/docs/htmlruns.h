// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/document.h"

namespace callboard::docs::html {

/// How text is shown where the walk through a page is.
struct Look {
    quint16 style = 0;
    QString link;
    QString title;
};

/// Collects the text of one block, its white space folded as a browser shows it.
class Runs final {
public:
    void text(QStringView text, const Look &look);
    void lineBreak();
    /// Text on both sides of this is not one word.
    void gap(const Look &look = {});
    void image(domain::Run image);
    /// An anchor at this place; the next run has it.
    void anchor(const QString &id);
    bool isEmpty() const { return m_runs.empty(); }
    /// What there is, trimmed; this is empty after it, but for an anchor that nothing followed.
    std::vector<domain::Run> take();
    QString takeAnchor();

private:
    void space();
    void append(QStringView text, const Look &look);

    std::vector<domain::Run> m_runs;
    QString m_anchor;
    Look m_spaceLook;
    bool m_space = false;
    bool m_atStart = true;
};

} // namespace callboard::docs::html
