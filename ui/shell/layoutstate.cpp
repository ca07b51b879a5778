// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/layoutstate.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace callboard::ui {

namespace {

using domain::ErrorCode;
using domain::fail;

// No window comes near these; a file beyond them is not one of ours.
constexpr qsizetype largestFile = 1024 * 1024;
constexpr qsizetype largestDocks = 256 * 1024;
constexpr int deepest = 24;
constexpr qsizetype mostPanes = 64;
constexpr qsizetype mostPerspectives = 32;
constexpr qsizetype mostDocuments = 64;
constexpr qsizetype longestName = 120;
constexpr qsizetype longestRef = 400;

/// Nesting is checked before anything recursive sees the text.
bool isTooDeep(QByteArrayView json)
{
    int depth = 0;
    bool quoted = false;
    for (qsizetype i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (quoted) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                quoted = false;
        } else if (c == '"') {
            quoted = true;
        } else if (c == '{' || c == '[') {
            if (++depth > deepest)
                return true;
        } else if (c == '}' || c == ']') {
            --depth;
        }
    }
    return false;
}

QJsonObject packed(const QByteArray &bytes)
{
    return { { u"bytes"_s, QString::fromLatin1(bytes.toBase64()) },
        { u"check"_s, int(qChecksum(bytes)) } };
}

/// Bytes for QMainWindow, which trusts what it is given: a checksum tells damage from a layout.
std::optional<QByteArray> unpacked(const QJsonValue &value)
{
    if (value.isUndefined())
        return QByteArray();
    const QByteArray text = value.toObject().value("bytes"_L1).toString().toLatin1();
    if (text.size() > largestDocks * 4 / 3 + 4)
        return std::nullopt;
    const auto decoded = QByteArray::fromBase64Encoding(text, QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || int(qChecksum(*decoded)) != value.toObject().value("check"_L1).toInt(-1))
        return std::nullopt;
    return *decoded;
}

bool isPaneId(const QString &id)
{
    return !id.isEmpty() && id.size() <= longestName
        && std::ranges::all_of(id, [](QChar c) { return c.unicode() < 128 && (c.isLetterOrNumber() || c == u'-' || c == u'.' || c == u'_'); });
}

bool isName(const QString &name)
{
    return name.size() <= longestName && std::ranges::none_of(name, [](QChar c) { return c.category() == QChar::Other_Control; });
}

auto invalid(const QString &what)
{
    return fail(ErrorCode::Invalid, what, u"layout"_s);
}

domain::Result<std::vector<Perspective>> readPerspectives(const QJsonArray &list)
{
    if (list.size() > mostPerspectives)
        return invalid(u"too many perspectives"_s);
    std::vector<Perspective> result;
    for (const auto &value : list) {
        const QJsonObject object = value.toObject();
        const auto docks = unpacked(object.value("docks"_L1));
        const QString name = object.value("name"_L1).toString();
        if (!docks || name.isEmpty() || !isName(name))
            return invalid(u"a perspective is damaged"_s);
        result.push_back({ name, *docks });
    }
    return result;
}

domain::Result<std::vector<PaneLayout>> readPanes(const QJsonArray &list)
{
    if (list.size() > mostPanes)
        return invalid(u"too many panes"_s);
    std::vector<PaneLayout> result;
    for (const auto &value : list) {
        const QJsonObject object = value.toObject();
        PaneLayout pane { object.value("id"_L1).toString(), object.value("pinned"_L1).toBool(),
            object.value("pinnedTo"_L1).toString(), object.value("state"_L1).toObject() };
        if (!isPaneId(pane.id) || pane.pinnedTo.size() > longestRef)
            return invalid(u"a pane is damaged"_s);
        if (std::ranges::find(result, pane.id, &PaneLayout::id) == result.end())
            result.push_back(std::move(pane));
    }
    return result;
}

} // namespace

domain::Result<LayoutState> parseLayout(QByteArrayView json)
{
    if (json.size() > largestFile)
        return invalid(u"the file is too large"_s);
    if (isTooDeep(json))
        return invalid(u"the file is nested too deeply"_s);
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(json.toByteArray(), &error);
    if (!document.isObject())
        return invalid(error.errorString());
    const QJsonObject root = document.object();
    const int version = root.value("version"_L1).toInt(0);
    if (version > LayoutState::currentVersion)
        return fail(ErrorCode::Unsupported, u"the layout is of a newer version"_s, u"layout"_s);
    if (version < 1)
        return invalid(u"no version"_s);

    const auto geometry = unpacked(root.value("geometry"_L1));
    const auto docks = unpacked(root.value("docks"_L1));
    if (!geometry || !docks)
        return invalid(u"the arrangement is damaged"_s);
    auto perspectives = readPerspectives(root.value("perspectives"_L1).toArray());
    if (!perspectives)
        return std::unexpected(perspectives.error());
    auto panes = readPanes(root.value("panes"_L1).toArray());
    if (!panes)
        return std::unexpected(panes.error());

    LayoutState state { *geometry, *docks, root.value("perspective"_L1).toString(), std::move(*perspectives),
        std::move(*panes), {}, root.value("currentDocument"_L1).toInt(-1) };
    if (!isName(state.perspective))
        return invalid(u"the perspective's name is damaged"_s);
    const QJsonArray documents = root.value("documents"_L1).toArray();
    if (documents.size() > mostDocuments)
        return invalid(u"too many pages"_s);
    for (const auto &value : documents) {
        if (value.toString().isEmpty() || value.toString().size() > longestRef)
            return invalid(u"a page is damaged"_s);
        state.documents.append(value.toString());
    }
    if (state.currentDocument < -1 || state.currentDocument >= state.documents.size())
        state.currentDocument = int(state.documents.size()) - 1;
    return state;
}

QByteArray writeLayout(const LayoutState &state)
{
    QJsonArray perspectives;
    for (const Perspective &one : state.perspectives)
        perspectives.append(QJsonObject { { u"name"_s, one.name }, { u"docks"_s, packed(one.docks) } });
    QJsonArray panes;
    for (const PaneLayout &pane : state.panes)
        panes.append(QJsonObject { { u"id"_s, pane.id }, { u"pinned"_s, pane.pinned },
            { u"pinnedTo"_s, pane.pinnedTo }, { u"state"_s, pane.state } });
    const QJsonObject root { { u"version"_s, LayoutState::currentVersion }, { u"geometry"_s, packed(state.geometry) },
        { u"docks"_s, packed(state.docks) }, { u"perspective"_s, state.perspective },
        { u"perspectives"_s, perspectives }, { u"panes"_s, panes },
        { u"documents"_s, QJsonArray::fromStringList(state.documents) },
        { u"currentDocument"_s, state.currentDocument } };
    return QJsonDocument(root).toJson(QJsonDocument::Indented);
}

domain::Result<LayoutState> loadLayout(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return LayoutState {};
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Storage, file.errorString(), path);
    auto state = parseLayout(file.read(largestFile + 1));
    if (!state) {
        file.close();
        const QString aside = path + u".bad"_s;
        QFile::remove(aside);
        QFile::rename(path, aside);
    }
    return state;
}

domain::Result<void> saveLayout(const QString &path, const LayoutState &state)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return fail(ErrorCode::Storage, file.errorString(), path);
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    file.write(writeLayout(state));
    if (!file.commit())
        return fail(ErrorCode::Storage, file.errorString(), path);
    return {};
}

} // namespace callboard::ui
