// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/docs/mirrorimages.h"

#include "ui/kit/outward.h"


#include <QBuffer>
#include <QImageReader>
#include <QPainter>
#include <QRegularExpression>
#include <QSvgRenderer>

namespace callboard::ui::panes {

using namespace Qt::StringLiterals;

namespace {

    constexpr qint64 mostBytes = 32ll * 1024 * 1024;
    constexpr int longestSide = 12'000;
    constexpr qint64 mostPixels = 40'000'000; ///< 160 MB decoded.
    constexpr int shownSide = 4096;           ///< Larger ones are made smaller: they are shown in a column.

    bool looksLikeSvg(const QByteArray &bytes)
    {
        const QByteArray head = bytes.first(std::min<qsizetype>(bytes.size(), 1024)).trimmed();
        return head.startsWith("<svg") || ((head.startsWith("<?xml") || head.startsWith("<!--") || head.startsWith("<!DOCTYPE svg")) && bytes.contains("<svg"));
    }

    /// Whether it names nothing but what is in it. Entities can grow without bounds, and are never needed.
    bool isSelfContained(const QByteArray &svg)
    {
        static const QRegularExpression outside(uR"re((?:href|src)\s*=\s*["']\s*(?!#|data:image/(?:png|jpe?g|gif|webp)))re"_s, QRegularExpression::CaseInsensitiveOption);
        const QString text = QString::fromUtf8(svg);
        return !text.contains("<!ENTITY"_L1, Qt::CaseInsensitive) && !text.contains("@import"_L1) && !outside.match(text).hasMatch();
    }

    QImage decodeSvg(const QByteArray &bytes)
    {
        if (!isSelfContained(bytes))
            return {};
        QSvgRenderer renderer;
        if (!renderer.load(bytes))
            return {};
        QSize size = renderer.defaultSize();
        if (size.isEmpty())
            return {};
        if (size.width() > shownSide || size.height() > shownSide)
            size.scale(shownSide, shownSide, Qt::KeepAspectRatio);
        // Twice as fine, for screens that show it.
        const QSize fine = size.width() <= shownSide / 2 && size.height() <= shownSide / 2 ? size * 2 : size;
        QImage image(fine, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        renderer.setAspectRatioMode(Qt::KeepAspectRatio);
        renderer.render(&painter);
        painter.end();
        image.setDevicePixelRatio(qreal(fine.width()) / size.width());
        return image;
    }

} // namespace

MirrorImages::MirrorImages(const mirror::Mirror &mirror, Outward &outward, QObject *parent)
    : DocumentImages(parent)
    , m_mirror(mirror)
    , m_outward(outward)
{
    m_pool.setMaxThreadCount(2);
}

MirrorImages::~MirrorImages()
{
    m_pool.clear();
    m_pool.waitForDone();
}

void MirrorImages::setSite(const QString &site)
{
    if (m_site == site)
        return;
    m_site = site;
    m_found.clear();
}

void MirrorImages::forgetMissing()
{
    QStringList missing;
    for (auto it = m_found.begin(); it != m_found.end(); ++it) {
        if (it->state == State::Missing)
            missing.append(it.key());
    }
    for (const QString &source : std::as_const(missing)) {
        m_found.remove(source);
        Q_EMIT changed(source);
    }
}

DocumentImages::Found MirrorImages::find(const QString &source)
{
    if (source.startsWith("http:"_L1) || source.startsWith("https:"_L1))
        return { State::NotAsked, {} };
    const auto known = m_found.constFind(source);
    if (known != m_found.cend())
        return *known;
    m_found.insert(source, { State::Loading, {} });
    load(source);
    return { State::Loading, {} };
}

void MirrorImages::ask(const QString &source)
{
    m_outward.browse(QUrl(source));
}

void MirrorImages::load(const QString &source)
{
    m_pool.start([this, source, site = m_site, &mirror = m_mirror] {
        QImage image;
        const QString path = source.section(u'#', 0, 0).section(u'?', 0, 0);
        if (const auto record = mirror.record(QString(domain::recordtype::docAsset), domain::docKey(site, path))) {
            const auto asset = domain::DocAsset::fromRecord(*record);
            if (const auto bytes = asset.blob.isEmpty() ? domain::Result<QByteArray>(QByteArray()) : mirror.blob(asset.blob))
                image = decode(*bytes);
        }
        QMetaObject::invokeMethod(this, [this, source, site, image = std::move(image)] {
            if (site != m_site)
                return;
            m_found.insert(source, { image.isNull() ? State::Missing : State::Ready, image });
            Q_EMIT changed(source);
        });
    });
}

QImage MirrorImages::decode(const QByteArray &bytes)
{
    if (bytes.isEmpty() || bytes.size() > mostBytes)
        return {};
    if (looksLikeSvg(bytes))
        return decodeSvg(bytes);
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (!size.isValid() || size.width() > longestSide || size.height() > longestSide || qint64(size.width()) * size.height() > mostPixels)
        return {};
    QImage image = reader.read();
    if (image.width() > shownSide || image.height() > shownSide)
        image = image.scaled(shownSide, shownSide, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    return image;
}

} // namespace callboard::ui::panes
