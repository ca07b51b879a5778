// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/changesmodel.h"
#include "ui/kit/pane.h"

class QComboBox;
class QDateEdit;
class QTimer;
class QTreeView;

namespace callboard::ui {
class FilterBox;
class TextLabel;
}

namespace callboard::ui::panes {

class GroupList;

/// What changed: of the entity in focus, of what its team owns, of what is mine, or of everything; since a time the
/// person chooses; by day.
class ChangesPane final : public Pane {
    Q_OBJECT
public:
    enum class Period { Yesterday, Week, Month, Date, Ever };

    explicit ChangesPane(PaneContext context, QWidget *parent = nullptr);
    ~ChangesPane() override;

    QString id() const override { return QStringLiteral("changes"); }
    QString title() const override { return tr("Changes"); }
    QString iconName() const override { return QStringLiteral("clock"); }
    void setTarget(const FocusTarget &target) override;
    QWidget *focusWidgetOfPane() override;
    QWidget *headerWidget() override;
    QList<QAction *> headerActions() const override { return { m_exportAction }; }
    QJsonObject saveState() const override;
    void restoreState(const QJsonObject &state) override;

    void setPeriod(Period period);
    Period period() const;
    QTreeView *view();
    items::ChangesModel &model() { return m_model; }
    bool isLoading() const { return m_model.isLoading(); }
    FilterBox *filterBox() { return m_filterBox; }
    QDateEdit *dateEdit() { return m_date; }
    /// The beginning of the period, in UTC; invalid for ever. `today` in the person's time zone.
    static QDateTime beginOf(Period period, const QDate &today, const QDate &chosen);

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeBar();
    void prepareView();
    void reload();
    void reloadSoon();
    void onLoaded();
    void showState();
    PaneStatus nothingShown() const;
    void onStatusAction();
    void open(const QModelIndex &index);
    void copySelection() const;
    QString subjectOfTarget() const;
    QString facts() const;
    /// Whose changes; nothing when it is not known who is meant.
    std::optional<mirror::ChangesQuery> query() const;

    items::ChangesModel m_model;
    FocusTarget m_target;
    FilterBox *m_filterBox;
    QComboBox *m_period;
    QDateEdit *m_date;
    TextLabel *m_facts;
    GroupList *m_view;
    QAction *m_exportAction;
    QTimer *m_soon;
    bool m_outdated = true; ///< Something changed while the pane was hidden.
};

} // namespace callboard::ui::panes
