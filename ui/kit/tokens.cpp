// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/tokens.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace callboard::ui {

namespace {

/// Reads values by dotted path and remembers the first that is missing.
class TokenReader final {
public:
    explicit TokenReader(QJsonObject root) : m_root(std::move(root)) { }

    QColor colour(const QString &path)
    {
        const QColor colour(at(path).toString());
        if (!colour.isValid())
            miss(path);
        return colour;
    }
    int number(const QString &path)
    {
        const QJsonValue value = at(path);
        if (!value.isDouble())
            miss(path);
        return value.toInt();
    }
    template<size_t count>
    std::array<QColor, count> colours(const QString &path)
    {
        std::array<QColor, count> result;
        const QJsonArray list = at(path).toArray();
        if (list.size() != qsizetype(count)) {
            miss(path);
            return result;
        }
        for (size_t i = 0; i < count; ++i)
            result[i] = QColor(list.at(qsizetype(i)).toString());
        return result;
    }
    TypeStep type(const QString &name)
    {
        return { number(u"type.size."_s + name), number(u"type.lineHeight."_s + name) };
    }
    const QString &missing() const { return m_missing; }

private:
    QJsonValue at(const QString &path) const
    {
        QJsonValue value = m_root;
        for (const auto &part : QStringView(path).split(u'.'))
            value = value.toObject().value(part);
        return value;
    }
    void miss(const QString &path)
    {
        if (m_missing.isEmpty())
            m_missing = path;
    }

    QJsonObject m_root;
    QString m_missing;
};

StatusColours readStatus(TokenReader &read, const QString &path)
{
    return { read.colour(path + u".fg"), read.colour(path + u".bg"), read.colour(path + u".glyph") };
}

Colours readColours(TokenReader &read, const QString &theme)
{
    const auto at = [&](QStringView name) {
        return read.colour(u"colour."_s + theme + u'.' + name);
    };
    Colours c;
    c.house = at(u"surface.house");
    c.wings = at(u"surface.wings");
    c.board = at(u"surface.board");
    c.slip = at(u"surface.slip");
    c.hover = at(u"surface.hover");
    c.code = at(u"surface.code");
    c.text = at(u"text.primary");
    c.textSecondary = at(u"text.secondary");
    c.textDisabled = at(u"text.disabled");
    c.textOnAccent = at(u"text.onAccent");
    c.link = at(u"text.link");
    c.borderSubtle = at(u"border.subtle");
    c.borderStrong = at(u"border.strong");
    c.borderControl = at(u"border.control");
    c.accent = at(u"accent.base");
    c.accentHover = at(u"accent.hover");
    c.accentPressed = at(u"accent.pressed");
    c.accentTint = at(u"accent.tint");
    c.focusRing = at(u"focus.ring");
    c.selection = at(u"selection.active");
    c.selectionInactive = at(u"selection.inactive");
    c.textMark = at(u"selection.textMark");
    const QString status = u"colour."_s + theme + u".status.";
    c.ok = readStatus(read, status + u"ok");
    c.running = readStatus(read, status + u"running");
    c.warning = readStatus(read, status + u"warn");
    c.failed = readStatus(read, status + u"fail");
    c.none = readStatus(read, status + u"unknown");
    c.stale = readStatus(read, status + u"stale");
    c.chart = read.colours<8>(u"colour."_s + theme + u".chart");
    c.heat = read.colours<6>(u"colour."_s + theme + u".heat");
    c.syntax.keyword = at(u"syntax.keyword");
    c.syntax.string = at(u"syntax.string");
    c.syntax.number = at(u"syntax.number");
    c.syntax.comment = at(u"syntax.comment");
    c.syntax.type = at(u"syntax.type");
    c.syntax.function = at(u"syntax.function");
    c.syntax.key = at(u"syntax.key");
    return c;
}

Metrics readMetrics(TokenReader &read)
{
    const auto at = [&](const QString &path) { return read.number(path); };
    Metrics m;
    m.caption = read.type(u"caption"_s);
    m.dense = read.type(u"dense"_s);
    m.body = read.type(u"body"_s);
    m.article = read.type(u"article"_s);
    m.heading3 = read.type(u"heading3"_s);
    m.heading2 = read.type(u"heading2"_s);
    m.heading1 = read.type(u"heading1"_s);
    m.figure = read.type(u"figure"_s);
    m.mono = read.type(u"mono"_s);
    m.radius = { at(u"radius.control"_s), at(u"radius.card"_s), at(u"radius.popup"_s),
        at(u"radius.small"_s) };
    m.row = { at(u"row.compact"_s), at(u"row.comfortable"_s), at(u"row.tableHeader"_s),
        at(u"row.facet"_s), at(u"row.palette"_s) };
    m.bar = { at(u"bar.dockTab"_s), at(u"bar.dockTitle"_s), at(u"bar.toolBar"_s),
        at(u"bar.menuBar"_s), at(u"bar.statusBar"_s), at(u"bar.dockGap"_s), at(u"bar.scrollBar"_s) };
    m.control = { at(u"control.small"_s), at(u"control.normal"_s), at(u"control.large"_s),
        at(u"control.chip"_s), at(u"control.badge"_s) };
    m.icon = { at(u"icon.small"_s), at(u"icon.medium"_s), at(u"icon.large"_s),
        at(u"icon.statusGlyph"_s), at(u"icon.statusGlyphLarge"_s) };
    m.maximumTransition = at(u"motion.maximumTransition"_s);
    return m;
}

} // namespace

const StatusColours &Colours::status(Status status) const
{
    switch (status) {
    case Status::Ok: return ok;
    case Status::Running: return running;
    case Status::Warning: return warning;
    case Status::Failed: return failed;
    case Status::Stale: return stale;
    case Status::None:
    case Status::Queued: break;
    }
    return none;
}

domain::Result<Tokens> Tokens::parse(QByteArrayView json)
{
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(json.toByteArray(), &error);
    if (!document.isObject())
        return domain::fail(domain::ErrorCode::Invalid, error.errorString(), u"tokens.json"_s);
    TokenReader read(document.object());
    Tokens tokens { readColours(read, u"light"_s), readColours(read, u"dark"_s),
        readColours(read, u"highContrast"_s), readMetrics(read) };
    if (!read.missing().isEmpty())
        return domain::fail(domain::ErrorCode::Invalid, read.missing(), u"tokens.json"_s);
    return tokens;
}

Tokens Tokens::builtIn()
{
    QFile file(u":/callboard/tokens.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("The tokens are not compiled in");
    auto tokens = parse(file.readAll());
    if (!tokens)
        qFatal("tokens.json: %s is missing", qUtf8Printable(tokens.error().detail));
    return *tokens;
}

} // namespace callboard::ui
