// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/api/apidetail.h"

#include "models/apis/request.h"
#include "models/items/apiwording.h"
#include "ui/kit/codeview.h"
#include "ui/kit/rowdelegate.h"
#include "ui/kit/style.h"
#include "ui/kit/widgets.h"
#include "ui/panes/common/groupviews.h"

#include <QHeaderView>
#include <QPushButton>
#include <QRegularExpression>
#include <QResizeEvent>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace callboard::ui::panes {

using namespace Qt::StringLiterals;
using items::ApiSchemaModel;
using items::ApiWording;
using SchemaColumns = ApiSchemaModel::Columns;

namespace {

    constexpr int exampleHeight = 132;
    constexpr qsizetype longestText = 600;

    class SchemaDelegate final : public RowDelegate {
    public:
        using RowDelegate::RowDelegate;

    protected:
        bool isGroup(const QModelIndex &index) const override { return index.data(items::GroupRole).toBool(); }

        RowCell cell(const QModelIndex &index) const override
        {
            RowCell cell = RowDelegate::cell(index);
            if (isGroup(index)) {
                cell.style.weight = QFont::DemiBold;
                return cell;
            }
            if (index.column() == int(SchemaColumns::Name)) {
                cell.style.weight = index.data(ApiSchemaModel::RequiredRole).toBool() ? QFont::DemiBold : QFont::Normal;
                if (!index.data(ApiSchemaModel::LinkRole).toString().isEmpty())
                    cell.ink = RowCell::Ink::Link;
                else if (index.data(ApiSchemaModel::DeprecatedRole).toBool())
                    cell.ink = RowCell::Ink::Disabled;
            } else {
                cell.ink = RowCell::Ink::Secondary;
            }
            return cell;
        }
    };

    /// Descriptions are Markdown: what of it is within a line, as rich text. Everything else stays as it is written.
    QString richText(const QString &text)
    {
        static const QRegularExpression code(u"`([^`\\n]+)`"_s), strong(u"\\*\\*([^*\\n]+)\\*\\*"_s), link(u"\\[([^\\]\\n]+)\\]\\(https?://[^)\\s]+\\)"_s);
        QString html = text.toHtmlEscaped();
        html.replace(code, u"<code>\\1</code>"_s).replace(strong, u"<b>\\1</b>"_s).replace(link, u"\\1"_s);
        return html.replace(u'\n', "<br>"_L1);
    }

    QString shortened(const QString &text)
    {
        return text.size() > longestText ? QString(text.first(longestText).trimmed() + u'…') : text;
    }

} // namespace

ApiDetail::ApiDetail(QWidget *parent)
    : QWidget(parent)
    , m_action(new BadgeLabel)
    , m_title(new TextLabel({}, TextRole::Heading3, TextLabel::Ink::Primary, QFont::DemiBold))
    , m_deprecated(new BadgeLabel(tr("deprecated"), Status::Warning))
    , m_text(new TextLabel({}, TextRole::Dense, TextLabel::Ink::Secondary))
    , m_try(new QPushButton(tr("Try it…")))
    , m_curl(new QPushButton(tr("Copy as curl")))
    , m_line(new QPushButton)
    , m_tree(new GroupTree(this))
    , m_exampleBox(new QWidget)
    , m_example(new CodeView)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(10, 8, 10, 0);
    head->setSpacing(8);
    m_title->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_title->setWordWrap(true);
    head->addWidget(m_action);
    head->addWidget(m_title, 1);
    head->addWidget(m_deprecated);
    column->addLayout(head);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::RichText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setContentsMargins(10, 0, 10, 0);
    column->addWidget(m_text);
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(10, 0, 10, 2);
    buttons->setSpacing(6);
    for (QPushButton *button : { m_try, m_curl, m_line }) {
        setSmall(button);
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    column->addLayout(buttons);

    m_tree->setModel(&m_model);
    (new SchemaDelegate(m_tree))->attach(m_tree);
    m_tree->setAccessibleName(tr("What it takes and gives"));
    m_tree->setRootIsDecorated(true);
    m_tree->setIndentation(14);
    m_tree->header()->setStretchLastSection(true);
    m_tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    column->addWidget(m_tree, 1);

    auto *example = new QVBoxLayout(m_exampleBox);
    example->setContentsMargins(0, 0, 0, 0);
    example->setSpacing(2);
    auto *exampleTitle = new TextLabel(tr("Example"), TextRole::Caption, TextLabel::Ink::Secondary);
    exampleTitle->setContentsMargins(10, 0, 10, 0);
    example->addWidget(exampleTitle);
    m_example->setAccessibleName(tr("Example"));
    example->addWidget(m_example);
    column->addWidget(m_exampleBox);
    column->addStretch(0); // takes the room while there is no tree
    m_exampleBox->hide();

    connect(m_tree, &QTreeView::activated, this, &ApiDetail::activate);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, &ApiDetail::showExample);
    connect(m_try, &QPushButton::clicked, this, &ApiDetail::tryWanted);
    connect(m_curl, &QPushButton::clicked, this, &ApiDetail::curlWanted);
    connect(m_line, &QPushButton::clicked, this, [this] {
        if (const apis::Item *item = m_definition ? m_definition->find(m_itemId) : nullptr)
            Q_EMIT lineWanted(item->at.line);
    });
}

void ApiDetail::show(items::ApiDefinitionPtr definition, const QString &itemId)
{
    m_definition = std::move(definition);
    m_itemId = itemId;
    m_model.setItem(m_definition, itemId);
    for (int row = 0; row < m_model.rowCount(); ++row)
        m_tree->setFirstColumnSpanned(row, {}, false);
    const apis::Item *item = m_definition ? m_definition->find(itemId) : nullptr;
    if (item)
        showItem(*item);
    else
        showAbout();
    expandFirstLevels();
    showExample();
}

void ApiDetail::showItem(const apis::Item &item)
{
    const bool isOperation = apis::canRequest(*m_definition, item);
    const QString badge = item.action.isEmpty() ? ApiWording::kind(item.kind) : item.action;
    m_action->setText(badge);
    m_action->show();
    m_title->setText(item.name.startsWith(item.action + u' ') ? item.name.sliced(item.action.size() + 1) : item.name);
    m_deprecated->setVisible(item.deprecated);
    QStringList said { item.summary };
    if (item.description.trimmed() != item.summary.trimmed())
        said.append(shortened(item.description.trimmed()));
    said.removeAll(QString());
    m_text->setText(richText(said.join(u'\n')));
    m_text->setVisible(!said.isEmpty());
    m_try->setVisible(isOperation);
    m_curl->setVisible(isOperation);
    m_line->setText(tr("Line %1").arg(item.at.line));
    m_line->setToolTip(tr("Shows where it stands in the definition"));
    m_line->show();
    m_tree->setVisible(true);
}

void ApiDetail::showAbout()
{
    m_action->hide();
    m_deprecated->hide();
    m_try->hide();
    m_curl->hide();
    m_line->hide();
    m_tree->setVisible(false);
    m_title->setText(m_definition ? m_definition->title : QString());
    QStringList said;
    if (m_definition) {
        QStringList facts { m_definition->language };
        if (!m_definition->version.isEmpty())
            facts.append(tr("version %1").arg(m_definition->version));
        said.append(facts.join(u" · "));
        said.append(shortened(m_definition->description.trimmed()));
        for (const apis::Server &server : m_definition->servers)
            said.append(server.description.isEmpty() ? server.url : QString(server.url + u"  " + server.description));
        if (!m_definition->imports.isEmpty())
            said.append(tr("Names %n other file(s), which are not read: %1", nullptr, int(m_definition->imports.size()))
                            .arg(m_definition->imports.first(std::min<qsizetype>(5, m_definition->imports.size())).join(u", ")));
    }
    said.removeAll(QString());
    m_text->setText(richText(said.join(u'\n')));
    m_text->setVisible(!said.isEmpty());
}

/// All columns are in sight in a narrow pane too; in a broad one names and types take no more than they need.
void ApiDetail::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (event->size().width() == event->oldSize().width())
        return;
    m_tree->header()->resizeSection(int(SchemaColumns::Name), std::min(260, width() * 2 / 5));
    m_tree->header()->resizeSection(int(SchemaColumns::Type), std::min(180, width() / 4));
}

/// Sections, and what a body is made of; deeper levels on demand.
void ApiDetail::expandFirstLevels()
{
    constexpr int mostRows = 60;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const QModelIndex section = m_model.index(row, 0);
        m_tree->expand(section);
        for (int child = 0; child < std::min(4, m_model.rowCount(section)); ++child) {
            const QModelIndex content = m_model.index(child, 0, section);
            if (m_model.canFetchMore(content))
                m_model.fetchMore(content);
            if (m_model.rowCount(content) > mostRows || m_model.rowCount(content) == 0)
                continue;
            m_tree->expand(content);
            // Of a response, its content too.
            for (int inner = 0; inner < std::min(2, m_model.rowCount(content)); ++inner) {
                const QModelIndex media = m_model.index(inner, 0, content);
                if (media.data().toString().contains(u'/')) {
                    if (m_model.canFetchMore(media))
                        m_model.fetchMore(media);
                    m_tree->expand(media);
                }
            }
        }
    }
}

void ApiDetail::activate(const QModelIndex &index)
{
    const QString link = index.data(ApiSchemaModel::LinkRole).toString();
    const int line = index.data(ApiSchemaModel::LineRole).toInt();
    if (!link.isEmpty())
        Q_EMIT itemWanted(link);
    else if (line > 0)
        Q_EMIT lineWanted(line);
}

void ApiDetail::showExample()
{
    const QString example = m_tree->currentIndex().data(ApiSchemaModel::ExampleRole).toString();
    m_exampleBox->setVisible(!example.isEmpty() && m_tree->isVisibleTo(this));
    if (example.isEmpty())
        return;
    m_example->setSource(example.left(64 * 1024), example.startsWith(u'{') || example.startsWith(u'[') ? u"example.json"_s : u"example.txt"_s);
    // As high as it needs, so that the rows keep their room; and the row it is of stays in view.
    const Theme &theme = Theme::of(this);
    m_example->setFixedHeight(std::min<int>(theme.scaled(exampleHeight), int(example.count(u'\n') + 1) * theme.lineHeight(TextRole::Mono) + theme.scaled(20)));
    QTimer::singleShot(0, m_tree, [this] { m_tree->scrollTo(m_tree->currentIndex()); });
}

} // namespace callboard::ui::panes
