// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/diagram.h"

#include <QFont>
#include <QHash>
#include <QObject>
#include <QSet>
#include <QThreadPool>

#include <memory>

class QPainter;

namespace callboard::ui {

class Theme;
struct Colours;

/// The drawings of a page's diagrams, laid out by a worker one after the other. What was laid out once is kept. GUI thread.
class DocumentDiagrams final : public QObject {
    Q_OBJECT
public:
    using Drawing = std::shared_ptr<const items::Diagram>;

    explicit DocumentDiagrams(QObject *parent = nullptr);
    ~DocumentDiagrams() override;

    /// The font that they are measured and painted in, in px at 100 %.
    static QFont fontOf(const Theme &theme, bool strong = false);

    /// Begins to lay it out, once however often it is wanted; `drawn` when it is there, and nothing where it cannot be drawn.
    void want(const QString &source, const Theme &theme);
    /// Null: not yet, or never.
    Drawing find(const QString &source) const { return m_drawn.value(source); }
    /// What is not begun yet, and what is under way; and what is kept, where that became much. To be called before a page's are wanted.
    void forgetWanted();
    bool isBusy() const { return m_pool.activeThreadCount() > 0; }

Q_SIGNALS:
    void drawn(const QString &source);

private:
    QHash<QString, Drawing> m_drawn; ///< Null for what cannot be drawn.
    QSet<QString> m_pending;         ///< Wanted, and not answered yet.
    std::stop_source m_stop;
    QThreadPool m_pool; ///< Last: waits for its thread before the rest goes.
};

/// Paints a diagram, its upper left at the painter's origin. Any thread.
void paintDiagram(QPainter &painter, const items::Diagram &diagram, const Colours &colours, const QFont &font, const QFont &strong);

} // namespace callboard::ui
