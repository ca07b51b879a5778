// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/docfeedback.h"

#include <QScrollArea>

class QListWidget;
class QVBoxLayout;

namespace callboard::ui {
class TextLabel;
}

namespace callboard::ui::panes {

/// An entity that a page names.
struct MentionedEntity {
    QString ref;
    QString name;
    QString kind;
    bool operator==(const MentionedEntity &) const = default;
};

/// What is beside an article: its outline, what it mentions, what links to it, and whether it is right.
class ArticleSide final : public QScrollArea {
    Q_OBJECT
public:
    static constexpr int usualWidth = 232;

    explicit ArticleSide(QWidget *parent = nullptr);

    void setHeadings(const std::vector<domain::DocHeading> &headings);
    void setCurrentHeading(int index);
    void setMentioned(const std::vector<MentionedEntity> &entities);
    void setLinking(const std::vector<items::DocNavPlace> &pages);
    void setWatched(bool page, bool site); ///< Whether it is said when this page changes, or any of the site.
    void setFeedback(const std::vector<items::DocFeedback> &feedback);
    QListWidget *outline() const { return m_outline; }

Q_SIGNALS:
    void headingActivated(int index);
    void entityActivated(const QString &ref, Qt::KeyboardModifiers modifiers);
    void pageActivated(const QString &path, Qt::KeyboardModifiers modifiers);
    void rightPressed();
    void reportPressed();
    void feedbackActivated(const QString &id);

private:
    QVBoxLayout *addPart(const QString &title, QWidget *&holder);
    static void clear(QVBoxLayout *layout);
    void fitOutline();

    QVBoxLayout *m_column;
    QListWidget *m_outline;
    QWidget *m_outlinePart = nullptr;
    QWidget *m_mentionedPart = nullptr;
    QWidget *m_linkingPart = nullptr;
    QWidget *m_feedbackPart = nullptr;
    QVBoxLayout *m_mentioned;
    QVBoxLayout *m_linking;
    QVBoxLayout *m_feedback;
    TextLabel *m_feedbackNote;
    TextLabel *m_watchedNote;
    QVBoxLayout *m_feedbackList;
    std::vector<int> m_rows; ///< By heading: its row in the outline; -1 for none.
    bool m_following = false;
};

} // namespace callboard::ui::panes
