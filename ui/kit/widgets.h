// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/glyphs.h"

#include <QAbstractButton>
#include <QLabel>
#include <QLayout>
#include <QToolButton>
#include <QVarLengthArray>

namespace callboard::ui {

/// A 22 px button with an icon, as pane headers have them. Give it a name: it has no text.
class IconButton final : public QToolButton {
    Q_OBJECT
public:
    explicit IconButton(const QString &iconName, const QString &name, QWidget *parent = nullptr);
    explicit IconButton(QAction *action, QWidget *parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }
    void setIconSide(int px); ///< 14 by default, 16 on the slip.
    void setDashed(bool dashed); ///< A dashed line under it: not current.

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int m_side = 14;
    bool m_dashed = false;
};

/// A fact or filter: a chip that can be pressed where something is connected to it.
class ChipButton final : public QAbstractButton {
    Q_OBJECT
public:
    explicit ChipButton(const QString &text, QWidget *parent = nullptr);
    void setIconName(const QString &name);
    void setKind(ChipKind kind);
    void setClosable(bool closable);  ///< A cross at its end: emits closeRequested.
    void setPressable(bool pressable); ///< False: a fact, no hover and no focus.
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void closeRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    QString m_iconName;
    ChipKind m_kind = ChipKind::Fact;
    bool m_closable = false;
    bool m_pressable = true;
};

/// A state or count.
class BadgeLabel final : public QWidget {
    Q_OBJECT
public:
    explicit BadgeLabel(const QString &text = {}, Status status = Status::None, QWidget *parent = nullptr);
    void setText(const QString &text);
    void setStatus(Status status);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
    Status m_status;
};

/// A status glyph as a widget, its word for screen readers.
class StatusGlyph final : public QWidget {
    Q_OBJECT
public:
    explicit StatusGlyph(Status status = Status::None, QWidget *parent = nullptr);
    void setStatus(Status status);
    void setGlyphStyle(GlyphStyle style);
    void setSide(int px);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Status m_status;
    GlyphStyle m_style = GlyphStyle::Full;
    int m_side = 12;
};

/// An icon that is not a button.
class IconLabel final : public QWidget {
    Q_OBJECT
public:
    enum class Ink { Secondary, Primary, Accent, Disabled };
    explicit IconLabel(const QString &name, int side = 16, Ink ink = Ink::Secondary, QWidget *parent = nullptr);
    void setIconName(const QString &name);
    void setInk(Ink ink);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_name;
    int m_side;
    Ink m_ink;
};

/// `text` broken at blanks where a line would be longer than is read well: a tool tip of plain text, as all are here, is as wide as its
/// longest line.
QString toolTipLines(const QString &text);

/// Text in a step of the type scale and a colour of the theme; both stay right when the theme changes. Plain text.
class TextLabel : public QLabel {
    Q_OBJECT
public:
    enum class Ink { Primary, Secondary, Disabled, Link, Warning, Failed, Ok, Stale };
    explicit TextLabel(const QString &text = {}, TextRole role = TextRole::Body, Ink ink = Ink::Primary,
        QFont::Weight weight = QFont::Normal, QWidget *parent = nullptr);
    void setRole(TextRole role, QFont::Weight weight = QFont::Normal);
    void setInk(Ink ink);
    /// Cuts what does not fit, and says it whole in the tool tip. Single lines only.
    void setElide(Qt::TextElideMode mode);
    /// Lets the mouse choose and copy of it, while the pointer is over it or something is chosen: a label of which that can be done at
    /// any time lays a document out for each of its texts.
    void setSelectable() { m_isSelectable = true; }
    QSize minimumSizeHint() const override;
    /// Of wrapped text; measured once for each width. A layout asks for it anew, several times, whenever something near it changes.
    int heightForWidth(int width) const override;

protected:
    void changeEvent(QEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    struct Measured {
        QString text;
        QFont font;
        QMargins margins;
        qreal ratio = 0;
        bool operator==(const Measured &) const = default;
    };
    struct Height {
        int width;
        int height;
    };
    void applyTheme();
    QColor inkColour() const;

    mutable Measured m_measured;
    mutable QVarLengthArray<Height, 6> m_heights; ///< Of `m_measured`.
    TextRole m_role;
    QFont::Weight m_weight;
    Ink m_ink;
    Qt::TextElideMode m_elide = Qt::ElideNone;
    bool m_isSelectable = false;
};

/// Text that does something when pressed, also by keyboard; as a link with an optional icon before it.
class LinkLabel final : public QAbstractButton {
    Q_OBJECT
public:
    explicit LinkLabel(const QString &text, const QString &iconName = {}, QWidget *parent = nullptr);
    void setIconName(const QString &name);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_iconName;
};

/// Key caps of a shortcut.
class KeyCaps final : public QWidget {
    Q_OBJECT
public:
    explicit KeyCaps(const QStringList &keys, QWidget *parent = nullptr);
    void setKeys(const QStringList &keys);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QStringList m_keys;
};

/// Lays items out in lines, as words; for chips and links.
class FlowLayout final : public QLayout {
public:
    explicit FlowLayout(QWidget *parent = nullptr, int horizontal = 5, int vertical = 5);
    ~FlowLayout() override;
    void addItem(QLayoutItem *item) override;
    int count() const override;
    QLayoutItem *itemAt(int index) const override;
    QLayoutItem *takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    void setGeometry(const QRect &rect) override;
    QSize sizeHint() const override;
    QSize minimumSize() const override;

private:
    int arrange(const QRect &rect, bool place) const;

    QList<QLayoutItem *> m_items;
    int m_horizontal;
    int m_vertical;
};

/// A plain widget filled with one of the surfaces, with a line on the sides asked for.
class SurfaceWidget : public QWidget {
    Q_OBJECT
public:
    explicit SurfaceWidget(int surface, Qt::Edges lines = {}, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int m_surface;
    Qt::Edges m_lines;
};

} // namespace callboard::ui
