// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QHBoxLayout;
class QVBoxLayout;

namespace callboard::ui {

class IconLabel;
class TextLabel;

/// A slip of paper on the board: title row of 28 px with icon, title and a fact at its end, a line, content.
class Card : public QFrame {
    Q_OBJECT
public:
    explicit Card(const QString &title, const QString &iconName = {}, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    void setTrailing(const QString &text); ///< "5 of 11", "14:05".
    /// Replaces the content; the card owns it.
    void setContent(QWidget *content);
    QWidget *content() const { return m_content; }
    /// A further widget at the end of the title row.
    void addHeaderWidget(QWidget *widget);
    /// With a chevron before the icon; the content shows when open.
    void setCollapsible(bool collapsible, bool open = false);
    bool isOpen() const { return m_open; }

Q_SIGNALS:
    void toggled(bool open);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void setOpen(bool open);
    int headerHeight() const;

    QVBoxLayout *m_layout;
    QWidget *m_header;
    QHBoxLayout *m_headerRow;
    IconLabel *m_chevron;
    TextLabel *m_title;
    TextLabel *m_trailing;
    QWidget *m_content = nullptr;
    bool m_collapsible = false;
    bool m_open = true;
};

/// The entity header: a card with the pin on its upper edge, which says that it holds the focus of the window.
class Slip final : public QFrame {
    Q_OBJECT
public:
    explicit Slip(QWidget *parent = nullptr);
    void setPinned(bool pinned); ///< Filled: this is the focus. Hollow: it is not.
    QVBoxLayout *body() const { return m_body; }

Q_SIGNALS:
    void pinClicked();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    QPoint pinCentre() const;

    QVBoxLayout *m_body;
    bool m_pinned = false;
};

/// A grid of cards that reflows from one to three columns with the width.
class CardGrid final : public QWidget {
    Q_OBJECT
public:
    explicit CardGrid(QWidget *parent = nullptr);
    void addCard(QWidget *card, bool fullWidth = false);
    void clear(); ///< Deletes the cards.
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct Item {
        QWidget *widget;
        bool fullWidth;
    };
    int arrange(int width, bool place) const;

    QList<Item> m_items;
};

} // namespace callboard::ui
