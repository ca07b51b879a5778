// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/filterbox.h"

#include "ui/kit/widgets.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QStringListModel>

using namespace Qt::StringLiterals;

namespace callboard::ui {

namespace {

/// The word that ends at the cursor.
QString wordBefore(const QString &text, qsizetype cursor)
{
    const QString before = text.left(cursor);
    const QStringList words = FilterBox::words(before);
    return before.isEmpty() || before.endsWith(u' ') || words.isEmpty() ? QString() : words.last();
}

} // namespace

FilterBox::FilterBox(QWidget *parent)
    : QWidget(parent)
    , m_row(new QHBoxLayout(this))
    , m_edit(new QLineEdit)
    , m_completer(new QCompleter(this))
    , m_suggestions(new QStringListModel(this))
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_row->setContentsMargins(7, 2, 4, 2);
    m_row->setSpacing(4);
    m_row->addWidget(new IconLabel(u"filter"_s, 12));
    m_edit->setFrame(false);
    m_edit->setFont(Theme::of(this).font(TextRole::Dense));
    m_edit->setMinimumWidth(40);
    m_edit->setTextMargins(0, 0, 0, 0);
    QPalette clear = m_edit->palette();
    clear.setColor(QPalette::Base, Qt::transparent);
    m_edit->setPalette(clear);
    m_edit->installEventFilter(this);
    m_row->addWidget(m_edit, 1);
    setFocusProxy(m_edit);
    m_completer->setModel(m_suggestions);
    m_completer->setWidget(m_edit);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setMaxVisibleItems(8);
    connect(m_edit, &QLineEdit::textEdited, this, [this] { onEdited(); });
    connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this,
        [this](const QString &text) { complete(text); });
}

void FilterBox::leaveTo(QWidget *list)
{
    connect(this, &FilterBox::downPressed, list, qOverload<>(&QWidget::setFocus));
    connect(this, &FilterBox::escapePressed, list, qOverload<>(&QWidget::setFocus));
}

QStringList FilterBox::words(const QString &text)
{
    QStringList result;
    QString word;
    bool quoted = false;
    for (const QChar c : text) {
        if (c == u'"')
            quoted = !quoted;
        if (c == u' ' && !quoted) {
            if (!word.isEmpty())
                result.append(word);
            word.clear();
            continue;
        }
        word.append(c);
    }
    if (!word.isEmpty())
        result.append(word);
    return result;
}

QString FilterBox::text() const
{
    QStringList parts;
    for (const ChipButton *chip : m_chips)
        parts.append(chip->text());
    const QString typed = m_edit->text().trimmed();
    if (!typed.isEmpty())
        parts.append(typed);
    return parts.join(u' ');
}

void FilterBox::setText(const QString &text)
{
    while (!m_chips.isEmpty())
        removeChip(m_chips.last());
    QStringList plain;
    for (const QString &word : words(text)) {
        if (m_isToken && m_isToken(word))
            addChip(word);
        else
            plain.append(word);
    }
    m_edit->setText(plain.join(u' '));
    announce();
}

void FilterBox::setPlaceholder(const QString &text)
{
    m_edit->setPlaceholderText(text);
    m_edit->setAccessibleName(text);
}

void FilterBox::setTokenTest(std::function<bool(const QString &)> test)
{
    m_isToken = std::move(test);
}

void FilterBox::setSuggest(std::function<QStringList(const QString &)> suggest)
{
    m_suggest = std::move(suggest);
}

QSize FilterBox::sizeHint() const
{
    return { 220, Theme::of(this).scaled(Theme::of(this).metrics().control.small) };
}

QSize FilterBox::minimumSizeHint() const
{
    return { 90, sizeHint().height() };
}

void FilterBox::addChip(const QString &word)
{
    auto *chip = new ChipButton(word, this);
    chip->setKind(ChipKind::Filter);
    chip->setClosable(true);
    chip->setAccessibleName(tr("Filter %1. Press to edit it.").arg(word));
    chip->setMaximumHeight(Theme::of(this).scaled(18));
    connect(chip, &ChipButton::closeRequested, this, [this, chip] {
        removeChip(chip);
        announce();
    });
    connect(chip, &ChipButton::clicked, this, [this, chip] {
        const QString word = chip->text();
        removeChip(chip);
        m_edit->setText(QString(word + u' ' + m_edit->text()).trimmed());
        m_edit->setFocus();
        announce();
    });
    m_row->insertWidget(1 + int(m_chips.size()), chip);
    m_chips.append(chip);
}

void FilterBox::removeChip(ChipButton *chip)
{
    m_chips.removeOne(chip);
    m_row->removeWidget(chip);
    chip->hide();
    chip->deleteLater();
}

void FilterBox::takeWords()
{
    if (!m_isToken)
        return;
    QStringList plain;
    bool changed = false;
    for (const QString &word : words(m_edit->text())) {
        if (m_isToken(word)) {
            addChip(word);
            changed = true;
        } else {
            plain.append(word);
        }
    }
    if (changed)
        m_edit->setText(plain.isEmpty() ? QString() : QString(plain.join(u' ') + u' '));
}

void FilterBox::onEdited()
{
    if (m_edit->text().endsWith(u' ') && m_edit->cursorPosition() == m_edit->text().size()
        && m_edit->text().count(u'"') % 2 == 0)
        takeWords();
    announce();
    suggest();
}

void FilterBox::announce()
{
    const QString now = text();
    update();
    if (now == m_announced)
        return;
    m_announced = now;
    Q_EMIT textChanged(now);
}

void FilterBox::suggest()
{
    const QString word = wordBefore(m_edit->text(), m_edit->cursorPosition());
    const QStringList found = m_suggest && !word.isEmpty() ? m_suggest(word) : QStringList();
    if (found.isEmpty() || found == QStringList(word)) {
        m_completer->popup()->hide();
        return;
    }
    m_suggestions->setStringList(found);
    m_completer->setCompletionPrefix(word);
    const int width = qMax(Theme::of(this).scaled(220), m_edit->width() / 2);
    const int left = m_edit->inputMethodQuery(Qt::ImCursorRectangle).toRect().left();
    m_completer->complete(QRect(left, 0, width, m_edit->height() + 2));
}

void FilterBox::complete(const QString &suggestion)
{
    const qsizetype cursor = m_edit->cursorPosition();
    const QString word = wordBefore(m_edit->text(), cursor);
    QString text = m_edit->text();
    text.replace(cursor - word.size(), word.size(), suggestion);
    const bool whole = m_isToken && m_isToken(suggestion);
    m_edit->setText(whole ? QString(text + u' ') : text);
    if (whole)
        takeWords();
    announce();
}

bool FilterBox::onKey(int key)
{
    switch (key) {
    case Qt::Key_Backspace:
        if (m_chips.isEmpty() || m_edit->cursorPosition() > 0 || m_edit->hasSelectedText())
            return false;
        m_edit->setText(m_chips.last()->text() + m_edit->text());
        removeChip(m_chips.last());
        announce();
        return true;
    case Qt::Key_Escape:
        if (text().isEmpty())
            Q_EMIT escapePressed();
        else
            clear();
        return true;
    case Qt::Key_Down: Q_EMIT downPressed(); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        takeWords();
        announce();
        Q_EMIT returnPressed();
        return true;
    default: return false;
    }
}

bool FilterBox::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_edit && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->modifiers() == Qt::NoModifier || key->modifiers() == Qt::KeypadModifier)
            return onKey(key->key());
    }
    // Esc is ours before it is anybody's shortcut.
    if (watched == m_edit && event->type() == QEvent::ShortcutOverride
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape)
        event->accept();
    if (watched == m_edit && (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut))
        update();
    return QWidget::eventFilter(watched, event);
}

void FilterBox::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = Theme::of(this);
    const bool focused = m_edit->hasFocus();
    paintBox(&painter, rect(), theme.metrics().radius.control, theme.colours().slip,
        focused ? theme.colours().focusRing : theme.colours().borderControl, focused ? 2 : 1);
}

} // namespace callboard::ui
