// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/docs/markdown_blocks.h"

#include "models/docs/markdown_patterns.h"

namespace callboard::docs::markdown {

using namespace Qt::StringLiterals;

namespace {

/// Whether a row ends with a pipe that no backslash escapes.
bool endsWithBorder(QStringView row)
{
    if (!row.endsWith(u'|'))
        return false;
    qsizetype slashes = 0;
    while (slashes + 1 < row.size() && row[row.size() - 2 - slashes] == u'\\')
        ++slashes;
    return slashes % 2 == 0;
}

/// The pipes of a row that part cells: neither escaped nor in code.
std::vector<qsizetype> pipesOf(QStringView row)
{
    struct Ticks {
        qsizetype start;
        qsizetype end; ///< The last one.
        qsizetype length;
        bool escaped;
    };
    std::vector<qsizetype> pipes;
    std::vector<Ticks> ticks;
    // (?:(\\\\)|(\\`+)|(`+)|(\\\|)|(\|))
    for (qsizetype at = 0; at < row.size(); ++at) {
        const QChar next = at + 1 < row.size() ? row[at + 1] : QChar();
        if (row[at] == u'\\' && (next == u'\\' || next == u'|')) {
            ++at;
        } else if (row[at] == u'`' || (row[at] == u'\\' && next == u'`')) {
            const bool escaped = row[at] == u'\\';
            const qsizetype length = countOf(row, u'`', at + escaped);
            ticks.push_back({at, at + escaped + length - 1, length, escaped});
            at = ticks.back().end;
        } else if (row[at] == u'|') {
            pipes.push_back(at);
        }
    }
    QHash<qsizetype, std::vector<size_t>> byLength;
    for (size_t i = 0; i < ticks.size(); ++i)
        byLength[ticks[i].length].push_back(i);
    std::vector<std::pair<qsizetype, qsizetype>> code;
    for (size_t i = 0; i < ticks.size();) {
        const qsizetype size = ticks[i].length - (ticks[i].escaped ? 1 : 0);
        const auto known = byLength.constFind(size);
        size_t close = 0;
        if (size > 0 && known != byLength.constEnd()) {
            const auto next = std::ranges::upper_bound(*known, i);
            close = next == known->end() ? 0 : *next;
        }
        if (close > 0)
            code.emplace_back(ticks[i].start, ticks[close].end);
        i = close > 0 ? close + 1 : i + 1;
    }
    size_t region = 0;
    std::erase_if(pipes, [&](qsizetype pipe) {
        while (region < code.size() && code[region].second < pipe)
            ++region;
        return region < code.size() && code[region].first <= pipe;
    });
    return pipes;
}

class TableProcessor final : public BlockProcessor {
public:
    TableProcessor(Engine &engine, bool alignAttribute)
        : BlockProcessor(engine)
        , m_alignAttribute(alignAttribute)
    {
    }

    bool test(Element *, QStringView block) override
    {
        const qsizetype end = block.indexOf(u'\n');
        if (end < 0)
            return false;
        const QStringView header = stripped(block.first(end), u' ');
        const QStringView second = stripped(lineAt(block, end + 1), u' ');
        // Cheap first: most blocks are no tables.
        for (const QChar c : second) {
            if (c != u'|' && c != u':' && c != u'-' && c != u' ')
                return false;
        }
        m_border = header.startsWith(u'|') || endsWithBorder(header);
        const std::vector<QStringView> cells = split(header);
        if (cells.size() == 1 && !(m_border && everyRowHasPipe(block.sliced(end + 1))))
            return false;
        m_separator = split(second);
        return m_separator.size() == cells.size();
    }

    bool run(Element *parent, Blocks &blocks) override
    {
        const QStringView block = blocks.back();
        blocks.pop_back();
        QStringList align;
        for (QStringView cell : m_separator) {
            cell = stripped(cell, u' ');
            const bool left = cell.startsWith(u':');
            const bool right = cell.endsWith(u':');
            align += left && right ? u"center"_s : left ? u"left"_s : right ? u"right"_s : QString();
        }
        Element *table = m_engine.tree.child(parent, "table"_L1);
        addRow(m_engine.tree.child(table, "thead"_L1), lineAt(block, 0), align, "th"_L1);
        Element *body = m_engine.tree.child(table, "tbody"_L1);
        const QStringView rows = behindLine(block, block.indexOf(u'\n') + 1);
        if (block.count(u'\n') < 2)
            addRow(body, {}, align, "td"_L1);
        else
            eachLine(rows, [&](QStringView row, qsizetype) {
                addRow(body, row, align, "td"_L1);
                return true;
            });
        return true;
    }

private:
    static bool everyRowHasPipe(QStringView rows)
    {
        bool all = true;
        eachLine(rows, [&all](QStringView row, qsizetype) {
            row = stripped(row, u' ');
            all = row.startsWith(u'|') || endsWithBorder(row);
            return all;
        });
        return all;
    }

    std::vector<QStringView> split(QStringView row) const
    {
        if (m_border) {
            if (row.startsWith(u'|'))
                row = row.sliced(1);
            if (endsWithBorder(row)) {
                // The backslashes in pairs before it go with it.
                row.chop(1);
                while (row.endsWith(u'\\'))
                    row.chop(1);
            }
        }
        std::vector<QStringView> cells;
        qsizetype at = 0;
        for (const qsizetype pipe : pipesOf(row)) {
            cells.push_back(row.sliced(at, pipe - at));
            at = pipe + 1;
        }
        cells.push_back(row.sliced(at));
        return cells;
    }

    void addRow(Element *parent, QStringView text, const QStringList &align, QLatin1StringView tag)
    {
        Element *row = m_engine.tree.child(parent, "tr"_L1);
        const std::vector<QStringView> cells = split(stripped(text, u' '));
        for (qsizetype i = 0; i < align.size(); ++i) {
            Element *cell = m_engine.tree.child(row, tag);
            if (size_t(i) < cells.size())
                cell->text = stripped(cells[size_t(i)], u' ').toString();
            if (!align[i].isEmpty())
                cell->set(m_alignAttribute ? u"align"_s : u"style"_s, m_alignAttribute ? align[i] : u"text-align: "_s + align[i] + u';');
        }
    }

    bool m_alignAttribute;
    bool m_border = false;
    std::vector<QStringView> m_separator;
};

} // namespace

void addTables(Engine &engine, const QJsonObject &config)
{
    if (!engine.escapedChars.contains(u'|'))
        engine.escapedChars += u'|';
    engine.blocks.processors.add(
        u"table"_s, 75, std::make_unique<TableProcessor>(engine, isTrue(config, "use_align_attribute"_L1, false)));
}

} // namespace callboard::docs::markdown
