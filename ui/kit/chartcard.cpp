// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/chartcard.h"

#include "ui/kit/chartexport.h"
#include "ui/kit/glyphs.h"
#include "ui/kit/icons.h"
#include "ui/kit/rowdelegate.h"
#include "ui/kit/widgets.h"

#include <QContextMenuEvent>
#include <QFileDialog>
#include <QHeaderView>
#include <QMenu>
#include <QMessageBox>
#include <QPainter>
#include <QSaveFile>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace callboard::ui {

namespace {

    QTableView *makeTableView(ChartTable *table)
    {
        auto *view = new QTableView;
        view->setModel(table);
        (new RowDelegate(view))->attach(view);
        view->verticalHeader()->hide();
        view->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
        view->horizontalHeader()->setHighlightSections(false);
        view->setFrameShape(QFrame::NoFrame);
        view->setTabKeyNavigation(false);
        return view;
    }

    /// Around a chart, with room for the ring of the keyboard's focus beside its outermost words.
    class ChartRoom final : public QWidget {
    public:
        explicit ChartRoom(Chart *chart)
            : m_chart(chart)
        {
            auto *around = new QVBoxLayout(this);
            around->setContentsMargins(10, 8, 10, 8);
            around->addWidget(chart);
            chart->installEventFilter(this);
        }
        bool eventFilter(QObject *watched, QEvent *event) override
        {
            switch (event->type()) {
            case QEvent::FocusIn:
            case QEvent::FocusOut:
            case QEvent::KeyPress:
            case QEvent::MouseButtonPress: update(); break;
            default: break;
            }
            return QWidget::eventFilter(watched, event);
        }

    protected:
        void paintEvent(QPaintEvent *) override
        {
            if (!m_chart->hasFocus() || !window()->testAttribute(Qt::WA_KeyboardFocusChange))
                return;
            QPainter painter(this);
            painter.setRenderHint(QPainter::Antialiasing);
            const Theme &theme = Theme::of(this);
            paintBox(&painter, QRectF(m_chart->geometry()).adjusted(-6, -5, 6, 5), theme.metrics().radius.small, Qt::transparent, theme.colours().focusRing, 2);
        }

    private:
        Chart *m_chart;
    };

    QString fileNameOf(QString title)
    {
        for (QChar &letter : title) {
            if (!letter.isLetterOrNumber())
                letter = u'-';
        }
        return title.toLower();
    }

} // namespace

ChartCard::ChartCard(ChartKind kind, QWidget *parent)
    : Card({}, {}, parent)
    , m_table(new ChartTable(this))
    , m_chart(new Chart(*m_table, kind))
    , m_view(makeTableView(m_table))
    , m_stack(new QStackedWidget)
    , m_asTable(new QAction(tr("Show as Table"), this))
    , m_total(new LinkLabel({}))
    , m_more(new IconButton(u"more"_s, tr("More")))
{
    m_stack->addWidget(new ChartRoom(m_chart));
    m_stack->addWidget(m_view);
    Card::setContent(m_stack);
    m_asTable->setCheckable(true);
    m_asTable->setIcon(icon(u"columns"_s));
    m_asTable->setToolTip(tr("Show the numbers as a table"));
    m_total->hide();
    addHeaderWidget(m_total);
    connect(m_total, &QAbstractButton::clicked, this, &ChartCard::totalOpened);
    addHeaderWidget(new IconButton(m_asTable));
    addHeaderWidget(m_more);
    connect(m_more, &QAbstractButton::clicked, this, [this] { makeMenu()->popup(m_more->mapToGlobal(QPoint(0, m_more->height()))); });
    connect(m_asTable, &QAction::toggled, this, [this](bool shown) {
        const bool inside = m_stack->currentWidget()->isAncestorOf(focusWidget()) && focusWidget()->hasFocus();
        m_stack->setCurrentIndex(shown ? 1 : 0);
        if (inside)
            shown ? m_view->setFocus() : m_chart->setFocus();
        Q_EMIT tableToggled(shown);
    });
    connect(m_chart, &Chart::activated, this, [this](int row, int series) {
        if (m_opens)
            Q_EMIT opened(row, series);
    });
    connect(m_view, &QTableView::activated, this, [this](const QModelIndex &index) {
        if (m_opens)
            Q_EMIT opened(index.row(), std::max(0, index.column() - 1));
    });
}

ChartCard::~ChartCard() = default;

void ChartCard::setContent(const ChartContent &content, const QString &note, const QString &definition)
{
    setTitle(content.title);
    setTrailing(note);
    setToolTip(definition);
    setAccessibleDescription(definition);
    m_view->setAccessibleName(tr("%1, as a table").arg(content.title));
    m_more->setAccessibleName(tr("More of %1").arg(content.title));
    m_table->setContent(content);
}

void ChartCard::setTotal(const QString &text)
{
    m_total->setText(text);
    m_total->setAccessibleName(tr("%1: %2").arg(m_table->content().title, text));
    m_total->updateGeometry();
    m_total->setVisible(!text.isEmpty());
}

bool ChartCard::showsTable() const { return m_asTable->isChecked(); }

void ChartCard::setShowsTable(bool shows) { m_asTable->setChecked(shows); }

void ChartCard::setOpens(bool opens)
{
    m_opens = opens;
    m_chart->setOpens(opens);
}

QMenu *ChartCard::makeMenu()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(m_asTable);
    if (!m_extra.isEmpty())
        menu->addSeparator();
    menu->addActions(m_extra);
    menu->addSeparator();
    menu->addAction(icon(u"export"_s), tr("Export…"), this, &ChartCard::exportFile);
    return menu;
}

void ChartCard::contextMenuEvent(QContextMenuEvent *event) { makeMenu()->popup(event->globalPos()); }

bool ChartCard::writeFile(const QString &fileName, QString *why) const
{
    const Theme &theme = Theme::of(this);
    const QSize size = m_chart->size().expandedTo({ 480, 240 }) + QSize(24, 48);
    const ChartKind kind = m_chart->kind();
    const ChartAbsence instead = m_chart->absence();
    const QByteArray bytes = fileName.endsWith(".png"_L1, Qt::CaseInsensitive) ? chartPng(*m_table, kind, theme, size, instead)
        : fileName.endsWith(".svg"_L1, Qt::CaseInsensitive)                    ? chartSvg(*m_table, kind, theme, size, instead)
                                                                               : chartCsv(*m_table);
    QSaveFile file(fileName);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return true;
    *why = file.errorString();
    return false;
}

void ChartCard::exportFile()
{
    auto *dialog = new QFileDialog(this, tr("Export %1").arg(m_table->content().title));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({ tr("Picture (*.png)"), tr("Drawing (*.svg)"), tr("Comma-separated values (*.csv)") });
    dialog->setDefaultSuffix(u"png"_s);
    dialog->selectFile(fileNameOf(m_table->content().title) + u".png"_s);
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        dialog->setDefaultSuffix(filter.contains(".svg"_L1) ? u"svg"_s : filter.contains(".csv"_L1) ? u"csv"_s : u"png"_s);
    });
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &fileName) {
        QString why;
        if (writeFile(fileName, &why))
            return;
        auto *box = new QMessageBox(QMessageBox::NoIcon, tr("Export"), tr("%1 could not be written.").arg(fileName), QMessageBox::Ok, this);
        box->setInformativeText(why);
        box->setAttribute(Qt::WA_DeleteOnClose);
        box->open();
    });
    dialog->open();
}

} // namespace callboard::ui
