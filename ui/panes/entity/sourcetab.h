// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panes/entity/pagedata.h"

#include <QWidget>

namespace callboard::ui {
class AsOfLabel;
class CodeView;
class TextLabel;
}

namespace callboard::ui::panes {

class CellTable;

/// The descriptor as it was written, coloured, with its problems underlined where they are and listed
/// below. A portal serves finished entities without a text: then the entity itself is shown, and said so.
class SourceTab final : public QWidget {
    Q_OBJECT
public:
    explicit SourceTab(QWidget *parent = nullptr);

    void show(const PageData &data);
    void setAge(const QDateTime &seenAt, bool stale);
    void goToLine(int line); ///< Of the file, from 1.
    CodeView *code() { return m_code; }
    CellTable *problems() { return m_problems; }

private:
    TextLabel *m_place;
    AsOfLabel *m_asOf;
    CodeView *m_code;
    CellTable *m_problems;
    std::vector<domain::Problem> m_shown;
};

} // namespace callboard::ui::panes
