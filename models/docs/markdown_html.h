// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/docs/markdown_engine.h"

namespace callboard::docs::markdown {

/// Cuts text into tags, comments, references and what is between, as Python's html.parser (3.13) does with the changes that
/// markdown.htmlparser makes to it, down to what it does with what is never closed.
class HtmlScanner {
public:
    Q_DISABLE_COPY_MOVE(HtmlScanner)
    virtual ~HtmlScanner() = default;
    void feed(const QString &text);
    void finish(); ///< All that was fed is all there is.

protected:
    using Attributes = std::vector<std::pair<QString, std::optional<QString>>>;

    HtmlScanner() = default;

    virtual void startTag(const QString &tag, const Attributes &attributes) = 0;
    virtual void emptyTag(const QString &tag, const Attributes &attributes) = 0;
    virtual void endTag(const QString &tag) = 0;
    virtual void data(QStringView text) = 0;
    virtual void special(const QString &text, bool isBlock) = 0; ///< References, comments, declarations.
    virtual bool mayBeSpecial() const = 0; ///< Whether `<?` and `<!` are looked at here.

    bool atLineStart() const;
    QStringView restBehind(qsizetype length) const; ///< What follows a tag of that length.
    QString endTagText(const QString &tag) const;
    void leaveScript() { m_script.clear(); }

    QString m_tagText; ///< Of the start tag.
    QString m_raw;     ///< What is yet to be looked at when this run began.

private:
    void run(bool end);
    qsizetype find(qsizetype from) const;
    qsizetype lastCommentEnd() const;
    qsizetype markup(qsizetype at, bool end);
    qsizetype unfinished(qsizetype at);
    qsizetype readStartTag(qsizetype at);
    qsizetype readEndTag(qsizetype at);
    qsizetype readComment(qsizetype at);
    qsizetype readInstruction(qsizetype at);
    qsizetype readDeclaration(qsizetype at);
    bool reference(qsizetype &at, bool end, bool &stop);
    void move(qsizetype from, qsizetype to);
    qsizetype lineStart() const;

    QString m_script; ///< The element whose content is text up to its end tag.
    qsizetype m_line = 1;
    qsizetype m_offset = 0;
    mutable std::vector<qsizetype> m_lineStarts {0};
    bool m_commentOpen = false;
    qsizetype m_lastClose = -1; ///< Of ">" in what this run looks at.
    qsizetype m_lastComment = -1; ///< Of what closes a comment.
};

} // namespace callboard::docs::markdown
