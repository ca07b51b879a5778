// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/connectionform.h"

#include "models/sync/oauthkeeper.h"
#include "models/sync/proxylogins.h"
#include "ui/kit/announce.h"
#include "ui/kit/fieldwords.h"
#include "ui/kit/proxylogindialog.h"
#include "ui/kit/sentences.h"
#include "ui/kit/style.h"
#include "ui/kit/widgets.h"
#include "ui/shell/fieldeditors.h"
#include "ui/shell/signinchoice.h"

#include <QDir>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace callboard::ui {

namespace {

using Field = sync::IntegrationInfo::Field;

constexpr auto signInId = "signIn"_L1;

QString withoutTilde(const QString &path)
{
    return path == "~"_L1 || path.startsWith("~/"_L1) ? QString(QDir::homePath() + path.mid(1)) : path;
}

/// "portal.example.org" as people type it is meant as an address of the usual kind.
QString withScheme(const QString &text)
{
    if (text.isEmpty() || text.contains("://"_L1) || text.contains(u' ') || !(text.contains(u'.') || text.startsWith("localhost"_L1)))
        return text;
    const bool here = text.startsWith("localhost"_L1) || text.startsWith("127."_L1);
    return (here ? u"http://"_s : u"https://"_s) + text;
}

} // namespace

ConnectionForm::ConnectionForm(sync::Workspace &workspace, const sync::IntegrationInfo &integration,
    const sync::ConnectionInfo *edited, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_integration(integration)
    , m_edited(edited ? std::optional(*edited) : std::nullopt)
    , m_form(new QFormLayout(this))
    , m_report(new TextLabel({}, TextRole::Dense, TextLabel::Ink::Secondary))
    , m_missing(new TextLabel({}, TextRole::Dense, TextLabel::Ink::Warning))
    , m_proxyLogin(new QPushButton(tr("Sign in to the proxy…")))
{
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setHorizontalSpacing(12);
    m_form->setVerticalSpacing(7);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    const bool hasUrl = std::ranges::contains(integration.fields, Field::Type::Url, &Field::type);
    const bool signsIn = integration.network && (hasUrl || std::ranges::contains(integration.fields, signInId, &Field::id));
    m_rows.reserve(integration.fields.size() + size_t(sync::networkFieldIds().size()));
    for (const Field &field : integration.fields) {
        if (signsIn && field.id == signInId) {
            m_signInValue = field.defaultValue.toString();
            if (!hasUrl)
                addSignIn();
            continue;
        }
        addRow(field, false);
        if (signsIn && field.type == Field::Type::Url && !m_signIn)
            addSignIn();
    }
    foldOptional();
    if (integration.network)
        addNetwork();
    for (TextLabel *label : { m_report, m_missing }) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        label->hide();
        m_form->addRow(QString(), label);
    }
    m_proxyLogin->setAutoDefault(false);
    m_proxyLogin->hide();
    m_form->addRow(QString(), m_proxyLogin);
    connect(m_proxyLogin, &QPushButton::clicked, this, [this] {
        auto *dialog = new ProxyLoginDialog(m_workspace, m_proxy, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &QDialog::accepted, this, [this] { (this->*m_tried)(); });
        dialog->open();
    });
    if (m_edited)
        showKeptValues();
    if (!m_secretNotes.isEmpty()) {
        const auto show = [this](sync::SecretStore::State state) {
            for (TextLabel *note : std::as_const(m_secretNotes))
                note->setText(secretStateText(state));
        };
        workspace.secretState(this, show);
        connect(&workspace, &sync::Workspace::keychainChanged, this, [&workspace, show] {
            if (const auto state = workspace.keychainState())
                show(*state);
        });
    }
}

// A line that has the keyboard says that it is left when it goes, which is after all of this is gone.
ConnectionForm::~ConnectionForm()
{
    for (const Row &row : m_rows) {
        if (QLineEdit *line = lineOf(row.editor))
            line->disconnect(this);
    }
}

/// On a line with the field itself, however much is said below that.
TextLabel *ConnectionForm::makeLabel(const QString &text, QWidget *buddy) const
{
    const Theme &theme = Theme::of(this);
    auto *label = new TextLabel(text, TextRole::Body, TextLabel::Ink::Secondary);
    label->setBuddy(buddy);
    label->setAlignment(Qt::AlignRight | Qt::AlignTop);
    label->setContentsMargins(0, (theme.scaled(theme.metrics().control.normal) - theme.lineHeight(TextRole::Body)) / 2, 0, 0);
    return label;
}

void ConnectionForm::addFirstRow(const QString &label, QWidget *editor)
{
    m_form->insertRow(0, makeLabel(label, editor), editor);
}

void ConnectionForm::addRow(const Field &field, bool ofNetwork)
{
    const bool isFile = ofNetwork && field.id != sync::networkFieldIds().first();
    QWidget *editor = makeFieldEditor(field, isFile);
    editor->setAccessibleName(field.label);
    editor->setAccessibleDescription(field.help);
    auto *cell = new QWidget;
    auto *column = new QVBoxLayout(cell);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(editor);
    auto *error = new TextLabel({}, TextRole::Caption, TextLabel::Ink::Failed);
    error->setWordWrap(true);
    error->hide();
    column->addWidget(error);
    const auto addNote = [&](const QString &text) {
        auto *note = new TextLabel(text, TextRole::Caption, TextLabel::Ink::Secondary);
        note->setWordWrap(true);
        column->addWidget(note);
        return note;
    };
    if (!field.help.isEmpty())
        addNote(field.help);
    if (field.type == Field::Type::Secret)
        m_secretNotes.append(addNote({}));
    TextLabel *inTheClear = nullptr;
    if (field.type == Field::Type::Url) {
        inTheClear = addNote(tr("Not encrypted: others on the way can read what is sent, a token too."));
        inTheClear->setInk(TextLabel::Ink::Warning);
        inTheClear->hide();
    }
    m_form->addRow(makeLabel(field.type == Field::Type::Boolean ? QString() : field.label, editor), cell);
    m_rows.push_back({ field, editor, cell, error, inTheClear, ofNetwork });
    setValue(field.id, field.defaultValue);
    onFieldEdited(editor, this, [this, id = field.id] { onEdited(id); });
    if (QLineEdit *line = lineOf(editor))
        connect(line, &QLineEdit::editingFinished, this, [this, id = field.id] { onLeft(id); });
}

void ConnectionForm::addSignIn()
{
    m_signIn = new SignInChoice;
    m_form->addRow(makeLabel(tr("Sign in"), m_signIn->findButton()), m_signIn);
    connect(m_signIn, &SignInChoice::findRequested, this, &ConnectionForm::findSignIn);
    connect(m_signIn, &SignInChoice::chosenChanged, this, [this] {
        showSecretRows();
        Q_EMIT changed();
    });
}

// What has a good default waits behind a link; a form of optional fields alone shows them.
void ConnectionForm::foldOptional()
{
    QList<QWidget *> optional;
    for (const Row &row : m_rows) {
        const bool asked = row.field.required || (row.field.type == Field::Type::Secret && m_signIn);
        if (!asked)
            optional.append(row.cell);
    }
    if (optional.isEmpty() || optional.size() == qsizetype(m_rows.size()))
        return;
    for (QWidget *cell : std::as_const(optional))
        m_form->setRowVisible(cell, false);
    m_more = new LinkLabel(tr("More options"), u"chevron-down"_s);
    m_form->addRow(QString(), m_more);
    connect(m_more, &QAbstractButton::clicked, this, [this, optional] {
        for (QWidget *cell : optional)
            m_form->setRowVisible(cell, true);
        m_form->setRowVisible(m_more, false);
        if (auto *line = optional.first()->findChild<QLineEdit *>())
            line->setFocus(Qt::TabFocusReason);
    });
}

void ConnectionForm::addNetwork()
{
    const QStringList ids = sync::networkFieldIds();
    const std::array<std::pair<QString, QString>, 4> texts { {
        { tr("Proxy"), tr("http://host:port, socks5://host:port, or none. Empty: as the system has it.") },
        { tr("Further authorities"), tr("A PEM file of the authorities that signed the server’s certificate.") },
        { tr("Client certificate"), tr("A PEM file, where the server wants one.") },
        { tr("Its key"), tr("A PEM file. Empty: it is in the certificate’s.") },
    } };
    auto *toggle = new LinkLabel(tr("Network"), u"chevron-down"_s);
    toggle->setAccessibleDescription(tr("Proxy and certificates"));
    m_form->addRow(QString(), toggle);
    QList<QWidget *> cells;
    for (size_t at = 0; at < texts.size(); ++at) {
        Field field;
        field.id = ids[qsizetype(at)];
        field.label = texts[at].first;
        field.help = texts[at].second;
        addRow(field, true);
        cells.append(m_rows.back().cell);
    }
    const auto show = [this, cells, toggle](bool shown) {
        for (QWidget *cell : cells)
            m_form->setRowVisible(cell, shown);
        m_form->setRowVisible(toggle, !shown);
    };
    const bool used = m_edited && std::ranges::any_of(ids, [this](const QString &id) {
        return !m_edited->settings.value(id).toString().isEmpty();
    });
    show(used);
    connect(toggle, &QAbstractButton::clicked, this, [this, show, id = ids.first()] {
        show(true);
        row(id)->editor->setFocus(Qt::TabFocusReason);
    });
}

void ConnectionForm::showKeptValues()
{
    for (auto it = m_edited->settings.begin(); it != m_edited->settings.end(); ++it)
        setValue(it.key(), it.value());
    if (m_edited->settings.contains(signInId))
        m_signInValue = m_edited->settings.value(signInId).toString();
    showSecretRows();
    for (const Row &row : m_rows) {
        if (row.error)
            row.error->hide();
    }
}

ConnectionForm::Row *ConnectionForm::row(const QString &fieldId)
{
    const auto at = std::ranges::find_if(m_rows, [&](const Row &one) { return one.field.id == fieldId; });
    return at == m_rows.end() ? nullptr : &*at;
}

const ConnectionForm::Row *ConnectionForm::row(const QString &fieldId) const
{
    return const_cast<ConnectionForm *>(this)->row(fieldId);
}

QWidget *ConnectionForm::editor(const QString &fieldId) const
{
    const Row *found = row(fieldId);
    return found ? found->editor : nullptr;
}

QWidget *ConnectionForm::firstField() const
{
    return m_rows.empty() ? nullptr : m_rows.front().editor;
}

QJsonValue ConnectionForm::valueOf(const Row &row)
{
    const QJsonValue value = fieldValue(row.editor);
    return row.field.type == Field::Type::Folder || row.ofNetwork ? QJsonValue(withoutTilde(value.toString())) : value;
}

void ConnectionForm::setValue(const QString &fieldId, const QJsonValue &value)
{
    const Row *found = row(fieldId);
    if (found && !value.isUndefined() && !value.isNull())
        setFieldValue(found->editor, value);
}

QJsonObject ConnectionForm::settings() const
{
    QJsonObject settings;
    for (const Row &row : m_rows) {
        const QJsonValue value = valueOf(row);
        // A secret belongs in the keychain and goes another way; it must not be in here.
        if (row.field.type == Field::Type::Secret || (row.ofNetwork && value.toString().isEmpty()))
            continue;
        settings.insert(row.field.id, row.field.type == Field::Type::Url ? QJsonValue(withScheme(value.toString())) : value);
    }
    if (const sdk::SignInMethod *method = signInMethod())
        settings.insert(signInId, method->id);
    else if (!m_signInValue.isEmpty())
        settings.insert(signInId, m_signInValue);
    return settings;
}

// Kept secrets belong to the server that they were typed for.
bool ConnectionForm::keepsSecrets() const
{
    return m_edited && sync::asksSameServers(m_integration, settings(), m_edited->settings);
}

sync::Secrets ConnectionForm::secrets() const
{
    sync::Secrets secrets;
    for (const Row &row : m_rows) {
        if (row.field.type != Field::Type::Secret)
            continue;
        const QString typed = valueOf(row).toString();
        if (!typed.isEmpty() && !row.cell->isHidden())
            secrets.insert(row.field.id, typed);
        else if (m_edited && !keepsSecrets())
            secrets.insert(row.field.id, QString());
    }
    return secrets;
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
            return QUrl(withScheme(text)).host();
    }
    return m_integration.name;
}

bool ConnectionForm::isComplete() const
{
    return std::ranges::all_of(m_rows, [](const Row &row) {
        return !row.field.required || row.field.type == Field::Type::Secret || !valueOf(row).toVariant().toString().isEmpty();
    });
}

const sdk::SignInMethod *ConnectionForm::signInMethod() const
{
    return m_signIn ? m_signIn->chosen() : nullptr;
}

QStringList ConnectionForm::otherSignIns() const
{
    return m_signIn ? m_signIn->others() : QStringList();
}

bool ConnectionForm::needsBrowser() const
{
    const sdk::SignInMethod *method = signInMethod();
    return method && method->kind == sdk::SignInMethod::Kind::OAuth;
}

QString ConnectionForm::signInText() const
{
    const sdk::SignInMethod *method = signInMethod();
    return method && sync::isOnOtherDevice(*method) ? tr("Sign in on another device…") : tr("Sign in in the browser…");
}

void ConnectionForm::showError(Row &row, const QString &text)
{
    row.error->setText(text);
    row.error->setVisible(!text.isEmpty());
    QWidget *line = lineOf(row.editor);
    setInvalid(line ? line : row.editor, !text.isEmpty());
    const QString description = text.isEmpty() ? row.field.help : QString(text + u' ' + row.field.help);
    row.editor->setAccessibleDescription(description.trimmed());
    if (line)
        line->setAccessibleDescription(description.trimmed());
}

void ConnectionForm::onEdited(const QString &fieldId)
{
    ++m_asked;
    showReport({}, true);
    if (Row *edited = row(fieldId)) {
        showError(*edited, {});
        if (edited->inTheClear)
            edited->inTheClear->setVisible(sync::isReadOnTheWay(QUrl(withScheme(valueOf(*edited).toString()))));
        // Of another server, or what a way to sign in lacked: the id of an application, say.
        const bool lacked = m_signIn && edited->field.type == Field::Type::Text
            && !std::ranges::all_of(m_signIn->methods(), &QString::isEmpty, &sdk::SignInMethod::unavailable);
        const bool asksAnew = edited->field.type == Field::Type::Url || lacked;
        if (asksAnew && m_signIn && m_signIn->isKnown())
            m_signIn->clear();
        if (asksAnew)
            showSecretRows();
    }
    Q_EMIT changed();
}

void ConnectionForm::onLeft(const QString &fieldId)
{
    Row *left = row(fieldId);
    const QString typed = valueOf(*left).toString();
    if (typed.isEmpty())
        return; // What is missing is said when somebody wants to go on.
    if (left->field.type == Field::Type::Url && withScheme(typed) != typed)
        setFieldValue(left->editor, withScheme(typed));
    const auto errors = sync::checkSettings(m_integration, settings());
    const auto own = std::ranges::find(errors, fieldId, &sync::FieldError::fieldId);
    if (own == errors.end() && left->inTheClear && !left->inTheClear->isHidden())
        announce(left->editor, left->inTheClear->text());
    if (own == errors.end())
        return;
    showError(*left, fieldErrorText(*own, left->field));
    announce(left->editor, left->error->text());
}

/// What the chosen way to sign in cannot do without. Of a saved connection it may be kept.
bool ConnectionForm::lacksSecret(const Row &row) const
{
    const sdk::SignInMethod *method = signInMethod();
    const bool isWanted = method && row.field.type == Field::Type::Secret
        && (method->tokenField == row.field.id || method->oauth.secretField == row.field.id);
    return isWanted && valueOf(row).toString().isEmpty() && !keepsSecrets();
}

bool ConnectionForm::check()
{
    auto errors = sync::checkSettings(m_integration, settings());
    for (const Row &row : m_rows) {
        if (lacksSecret(row))
            errors.push_back({ row.field.id, sync::FieldError::Code::Missing });
    }
    for (Row &row : m_rows) {
        const auto own = std::ranges::find(errors, row.field.id, &sync::FieldError::fieldId);
        showError(row, own == errors.end() ? QString() : fieldErrorText(*own, row.field));
    }
    if (errors.empty())
        return true;
    if (const Row *first = row(errors.front().fieldId)) {
        m_form->setRowVisible(first->cell, true);
        first->editor->setFocus(Qt::TabFocusReason);
        announce(first->editor, first->field.label + u": "_s + first->error->text());
    }
    return false;
}

void ConnectionForm::showSecretRows()
{
    const sdk::SignInMethod *method = signInMethod();
    const bool known = m_signIn && m_signIn->isKnown();
    for (const Row &row : m_rows) {
        if (row.field.type != Field::Type::Secret)
            continue;
        const auto takes = [&row](const sdk::SignInMethod &one) { return one.tokenField == row.field.id || one.oauth.secretField == row.field.id; };
        const bool ofMethod = known && std::ranges::any_of(m_signIn->methods(), takes);
        if (m_signIn)
            m_form->setRowVisible(row.cell, !known || (ofMethod ? method && takes(*method) : !m_signIn->methods().empty()));
        if (QLineEdit *line = lineOf(row.editor); line && m_edited)
            line->setPlaceholderText(keepsSecrets() ? tr("unchanged") : tr("to be typed again: the address is another one"));
    }
}

void ConnectionForm::findSignIn()
{
    if (!m_signIn || !check())
        return;
    m_signIn->showBusy();
    m_proxyLogin->hide();
    const quint64 asked = ++m_asked;
    m_workspace.signInMethods(m_integration.id, settings(), secrets(), this,
        [this, asked](const domain::Result<std::vector<sdk::SignInMethod>> &methods) {
            if (asked != m_asked) {
                if (!m_signIn->isKnown())
                    m_signIn->clear();
                return;
            }
            if (methods) {
                m_signIn->showMethods(*methods, m_signInValue);
            } else {
                m_signIn->showError(sentenceText(methods.error()));
                offerProxyLogin(methods.error(), &ConnectionForm::findSignIn);
            }
            Q_EMIT signInFound(methods.has_value());
        });
}

void ConnectionForm::test()
{
    if (!check())
        return;
    const quint64 asked = ++m_asked;
    m_report->setInk(TextLabel::Ink::Secondary);
    m_report->setText(tr("Trying…"));
    m_report->show();
    m_missing->hide();
    m_proxyLogin->hide();
    const auto done = [this, asked](const domain::Result<sdk::ProbeReport> &report) {
        if (asked != m_asked)
            return;
        if (!report) {
            showReport(sentenceText(report.error()), false);
            offerProxyLogin(report.error(), &ConnectionForm::test);
        } else {
            const QString who = report->who.isEmpty() ? QString() : tr("You are %1.").arg(report->who);
            const QString what = report->summary.isEmpty() || report->summary.endsWith(u'.') ? report->summary : QString(report->summary + u'.');
            showReport(QString(who + u' ' + what).trimmed(), true);
            m_missing->setText(report->missing.join(u'\n'));
            m_missing->setVisible(!report->missing.isEmpty());
        }
        announce(this, QString(m_report->text() + u' ' + (m_missing->isVisible() ? m_missing->text() : QString())).trimmed());
        Q_EMIT tested(report.has_value());
    };
    m_workspace.probe(m_integration.id, settings(), secrets(), this, done, keepsSecrets() ? m_edited->id : QString());
}

void ConnectionForm::showReport(const QString &text, bool good)
{
    m_report->setInk(good ? TextLabel::Ink::Ok : TextLabel::Ink::Failed);
    m_report->setText(text);
    m_report->setVisible(!text.isEmpty());
    m_missing->hide();
    m_proxyLogin->hide();
}

void ConnectionForm::offerProxyLogin(const domain::Error &error, void (ConnectionForm::*tried)())
{
    const auto proxy = sync::proxyThatAsks(error);
    m_proxy = proxy.value_or(QString());
    m_tried = tried;
    m_proxyLogin->setVisible(proxy.has_value());
}

} // namespace callboard::ui
