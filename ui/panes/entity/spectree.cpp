// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/entity/spectree.h"

#include <QHeaderView>
#include <QJsonArray>
#include <QJsonObject>
#include <QStandardItemModel>

namespace callboard::ui::panes {

using namespace Qt::StringLiterals;

namespace {

    constexpr int openDepth = 3;

    QString asText(const QJsonValue &value)
    {
        if (value.isNull())
            return u"null"_s;
        if (value.isBool())
            return value.toBool() ? u"true"_s : u"false"_s;
        if (value.isObject() || value.isArray())
            return {};
        return value.toVariant().toString();
    }

    void addTo(QStandardItem *parent, const QString &key, const QJsonValue &value)
    {
        auto *name = new QStandardItem(key);
        auto *text = new QStandardItem(asText(value));
        text->setToolTip(text->text());
        for (QStandardItem *item : { name, text })
            item->setEditable(false);
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            addTo(name, it.key(), it.value());
        const QJsonArray array = value.toArray();
        for (qsizetype at = 0; at < array.size(); ++at)
            addTo(name, u'[' + QString::number(at) + u']', array.at(at));
        parent->appendRow({ name, text });
    }

} // namespace

SpecTree::SpecTree(QWidget *parent)
    : QTreeView(parent)
    , m_model(new QStandardItemModel(0, 2, this))
{
    setAccessibleName(tr("Spec"));
    setFrameShape(QFrame::NoFrame);
    setUniformRowHeights(true);
    setModel(m_model);
    setMinimumHeight(160);
}

void SpecTree::show(const QJsonObject &spec)
{
    m_model->clear();
    m_model->setHorizontalHeaderLabels({ tr("Key"), tr("Value") });
    for (auto it = spec.begin(); it != spec.end(); ++it)
        addTo(m_model->invisibleRootItem(), it.key(), it.value());
    expandToDepth(openDepth);
    header()->resizeSection(0, 260);
}

} // namespace callboard::ui::panes
