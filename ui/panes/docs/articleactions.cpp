// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/search/liveindex.h"
#include "ui/kit/commands.h"
#include "ui/kit/difftext.h"
#include "ui/kit/diffview.h"
#include "ui/kit/documentprint.h"
#include "ui/kit/documentview.h"
#include "ui/kit/icons.h"
#include "ui/kit/links.h"
#include "ui/kit/outward.h"
#include "ui/kit/times.h"
#include "ui/panes/docs/articlepage.h"
#include "ui/panes/docs/feedbackdialog.h"
#include "ui/panes/docs/findbar.h"
#include "ui/panes/docs/mirrorimages.h"

#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QMenu>
#include <QMessageBox>
#include <QPdfWriter>
#include <QPrintDialog>
#include <QPrinter>
#include <QSaveFile>
#include <QStackedWidget>

/// What can be done with an article.
namespace callboard::ui::panes {

using namespace Qt::StringLiterals;

namespace {

    /// A name for a file from a title.
    QString fileNameOf(QString title)
    {
        for (QChar &c : title) {
            if (!c.isLetterOrNumber() && c != u'-' && c != u'_' && c != u'.')
                c = u'-';
        }
        return title.left(80);
    }

} // namespace

void ArticlePage::stepPage(int by)
{
    const auto places = m_desk.library().placesOf(m_address.site);
    const auto here = std::ranges::find(places, m_address.path, &items::DocNavPlace::path);
    if (here == places.end())
        return;
    const qsizetype to = here - places.begin() + by;
    if (to >= 0 && to < qsizetype(places.size()))
        m_desk.open(m_address.site, places[size_t(to)].path);
}

void ArticlePage::edit()
{
    if (canEdit())
        m_context.outward.browse(QUrl(m_page->editUrl));
}

bool ArticlePage::canBrowse() const
{
    const domain::DocSite *site = m_desk.library().site(m_address.site);
    return site && (site->sourceUrl.startsWith("http:"_L1) || site->sourceUrl.startsWith("https:"_L1));
}

void ArticlePage::browse()
{
    if (canBrowse())
        m_context.outward.browse(QUrl(m_desk.library().site(m_address.site)->sourceUrl));
}

void ArticlePage::copyLink()
{
    const int heading = m_view->currentHeading();
    const auto headings = m_view->headings();
    const QString anchor = heading > 0 ? headings[size_t(heading)].id : m_address.anchor;
    const QString link = linkToDoc(m_address.site, items::DocAddress { m_address.site, m_address.path, anchor }.target());
    QGuiApplication::clipboard()->setText(withWorkspace(link, m_context.workspace));
}

void ArticlePage::print()
{
    if (!m_page)
        return;
    auto *dialog = new QPrintDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->printer()->setDocName(title());
    connect(dialog, qOverload<QPrinter *>(&QPrintDialog::accepted), this, [this](QPrinter *printer) {
        if (m_page)
            printDocument(*printer, m_page->document, headOf(*m_page), m_images, m_desk.library().titleOf(m_address.site) + u" · "_s + title(), &m_view->diagrams());
    });
    dialog->open();
}

bool ArticlePage::writePdf(const QString &path, QString *error)
{
    QSaveFile file(path);
    if (!m_page || !file.open(QIODevice::WriteOnly)) {
        if (error)
            *error = file.errorString();
        return false;
    }
    {
        QPdfWriter writer(&file);
        writer.setTitle(title());
        writer.setCreator(u"Callboard"_s);
        writer.setPageMargins({ 18, 18, 18, 16 }, QPageLayout::Millimeter);
        printDocument(writer, m_page->document, headOf(*m_page), m_images, m_desk.library().titleOf(m_address.site) + u" · "_s + title(), &m_view->diagrams());
    }
    if (file.commit())
        return true;
    if (error)
        *error = file.errorString();
    return false;
}

void ArticlePage::savePdf()
{
    if (!m_page)
        return;
    auto *dialog = new QFileDialog(this, tr("Save as PDF"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("PDF (*.pdf)"));
    dialog->setDefaultSuffix(u"pdf"_s);
    dialog->selectFile(fileNameOf(title()) + u".pdf"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        QString why;
        if (writePdf(path, &why))
            return;
        auto *box = new QMessageBox(QMessageBox::NoIcon, tr("Save as PDF"), tr("%1 could not be written.").arg(path), QMessageBox::Ok, this);
        box->setInformativeText(why);
        box->setAttribute(Qt::WA_DeleteOnClose);
        box->open();
    });
    dialog->open();
}

void ArticlePage::zoom(int by)
{
    const int percent = by == 0 ? 100 : std::clamp(m_view->textPercent() + by, DocumentView::leastPercent, DocumentView::mostPercent);
    m_desk.setLook(percent, m_desk.readingWidth());
}

bool ArticlePage::showsDifference() const
{
    return m_stack->currentWidget() == m_diff;
}

void ArticlePage::showDifference(bool shown)
{
    if (shown == showsDifference() || (shown && (m_before.isNull() || !m_page)))
        return;
    if (shown) {
        m_diff->setDiff(domain::LineDiff::of(m_before, items::DocReading::textOf(m_page->document)),
            m_beforeAt.isValid() ? tr("As read %1").arg(relativeTime(m_beforeAt)) : tr("As read"), tr("Now"));
        m_diff->setSideBySide(false);
        m_find->close();
    }
    m_stack->setCurrentWidget(shown ? static_cast<QWidget *>(m_diff) : m_page ? static_cast<QWidget *>(m_view) : m_stack->widget(2));
    if (shown)
        m_diff->inlineText()->setFocus(Qt::OtherFocusReason);
    else
        m_view->setFocus(Qt::OtherFocusReason);
    showChangedBanner();
    Q_EMIT stateChanged();
}

// Feedback

QString ArticlePage::ownerMail() const
{
    const auto &snapshot = m_context.index.snapshot();
    const mirror::Row row = snapshot.find(m_address.site);
    if (row == mirror::noRow || snapshot.ownerId(row) == 0)
        return {};
    const auto owner = m_context.workspace.mirror().entity(snapshot.string(snapshot.ownerId(row)));
    return owner ? owner->spec().value("profile"_L1).toObject().value("email"_L1).toString() : QString();
}

void ArticlePage::report()
{
    if (!m_page)
        return;
    items::DocFeedback feedback;
    const int heading = m_view->currentHeading();
    feedback.site = m_address.site;
    feedback.path = m_address.path;
    feedback.anchor = heading > 0 ? m_view->headings()[size_t(heading)].id : QString();
    feedback.title = title();
    feedback.version = items::DocReading::hashOf(items::DocReading::textOf(m_page->document));
    feedback.passage = m_view->selectedText();
    beginFeedback(feedback);
}

void ArticlePage::showFeedback(const QString &id)
{
    for (const auto &one : m_desk.feedback().of(m_address)) {
        if (one.id == id)
            beginFeedback(one);
    }
}

void ArticlePage::beginFeedback(const items::DocFeedback &feedback)
{
    const domain::DocSite *site = m_desk.library().site(m_address.site);
    const QString repository = canEdit() ? m_page->editUrl : site ? site->sourceUrl : QString();
    auto *dialog = new FeedbackDialog(m_desk.feedback(), m_context.outward, feedback, repository, ownerMail(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void ArticlePage::fillMenu(QMenu *menu)
{
    for (const char *id : { "docs.edit", "docs.browser", "docs.copyLink", "docs.changes", "docs.print", "docs.pdf", "docs.keep", "docs.watch", "docs.watchSite", "docs.report",
             "docs.width", "docs.side" }) {
        if (QAction *action = m_context.commands.action(QLatin1StringView(id)))
            menu->addAction(action);
    }
}

} // namespace callboard::ui::panes
