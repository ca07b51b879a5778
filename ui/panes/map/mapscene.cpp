// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/map/mapscene.h"

#include "ui/kit/glyphs.h"
#include "ui/kit/icons.h"
#include "ui/panes/entity/wording.h"

#include <QFontMetricsF>

#include <algorithm>

namespace callboard::ui::panes {

using namespace Qt::StringLiterals;
using Node = graph::MapGraph::Node;

namespace {

    struct Say {
        Q_DECLARE_TR_FUNCTIONS(callboard::ui::panes::MapScene)
    };

    constexpr int textLeft = 31, textRight = 12, glyphRoom = 18, narrowest = 110;
    const QStringList &drawnKinds()
    {
        static const QStringList kinds { u"component"_s, u"api"_s, u"resource"_s, u"system"_s, u"domain"_s, u"group"_s, u"user"_s, u"location"_s,
            u"template"_s, u"dataset"_s };
        return kinds;
    }

} // namespace

MapLook MapLook::of(const Theme &theme)
{
    MapLook look;
    look.colours = theme.colours();
    look.title = theme.font(TextRole::Dense, QFont::DemiBold);
    look.subtitle = theme.font(TextRole::Caption);
    look.box = theme.font(TextRole::Dense, QFont::Medium);
    look.nodeHeight = theme.scaled(38);
    look.mostWidth = theme.scaled(210);
    look.scale = theme.scaled(100) / 100.0;
    look.revision = theme.revision();
    return look;
}

MapIcons::MapIcons(const MapLook &look, qreal deviceScale)
{
    const int side = qMax(1, qRound(16 * look.scale * deviceScale));
    for (const QString &kind : drawnKinds()) {
        const QString name = kindIconName(kind);
        for (const auto &[ink, colour] : { std::pair(Ink::Secondary, look.colours.textSecondary), std::pair(Ink::OnAccent, look.colours.textOnAccent) })
            m_kinds.insert({ kind, int(ink) }, iconPixmap(name, side, 1, colour).toImage());
    }
    const int glyph = qMax(1, qRound(12 * look.scale * deviceScale));
    for (const Status status : { Status::Warning, Status::Stale }) {
        QImage image(glyph, glyph, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.scale(glyph / 12.0, glyph / 12.0);
        paintStatus(&painter, QRectF(0, 0, 12, 12), status, look.colours, look.colours.slip);
        painter.end();
        m_status.insert(int(status), image);
    }
}

const QImage *MapIcons::kind(const QString &entityKind, Ink ink) const
{
    auto found = m_kinds.constFind({ entityKind, int(ink) });
    if (found == m_kinds.constEnd())
        found = m_kinds.constFind({ u"component"_s, int(ink) });
    return found == m_kinds.constEnd() ? nullptr : &*found;
}

const QImage *MapIcons::status(Status status) const
{
    const auto found = m_status.constFind(int(status));
    return found == m_status.constEnd() ? nullptr : &*found;
}

bool MapScene::touchesFocus(size_t edge) const
{
    return graph.nodes[size_t(graph.edges[edge].from)].isFocus || graph.nodes[size_t(graph.edges[edge].to)].isFocus;
}

int MapScene::nodeAt(const QPointF &point) const
{
    for (size_t i = layout.nodes.size(); i-- > 0;) {
        if (layout.nodes[i].contains(point))
            return int(i);
    }
    return -1;
}

int MapScene::boxAt(const QPointF &point) const
{
    for (size_t i = layout.boxes.size(); i-- > 0;) {
        QRectF title = layout.boxes[i];
        title.setHeight(24 * look.scale);
        if (title.contains(point))
            return int(i);
    }
    return -1;
}

QString nodeTitle(const Node &node)
{
    switch (node.kind) {
    case Node::Kind::Fold:
        return node.entityKind.isEmpty() ? Say::tr("+ %n more", nullptr, node.count)
                                         : Say::tr("+ %1 more %2").arg(QLocale().toString(node.count), Wording::kindPlural(node.entityKind).toLower());
    case Node::Kind::Rolled: return node.ref.isEmpty() ? Say::tr("part of none") : node.name;
    case Node::Kind::Missing: return node.ref.isEmpty() ? Say::tr("%n missing", nullptr, node.count) : node.name;
    case Node::Kind::Entity: break;
    }
    return node.name;
}

QString nodeSubtitle(const Node &node)
{
    switch (node.kind) {
    case Node::Kind::Fold: return {};
    case Node::Kind::Rolled: return Say::tr("%n entities", nullptr, node.count);
    case Node::Kind::Missing: return node.ref.isEmpty() ? QString() : Say::tr("missing");
    case Node::Kind::Entity: break;
    }
    return node.owner.isEmpty() ? node.type : node.owner;
}

QString nodeDescription(const MapScene &scene, int index)
{
    const Node &node = scene.graph.nodes[size_t(index)];
    QStringList parts;
    if (!node.entityKind.isEmpty() && node.kind != Node::Kind::Fold)
        parts.append(node.type.isEmpty() ? node.entityKind : QString(node.entityKind + u", "_s + node.type));
    if (const QString below = nodeSubtitle(node); !below.isEmpty())
        parts.append(node.owner.isEmpty() ? below : Say::tr("owned by %1").arg(node.owner));
    if (node.box >= 0)
        parts.append(Say::tr("in %1").arg(scene.graph.boxes[size_t(node.box)].name));
    if (node.isFocus)
        parts.append(Say::tr("the focus"));
    if (node.isOld)
        parts.append(Say::tr("not current"));
    if (node.hasProblems)
        parts.append(Say::tr("has problems"));
    constexpr int mostRead = 12;
    int read = 0;
    for (const quint32 edge : scene.edgesOfNode[size_t(index)]) {
        const auto &relation = scene.graph.edges[edge];
        const bool out = relation.from == index;
        const QString other = nodeTitle(scene.graph.nodes[size_t(out ? relation.to : relation.from)]);
        const QString verb = Wording::relationVerb(relation.type);
        if (++read > mostRead)
            continue;
        parts.append(out ? Say::tr("%1 %2", "verb, name").arg(verb, other) : Say::tr("%1 %2 this", "name, verb").arg(other, verb));
    }
    if (read > mostRead)
        parts.append(Say::tr("and %n more relations", nullptr, read - mostRead));
    return parts.join(u"; "_s);
}

std::vector<QSizeF> measureNodes(const graph::MapGraph &graph, const MapLook &look)
{
    // One width for all: columns stay calm. The widest names are cut rather than making every node wide.
    const QFontMetricsF title(look.title), subtitle(look.subtitle);
    qreal widest = narrowest * look.scale;
    for (const Node &node : graph.nodes) {
        const qreal words = qMax(title.horizontalAdvance(nodeTitle(node).left(60)), subtitle.horizontalAdvance(nodeSubtitle(node).left(60)));
        const bool hasGlyph = node.isOld || node.hasProblems || node.kind == Node::Kind::Missing;
        widest = qMax(widest, words + (textLeft + textRight + (hasGlyph ? glyphRoom : 0)) * look.scale);
    }
    return std::vector<QSizeF>(graph.nodes.size(), QSizeF(std::ceil(qMin<qreal>(widest, look.mostWidth)), look.nodeHeight));
}

std::vector<graph::NodeText> cutTexts(const graph::MapGraph &graph, const std::vector<QRectF> &nodes, const MapLook &look)
{
    const QFontMetricsF title(look.title), subtitle(look.subtitle);
    std::vector<graph::NodeText> texts;
    for (size_t i = 0; i < graph.nodes.size(); ++i) {
        const Node &node = graph.nodes[i];
        const bool hasGlyph = node.isOld || node.hasProblems || node.kind == Node::Kind::Missing;
        const qreal left = node.kind == Node::Kind::Fold ? textRight : textLeft;
        const qreal room = nodes[i].width() - (left + textRight + (hasGlyph ? glyphRoom : 0)) * look.scale + 2;
        texts.push_back({ title.elidedText(nodeTitle(node).simplified(), Qt::ElideRight, room),
            subtitle.elidedText(nodeSubtitle(node).simplified(), Qt::ElideRight, nodes[i].width() - (textLeft + textRight) * look.scale + 2) });
    }
    return texts;
}

MapDetail detailAt(qreal zoom)
{
    return zoom < 0.32 ? MapDetail::Blocks : zoom < 0.55 ? MapDetail::Names : MapDetail::All;
}

} // namespace callboard::ui::panes
