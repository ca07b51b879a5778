// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/documentflow.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <climits>
#include <span>
#include <utility>

using namespace Qt::StringLiterals;

namespace callboard::ui {

using domain::Block;
using domain::Run;
using LeafKind = DocumentFlow::LeafKind;
using Marker = DocumentFlow::Marker;
using Box = DocumentFlow::Box;
using Leaf = DocumentFlow::Leaf;
using Stop = DocumentFlow::Stop;

namespace {

constexpr float paragraphGap = 12;
constexpr float tightGap = 4;
constexpr float looseGap = 8;
constexpr float boxGap = 16;
constexpr float boxPad = 12;
constexpr float codePad = 10;
constexpr float listIndent = 24;
constexpr float wideListIndent = 34; ///< Room for numbers of three digits.
constexpr float quoteIndent = 16;
constexpr int mostColumns = 1000;
constexpr auto externalIcon = "icon:external-link"_L1;

float gapOverHeading(int level)
{
    return level <= 1 ? 28 : level == 2 ? 24 : 20;
}

/// What a page says, without what we put into a leaf's text ourselves.
QString cleaned(QString text)
{
    return text.replace(QChar::ObjectReplacementCharacter, u' ').replace(u'\t', u' ').replace(u'\n', QChar::LineSeparator);
}

} // namespace

/// Goes through the blocks once and lays down leaves, boxes and stops.
class FlowBuilder final {
public:
    explicit FlowBuilder(DocumentFlow &flow)
        : m_flow(flow)
    {
    }

    void build(const domain::Document &document, const DocumentHead &head)
    {
        m_ownLinks = head.ownLinks;
        if (!head.above.empty())
            addRuns(startLeaf(LeafKind::Crumbs), head.above, 0, true);
        const bool titled = !document.blocks.empty() && document.blocks.front().kind == Block::Kind::Heading
            && document.blocks.front().level == 1;
        if (!titled && !head.title.isEmpty()) {
            want(paragraphGap);
            Leaf &leaf = startLeaf(LeafKind::Heading);
            leaf.level = 1;
            addText(leaf, head.title, 0, -1);
        }
        size_t next = 0;
        if (titled)
            add(document.blocks[next++]);
        if (!head.facts.empty()) {
            hold(4);
            addRuns(startLeaf(LeafKind::Facts), head.facts, 0, true);
            hold(paragraphGap);
        }
        for (; next < document.blocks.size(); ++next)
            add(document.blocks[next]);
        if (m_flow.leaves.empty())
            startLeaf(LeafKind::Text);
    }

private:
    void want(float gap) { m_pending = m_held ? m_pending : std::max(m_pending, gap); }
    /// Just this, whatever the next block wants over itself.
    void hold(float gap)
    {
        m_pending = gap;
        m_held = true;
    }

    Leaf &startLeaf(LeafKind kind)
    {
        Leaf leaf;
        leaf.kind = kind;
        leaf.box = m_box;
        leaf.left = m_left;
        leaf.right = m_right;
        leaf.quiet = m_quiet;
        leaf.above = std::exchange(m_pending, 0.F);
        m_held = false;
        if (m_flow.leaves.empty() && m_box < 0)
            leaf.above = 0;
        if (m_marker.marker != Marker::None) {
            leaf.marker = m_marker.marker;
            leaf.number = m_marker.number;
            leaf.level = m_marker.level;
            leaf.markerLeft = m_marker.left;
            m_marker = {};
        }
        for (const QString &id : std::as_const(m_anchors)) {
            if (!m_flow.anchors.contains(id))
                m_flow.anchors.insert(id, int(m_flow.leaves.size()));
        }
        m_anchors.clear();
        m_flow.leaves.push_back(std::move(leaf));
        return m_flow.leaves.back();
    }
    int leafIndex() const { return int(m_flow.leaves.size()) - 1; }

    int openBox(Box::Kind kind, float gap, float pad)
    {
        want(gap);
        Box box;
        box.kind = kind;
        box.parent = m_box;
        box.first = int(m_flow.leaves.size());
        box.left = m_left;
        box.right = m_right;
        box.edge = m_pending;
        m_pending += pad;
        m_flow.boxes.push_back(box);
        m_box = int(m_flow.boxes.size()) - 1;
        return m_box;
    }
    void closeBox(float pad, float gap)
    {
        Box &box = m_flow.boxes[size_t(m_box)];
        m_pending = box.first == int(m_flow.leaves.size()) ? m_pending : 0;
        box.last = int(m_flow.leaves.size());
        const int parent = box.parent;
        startLeaf(LeafKind::BoxEnd).below = pad;
        m_box = parent;
        m_pending = gap;
        m_held = false;
    }

    // Text

    void addText(Leaf &leaf, const QString &text, quint16 style, int link, int image = -1)
    {
        if (text.isEmpty())
            return;
        leaf.spans.push_back({ int(leaf.text.size()), int(text.size()), style, link, image });
        leaf.text += text;
    }
    int addImage(const Run &run, bool trusted)
    {
        DocumentFlow::Image image;
        image.source = run.image;
        image.text = run.text;
        image.title = run.title;
        image.width = run.width;
        image.height = run.height;
        image.isIcon = trusted && run.image.startsWith("icon:"_L1);
        m_flow.images.push_back(std::move(image));
        return int(m_flow.images.size()) - 1;
    }
    void addStop(Stop::Kind kind, int start, int length, int index)
    {
        m_flow.stops.push_back({ kind, leafIndex(), start, length, index });
    }
    /// Stretches with one target, one after the other, are one link.
    void addRuns(Leaf &leaf, const std::vector<Run> &runs, quint16 extra = 0, bool trusted = false)
    {
        for (size_t at = 0; at < runs.size();) {
            const QString target = runs[at].link;
            size_t end = at + 1;
            while (end < runs.size() && runs[end].link == target)
                ++end;
            if (target.isEmpty())
                addPlain(leaf, std::span(runs).subspan(at, end - at), extra, -1, trusted);
            else
                addLink(leaf, std::span(runs).subspan(at, end - at), extra, trusted);
            at = end;
        }
    }
    void addLink(Leaf &leaf, std::span<const Run> runs, quint16 extra, bool trusted)
    {
        m_flow.links.push_back({ runs.front().link, runs.front().image.isEmpty() ? runs.front().title : QString(),
            m_ownLinks.contains(runs.front().link) });
        const int link = int(m_flow.links.size()) - 1;
        const int start = int(leaf.text.size());
        addPlain(leaf, runs, extra, link, trusted);
        if (int(leaf.text.size()) == start)
            return;
        addStop(Stop::Kind::Link, start, int(leaf.text.size()) - start, link);
        const bool onlyImage = std::ranges::all_of(runs, [](const Run &run) { return !run.image.isEmpty(); });
        if (m_flow.links.back().isExternal() && !m_flow.links.back().isOwn && !onlyImage) {
            Run mark;
            mark.image = externalIcon;
            addText(leaf, QString(QChar::ObjectReplacementCharacter), extra, link, addImage(mark, true));
        }
    }
    void addPlain(Leaf &leaf, std::span<const Run> runs, quint16 extra, int link, bool trusted)
    {
        for (const Run &run : runs) {
            if (!run.id.isEmpty() && !m_flow.anchors.contains(run.id))
                m_flow.anchors.insert(run.id, leafIndex());
            const quint16 style = run.style | extra;
            if (run.image.isEmpty()) {
                addText(leaf, cleaned(run.text), style, link);
                continue;
            }
            const int image = addImage(run, trusted);
            if (link < 0 && !m_flow.images.back().isIcon)
                addStop(Stop::Kind::Image, int(leaf.text.size()), 1, image);
            addText(leaf, QString(QChar::ObjectReplacementCharacter), style, link, image);
        }
    }

    // Blocks

    void addAll(const std::vector<Block> &blocks)
    {
        for (const Block &block : blocks)
            add(block);
    }

    void add(const Block &block)
    {
        if (!block.id.isEmpty())
            m_anchors.append(block.id);
        switch (block.kind) {
        case Block::Kind::Paragraph: addParagraph(block, paragraphGap); break;
        case Block::Kind::Heading: addHeading(block); break;
        case Block::Kind::Code: addCode(block); break;
        case Block::Kind::List: addList(block); break;
        case Block::Kind::Quote: addQuote(block); break;
        case Block::Kind::Table: addTable(block); break;
        case Block::Kind::Admonition:
        case Block::Kind::Details: addAdmonition(block); break;
        case Block::Kind::Tabs: addTabs(block); break;
        case Block::Kind::DefinitionList: addDefinitions(block); break;
        case Block::Kind::Figure: addFigure(block); break;
        case Block::Kind::Rule:
            want(boxGap);
            startLeaf(LeafKind::Rule);
            m_pending = boxGap;
            break;
        case Block::Kind::Footnotes: addFootnotes(block); break;
        // What stands outside of what it belongs in is read as text all the same.
        case Block::Kind::Item:
        case Block::Kind::Term:
        case Block::Kind::Definition:
        case Block::Kind::Row:
        case Block::Kind::Cell:
        case Block::Kind::Tab:
        case Block::Kind::Footnote:
        case Block::Kind::Group:
            if (!block.runs.empty())
                addParagraph(block, paragraphGap);
            addAll(block.children);
            break;
        }
    }

    void addParagraph(const Block &block, float gap, quint16 style = 0)
    {
        want(gap);
        addRuns(startLeaf(LeafKind::Text), block.runs, style);
        want(gap);
    }

    void addHeading(const Block &block)
    {
        if (m_flow.leaves.size() <= 1) {
            hold(6); // The title of the page, under where it is.
        } else {
            m_held = false;
            want(gapOverHeading(block.level));
        }
        Leaf &leaf = startLeaf(LeafKind::Heading);
        leaf.level = quint8(std::clamp(block.level, 1, 6));
        addRuns(leaf, block.runs);
        m_flow.headings.push_back({ { leaf.level, block.id, domain::plainText(block.runs) }, leafIndex() });
        hold(8);
    }

    void addCode(const Block &block)
    {
        const int box = openBox(Box::Kind::Code, paragraphGap, 0);
        m_flow.boxes.back().flavour = block.language.toLower();
        m_left += codePad;
        m_right += codePad;
        Leaf &head = startLeaf(LeafKind::CodeHead);
        const bool isDiagram = m_flow.boxes[size_t(box)].isDiagram();
        addText(head, !block.title.isEmpty() ? cleaned(block.title)
                : isDiagram                  ? tr("%1 diagram, shown as its source").arg(block.language == "mermaid"_L1 ? u"Mermaid"_s : u"PlantUML"_s)
                                             : cleaned(block.language), 0, -1);
        m_flow.boxes[size_t(box)].isTitled = !block.title.isEmpty();
        addStop(Stop::Kind::Copy, 0, 0, box);
        if (isDiagram)
            addStop(Stop::Kind::Source, 0, 0, box);
        hold(8);
        const QStringList lines = block.text.split(u'\n');
        for (qsizetype at = 0; at < lines.size(); ++at) {
            Leaf &leaf = startLeaf(LeafKind::CodeLine);
            leaf.number = block.firstLine > 0 ? block.firstLine + int(at) : 0;
            leaf.marked = block.marked.contains(at + 1);
            addText(leaf, lines[at], 0, -1);
        }
        if (isDiagram) {
            hold(8);
            startLeaf(LeafKind::Diagram);
            addStop(Stop::Kind::Diagram, 0, 0, box);
        }
        m_left -= codePad;
        m_right -= codePad;
        closeBox(codePad, paragraphGap);
    }

    void addList(const Block &block)
    {
        const qint64 highest = qint64(block.start) + qint64(block.children.size());
        const float indent = block.ordered && highest > 100 ? wideListIndent : listIndent;
        ++m_depth;
        m_left += indent;
        qint64 number = block.start;
        for (const Block &item : block.children) {
            if (m_marker.marker != Marker::None) // An item whose first thing is a list.
                startLeaf(LeafKind::Text);
            if (!item.id.isEmpty())
                m_anchors.append(item.id);
            const bool loose = item.runs.empty();
            want(loose ? looseGap : tightGap);
            m_marker.marker = item.check == Block::Check::Done ? Marker::Done
                : item.check == Block::Check::Empty            ? Marker::Empty
                : block.ordered                                ? Marker::Number
                                                               : Marker::Bullet;
            m_marker.number = int(std::clamp<qint64>(number++, INT_MIN, INT_MAX));
            m_marker.level = quint8(std::min(m_depth, 200));
            m_marker.left = m_left;
            if (!item.runs.empty())
                addParagraph(item, tightGap);
            if (!loose)
                m_pending = tightGap;
            addAll(item.children);
            if (m_marker.marker != Marker::None)
                startLeaf(LeafKind::Text);
        }
        m_left -= indent;
        --m_depth;
        if (m_depth == 0)
            want(paragraphGap);
    }

    void addQuote(const Block &block)
    {
        openBox(Box::Kind::Quote, paragraphGap, 2);
        m_left += quoteIndent;
        addAll(block.children);
        m_left -= quoteIndent;
        closeBox(2, paragraphGap);
    }

    void addAdmonition(const Block &block)
    {
        const bool folds = block.kind == Block::Kind::Details;
        const int box = openBox(folds ? Box::Kind::Details : Box::Kind::Admonition, paragraphGap, 10);
        m_flow.boxes[size_t(box)].flavour = block.flavour;
        m_flow.boxes[size_t(box)].open = !folds || block.open;
        m_left += boxPad;
        m_right += boxPad;
        const bool quiet = std::exchange(m_quiet, true);
        if (folds || !block.title.isEmpty()) {
            addText(startLeaf(LeafKind::BoxTitle), block.title.isEmpty() ? tr("Details") : cleaned(block.title), 0, -1);
            if (folds)
                addStop(Stop::Kind::Fold, 0, 0, box);
            hold(tightGap);
        }
        addAll(block.children);
        m_quiet = quiet;
        m_left -= boxPad;
        m_right -= boxPad;
        closeBox(10, paragraphGap);
    }

    void addTabs(const Block &block)
    {
        openBox(Box::Kind::Tabs, paragraphGap, 0);
        Leaf &bar = startLeaf(LeafKind::TabBar);
        int column = 0;
        for (const Block &tab : block.children) {
            if (column > 0)
                bar.text += u'\t';
            const QString label = cleaned(tab.title.isEmpty() ? QString::number(column + 1) : tab.title);
            bar.cells.push_back({ int(bar.text.size()), int(label.size()), column, 1, Block::Align::None });
            bar.text += label;
            addStop(Stop::Kind::Tab, bar.cells.back().start, bar.cells.back().length, column++);
        }
        bar.spans.push_back({ 0, int(bar.text.size()), 0, -1, -1 });
        column = 0;
        for (const Block &tab : block.children) {
            m_pending = 0;
            openBox(Box::Kind::Tab, paragraphGap, 0);
            m_flow.boxes.back().chosen = column++;
            addAll(tab.children);
            closeBox(0, 0);
        }
        closeBox(4, paragraphGap);
    }

    void addDefinitions(const Block &block)
    {
        for (const Block &part : block.children) {
            if (part.kind == Block::Kind::Term) {
                if (!part.id.isEmpty())
                    m_anchors.append(part.id);
                addParagraph(part, paragraphGap, Run::Strong);
                m_pending = tightGap;
                continue;
            }
            m_left += listIndent;
            if (!part.runs.empty())
                addParagraph(part, tightGap);
            addAll(part.children);
            m_left -= listIndent;
            want(looseGap);
        }
        want(paragraphGap);
    }

    void addFigure(const Block &block)
    {
        if (!block.runs.empty())
            addParagraph(block, paragraphGap);
        addAll(block.children);
        if (!block.title.isEmpty()) {
            m_pending = tightGap;
            addText(startLeaf(LeafKind::Caption), cleaned(block.title), 0, -1);
            want(paragraphGap);
        }
    }

    void addFootnotes(const Block &block)
    {
        want(24);
        startLeaf(LeafKind::Rule);
        m_pending = 8;
        m_quiet = true;
        m_left += listIndent;
        int number = 1;
        for (const Block &note : block.children) {
            if (!note.id.isEmpty())
                m_anchors.append(note.id);
            m_marker = { Marker::Number, number++, 1, m_left };
            if (!note.runs.empty())
                addParagraph(note, tightGap);
            addAll(note.children);
            if (m_marker.marker != Marker::None)
                startLeaf(LeafKind::Text);
            m_pending = tightGap;
        }
        m_left -= listIndent;
        m_quiet = false;
    }

    // Tables

    void addTable(const Block &block)
    {
        const int box = openBox(Box::Kind::Table, paragraphGap, 0);
        m_flow.boxes[size_t(box)].headRows = block.headerRows;
        std::vector<int> busy; // By column: for how many further rows a cell from above covers it.
        int row = 0;
        for (const Block &part : block.children) {
            if (!part.id.isEmpty())
                m_anchors.append(part.id);
            Leaf &leaf = startLeaf(LeafKind::TableRow);
            leaf.head = row++ < block.headerRows;
            addRow(leaf, part, busy);
            m_flow.boxes[size_t(box)].columns = std::max(m_flow.boxes[size_t(box)].columns, int(busy.size()));
        }
        closeBox(0, paragraphGap);
        if (!block.title.isEmpty()) {
            m_pending = 6;
            addText(startLeaf(LeafKind::Caption), cleaned(block.title), 0, -1);
            want(paragraphGap);
        }
    }

    void addRow(Leaf &leaf, const Block &row, std::vector<int> &busy)
    {
        size_t column = 0;
        for (int &rows : busy)
            rows = std::max(0, rows - 1);
        for (const Block &cell : row.children) {
            while (column < busy.size() && busy[column] > 0)
                ++column;
            if (column >= mostColumns)
                break;
            const int columns = std::clamp(cell.columnSpan, 1, int(mostColumns - column));
            if (busy.size() < column + size_t(columns))
                busy.resize(column + size_t(columns));
            std::fill_n(busy.begin() + qsizetype(column), columns, std::clamp(cell.rowSpan, 1, 65534));
            if (!leaf.text.isEmpty() || !leaf.cells.empty()) {
                leaf.spans.push_back({ int(leaf.text.size()), 1, 0, -1, -1 });
                leaf.text += u'\t';
            }
            const int start = int(leaf.text.size());
            addRuns(leaf, cell.runs);
            addCellBlocks(leaf, start, cell.children);
            leaf.cells.push_back({ start, int(leaf.text.size()) - start, int(column), columns, cell.align });
            column += size_t(columns);
        }
    }

    /// What lies in a cell is read as lines.
    void addCellBlocks(Leaf &leaf, int start, const std::vector<Block> &blocks, const QString &lead = {})
    {
        for (const Block &block : blocks) {
            const bool hasText = !block.runs.empty() || !block.text.isEmpty() || !block.title.isEmpty();
            if (hasText && leaf.text.size() > start)
                addText(leaf, QString(QChar::LineSeparator), 0, -1);
            if (hasText)
                addText(leaf, lead, 0, -1);
            addText(leaf, cleaned(block.title), Run::Strong, -1);
            addRuns(leaf, block.runs);
            addText(leaf, cleaned(block.text), Run::Code, -1);
            addCellBlocks(leaf, start, block.children, block.kind == Block::Kind::List ? u"• "_s : QString());
        }
    }

    static QString tr(const char *text);

    struct Pending {
        Marker marker = Marker::None;
        int number = 0;
        quint8 level = 0;
        float left = 0;
    };
    DocumentFlow &m_flow;
    QStringList m_ownLinks;
    QStringList m_anchors; ///< Of blocks whose first leaf is still to come.
    Pending m_marker;
    float m_left = 0;
    float m_right = 0;
    float m_pending = 0; ///< Room over the next leaf.
    int m_box = -1;
    int m_depth = 0;
    bool m_held = false;
    bool m_quiet = false;
};

QString FlowBuilder::tr(const char *text)
{
    return QCoreApplication::translate("callboard::ui::DocumentView", text);
}

DocumentFlow DocumentFlow::of(const domain::Document &document, const DocumentHead &head)
{
    DocumentFlow flow;
    FlowBuilder(flow).build(document, head);
    flow.updateHidden();
    return flow;
}

} // namespace callboard::ui
