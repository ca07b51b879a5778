// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panes/entity/pagecontent.h"

#include <QDateTime>
#include <QWidget>

class QMenu;
class QVBoxLayout;

namespace callboard::ui {
class AsOfLabel;
class ChipButton;
class FlowLayout;
class IconButton;
class LinkLabel;
class Slip;
class TextLabel;
}

namespace callboard::ui::panes {

/// The kind's icon on a tinted square.
class KindTile final : public QWidget {
    Q_OBJECT
public:
    static constexpr int side = 36;
    explicit KindTile(QWidget *parent = nullptr);
    void setKind(const QString &kind);
    QSize sizeHint() const override { return { side, side }; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_iconName;
};

/// The head of an entity page: what it is, in whose hands, and where it leads. Carries the pin while the
/// window looks at this entity.
class EntityHead final : public QWidget {
    Q_OBJECT
public:
    explicit EntityHead(QWidget *parent = nullptr);

    void show(const PageContent &content, const QString &from, const QDateTime &seenAt, bool stale);
    void setFocused(bool focused);
    /// `waiting`: its portal does not know yet; said in words, and by a dashed line.
    void setStarred(bool starred, bool waiting = false);
    void setMenu(QMenu *menu);
    void setAge(const QDateTime &seenAt, bool stale);

Q_SIGNALS:
    void entityActivated(const QString &ref, Qt::KeyboardModifiers modifiers);
    void filterRequested(const QString &filter);
    void urlActivated(const QUrl &url);
    void copyRefRequested();
    void starToggled();
    void focusRequested(); ///< The pin was pressed.

protected:
    void changeEvent(QEvent *event) override;

private:
    void makeTop(QVBoxLayout *body);
    void makeFacts(QVBoxLayout *body);
    void fillFacts(const PageContent &content);
    void fillChips(const std::vector<ChipFact> &chips);
    void fillLinks(const std::vector<FactRow> &links);
    ChipButton *chipAt(int place);
    LinkLabel *linkAt(int place);

    ui::Slip *m_slip;
    KindTile *m_tile;
    TextLabel *m_name;
    TextLabel *m_ref;
    TextLabel *m_from;
    AsOfLabel *m_asOf;
    TextLabel *m_description;
    QWidget *m_facts;
    QWidget *m_chipBox;
    QWidget *m_linkRoom;
    QWidget *m_linkBox;
    FlowLayout *m_chips;
    FlowLayout *m_links;
    IconButton *m_copy;
    IconButton *m_star;
    IconButton *m_more;
    std::vector<ChipFact> m_shownChips;
    std::vector<FactRow> m_shownLinks;
    QList<QUrl> m_linkUrls; ///< Of the links that have a place.
    bool m_starred = false;
    bool m_starWaits = false;
};

} // namespace callboard::ui::panes
