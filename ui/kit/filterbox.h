// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

#include <functional>

class QCompleter;
class QHBoxLayout;
class QLineEdit;
class QStringListModel;

namespace callboard::ui {

class ChipButton;

/// The filter field of a pane: plain words to type, recognised tokens ("owner:payments") as chips before them.
/// A token becomes a chip with the space behind it; Backspace at the start takes the last one back into the text.
class FilterBox final : public QWidget {
    Q_OBJECT
public:
    explicit FilterBox(QWidget *parent = nullptr);

    /// Chips and typed words, as one text of the query language.
    QString text() const;
    void setText(const QString &text);
    void clear() { setText({}); }
    void setPlaceholder(const QString &text);
    /// Says if a word is a token of the query language; such words become chips.
    void setTokenTest(std::function<bool(const QString &word)> test);
    /// What may stand in place of the word at the cursor; asked at each key.
    void setSuggest(std::function<QStringList(const QString &word)> suggest);
    QLineEdit *edit() const { return m_edit; }
    /// Down, and Esc with nothing left to clear, put the keyboard there.
    void leaveTo(QWidget *list);

    /// Splits at spaces, except within double quotes.
    static QStringList words(const QString &text);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void textChanged(const QString &text); ///< At each key that changes what is meant.
    void escapePressed();                  ///< With nothing left to clear.
    void downPressed();
    void returnPressed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void onEdited();
    void addChip(const QString &word);
    void removeChip(ChipButton *chip);
    void takeWords();
    void suggest();
    void complete(const QString &suggestion);
    bool onKey(int key);
    void announce();

    QHBoxLayout *m_row;
    QLineEdit *m_edit;
    QCompleter *m_completer;
    QStringListModel *m_suggestions;
    QList<ChipButton *> m_chips;
    std::function<bool(const QString &)> m_isToken;
    std::function<QStringList(const QString &)> m_suggest;
    QString m_announced;
};

} // namespace callboard::ui
