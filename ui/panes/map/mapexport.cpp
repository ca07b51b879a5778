// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/map/mapcanvas.h"
#include "ui/panes/map/mappane.h"

#include "ui/kit/banner.h"
#include "ui/kit/icons.h"
#include "ui/panes/entity/entityactions.h"
#include "ui/panes/entity/pagedata.h"
#include "ui/panes/entity/pagemenu.h"

#include <QBuffer>
#include <QFileDialog>
#include <QMenu>
#include <QPainter>
#include <QSaveFile>

namespace callboard::ui::panes {

using namespace Qt::StringLiterals;

namespace {

    graph::SvgLook svgLookOf(const Colours &colours)
    {
        graph::SvgLook look;
        look.ground = colours.board.name();
        look.slip = colours.slip.name();
        look.border = colours.borderStrong.name();
        look.text = colours.text.name();
        look.textSecondary = colours.textSecondary.name();
        look.box = colours.wings.name();
        look.boxBorder = colours.borderSubtle.name();
        look.edge = colours.borderControl.name();
        look.old = colours.stale.glyph.name();
        look.accent = colours.accent.name();
        look.textOnAccent = colours.textOnAccent.name();
        for (const QColor &group : colours.chart)
            look.groups.append(group.name());
        return look;
    }

    QByteArray pngOf(const MapScene &scene, const MapIcons &icons, qreal scale)
    {
        QImage image((scene.bounds.size() * scale).toSize().expandedTo({ 1, 1 }), QImage::Format_RGB32);
        QPainter painter(&image);
        painter.scale(scale, scale);
        painter.translate(-scene.bounds.topLeft());
        paintScene(painter, scene, scene.bounds, detailAt(scale), &icons);
        painter.end();
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        image.save(&buffer, "PNG");
        return bytes;
    }

    QString write(const QString &fileName, const QByteArray &bytes)
    {
        QSaveFile file(fileName);
        if (!bytes.isEmpty() && file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
            return {};
        return file.errorString();
    }

} // namespace

void MapPane::exportTo(Format format, const QString &fileName)
{
    const MapScenePtr scene = m_canvas->scene();
    if (!scene)
        return;
    // An image of more pixels than that no program opens.
    constexpr qreal longest = 16'000;
    const qreal scale = std::min(2.0, longest / std::max(scene->bounds.width(), scene->bounds.height()));
    const auto icons = std::make_shared<const MapIcons>(scene->look, scale);
    QPointer<MapPane> self(this);
    QThreadPool::globalInstance()->start([self, scene, icons, scale, format, fileName] {
        const QByteArray bytes = format == Format::Dot ? graph::exportDot(scene->graph)
            : format == Format::Svg                    ? graph::exportSvg(scene->graph, scene->layout, scene->texts, svgLookOf(scene->look.colours))
                                                       : pngOf(*scene, *icons, scale);
        const QString trouble = write(fileName, bytes);
        QMetaObject::invokeMethod(qApp, [self, fileName, trouble] {
            if (!self)
                return;
            if (!trouble.isEmpty())
                self->m_note->show(Banner::Kind::Failed, tr("%1 could not be written.").arg(fileName), trouble);
            Q_EMIT self->exported(fileName, trouble.isEmpty());
        });
    });
}

void MapPane::askWhereTo(Format format)
{
    const QString suffix = format == Format::Svg ? u"svg"_s : format == Format::Png ? u"png"_s : u"dot"_s;
    auto *dialog = new QFileDialog(this, tr("Export the map"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({ format == Format::Svg ? tr("Scalable drawing (*.svg)") : format == Format::Png ? tr("Picture (*.png)") : tr("Graphviz (*.dot)") });
    dialog->setDefaultSuffix(suffix);
    const QString name = m_options.focus.isEmpty() ? u"estate"_s : graph::nameOfRef(m_options.focus).toString();
    dialog->selectFile(QString(name + u"-map."_s + suffix));
    connect(dialog, &QFileDialog::fileSelected, this, [this, format](const QString &fileName) { exportTo(format, fileName); });
    dialog->open();
}

void MapPane::openMenu(int index, const QPoint &place)
{
    const graph::MapGraph::Node node = m_canvas->scene()->graph.nodes[size_t(index)];
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const bool isThere = node.kind != graph::MapGraph::Node::Kind::Fold && context().workspace.mirror().snapshot()->find(node.ref) != mirror::noRow;
    if (isThere) {
        if (const auto data = PageData::read(context().workspace, node.ref))
            fillEntityMenu(menu, *data, context());
    }
    const auto first = [menu, before = menu->actions().value(0)](const QString &iconName, const QString &text) {
        auto *action = new QAction(icon(iconName), text, menu);
        menu->insertAction(before, action);
        return action;
    };
    if (node.kind == graph::MapGraph::Node::Kind::Fold) {
        connect(first(u"plus"_s, tr("&Unfold")), &QAction::triggered, this, [this, index] { activate(index); });
    } else if (isThere) {
        connect(first(u"graph"_s, tr("Put in the &middle")), &QAction::triggered, this, [this, ref = node.ref] { goTo(ref); });
        connect(first(u"docs"_s, tr("Open its &page")), &QAction::triggered, this, [this, ref = node.ref] { context().focus.open(ref); });
        if (!m_options.focus.isEmpty() && !node.isFocus)
            connect(first(u"branch"_s, tr("Shortest &way from the focus")), &QAction::triggered, this, [this, ref = node.ref] { showWay(ref); });
        if (menu->actions().size() > 3)
            menu->insertSeparator(menu->actions().value(node.isFocus ? 2 : 3));
        EntityActions::of(context()).addTo(menu, node.ref);
    }
    menu->popup(place);
}

} // namespace callboard::ui::panes
