// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/pagetext.h"

#include <QCryptographicHash>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace callboard::domain {

namespace {

QString lineOf(const Block &block)
{
    const QString text = plainText(block.runs).replace(u'\n', u' ');
    if (block.kind == Block::Kind::Heading)
        return QString(block.level, u'#') + u' ' + text;
    return text;
}

void addLines(const std::vector<Block> &blocks, const QString &lead, QStringList &lines)
{
    for (const Block &block : blocks) {
        if (!block.title.isEmpty())
            lines.append(lead + block.title);
        if (block.kind == Block::Kind::Row) {
            QStringList cells;
            for (const Block &cell : block.children)
                cells.append(plainText(cell).replace(u'\n', u' '));
            lines.append(lead + cells.join(" | "_L1));
            continue;
        }
        if (!block.runs.empty())
            lines.append((block.kind == Block::Kind::Item ? QString(lead + u"- "_s) : lead) + lineOf(block));
        for (const QString &line : block.text.isEmpty() ? QStringList() : block.text.split(u'\n'))
            lines.append(lead + u"    "_s + line);
        addLines(block.children, block.kind == Block::Kind::Item || block.kind == Block::Kind::Quote ? QString(lead + u"  "_s) : lead, lines);
    }
}

} // namespace

QString pageText(const Document &document)
{
    QStringList lines;
    addLines(document.blocks, {}, lines);
    return lines.join(u'\n');
}

QString pageVersion(const QString &text)
{
    return QString::fromLatin1(QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).toHex());
}

} // namespace callboard::domain
