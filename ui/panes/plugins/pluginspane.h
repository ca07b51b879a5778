// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/pane.h"

class QScrollArea;
class QVBoxLayout;

namespace callboard::ui::panes {

class Gathered;

/// Each integration: what it is, in which state and why, whether it may run; and the connections made of it.
class PluginsPane final : public Pane {
    Q_OBJECT
public:
    explicit PluginsPane(PaneContext context, QWidget *parent = nullptr);

    QString id() const override { return QStringLiteral("plugins"); }
    QString title() const override { return tr("Plugins"); }
    QString iconName() const override { return QStringLiteral("settings"); }
    bool followsFocus() const override { return false; }
    QWidget *focusWidgetOfPane() override;

    /// The state of an integration in words.
    static QString stateText(const sync::IntegrationInfo &info);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void refresh();
    QStringList contentOf(const std::vector<sync::IntegrationInfo> &integrations) const;
    void makeList(const std::vector<sync::IntegrationInfo> &integrations);
    QWidget *makeCard(const sync::IntegrationInfo &info);
    void addReason(QVBoxLayout *body, const sync::IntegrationInfo &info);
    void addConnections(QVBoxLayout *body, const sync::IntegrationInfo &info);

    QScrollArea *m_scroll;
    Gathered *m_refreshing;
    QWidget *m_list = nullptr;
    QStringList m_shown; ///< What `m_list` was made of.
};

} // namespace callboard::ui::panes
