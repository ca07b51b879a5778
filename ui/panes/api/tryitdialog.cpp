// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/api/tryitdialog.h"

#include "plugins/sdk/integration.h"
#include "ui/kit/codeview.h"
#include "ui/kit/dialogfooter.h"
#include "ui/kit/sentences.h"
#include "ui/kit/style.h"
#include "ui/kit/widgets.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace callboard::ui::panes {

using namespace Qt::StringLiterals;

namespace {

    constexpr qint64 largestAnswer = 8 << 20;
    constexpr qsizetype longestShown = 512 * 1024;
    constexpr auto deadline = std::chrono::seconds(30);

    /// The request as it goes over the wire, for eyes.
    QString wireText(const apis::BuiltRequest &request)
    {
        QStringList lines { request.method + u' ' + QString::fromUtf8(request.url.toEncoded()) };
        for (const auto &[name, value] : request.headers)
            lines.append(name + u": " + value);
        if (!request.body.isEmpty()) {
            lines.append(QString());
            lines.append(QString::fromUtf8(request.body));
        }
        return lines.join(u'\n');
    }

    QString fileNameOf(const QByteArray &contentType)
    {
        if (contentType.contains("json"))
            return u"answer.json"_s;
        if (contentType.contains("xml"))
            return u"answer.xml"_s;
        if (contentType.contains("html"))
            return u"answer.html"_s;
        return contentType.contains("yaml") ? u"answer.yaml"_s : u"answer.txt"_s;
    }

    /// JSON is laid out where that is quick; what is no text is told by its size.
    QString bodyText(const sdk::HttpResponse &response)
    {
        if (response.body.contains('\0'))
            return TryItDialog::tr("(%1 of data that is no text)").arg(QLocale().formattedDataSize(response.body.size()));
        QByteArray body = response.body;
        if (fileNameOf(response.header("content-type")) == "answer.json"_L1 && body.size() < longestShown) {
            const QJsonDocument json = QJsonDocument::fromJson(body);
            if (!json.isNull())
                body = json.toJson(QJsonDocument::Indented);
        }
        QString text = QString::fromUtf8(body.first(std::min(longestShown, body.size())));
        if (body.size() > longestShown)
            text += u'\n' + TryItDialog::tr("… and %1 more").arg(QLocale().formattedDataSize(body.size() - longestShown));
        return text;
    }

} // namespace

TryItDialog::TryItDialog(sync::Workspace &workspace, const QString &apiName, const apis::RequestForm &form, QWidget *parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_form(form)
    , m_preview(new CodeView)
    , m_reason(new TextLabel({}, TextRole::Dense, TextLabel::Ink::Warning))
    , m_send(new QPushButton(tr("Send")))
    , m_copy(new QPushButton(tr("Copy as curl")))
    , m_report(new TextLabel({}, TextRole::Dense))
    , m_answer(new CodeView)
{
    setWindowTitle(tr("Try %1 of %2").arg(form.name, apiName));
    resize(760, 720);
    setSurface(this, Surface::Board);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    auto *column = new QVBoxLayout;
    column->setContentsMargins(16, 14, 16, 12);
    column->setSpacing(8);
    outer->addLayout(column, 1);
    auto *inside = new QWidget;
    setSurface(inside, Surface::Board);
    auto *fields = new QVBoxLayout(inside);
    fields->setContentsMargins(0, 0, 0, 0);
    fields->setSpacing(8);
    makeFields(fields);
    if (m_form.graphQl)
        makeQuery(fields);
    else
        makeBody(fields);
    if (!m_body)
        fields->addStretch(1);
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(inside);
    column->addWidget(scroll, 3);
    column->addWidget(new TextLabel(tr("Exactly this is sent, and no credential of yours with it:"), TextRole::Caption, TextLabel::Ink::Secondary));
    m_preview->setAccessibleName(tr("What is sent"));
    m_preview->setMinimumHeight(96);
    column->addWidget(m_preview, 1);
    m_reason->setWordWrap(true);
    column->addWidget(m_reason);
    makeAnswer(column);
    outer->addWidget(makeFooter());
    refresh();
}

QWidget *TryItDialog::makeFooter()
{
    auto *close = new QPushButton(tr("Close"));
    QWidget *footer = dialogFooter({ m_copy }, { close, m_send }, m_send, false); // Enter in a field sends nothing.
    connect(m_send, &QPushButton::clicked, this, &TryItDialog::send);
    connect(m_copy, &QPushButton::clicked, this, &TryItDialog::copy);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    return footer;
}

TryItDialog::~TryItDialog()
{
    m_stop.request_stop();
}

void TryItDialog::makeFields(QVBoxLayout *column)
{
    auto *form = m_fields = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    column->addLayout(form);
    m_server = new QComboBox;
    m_server->setEditable(true);
    m_server->addItems(m_form.servers);
    m_server->setEditText(m_form.server);
    m_server->setAccessibleName(tr("Server"));
    m_server->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    form->addRow(tr("Server"), m_server);
    connect(m_server, &QComboBox::editTextChanged, this, &TryItDialog::refresh);
    for (size_t i = 0; i < m_form.fields.size(); ++i) {
        const apis::RequestField &field = m_form.fields[i];
        Row row { i, nullptr, nullptr, nullptr };
        QWidget *editor = nullptr;
        if (!field.choices.isEmpty() && !field.isList) {
            row.choice = new QComboBox;
            row.choice->setEditable(true); // definitions are not always right
            row.choice->addItems(field.choices);
            row.choice->setEditText(field.value);
            connect(row.choice, &QComboBox::editTextChanged, this, &TryItDialog::refresh);
            editor = row.choice;
        } else {
            row.edit = new QLineEdit(field.value);
            row.edit->setPlaceholderText(field.isList ? tr("values, parted by commas") : field.typeText);
            connect(row.edit, &QLineEdit::textEdited, this, &TryItDialog::refresh);
            editor = row.edit;
        }
        editor->setAccessibleName(field.name);
        editor->setToolTip(field.description);
        auto *line = new QHBoxLayout;
        if (!field.required) {
            row.used = new QCheckBox;
            row.used->setChecked(field.isUsed);
            row.used->setAccessibleName(tr("Send %1").arg(field.name));
            line->addWidget(row.used);
            connect(row.used, &QCheckBox::toggled, this, &TryItDialog::refresh);
            // What somebody types is meant to be sent.
            if (row.edit)
                connect(row.edit, &QLineEdit::textEdited, row.used, [box = row.used](const QString &text) { box->setChecked(!text.isEmpty()); });
            else
                connect(row.choice, &QComboBox::textActivated, row.used, [box = row.used](const QString &text) { box->setChecked(!text.isEmpty()); });
        }
        line->addWidget(editor, 1);
        const QString where = field.in == "server"_L1 ? tr("server") : field.in;
        auto *label = new QLabel(field.required ? tr("%1 (%2, required)").arg(field.name, where) : tr("%1 (%2)").arg(field.name, where));
        label->setBuddy(editor);
        form->addRow(label, line);
        m_rows.push_back(row);
    }
}

void TryItDialog::makeBody(QVBoxLayout *column)
{
    if (m_form.mediaTypes.isEmpty())
        return;
    m_mediaType = new QComboBox;
    m_mediaType->addItems(m_form.mediaTypes);
    m_mediaType->setCurrentText(m_form.mediaType);
    m_mediaType->setAccessibleName(tr("Type of the body"));
    m_fields->addRow(tr("Body"), m_mediaType);
    m_body = makeEditor(column, tr("Body"), m_form.body, 1);
    connect(m_mediaType, &QComboBox::currentTextChanged, this, &TryItDialog::refresh);
}

void TryItDialog::makeQuery(QVBoxLayout *column)
{
    column->addWidget(new TextLabel(tr("Query"), TextRole::Caption, TextLabel::Ink::Secondary, QFont::DemiBold));
    m_body = makeEditor(column, tr("Query"), m_form.graphQl->query, 3);
    column->addWidget(new TextLabel(tr("Variables, as JSON"), TextRole::Caption, TextLabel::Ink::Secondary, QFont::DemiBold));
    m_variables = makeEditor(column, tr("Variables, as JSON"), m_form.graphQl->variables, 1);
}

QPlainTextEdit *TryItDialog::makeEditor(QVBoxLayout *column, const QString &name, const QString &text, int stretch)
{
    auto *editor = new QPlainTextEdit(text);
    editor->setFont(Theme::of(this).font(TextRole::Mono));
    editor->setAccessibleName(name);
    editor->setTabChangesFocus(true);
    editor->setMinimumHeight(Theme::of(this).scaled(stretch > 1 ? 120 : 80));
    column->addWidget(editor, stretch);
    connect(editor, &QPlainTextEdit::textChanged, this, &TryItDialog::refresh);
    return editor;
}

void TryItDialog::makeAnswer(QVBoxLayout *column)
{
    m_report->setWordWrap(true);
    m_report->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    column->addWidget(m_report);
    m_answer->setAccessibleName(tr("Answer"));
    m_answer->setMinimumHeight(140);
    column->addWidget(m_answer, 3);
    m_report->hide();
    m_answer->hide();
}

apis::RequestForm TryItDialog::withPlaceholders(apis::RequestForm form)
{
    for (apis::RequestField &field : form.fields) {
        if (field.required && field.value.isEmpty())
            field.value = u'<' + field.name + u'>';
    }
    const QUrl server(form.server);
    if (!server.isValid() || server.host().isEmpty()) {
        // A relative server, or none: whoever copies it puts the host in.
        if (!form.server.contains("://"_L1))
            form.server = u"https://example.com"_s + (form.server.startsWith(u'/') ? form.server : QString());
    }
    return form;
}

void TryItDialog::setValue(const QString &name, const QString &value)
{
    for (const Row &row : m_rows) {
        if (m_form.fields[row.field].name != name)
            continue;
        if (row.used)
            row.used->setChecked(true);
        if (row.edit)
            row.edit->setText(value);
        else
            row.choice->setEditText(value);
    }
    refresh();
}

void TryItDialog::setServer(const QString &url)
{
    m_server->setEditText(url);
}

QString TryItDialog::preview() const
{
    return m_preview->toPlainText();
}

QString TryItDialog::report() const
{
    return m_report->text();
}

/// Takes over what is typed, and shows what it would send.
void TryItDialog::refresh()
{
    m_form.server = m_server->currentText().trimmed();
    for (const Row &row : m_rows) {
        apis::RequestField &field = m_form.fields[row.field];
        field.value = row.edit ? row.edit->text() : row.choice->currentText();
        field.isUsed = !row.used || row.used->isChecked();
    }
    if (m_form.graphQl) {
        m_form.graphQl->query = m_body->toPlainText();
        m_form.graphQl->variables = m_variables->toPlainText();
    } else if (m_body) {
        m_form.mediaType = m_mediaType->currentText();
        m_form.body = m_body->toPlainText();
    }
    const auto request = apis::build(m_form);
    const auto shown = request ? request : apis::build(withPlaceholders(m_form));
    m_preview->setSource(shown ? wireText(*shown) : QString(), u"request.http"_s);
    m_reason->setText(request ? QString() : request.error().detail);
    m_reason->setVisible(!request);
    m_send->setEnabled(request.has_value() && !m_sending);
    m_copy->setEnabled(shown.has_value());
}

void TryItDialog::copy()
{
    auto request = apis::build(m_form);
    if (!request)
        request = apis::build(withPlaceholders(m_form));
    if (request)
        QGuiApplication::clipboard()->setText(apis::asCurl(*request));
}

void TryItDialog::send()
{
    const auto request = apis::build(m_form);
    if (!request || m_sending)
        return;
    sdk::HttpRequest sent;
    sent.method = request->method.toLatin1();
    sent.url = request->url;
    for (const auto &[name, value] : request->headers)
        sent.headers.append({ name.toUtf8(), value.toUtf8() });
    sent.body = request->body;
    sent.deadline = deadline;
    sent.maxBytes = largestAnswer;
    m_sending = true;
    m_report->setText(tr("Sending to %1…").arg(request->url.host()));
    m_report->show();
    refresh();
    m_clock.start();
    m_stop = m_workspace.sendOnce(sent, this, [this](const domain::Result<sdk::HttpResponse> &answer) {
        m_sending = false;
        refresh();
        if (!answer) {
            m_report->setText(sentenceText(answer.error()));
            m_answer->hide();
        } else {
            m_report->setText(tr("Status %1 after %2 ms, %3").arg(answer->status).arg(m_clock.elapsed()).arg(QLocale().formattedDataSize(answer->body.size())));
            QStringList headers;
            for (const auto &[name, value] : answer->headers)
                headers.append(QString::fromLatin1(name) + u": " + QString::fromUtf8(value));
            m_report->setToolTip(headers.join(u'\n'));
            m_answer->setSource(headers.join(u'\n') + u"\n\n" + bodyText(*answer), fileNameOf(answer->header("content-type")));
            m_answer->show();
        }
        Q_EMIT answered();
    });
}

} // namespace callboard::ui::panes
