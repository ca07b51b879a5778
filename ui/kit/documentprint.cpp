// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/documentprint.h"

#include "ui/kit/documentdiagrams.h"
#include "ui/kit/documentpainter.h"

#include <QPagedPaintDevice>
#include <QPainter>

#include <algorithm>

namespace callboard::ui {

using LeafKind = DocumentFlow::LeafKind;
using Box = DocumentFlow::Box;

namespace {

constexpr int textPercent = 88;
constexpr qreal footHeight = 36; ///< Of the page number and the room over it.
constexpr qreal pointsToPx = 96.0 / 72.0;

/// Where a sheet may end: after lines and leaves, but not after what belongs to what follows.
std::vector<qreal> breaksOf(DocumentLayout &layout)
{
    std::vector<qreal> breaks;
    const auto &leaves = layout.flow().leaves;
    for (int at = 0; at < layout.count(); ++at) {
        const auto &leaf = leaves[size_t(at)];
        if (leaf.hidden)
            continue;
        const LaidLeaf &laid = layout.laid(at);
        const qreal top = layout.top(at);
        if (laid.texts.size() == 1 && leaf.kind != LeafKind::Heading) {
            const LaidText &text = laid.texts.front();
            for (int line = 0; line + 1 < text.layout->lineCount(); ++line)
                breaks.push_back(top + text.at.y() + text.layout->lineAt(line + 1).y());
        }
        const bool holdsOn = leaf.kind == LeafKind::Heading || leaf.kind == LeafKind::CodeHead || leaf.kind == LeafKind::BoxTitle
            || leaf.kind == LeafKind::TabBar || leaf.kind == LeafKind::Crumbs || leaf.head;
        if (!holdsOn)
            breaks.push_back(top + laid.height);
    }
    return breaks;
}

QSizeF printedSize(DocumentImages *images, const DocumentFlow::Image &image, qreal most)
{
    const auto found = images ? images->find(image.source) : DocumentImages::Found {};
    QSizeF size(image.width, image.height);
    if (found.state == DocumentImages::State::Ready && size.isEmpty())
        size = found.image.deviceIndependentSize();
    if (size.isEmpty())
        size = { 200, 22 };
    return size.height() > most ? size * (most / size.height()) : size;
}

void placeDiagrams(DocumentFlow &flow, const DocumentDiagrams &diagrams)
{
    for (size_t at = 0; at < flow.boxes.size(); ++at) {
        if (!flow.boxes[at].isDiagram())
            continue;
        if (const auto drawing = diagrams.find(flow.codeOf(int(at))))
            flow.setDiagram(int(at), drawing);
    }
}

} // namespace

int printDocument(QPagedPaintDevice &device, const domain::Document &document, const DocumentHead &head, DocumentImages *images,
    const QString &title, const DocumentDiagrams *diagrams)
{
    QPainter painter;
    if (!painter.begin(&device))
        return 0;
    Theme theme;
    theme.setChoice(ThemeChoice::Light);
    const QSizeF sheet = device.pageLayout().paintRectPoints().size().toSizeF() * pointsToPx;
    const qreal room = sheet.height() - footHeight;
    DocumentLayout layout(DocumentFlow::of(document, head));
    layout.flow().openAll();
    if (diagrams)
        placeDiagrams(layout.flow(), *diagrams);
    layout.setPaged(true);
    layout.setMostHeight(room - 80);
    layout.setImageSize([&](const DocumentFlow::Image &image) { return printedSize(images, image, room - 40); });
    layout.setLook(theme, textPercent, sheet.width());
    for (int at = 0; at < layout.count(); ++at)
        layout.lay(at);
    const std::vector<qreal> breaks = breaksOf(layout);
    painter.scale(device.width() / sheet.width(), device.width() / sheet.width());

    int sheets = 0;
    const DocumentMarks marks;
    for (qreal from = 0; from < layout.totalHeight() - 1;) {
        const auto after = std::ranges::upper_bound(breaks, from + room);
        qreal to = after == breaks.begin() ? from + room : *std::prev(after);
        if (to <= from + 1) // Something that is higher than a sheet, and cannot be parted.
            to = from + room;
        if (sheets++ > 0)
            device.newPage();
        painter.save();
        painter.setClipRect(QRectF(0, 0, sheet.width(), to - from));
        painter.translate(0, -from);
        DocumentPainter(painter, layout, images, marks)
            .paint(layout.leafAt(from), layout.leafAt(to - 0.5), QRectF(0, from, sheet.width(), to - from), false);
        painter.restore();
        painter.setFont(layout.type().font(TextRole::Caption));
        painter.setPen(theme.colours().textSecondary);
        const QRectF foot(0, sheet.height() - 20, sheet.width(), 20);
        painter.drawText(foot, Qt::AlignLeft | Qt::AlignBottom, title);
        painter.drawText(foot, Qt::AlignRight | Qt::AlignBottom, QString::number(sheets));
        from = to;
    }
    return sheets;
}

} // namespace callboard::ui
