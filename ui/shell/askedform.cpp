// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/askedform.h"

#include "ui/kit/announce.h"
#include "ui/kit/sentences.h"
#include "ui/kit/theme.h"
#include "ui/kit/widgets.h"
#include "ui/shell/fieldeditors.h"

#include <QFormLayout>
#include <QScrollArea>
#include <QVBoxLayout>

namespace callboard::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int tallest = 320; ///< Pixels at 100 %: what is longer is scrolled.

bool isEmptyText(const QJsonValue &value) { return !value.isBool() && value.toVariant().toString().isEmpty(); }

QFormLayout *makeLayout(QWidget *of)
{
    auto *form = new QFormLayout(of);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(12);
    form->setVerticalSpacing(7);
    return form;
}

} // namespace

AskedForm::AskedForm(const Field &declared, QWidget *parent)
    : QWidget(parent)
    , m_declared(declared)
    , m_state(new TextLabel({}, TextRole::Caption, TextLabel::Ink::Secondary))
    , m_typed(new QWidget)
    , m_area(new QScrollArea)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(7);
    m_state->setWordWrap(true);
    m_state->hide();
    m_line = addFieldRow(makeLayout(m_typed), declared, {});
    m_typed->hide();
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setWidgetResizable(true);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->hide();
    for (QWidget *part : std::initializer_list<QWidget *> { m_state, m_typed, m_area })
        column->addWidget(part);
    onFieldEdited(m_line, this, [this] { Q_EMIT edited(); });
}

void AskedForm::beginAsking(const QString &whom)
{
    m_asking = true;
    say(tr("Asking %1 what it needs…").arg(whom));
}

void AskedForm::showForm(const domain::Result<std::vector<Field>> &told)
{
    m_asking = false;
    keepFilled();
    m_known = told.has_value();
    if (!told || !isShown(*told))
        build(told.value_or(std::vector<Field>()));
    m_typed->setVisible(!m_known);
    m_area->setVisible(!m_fields.empty());
    if (!told)
        say(tr("What it asks for is not known. %1").arg(sentenceText(told.error())));
    else
        say(m_fields.empty() ? tr("It asks for nothing more.") : QString());
}

void AskedForm::keepFilled()
{
    for (const auto &[field, editor] : m_fields) {
        const QJsonValue value = fieldValue(editor);
        if (field.type != Field::Type::Secret && value != field.defaultValue)
            m_filled.insert(field.id, value);
        else
            m_filled.remove(field.id);
    }
}

bool AskedForm::isShown(const std::vector<Field> &fields) const
{
    return std::ranges::equal(fields, m_fields, [](const Field &one, const auto &row) {
        const Field &other = row.first;
        return one.id == other.id && one.type == other.type && one.label == other.label && one.help == other.help && one.required == other.required
            && one.defaultValue == other.defaultValue && one.choices == other.choices;
    });
}

void AskedForm::build(const std::vector<Field> &fields)
{
    QWidget *inUse = m_area->isAncestorOf(focusWidget()) ? focusWidget() : nullptr;
    const auto used = std::ranges::find_if(m_fields, [inUse](const auto &row) { return inUse && (row.second == inUse || row.second->isAncestorOf(inUse)); });
    const QString usedId = used == m_fields.end() ? QString() : used->first.id;
    m_fields.clear();
    auto *content = new QWidget;
    QFormLayout *form = makeLayout(content);
    for (const Field &field : fields) {
        QWidget *editor = addFieldRow(form, field, m_declared.id + u'.');
        if (const QJsonValue filled = m_filled.value(field.id); !filled.isUndefined() && (field.type != Field::Type::Choice || field.choices.contains(filled.toString())))
            setFieldValue(editor, filled);
        onFieldEdited(editor, this, [this] { Q_EMIT edited(); });
        m_fields.emplace_back(field, editor);
    }
    m_area->setWidget(content); // The one before goes.
    // What was made by itself comes last for the Tab key: it belongs where it is seen.
    QWidget *before = m_area;
    for (const auto &[field, editor] : m_fields) {
        setTabOrder(before, editor);
        before = editor;
        if (field.id == usedId && !usedId.isEmpty())
            editor->setFocus();
    }
    m_area->setMinimumHeight(std::min(content->sizeHint().height(), Theme::of(this).scaled(tallest)));
}

QJsonValue AskedForm::value() const
{
    if (!m_known)
        return fieldValue(m_line);
    QJsonObject values;
    for (const auto &[field, editor] : m_fields) {
        if (const QJsonValue value = fieldValue(editor); !isEmptyText(value) || !isEmptyText(field.defaultValue))
            values.insert(field.id, value);
    }
    return values;
}

bool AskedForm::isComplete() const
{
    return std::ranges::all_of(m_fields, [](const auto &row) { return !row.first.required || !isEmptyText(fieldValue(row.second)); });
}

void AskedForm::setValue(const QString &fieldId, const QString &value)
{
    if (fieldId == m_declared.id)
        setFieldValue(m_line, value);
    for (const auto &[field, editor] : m_fields) {
        if (fieldId == m_declared.id + u'.' + field.id)
            setFieldValue(editor, value);
    }
}

void AskedForm::say(const QString &text)
{
    const bool isNews = m_state->text() != text;
    m_state->setText(text);
    m_state->setVisible(!text.isEmpty());
    if (isNews)
        announce(m_state, text);
}

} // namespace callboard::ui
