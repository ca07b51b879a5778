// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/search/liveindex.h"

#include <QWidget>

class QComboBox;

namespace callboard::ui::panes {

/// Asks who the person is in this catalog: without that, nothing can be theirs.
class WhoAreYou final : public QWidget {
    Q_OBJECT
public:
    explicit WhoAreYou(search::LiveIndex &index, QWidget *parent = nullptr);
    bool hasPeople() const;
    void choose(const QString &userRef);

Q_SIGNALS:
    void chosen(const QString &userRef);

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void fill();
    void choosePicked();

    search::LiveIndex &m_index;
    QComboBox *m_people;
    bool m_outdated = true;
};

} // namespace callboard::ui::panes
