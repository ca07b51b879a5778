// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/tokens.h"

#include <QWidget>

class QHBoxLayout;
class QPushButton;
class QVBoxLayout;

namespace callboard::ui {

class IconLabel;
class StatusGlyph;
class TextLabel;

/// A line over content that stays: stale (dashed edge) or failed (what happened, what to do), or a note.
class Banner final : public QWidget {
    Q_OBJECT
public:
    enum class Kind { Note, Stale, Failed, Warning };
    explicit Banner(QWidget *parent = nullptr);
    void show(Kind kind, const QString &headline, const QString &detail = {}, const QString &button = {});
    void setClosable(bool closable);

Q_SIGNALS:
    void pressed(); ///< The button.
    void closed();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Kind m_kind = Kind::Note;
    StatusGlyph *m_glyph;
    TextLabel *m_headline;
    TextLabel *m_detail;
    QPushButton *m_button;
    QWidget *m_close;
};

/// A page with nothing on it yet: icon, one bold sentence that names the subject, one that says what fills it, one
/// button, and a link beside it where there is more to read.
class EmptyState final : public QWidget {
    Q_OBJECT
public:
    explicit EmptyState(QWidget *parent = nullptr);
    void setContent(const QString &iconName, const QString &headline, const QString &detail,
        const QString &button = {});
    QPushButton *button() const { return m_button; }

Q_SIGNALS:
    void pressed();

private:
    IconLabel *m_icon;
    TextLabel *m_headline;
    TextLabel *m_detail;
    QPushButton *m_button;
};

} // namespace callboard::ui
