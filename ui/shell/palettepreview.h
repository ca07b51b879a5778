// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/focus.h"
#include "ui/kit/widgets.h"

#include <QModelIndex>

class QPushButton;

namespace callboard::ui {

/// A few facts as rows in a card.
class FactsCard final : public QWidget {
    Q_OBJECT
public:
    struct Fact {
        QString name;     ///< Empty: the row has an icon instead.
        QString iconName;
        QString value;
        QString trailing;
    };
    explicit FactsCard(QWidget *parent = nullptr);
    void setFacts(const QList<Fact> &facts);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<Fact> m_facts;
};

/// What is chosen in the palette, from the snapshot: no disk, no waiting.
class PalettePreview final : public QWidget {
    Q_OBJECT
public:
    explicit PalettePreview(PaneContext context, QWidget *parent = nullptr);
    void show(const QModelIndex &chosen, const QString &typed);

Q_SIGNALS:
    void openRequested(callboard::ui::Focus::How how);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void showEntity(const QString &ref, const QString &found);
    void showTarget(const QModelIndex &chosen);
    void showAction(const QModelIndex &chosen);
    void showNothing(const QString &typed);

    PaneContext m_context;
    IconLabel *m_icon;
    TextLabel *m_title;
    TextLabel *m_description;
    FactsCard *m_facts;
    TextLabel *m_relationsTitle;
    FactsCard *m_relations;
    TextLabel *m_more;
    QPushButton *m_open;
    QPushButton *m_beside;
};

} // namespace callboard::ui
