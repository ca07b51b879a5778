// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/connectionform.h"

#include "ui/kit/style.h"
#include "ui/kit/widgets.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace callboard::ui {

namespace {

using Field = sync::IntegrationInfo::Field;

QLineEdit *lineOf(QWidget *editor)
{
    auto *line = qobject_cast<QLineEdit *>(editor);
    return line ? line : editor->findChild<QLineEdit *>();
}

QString withoutTilde(const QString &path)
{
    return path == "~"_L1 || path.startsWith("~/"_L1) ? QString(QDir::homePath() + path.mid(1)) : path;
}

} // namespace

ConnectionForm::ConnectionForm(const sync::IntegrationInfo &integration, QWidget *parent)
    : QWidget(parent)
    , m_integration(integration)
    , m_report(new TextLabel({}, TextRole::Caption, TextLabel::Ink::Secondary))
{
    auto *form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(12);
    form->setVerticalSpacing(7);
    QList<int> optional;
    for (const Field &field : integration.fields) {
        QWidget *editor = makeEditor(field);
        editor->setAccessibleName(field.label);
        editor->setAccessibleDescription(field.help);
        auto *cell = new QWidget;
        auto *column = new QVBoxLayout(cell);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(2);
        column->addWidget(editor);
        if (!field.help.isEmpty()) {
            auto *help = new TextLabel(field.help, TextRole::Caption, TextLabel::Ink::Secondary);
            help->setWordWrap(true);
            column->addWidget(help);
        }
        auto *label = new TextLabel(
            field.type == Field::Type::Boolean ? QString() : field.label, TextRole::Body, TextLabel::Ink::Secondary);
        label->setBuddy(editor);
        label->setMinimumHeight(Theme::of(this).scaled(28));
        label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        form->addRow(label, cell);
        if (!field.required)
            optional.append(form->rowCount() - 1);
        m_rows.push_back({ field, editor });
        setValue(field.id, field.defaultValue);
    }
    // What has a good default waits behind a link; a form of optional fields alone shows them.
    if (!optional.isEmpty() && optional.size() < qsizetype(integration.fields.size())) {
        for (const int row : std::as_const(optional))
            form->setRowVisible(row, false);
        auto *more = new LinkLabel(tr("More options"), u"chevron-down"_s);
        form->addRow(QString(), more);
        connect(more, &QAbstractButton::clicked, this, [form, more, optional] {
            for (const int row : optional)
                form->setRowVisible(row, true);
            form->setRowVisible(more, false);
        });
    }
    m_report->setWordWrap(true);
    m_report->hide();
    form->addRow(QString(), m_report);
}

QWidget *ConnectionForm::makeFolderEditor(const Field &field)
{
    auto *editor = new QWidget;
    auto *row = new QHBoxLayout(editor);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    auto *line = new QLineEdit;
    line->setAccessibleName(field.label);
    line->setPlaceholderText(tr("No folder chosen yet"));
    auto *browse = new QPushButton(tr("Choose…"));
    row->addWidget(line, 1);
    row->addWidget(browse);
    editor->setFocusProxy(line);
    connect(line, &QLineEdit::textChanged, this, &ConnectionForm::changed);
    connect(browse, &QPushButton::clicked, this, [this, line] {
        auto *dialog = new QFileDialog(this, tr("A folder of clones"), withoutTilde(line->text()));
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::Directory);
        dialog->setOption(QFileDialog::ShowDirsOnly);
        connect(dialog, &QFileDialog::fileSelected, line, &QLineEdit::setText);
        dialog->open();
    });
    return editor;
}

QWidget *ConnectionForm::makeEditor(const Field &field)
{
    switch (field.type) {
    case Field::Type::Folder: return makeFolderEditor(field);
    case Field::Type::Number: {
        auto *spin = new QSpinBox;
        spin->setRange(0, 1'000'000);
        connect(spin, &QSpinBox::valueChanged, this, &ConnectionForm::changed);
        return spin;
    }
    case Field::Type::Choice: {
        auto *combo = new QComboBox;
        combo->addItems(field.choices);
        connect(combo, &QComboBox::currentTextChanged, this, &ConnectionForm::changed);
        return combo;
    }
    case Field::Type::Boolean: {
        auto *box = new QCheckBox(field.label);
        connect(box, &QCheckBox::toggled, this, &ConnectionForm::changed);
        return box;
    }
    case Field::Type::Text:
    case Field::Type::Url:
    case Field::Type::Secret: break;
    }
    auto *line = new QLineEdit;
    if (field.type == Field::Type::Secret)
        line->setEchoMode(QLineEdit::Password);
    connect(line, &QLineEdit::textChanged, this, &ConnectionForm::changed);
    return line;
}

QJsonValue ConnectionForm::valueOf(const Row &row)
{
    switch (row.field.type) {
    case Field::Type::Number: return qobject_cast<QSpinBox *>(row.editor)->value();
    case Field::Type::Choice: return qobject_cast<QComboBox *>(row.editor)->currentText();
    case Field::Type::Boolean: return qobject_cast<QCheckBox *>(row.editor)->isChecked();
    case Field::Type::Folder: return withoutTilde(lineOf(row.editor)->text().trimmed());
    case Field::Type::Text:
    case Field::Type::Url:
    case Field::Type::Secret: break;
    }
    return lineOf(row.editor)->text().trimmed();
}

void ConnectionForm::setValue(const QString &fieldId, const QJsonValue &value)
{
    const auto row = std::ranges::find_if(m_rows, [&](const Row &one) { return one.field.id == fieldId; });
    if (row == m_rows.end() || value.isUndefined() || value.isNull())
        return;
    if (auto *spin = qobject_cast<QSpinBox *>(row->editor))
        spin->setValue(value.toInt());
    else if (auto *combo = qobject_cast<QComboBox *>(row->editor))
        combo->setCurrentText(value.toString());
    else if (auto *box = qobject_cast<QCheckBox *>(row->editor))
        box->setChecked(value.toBool());
    else if (QLineEdit *line = lineOf(row->editor))
        line->setText(value.toVariant().toString());
}

QJsonObject ConnectionForm::settings() const
{
    QJsonObject settings;
    for (const Row &row : m_rows) {
        // A secret belongs in the keychain and goes another way; it must not be in here.
        if (row.field.type != Field::Type::Secret)
            settings.insert(row.field.id, valueOf(row));
    }
    return settings;
}

QString ConnectionForm::suggestedName() const
{
    for (const Row &row : m_rows) {
        const QString text = valueOf(row).toString();
        if (text.isEmpty())
            continue;
        if (row.field.type == Field::Type::Folder)
            return QDir(text).dirName();
        if (row.field.type == Field::Type::Url)
            return QUrl(text).host();
    }
    return m_integration.name;
}

bool ConnectionForm::isComplete() const
{
    return std::ranges::all_of(m_rows, [](const Row &row) {
        return !row.field.required || !valueOf(row).toVariant().toString().isEmpty();
    });
}

void ConnectionForm::showReport(const QString &text, bool good)
{
    m_report->setInk(good ? TextLabel::Ink::Ok : TextLabel::Ink::Failed);
    m_report->setText(text);
    m_report->setVisible(!text.isEmpty());
}

QWidget *ConnectionForm::firstField() const
{
    return m_rows.empty() ? nullptr : m_rows.front().editor;
}

} // namespace callboard::ui
