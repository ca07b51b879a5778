// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/actiondialog.h"

#include "models/domain/entityref.h"
#include "ui/kit/announce.h"
#include "ui/kit/icons.h"
#include "ui/kit/sentences.h"
#include "ui/kit/style.h"
#include "ui/kit/widgets.h"
#include "ui/shell/askedform.h"
#include "ui/shell/fieldeditors.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QJsonArray>
#include <QPushButton>
#include <QRegularExpression>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace callboard::ui {

using namespace Qt::StringLiterals;
using Field = sync::IntegrationInfo::Field;

namespace {

constexpr int mostRows = 500; // What more there is, is counted.
constexpr auto askRest = std::chrono::milliseconds(400);

/// What is typed counts, then what the record says; a branch where no ref was typed.
QString filled(QString text, const QJsonObject &values, const QJsonObject &record)
{
    static const QRegularExpression place(u"\\{([A-Za-z]+)\\}"_s);
    qsizetype from = 0;
    for (auto match = place.match(text, from); match.hasMatch(); match = place.match(text, from)) {
        const QString key = match.captured(1);
        QString value;
        for (const QJsonValue &known : { values[key], record[key], key == "ref"_L1 ? record["branch"_L1] : QJsonValue() }) {
            if (value.isEmpty())
                value = known.toVariant().toString().simplified();
        }
        if (value.isEmpty())
            value = u"…"_s;
        text.replace(match.capturedStart(), match.capturedLength(), value);
        from = match.capturedStart() + value.size();
    }
    return text;
}

} // namespace

ActionDialog::ActionDialog(PaneContext context, const panes::EntityActions::Offer &offer, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_actions(panes::EntityActions::of(context))
    , m_offer(m_actions.current(offer))
    , m_about(new TextLabel({}, TextRole::Body))
    , m_report(new TextLabel({}, TextRole::Body))
    , m_reason(new TextLabel({}, TextRole::Body, TextLabel::Ink::Warning))
    , m_entities(new QTreeWidget)
    , m_go(new QPushButton)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(offer.action.name);
    setSurface(this, Surface::Board);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 14, 16, 14);
    column->setSpacing(8);
    column->addWidget(new TextLabel(offer.action.name, TextRole::Heading2, TextLabel::Ink::Primary, QFont::DemiBold));
    auto *about = new TextLabel(offer.entityRef.isEmpty() ? tr("At %1.").arg(offer.connectionName)
                                                          : tr("%1, at %2.").arg(offer.entityRef, offer.connectionName),
        offer.entityRef.isEmpty() ? TextRole::Dense : TextRole::Mono, TextLabel::Ink::Secondary);
    about->setElide(Qt::ElideMiddle);
    column->addWidget(about);
    m_about->setWordWrap(true);
    m_about->setVisible(!offer.action.about.isEmpty());
    column->addWidget(m_about);
    if (!offer.action.help.isEmpty()) {
        auto *help = new TextLabel(offer.action.help, TextRole::Body, TextLabel::Ink::Secondary);
        help->setWordWrap(true);
        column->addWidget(help);
    }
    makeForm(column);
    for (TextLabel *label : { m_reason, m_report }) {
        label->setWordWrap(true);
        label->hide();
        column->addWidget(label);
    }
    m_entities->setHeaderLabels({ tr("Kind"), tr("Entity"), tr("In the catalog") });
    m_entities->setRootIsDecorated(false);
    m_entities->setUniformRowHeights(true);
    m_entities->setAccessibleName(tr("Entities"));
    m_entities->hide();
    column->addWidget(m_entities, 1);
    auto *buttons = new QDialogButtonBox;
    buttons->addButton(m_go, QDialogButtonBox::AcceptRole);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    column->addStretch();
    column->addWidget(buttons);
    m_go->setDefault(true);
    connect(m_go, &QPushButton::clicked, this, &ActionDialog::go);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(&m_actions, &panes::EntityActions::changed, this, [this] {
        m_offer = m_actions.current(m_offer);
        refresh();
    });
    resize(Theme::of(this).scaled(520), Theme::of(this).scaled(offer.action.dryRun ? 380 : 200));
    refresh();
    m_actions.ask(m_offer);
    m_askSoon.setSingleShot(true);
    m_askSoon.setInterval(askRest);
    connect(&m_askSoon, &QTimer::timeout, this, &ActionDialog::askForm);
    if (m_asked) {
        m_asked->beginAsking(m_offer.connectionName);
        refresh();
        askForm();
    }
    // What would go can be said without asking anything.
    if (offer.action.dryRun && m_fields.empty() && !m_asked)
        look();
}

void ActionDialog::makeForm(QVBoxLayout *column)
{
    if (m_offer.action.fields.empty())
        return;
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(12);
    form->setVerticalSpacing(7);
    for (const Field &field : m_offer.action.fields) {
        if (field.asked) {
            m_asked = new AskedForm(field);
            form->addRow(m_asked);
            connect(m_asked, &AskedForm::edited, this, &ActionDialog::edited);
            continue;
        }
        QWidget *editor = addFieldRow(form, field, {});
        onFieldEdited(editor, this, [this] {
            edited();
            askFormSoon();
        });
        m_fields.emplace_back(field, editor);
    }
    column->addLayout(form);
}

/// What the form depends on is typed key by key.
void ActionDialog::askFormSoon()
{
    if (!m_asked)
        return;
    m_asked->beginAsking(m_offer.connectionName);
    m_askSoon.start();
    refresh();
}

void ActionDialog::askForm()
{
    const QJsonObject declared = declaredValues();
    m_context.workspace.actionForm(m_offer.connectionId, { m_offer.action.id, m_offer.entityRef, declared, false, m_offer.record }, this,
        [this, declared](const domain::Result<std::vector<Field>> &told) {
            if (declared != declaredValues())
                return; // It is asked for again.
            m_asked->showForm(told);
            layout()->activate();
            resize(width(), std::max(height(), sizeHint().height()));
            refresh();
            Q_EMIT settled();
        });
}

void ActionDialog::setValue(const QString &fieldId, const QString &value)
{
    for (const auto &[field, editor] : m_fields) {
        if (field.id == fieldId)
            setFieldValue(editor, value);
    }
    if (m_asked)
        m_asked->setValue(fieldId, value);
}

QJsonObject ActionDialog::values() const
{
    QJsonObject values = declaredValues();
    if (m_asked)
        values.insert(m_asked->id(), m_asked->value());
    return values;
}

QJsonObject ActionDialog::declaredValues() const
{
    QJsonObject values;
    for (const auto &[field, editor] : m_fields)
        values.insert(field.id, fieldValue(editor));
    return values;
}

bool ActionDialog::isComplete() const
{
    if (m_asked && (m_asked->isAsking() || !m_asked->isComplete()))
        return false;
    return std::ranges::all_of(m_fields, [](const auto &row) {
        return !row.first.required || !fieldValue(row.second).toVariant().toString().isEmpty();
    });
}

sdk::ActionRequest ActionDialog::request(bool dryRun) const
{
    return { m_offer.action.id, m_offer.entityRef, values(), dryRun, m_offer.record };
}

QString ActionDialog::report() const
{
    return m_report->isVisibleTo(this) ? m_report->text() : QString();
}

QString ActionDialog::about() const { return m_about->text(); }

void ActionDialog::edited()
{
    m_looked = false;
    m_entities->hide();
    say({}, true);
    refresh();
}

void ActionDialog::refresh()
{
    const bool looksFirst = m_offer.action.dryRun && !m_looked;
    m_go->setText(looksFirst ? tr("Show what it would do") : QString(m_offer.action.name));
    m_go->setEnabled(m_offer.allowed && !m_asking && isComplete());
    m_go->setToolTip(m_offer.allowed ? QString() : m_offer.reason);
    m_go->setAccessibleDescription(m_go->toolTip());
    m_about->setText(filled(m_offer.action.about, values(), m_offer.record.body));
    m_reason->setText(m_offer.reason);
    m_reason->setVisible(!m_offer.allowed);
}

void ActionDialog::go()
{
    if (m_offer.action.dryRun && !m_looked)
        look();
    else
        act();
}

void ActionDialog::look()
{
    m_asking = true;
    say(tr("Asking %1…").arg(m_offer.connectionName), true);
    refresh();
    m_context.workspace.act(m_offer.connectionId, request(true), this,
        [this, asked = values()](const domain::Result<sdk::ActionAnswer> &answer) {
            m_asking = false;
            // What was typed meanwhile was not asked about.
            if (asked == values())
                showLook(answer);
            else
                edited();
            Q_EMIT settled();
        });
}

void ActionDialog::showLook(const domain::Result<sdk::ActionAnswer> &answer)
{
    m_looked = answer.has_value();
    refresh();
    if (!answer)
        return say(sentenceText(answer.error()), false);
    say(answer->summary, true);
    const auto snapshot = m_context.workspace.mirror().snapshot();
    m_entities->clear();
    const QJsonArray entities = answer->details.value("entities"_L1).toArray();
    for (const QJsonValue &value : entities) {
        if (m_entities->topLevelItemCount() == mostRows)
            break;
        const QString text = value.toString();
        const auto ref = domain::EntityRef::parse(text);
        const QString kind = ref ? ref->kind : QString();
        const bool isHere = snapshot->find(text) != mirror::noRow;
        auto *row = new QTreeWidgetItem(m_entities, { kind, ref ? QString(ref->ns + u'/' + ref->name) : text, isHere ? tr("there already") : tr("new") });
        row->setIcon(0, icon(kindIconName(kind)));
    }
    if (entities.size() > mostRows)
        new QTreeWidgetItem(m_entities, { QString(), tr("and %n more", nullptr, int(entities.size()) - mostRows) });
    m_entities->setColumnHidden(2, !m_offer.entityRef.isEmpty()); // What would go is there.
    for (int at = 0; at < 3; ++at)
        m_entities->resizeColumnToContents(at);
    m_entities->setVisible(!entities.isEmpty());
}

void ActionDialog::act()
{
    m_asking = true;
    refresh();
    m_context.workspace.act(m_offer.connectionId, request(false), this, [this](const domain::Result<sdk::ActionAnswer> &answer) {
        m_asking = false;
        refresh();
        if (answer) {
            Q_EMIT m_actions.answered(m_offer, *answer);
            accept();
        } else {
            say(sentenceText(answer.error()), false);
        }
        Q_EMIT settled();
    });
}

void ActionDialog::say(const QString &text, bool good)
{
    m_report->setInk(good ? TextLabel::Ink::Primary : TextLabel::Ink::Failed);
    m_report->setText(text);
    m_report->setVisible(!text.isEmpty());
    announce(m_report, text);
}

} // namespace callboard::ui
