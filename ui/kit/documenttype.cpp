// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/documenttype.h"

#include "ui/kit/codecolours.h"

#include <QtMath>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace callboard::ui {

using domain::Block;
using domain::Run;
using Leaf = DocumentFlow::Leaf;
using LeafKind = DocumentFlow::LeafKind;

namespace {

/// Stands for an image in a layout's text: a line may break on both sides of it (Unicode line breaking class B2), every font has
/// it, and its letter spacing makes it as wide as the image.
constexpr QChar imageStandIn(0x2014);
constexpr QChar firmHyphen(0x2011); ///< Looks like a hyphen, and no line breaks at it.
constexpr qreal codeShrink = 0.92;
constexpr qreal imageGap = 4;
constexpr qreal roomAroundCode = 3;
constexpr qreal unlimited = 1 << 22;

QTextOption optionOf(Qt::Alignment alignment, bool wraps)
{
    QTextOption option;
    option.setTextDirection(wraps ? Qt::LayoutDirectionAuto : Qt::LeftToRight);
    option.setAlignment(alignment);
    option.setWrapMode(wraps ? QTextOption::WrapAtWordBoundaryOrAnywhere : QTextOption::NoWrap);
    return option;
}

Qt::Alignment alignmentOf(Block::Align align)
{
    switch (align) {
    case Block::Align::Centre: return Qt::AlignHCenter;
    case Block::Align::Right: return Qt::AlignRight;
    case Block::Align::Left: return Qt::AlignLeft | Qt::AlignAbsolute;
    case Block::Align::None: break;
    }
    return Qt::AlignLeft;
}

/// Inline code and keys lie in a box, for which there must be room: the last letter before it and its own last one are followed by
/// a little more. Ranges are in order, without gaps.
void makeRoomAroundCode(const Leaf &leaf, int start, QList<QTextLayout::FormatRange> &ranges)
{
    const auto spanAt = [&](int at) {
        return std::ranges::find_if(leaf.spans, [&](const auto &one) { return at >= one.start && at < one.start + one.length; });
    };
    const auto isCode = [&](int at) {
        const auto span = spanAt(at);
        return span != leaf.spans.end() && span->image < 0 && span->style & (Run::Code | Run::Keyboard);
    };
    for (qsizetype at = 0; at < ranges.size(); ++at) {
        const int end = ranges[at].start + ranges[at].length;
        const bool code = isCode(start + ranges[at].start);
        const bool last = at + 1 == ranges.size();
        if (spanAt(start + ranges[at].start)->image >= 0 || (code ? !last && isCode(start + end) : last || !isCode(start + end)))
            continue;
        QTextLayout::FormatRange tail = ranges[at];
        tail.start = end - 1;
        tail.length = 1;
        tail.format.setFontLetterSpacingType(QFont::AbsoluteSpacing);
        tail.format.setFontLetterSpacing(roomAroundCode);
        if (--ranges[at].length == 0)
            ranges[at] = tail;
        else
            ranges.insert(++at, tail);
    }
}

} // namespace

/// "--commit" in code is one word: a line does not break behind the hyphens that it begins with.
void DocumentType::keepOptionsTogether(const DocumentFlow::Leaf &leaf, int start, QString &words) const
{
    if (!m_hasFirmHyphen)
        return;
    for (const auto &span : leaf.spans) {
        if (!(span.style & Run::Code) || span.image >= 0)
            continue;
        const int end = std::min(span.start + span.length - start, int(words.size()));
        for (int at = std::max(span.start - start, 0); at < end; ++at) {
            const bool begins = at == span.start - start || words[at - 1].isSpace() || words[at - 1] == firmHyphen;
            if (words[at] == u'-' && begins)
                words[at] = firmHyphen;
        }
    }
}

DocumentType::DocumentType(const Theme &theme, int percent)
    : m_theme(theme)
    , m_percent(percent)
    , m_scale(percent / 100.0 * theme.textPercent() / 100.0)
{
    // What is written is mostly small letters, narrower than the average over all that a font has.
    const QString sample = u"the quick brown fox jumps over a lazy dog, "_s;
    m_average = QFontMetricsF(font(TextRole::Body)).horizontalAdvance(sample) / qreal(sample.size());
    m_averageBold = QFontMetricsF(font(TextRole::Body, QFont::DemiBold)).horizontalAdvance(sample) / qreal(sample.size());
    m_monoWidth = QFontMetricsF(font(TextRole::Mono)).horizontalAdvance(u'0');
    m_hasFirmHyphen = QFontMetricsF(font(TextRole::Mono)).inFont(firmHyphen);
}

QFont DocumentType::font(TextRole role, QFont::Weight weight) const
{
    QFont font = m_theme.font(role, weight);
    if (m_percent != 100)
        font.setPixelSize(std::max(1, font.pixelSize() * m_percent / 100));
    return font;
}

qreal DocumentType::textWidth(const QString &text, bool bold) const
{
    return QFontMetricsF(font(TextRole::Body, bold ? QFont::DemiBold : QFont::Normal)).horizontalAdvance(text);
}

TextRole DocumentType::roleOf(const Leaf &leaf) const
{
    switch (leaf.kind) {
    case LeafKind::Heading:
        return leaf.level == 1 ? TextRole::Heading1
            : leaf.level == 2  ? TextRole::Heading2
            : leaf.level == 3  ? TextRole::Heading3
                               : TextRole::Article;
    case LeafKind::Crumbs:
    case LeafKind::Facts:
    case LeafKind::Caption:
    case LeafKind::CodeHead: return TextRole::Dense;
    case LeafKind::CodeLine: return TextRole::Mono;
    case LeafKind::TableRow:
    case LeafKind::BoxTitle:
    case LeafKind::TabBar: return TextRole::Body;
    case LeafKind::Text:
    case LeafKind::Diagram:
    case LeafKind::Rule:
    case LeafKind::BoxEnd: break;
    }
    return leaf.quiet ? TextRole::Body : TextRole::Article;
}

DocumentType::Setting DocumentType::settingOf(const Leaf &leaf) const
{
    const TextRole role = roleOf(leaf);
    const Colours &c = m_theme.colours();
    const bool strong = leaf.kind == LeafKind::Heading || leaf.kind == LeafKind::BoxTitle || leaf.head;
    Setting setting { font(role, strong ? QFont::DemiBold : QFont::Normal), lineHeight(role), c.text };
    if (leaf.kind == LeafKind::Caption || leaf.kind == LeafKind::Facts || leaf.kind == LeafKind::Crumbs
        || (leaf.kind == LeafKind::Heading && leaf.level > 4))
        setting.ink = c.textSecondary;
    if (leaf.kind == LeafKind::Facts || leaf.kind == LeafKind::Crumbs)
        setting.lineHeight = scaled(20);
    return setting;
}

QTextCharFormat DocumentType::format(const Setting &setting, quint16 style, bool link) const
{
    const quint64 key = quint64(style) | quint64(link) << 16 | quint64(setting.font.pixelSize()) << 17 | quint64(setting.font.weight()) << 32
        | quint64(setting.font.fixedPitch()) << 48 | quint64(setting.ink == m_theme.colours().text) << 49;
    if (const auto known = m_formats.find(key); known != m_formats.end())
        return known->second;
    const Colours &c = m_theme.colours();
    QFont font = setting.font;
    if (style & (Run::Code | Run::Keyboard)) {
        font = m_theme.font(TextRole::Mono, setting.font.weight() > QFont::Normal ? QFont::DemiBold : QFont::Normal);
        font.setPixelSize(std::max(1, qRound(setting.font.pixelSize() * codeShrink)));
    }
    if (style & Run::Strong)
        font.setWeight(QFont::DemiBold);
    if (style & Run::Emphasis)
        font.setItalic(true);
    if (style & Run::Small)
        font.setPixelSize(std::max(1, qRound(font.pixelSize() * 0.85)));
    font.setStrikeOut(style & Run::Strike);
    font.setUnderline(style & Run::Inserted);
    QTextCharFormat format;
    format.setFont(font);
    format.setForeground(link ? c.link : style & Run::Strike ? c.textSecondary : setting.ink);
    if (style & (Run::Superscript | Run::FootnoteMark))
        format.setVerticalAlignment(QTextCharFormat::AlignSuperScript);
    else if (style & Run::Subscript)
        format.setVerticalAlignment(QTextCharFormat::AlignSubScript);
    m_formats.emplace(key, format);
    return format;
}

QSizeF DocumentType::shownSize(const DocumentFlow::Image &image, qreal width, const Setting &setting, const ImageSize &imageSize) const
{
    if (image.isIcon) {
        const qreal side = image.source == "icon:external-link"_L1 ? qRound(setting.font.pixelSize() * 0.78) : qRound(setting.lineHeight * 0.68);
        return { side, side };
    }
    QSizeF size = imageSize(image);
    if (size.width() > width)
        size *= width / size.width();
    return size;
}

LaidText DocumentType::makeText(const DocumentFlow &flow, const Leaf &leaf, int start, int length, const Setting &setting, qreal width,
    const ImageSize &imageSize) const
{
    LaidText text;
    text.start = start;
    text.length = length;
    QString words = leaf.text.mid(start, length);
    QList<QTextLayout::FormatRange> ranges;
    for (const auto &span : leaf.spans) {
        const int from = std::max(span.start, start);
        const int to = std::min(span.start + span.length, start + length);
        if (from >= to)
            continue;
        QTextLayout::FormatRange range;
        range.start = from - start;
        range.length = to - from;
        range.format = format(setting, span.style, span.link >= 0);
        if (span.image >= 0) {
            // An image stands on a line of its own measure; what is left and right of it is part of it.
            const auto &image = flow.images[size_t(span.image)];
            const QSizeF size = shownSize(image, width, setting, imageSize);
            range.format = format(setting, 0, false);
            range.format.setFontLetterSpacingType(QFont::AbsoluteSpacing);
            range.format.setFontLetterSpacing(size.width() + imageGap - QFontMetricsF(setting.font).horizontalAdvance(imageStandIn));
            range.format.setForeground(Qt::transparent);
            std::fill_n(words.begin() + range.start, range.length, imageStandIn);
        }
        ranges.append(range);
    }
    keepOptionsTogether(leaf, start, words);
    makeRoomAroundCode(leaf, start, ranges);
    text.layout = std::make_unique<QTextLayout>(words, setting.font);
    text.layout->setCacheEnabled(true);
    text.layout->setFormats(ranges);
    return text;
}

qreal DocumentType::breakLines(const DocumentFlow &flow, const Leaf &leaf, LaidText &text, const Setting &setting, qreal width,
    Qt::Alignment alignment, const ImageSize &imageSize, std::vector<LaidImage> &images) const
{
    // A layout does not mirror: what is not said to be left begins where its text does.
    if (alignment == Qt::AlignLeft && text.layout->text().isRightToLeft())
        alignment = Qt::AlignRight;
    text.layout->setTextOption(optionOf(alignment, true));
    qreal y = 0;
    text.layout->beginLayout();
    for (;;) {
        QTextLine line = text.layout->createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(width);
        const int first = text.start + line.textStart();
        qreal height = setting.lineHeight;
        const size_t before = images.size();
        for (const auto &span : leaf.spans) {
            if (span.image < 0 || span.start < first || span.start >= first + line.textLength())
                continue;
            const QSizeF size = shownSize(flow.images[size_t(span.image)], width, setting, imageSize);
            images.push_back({ span.image, QRectF(QPointF(span.start, 0), size) });
            if (size.height() > setting.lineHeight - 2)
                height = std::max(height, size.height() + imageGap);
        }
        // Text stands at the foot of a line that an image makes high.
        line.setPosition({ 0, y + (height - setting.lineHeight) + (setting.lineHeight - line.height()) / 2 });
        for (size_t at = before; at < images.size(); ++at) {
            QRectF &rect = images[at].rect;
            const bool small = rect.height() <= setting.lineHeight - 2;
            const int offset = int(rect.x()) - text.start;
            const qreal x = std::min(line.cursorToX(offset), line.cursorToX(offset + 1));
            rect.moveTo(text.at.x() + x + imageGap / 2,
                text.at.y() + y + (small ? height - (setting.lineHeight + rect.height()) / 2 : (height - rect.height()) / 2));
        }
        y += height;
    }
    text.layout->endLayout();
    return std::max(y, setting.lineHeight);
}

LaidLeaf DocumentType::set(const DocumentFlow &flow, const Leaf &leaf, qreal width, const ImageSize &imageSize) const
{
    LaidLeaf laid;
    const qreal above = scaled(leaf.above);
    const qreal below = scaled(leaf.below);
    if (leaf.kind == LeafKind::BoxEnd || leaf.kind == LeafKind::Rule) {
        laid.height = above + below + (leaf.kind == LeafKind::Rule ? 1 : 0);
        return laid;
    }
    const Setting setting = settingOf(leaf);
    if (leaf.kind == LeafKind::TabBar) {
        qreal x = scaled(leaf.left);
        for (const auto &cell : leaf.cells) {
            LaidText text = makeText(flow, leaf, cell.start, cell.length, setting, unlimited, imageSize);
            text.at = { x + tabPad(), above + (tabBarHeight() - setting.lineHeight) / 2 };
            breakLines(flow, leaf, text, setting, unlimited, Qt::AlignLeft | Qt::AlignAbsolute, imageSize, laid.images);
            x += text.layout->maximumWidth() + 2 * tabPad();
            laid.texts.push_back(std::move(text));
        }
        laid.height = above + below + tabBarHeight();
        return laid;
    }
    LaidText text = makeText(flow, leaf, 0, int(leaf.text.size()), setting, width - scaled(leaf.left + leaf.right), imageSize);
    const bool inBox = leaf.kind == LeafKind::CodeHead || leaf.kind == LeafKind::BoxTitle;
    laid.rightToLeft = !inBox && leaf.text.isRightToLeft();
    // A paragraph that runs from right to left is indented from the right, and so is what it lies in.
    qreal left = scaled(laid.rightToLeft ? leaf.right : leaf.left);
    qreal room = std::max(scaled(40), width - scaled(leaf.left + leaf.right));
    if (leaf.kind == LeafKind::BoxTitle) {
        left += titleIndent();
        room -= titleIndent();
    }
    text.at = { left, above };
    qreal height = breakLines(flow, leaf, text, setting, room, Qt::AlignLeft, imageSize, laid.images);
    if (leaf.kind == LeafKind::CodeHead) {
        text.at.setY(above + (codeHeadHeight() - setting.lineHeight) / 2);
        height = codeHeadHeight();
    }
    laid.texts.push_back(std::move(text));
    laid.height = above + height + below;
    return laid;
}

qreal DocumentType::numbersWidth(int digits) const
{
    return digits > 0 ? digits * m_monoWidth + scaled(14) : 0;
}

LaidLeaf DocumentType::setCode(const Leaf &leaf, qreal numbers, std::span<const CodeSpan> colours, qreal width) const
{
    LaidLeaf laid;
    const Setting setting = settingOf(leaf);
    LaidText text;
    text.length = int(leaf.text.size());
    text.at = { scaled(leaf.left) + numbers, scaled(leaf.above) };
    text.layout = std::make_unique<QTextLayout>(leaf.text, setting.font);
    text.layout->setCacheEnabled(true);
    QList<QTextLayout::FormatRange> ranges;
    for (const CodeSpan &span : colours) {
        QTextLayout::FormatRange range;
        range.start = span.start;
        range.length = span.length;
        range.format.setForeground(span.colour);
        ranges.append(range);
    }
    text.layout->setFormats(ranges);
    QTextOption option = optionOf(Qt::AlignLeft, false);
    if (width > 0)
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTabStopDistance(4 * m_monoWidth);
    text.layout->setTextOption(option);
    text.layout->beginLayout();
    qreal y = 0;
    for (QTextLine line = text.layout->createLine(); line.isValid(); line = text.layout->createLine()) {
        line.setLineWidth(width > 0 ? std::max(scaled(80), width - text.at.x() - scaled(leaf.right)) : unlimited);
        line.setPosition({ 0, y + (setting.lineHeight - line.height()) / 2 });
        y += setting.lineHeight;
    }
    text.layout->endLayout();
    laid.texts.push_back(std::move(text));
    laid.height = scaled(leaf.above) + std::max(y, setting.lineHeight);
    return laid;
}

LaidLeaf DocumentType::setRow(
    const DocumentFlow &flow, const Leaf &leaf, std::span<const qreal> edges, const ImageSize &imageSize) const
{
    LaidLeaf laid;
    const Setting setting = settingOf(leaf);
    const qreal above = scaled(leaf.above);
    qreal height = setting.lineHeight;
    for (const auto &cell : leaf.cells) {
        const size_t end = std::min(size_t(cell.column + cell.columns), edges.size() - 1);
        const qreal left = edges[std::min(size_t(cell.column), end)] + cellPad();
        const qreal room = std::max(scaled(16), edges[end] - cellPad() - left);
        LaidText text = makeText(flow, leaf, cell.start, cell.length, setting, room, imageSize);
        text.at = { left, above + rowPad() };
        height = std::max(height, breakLines(flow, leaf, text, setting, room, alignmentOf(cell.align), imageSize, laid.images));
        laid.texts.push_back(std::move(text));
    }
    laid.height = above + height + 2 * rowPad();
    return laid;
}

qreal DocumentType::estimate(const DocumentFlow &flow, const Leaf &leaf, qreal width) const
{
    const qreal around = scaled(leaf.above + leaf.below);
    switch (leaf.kind) {
    case LeafKind::BoxEnd: return around;
    case LeafKind::Rule: return around + 1;
    case LeafKind::TabBar: return around + tabBarHeight();
    case LeafKind::CodeHead: return around + codeHeadHeight();
    case LeafKind::CodeLine: return around + codeLineHeight();
    default: break;
    }
    const TextRole role = roleOf(leaf);
    const qreal letters = m_average * m_theme.font(role).pixelSize() / std::max(1, m_theme.font(TextRole::Body).pixelSize());
    const qreal room = std::max(scaled(40), width - scaled(leaf.left + leaf.right));
    qreal images = 0;
    for (const auto &span : leaf.spans) {
        if (span.image >= 0 && !flow.images[size_t(span.image)].isIcon)
            images = std::max(images, qreal(flow.images[size_t(span.image)].height));
    }
    const qreal lines = std::max(1.0, std::ceil(qreal(leaf.text.size()) * letters / room + 0.2));
    return around + std::max(lines * lineHeight(role), images);
}

qreal DocumentType::estimateRow(const Leaf &leaf, std::span<const qreal> edges) const
{
    qreal lines = 1;
    for (const auto &cell : leaf.cells) {
        const size_t end = std::min(size_t(cell.column + cell.columns), edges.size() - 1);
        const qreal room = edges[end] - edges[std::min(size_t(cell.column), end)] - 2 * cellPad();
        lines = std::max(lines, std::ceil(qreal(cell.length) * m_average / std::max(room, scaled(16))));
    }
    return scaled(leaf.above) + lines * lineHeight(TextRole::Body) + 2 * rowPad();
}

} // namespace callboard::ui
