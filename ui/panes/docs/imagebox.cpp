// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/docs/imagebox.h"

#include "ui/kit/theme.h"

#include <QClipboard>
#include <QDialog>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QScreen>
#include <QScrollBar>
#include <QAbstractScrollArea>
#include <QVBoxLayout>

#include <cmath>

namespace callboard::ui::panes {

namespace {

    constexpr qreal step = 1.25;
    constexpr qreal least = 0.05;
    constexpr qreal most = 8;

    class ImageArea final : public QAbstractScrollArea {
        Q_DECLARE_TR_FUNCTIONS(callboard::ui::panes::ImageArea)
    public:
        explicit ImageArea(const QImage &image)
            : m_image(image)
        {
            setFrameShape(NoFrame);
            setFocusPolicy(Qt::StrongFocus);
        }

    protected:
        void paintEvent(QPaintEvent *) override
        {
            QPainter painter(viewport());
            painter.fillRect(viewport()->rect(), Theme::of(this).colours().board);
            painter.setRenderHint(QPainter::SmoothPixmapTransform);
            const QSizeF size = shown();
            const qreal x = std::max((viewport()->width() - size.width()) / 2, qreal(-horizontalScrollBar()->value()));
            const qreal y = std::max((viewport()->height() - size.height()) / 2, qreal(-verticalScrollBar()->value()));
            painter.drawImage(QRectF({ size.width() > viewport()->width() ? -horizontalScrollBar()->value() : x,
                                         size.height() > viewport()->height() ? -verticalScrollBar()->value() : y },
                                  size),
                m_image);
        }
        void resizeEvent(QResizeEvent *event) override
        {
            QAbstractScrollArea::resizeEvent(event);
            updateBars();
        }
        void keyPressEvent(QKeyEvent *event) override
        {
            switch (event->key()) {
            case Qt::Key_Plus:
            case Qt::Key_Equal: setScale(scale() * step); break;
            case Qt::Key_Minus: setScale(scale() / step); break;
            case Qt::Key_0: setScale(0); break;
            case Qt::Key_1: setScale(1); break;
            default:
                if (event->matches(QKeySequence::Copy))
                    QGuiApplication::clipboard()->setImage(m_image);
                else
                    QAbstractScrollArea::keyPressEvent(event);
            }
        }
        void wheelEvent(QWheelEvent *event) override
        {
            if (event->modifiers() & Qt::ControlModifier)
                setScale(scale() * std::pow(step, event->angleDelta().y() / 120.0));
            else
                QAbstractScrollArea::wheelEvent(event);
        }
        void mouseDoubleClickEvent(QMouseEvent *) override { setScale(m_scale == 0 ? 1 : 0); }

    private:
        QSizeF own() const { return m_image.deviceIndependentSize(); }
        /// 0 stands for what fits.
        qreal scale() const
        {
            if (m_scale > 0)
                return m_scale;
            return std::min({ 1.0, viewport()->width() / own().width(), viewport()->height() / own().height() });
        }
        QSizeF shown() const { return own() * scale(); }
        void setScale(qreal to)
        {
            m_scale = to > 0 ? std::clamp(to, least, most) : 0;
            updateBars();
            viewport()->update();
        }
        void updateBars()
        {
            const QSize size = shown().toSize();
            horizontalScrollBar()->setPageStep(viewport()->width());
            horizontalScrollBar()->setRange(0, std::max(0, size.width() - viewport()->width()));
            verticalScrollBar()->setPageStep(viewport()->height());
            verticalScrollBar()->setRange(0, std::max(0, size.height() - viewport()->height()));
        }

        QImage m_image;
        qreal m_scale = 0;
    };

} // namespace

void showLarge(const QImage &image, const QString &name, QWidget *parent)
{
    auto *dialog = new QDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(name);
    auto *column = new QVBoxLayout(dialog);
    column->setContentsMargins(0, 0, 0, 0);
    auto *area = new ImageArea(image);
    area->setAccessibleName(name);
    column->addWidget(area);
    const QSize room = parent->screen() ? parent->screen()->availableSize() * 9 / 10 : QSize(1200, 800);
    dialog->resize((image.deviceIndependentSize().toSize() + QSize(40, 40)).expandedTo({ 320, 240 }).boundedTo(room));
    dialog->open();
    area->setFocus();
}

} // namespace callboard::ui::panes
