// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/pane.h"

#include <QJsonObject>
#include <QLineEdit>

namespace callboard::ui {

using namespace Qt::StringLiterals;

/// A pane with one line of text, and what it was shown.
class PlainPane final : public Pane {
public:
    explicit PlainPane(PaneContext context, QString id)
        : Pane(context)
        , m_id(std::move(id))
        , m_edit(new QLineEdit(this))
    {
    }
    QString id() const override { return m_id; }
    QString title() const override { return m_id; }
    QString iconName() const override { return u"flag"_s; }
    void setTarget(const FocusTarget &target) override
    {
        shown = target;
        setSubject(target.ref);
    }
    QWidget *focusWidgetOfPane() override { return m_edit; }
    QJsonObject saveState() const override { return { { u"text"_s, m_edit->text() } }; }
    void restoreState(const QJsonObject &state) override { m_edit->setText(state.value("text"_L1).toString()); }
    void setText(const QString &text) { m_edit->setText(text); }
    QString text() const { return m_edit->text(); }
    using Pane::setStatus;

    FocusTarget shown;

private:
    QString m_id;
    QLineEdit *m_edit;
};

/// Makes one.
inline PaneFactory plain(const QString &id, PaneFactory::Area area)
{
    return { id, id, u"flag"_s, area, true, [id](PaneContext context) -> Pane * { return new PlainPane(context, id); } };
}

} // namespace callboard::ui
