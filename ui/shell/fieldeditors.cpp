// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/fieldeditors.h"

#include "ui/kit/icons.h"
#include "ui/kit/widgets.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

using namespace Qt::StringLiterals;

namespace callboard::ui {

namespace {

using Field = sync::IntegrationInfo::Field;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(callboard::ui::FieldEditors)
};

void choosePath(QWidget *parent, QLineEdit *line, const QString &title, bool isFile)
{
    const QString from = line->text().startsWith("~/"_L1) ? QString(QDir::homePath() + line->text().mid(1)) : line->text();
    auto *dialog = new QFileDialog(parent, title, from);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(isFile ? QFileDialog::ExistingFile : QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly, !isFile);
    QObject::connect(dialog, &QFileDialog::fileSelected, line, &QLineEdit::setText);
    dialog->open();
}

QWidget *makePathEditor(const Field &field, bool isFile)
{
    auto *editor = new QWidget;
    auto *row = new QHBoxLayout(editor);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    auto *line = new QLineEdit;
    line->setAccessibleName(field.label);
    line->setAccessibleDescription(field.help);
    line->setPlaceholderText(isFile ? Texts::tr("No file chosen") : Texts::tr("No folder chosen yet"));
    auto *browse = new QPushButton(Texts::tr("Choose…"));
    browse->setAutoDefault(false);
    browse->setAccessibleName(Texts::tr("Choose: %1").arg(field.label));
    row->addWidget(line, 1);
    row->addWidget(browse);
    editor->setFocusProxy(line);
    QObject::connect(browse, &QPushButton::clicked, line, [editor, line, title = field.label, isFile] { choosePath(editor, line, title, isFile); });
    return editor;
}

QWidget *makeSecretEditor()
{
    auto *line = new QLineEdit;
    line->setEchoMode(QLineEdit::Password);
    auto *show = line->addAction(icon(u"eye"_s), QLineEdit::TrailingPosition);
    show->setCheckable(true);
    show->setText(Texts::tr("Show what is typed"));
    show->setToolTip(show->text());
    QObject::connect(show, &QAction::toggled, line,
        [line](bool on) { line->setEchoMode(on ? QLineEdit::Normal : QLineEdit::Password); });
    return line;
}

} // namespace

QWidget *makeFieldEditor(const Field &field, bool isFile)
{
    switch (field.type) {
    case Field::Type::Folder: return makePathEditor(field, false);
    case Field::Type::Number: {
        auto *spin = new QSpinBox;
        spin->setRange(field.least, field.most);
        return spin;
    }
    case Field::Type::Choice: {
        auto *combo = new QComboBox;
        combo->addItems(field.choices);
        return combo;
    }
    case Field::Type::Boolean: return new QCheckBox(field.label);
    case Field::Type::Secret: return makeSecretEditor();
    case Field::Type::Text:
    case Field::Type::Url: break;
    }
    return isFile ? makePathEditor(field, true) : new QLineEdit;
}

QWidget *addFieldRow(QFormLayout *form, const Field &field, const QString &prefix)
{
    QWidget *editor = makeFieldEditor(field, false);
    setFieldValue(editor, field.defaultValue);
    editor->setAccessibleName(field.label);
    editor->setAccessibleDescription(field.help);
    editor->setObjectName(u"field."_s + prefix + field.id);
    form->addRow(field.type == Field::Type::Boolean ? QString() : field.label, editor);
    if (!field.help.isEmpty()) {
        auto *help = new TextLabel(field.help, TextRole::Caption, TextLabel::Ink::Secondary);
        help->setWordWrap(true);
        form->addRow(QString(), help);
    }
    return editor;
}

QLineEdit *lineOf(QWidget *editor)
{
    if (auto *line = qobject_cast<QLineEdit *>(editor))
        return line;
    if (qobject_cast<QSpinBox *>(editor) || qobject_cast<QComboBox *>(editor))
        return nullptr;
    return editor->findChild<QLineEdit *>();
}

QJsonValue fieldValue(QWidget *editor)
{
    if (auto *spin = qobject_cast<QSpinBox *>(editor))
        return spin->value();
    if (auto *combo = qobject_cast<QComboBox *>(editor))
        return combo->currentText();
    if (auto *box = qobject_cast<QCheckBox *>(editor))
        return box->isChecked();
    const QLineEdit *line = lineOf(editor);
    return line ? line->text().trimmed() : QString();
}

void setFieldValue(QWidget *editor, const QJsonValue &value)
{
    if (auto *spin = qobject_cast<QSpinBox *>(editor))
        spin->setValue(value.toInt());
    else if (auto *combo = qobject_cast<QComboBox *>(editor))
        combo->setCurrentText(value.toString());
    else if (auto *box = qobject_cast<QCheckBox *>(editor))
        box->setChecked(value.toVariant().toBool());
    else if (QLineEdit *line = lineOf(editor))
        line->setText(value.toVariant().toString());
}

void onFieldEdited(QWidget *editor, QObject *receiver, const std::function<void()> &edited)
{
    if (auto *spin = qobject_cast<QSpinBox *>(editor))
        QObject::connect(spin, &QSpinBox::valueChanged, receiver, edited);
    else if (auto *combo = qobject_cast<QComboBox *>(editor))
        QObject::connect(combo, &QComboBox::currentTextChanged, receiver, edited);
    else if (auto *box = qobject_cast<QCheckBox *>(editor))
        QObject::connect(box, &QCheckBox::toggled, receiver, edited);
    else if (QLineEdit *line = lineOf(editor))
        QObject::connect(line, &QLineEdit::textChanged, receiver, edited);
}

} // namespace callboard::ui
