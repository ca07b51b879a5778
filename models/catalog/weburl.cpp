// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalog/weburl.h"

#include "models/catalog/webhost.h"

#include <QUrl>

namespace callboard::catalog {

using namespace Qt::StringLiterals;

namespace {

bool isHex(QChar c)
{
    return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
}

bool isAsciiLetter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

/// Percent-encodes what is outside ASCII, the C0 controls, and what `set` names.
QString encode(QStringView text, QLatin1StringView set)
{
    static constexpr char digits[] = "0123456789ABCDEF";
    QString out;
    out.reserve(text.size());
    const QByteArray utf8 = text.toUtf8();
    for (const char byte : utf8) {
        const auto code = static_cast<unsigned char>(byte);
        if (code > 0x1f && code < 0x7f && !set.contains(QLatin1Char(byte))) {
            out += QLatin1Char(byte);
            continue;
        }
        out += u'%';
        out += QLatin1Char(digits[code >> 4]);
        out += QLatin1Char(digits[code & 15]);
    }
    return out;
}

constexpr QLatin1StringView fragmentSet(" \"<>`");
constexpr QLatin1StringView querySet(" \"#<>");
constexpr QLatin1StringView specialQuerySet(" \"#<>'");
constexpr QLatin1StringView pathSet(" \"#<>?`{}");
constexpr QLatin1StringView userSet(" \"#<>?`{}/:;=@[\\]^|");
constexpr QLatin1StringView controlSet("");

bool isSpecialScheme(const QString &scheme)
{
    return scheme == u"http" || scheme == u"https" || scheme == u"ws" || scheme == u"wss" || scheme == u"ftp"
        || scheme == u"file";
}

int defaultPort(const QString &scheme)
{
    if (scheme == u"http" || scheme == u"ws")
        return 80;
    if (scheme == u"https" || scheme == u"wss")
        return 443;
    return scheme == u"ftp" ? 21 : -1;
}

bool isSingleDot(QStringView segment)
{
    return segment == u"." || segment.compare(u"%2e", Qt::CaseInsensitive) == 0;
}

bool isDoubleDot(QStringView segment)
{
    return segment == u".." || segment.compare(u".%2e", Qt::CaseInsensitive) == 0
        || segment.compare(u"%2e.", Qt::CaseInsensitive) == 0 || segment.compare(u"%2e%2e", Qt::CaseInsensitive) == 0;
}

bool isDriveLetter(QStringView segment)
{
    return segment.size() == 2 && isAsciiLetter(segment[0]) && (segment[1] == u':' || segment[1] == u'|');
}

/// Adds the segments of a path text to what is there, as the standard's path state does.
void appendPath(QStringList &path, QStringView text, const QString &scheme)
{
    const bool special = isSpecialScheme(scheme);
    qsizetype begin = 0;
    while (true) {
        qsizetype end = begin;
        while (end < text.size() && text[end] != u'/' && !(special && text[end] == u'\\'))
            ++end;
        const QStringView segment = text.mid(begin, end - begin);
        const bool last = end >= text.size();
        if (isDoubleDot(segment)) {
            const bool drive = scheme == u"file" && path.size() == 1 && isDriveLetter(path.first());
            if (!path.isEmpty() && !drive)
                path.removeLast();
            if (last)
                path.append(QString());
        } else if (isSingleDot(segment)) {
            if (last)
                path.append(QString());
        } else {
            QString encoded = encode(segment, pathSet);
            if (scheme == u"file" && path.isEmpty() && isDriveLetter(encoded))
                encoded[1] = u':';
            path.append(encoded);
        }
        if (last)
            return;
        begin = end + 1;
    }
}

QString decodePlus(QStringView text)
{
    QByteArray bytes = text.toUtf8();
    bytes.replace('+', ' ');
    return QString::fromUtf8(QByteArray::fromPercentEncoding(bytes));
}

QString encodeForm(const QString &text)
{
    QString out = encode(text, QLatin1StringView("!\"#$%&'()+,/:;<=>?@[\\]^`{|}~"));
    return out.replace(u' ', u'+');
}

} // namespace

/// One pass over the text; each function is one group of the standard's states.
class WebUrlParser final {
public:
    explicit WebUrlParser(const WebUrl *base)
        : m_base(base)
    {
    }

    std::optional<WebUrl> run(const QString &input)
    {
        const QString text = cleaned(input);
        const qsizetype colon = schemeLength(text);
        if (colon > 0)
            return withScheme(text.left(colon).toLower(), QStringView(text).mid(colon + 1));
        return withoutScheme(text);
    }

private:
    static QString cleaned(const QString &input)
    {
        qsizetype begin = 0;
        qsizetype end = input.size();
        while (begin < end && input[begin].unicode() <= 0x20)
            ++begin;
        while (end > begin && input[end - 1].unicode() <= 0x20)
            --end;
        QString text = input.mid(begin, end - begin);
        return text.removeIf([](QChar c) { return c == u'\t' || c == u'\n' || c == u'\r'; });
    }

    static qsizetype schemeLength(QStringView text)
    {
        if (text.isEmpty() || !isAsciiLetter(text[0]))
            return -1;
        for (qsizetype i = 1; i < text.size(); ++i) {
            const QChar c = text[i];
            if (c == u':')
                return i;
            if (!isAsciiLetter(c) && !(c >= u'0' && c <= u'9') && c != u'+' && c != u'-' && c != u'.')
                return -1;
        }
        return -1;
    }

    std::optional<WebUrl> withScheme(const QString &scheme, QStringView rest)
    {
        m_url.m_scheme = scheme;
        if (scheme == u"file")
            return fileState(rest, m_base && m_base->m_scheme == u"file" ? m_base : nullptr);
        if (isSpecialScheme(scheme)) {
            if (m_base && m_base->m_scheme == scheme && !rest.startsWith(u"//"))
                return relative(rest);
            return authority(skipSlashes(rest));
        }
        if (rest.startsWith(u"//"))
            return authority(rest.mid(2));
        if (rest.startsWith(u'/'))
            return finish(rest, true);
        return opaque(rest);
    }

    static QStringView skipSlashes(QStringView rest)
    {
        while (!rest.isEmpty() && (rest[0] == u'/' || rest[0] == u'\\'))
            rest = rest.mid(1);
        return rest;
    }

    std::optional<WebUrl> withoutScheme(QStringView text)
    {
        if (!m_base)
            return std::nullopt;
        if (m_base->m_opaque) {
            if (!text.startsWith(u'#'))
                return std::nullopt;
            m_url = *m_base;
            m_url.m_fragment = encode(text.mid(1), fragmentSet);
            return m_url;
        }
        m_url.m_scheme = m_base->m_scheme;
        return m_url.m_scheme == u"file" ? fileState(text, m_base) : relative(text);
    }

    std::optional<WebUrl> relative(QStringView text)
    {
        const bool special = isSpecialScheme(m_url.m_scheme);
        const auto isSlash = [special](QChar c) { return c == u'/' || (special && c == u'\\'); };
        if (text.size() >= 2 && isSlash(text[0]) && isSlash(text[1]))
            return authority(special ? skipSlashes(text) : text.mid(2));
        takeAuthority();
        if (!text.isEmpty() && isSlash(text[0]))
            return finish(text, true);
        return relativePath(text);
    }

    void takeAuthority()
    {
        m_url.m_user = m_base->m_user;
        m_url.m_password = m_base->m_password;
        m_url.m_host = m_base->m_host;
        m_url.m_port = m_base->m_port;
    }

    std::optional<WebUrl> relativePath(QStringView text)
    {
        m_url.m_path = m_base->m_path;
        if (text.isEmpty() || text[0] == u'#')
            m_url.m_query = m_base->m_query;
        const bool hasPath = !text.isEmpty() && text[0] != u'?' && text[0] != u'#';
        if (hasPath && !m_url.m_path.isEmpty())
            m_url.m_path.removeLast();
        return finish(text, hasPath);
    }

    std::optional<WebUrl> fileState(QStringView text, const WebUrl *base)
    {
        const auto isSlash = [](QChar c) { return c == u'/' || c == u'\\'; };
        m_url.m_host = QString();
        if (text.size() >= 2 && isSlash(text[0]) && isSlash(text[1])) {
            qsizetype end = 2;
            while (end < text.size() && !isSlash(text[end]) && text[end] != u'?' && text[end] != u'#')
                ++end;
            const QStringView hostText = text.mid(2, end - 2);
            if (!hostText.isEmpty() && !isDriveLetter(hostText)) {
                const auto host = parseWebHost(hostText.toString(), true);
                if (!host)
                    return std::nullopt;
                m_url.m_host = *host == u"localhost" ? QString() : *host;
                return finish(text.mid(end), true);
            }
            return finish(text.mid(2), true);
        }
        if (base)
            m_url.m_host = base->m_host;
        if (!text.isEmpty() && isSlash(text[0]))
            return finish(text, true);
        if (!base)
            return finish(text, true);
        m_base = base;
        return relativePath(text);
    }

    std::optional<WebUrl> authority(QStringView text)
    {
        const bool special = isSpecialScheme(m_url.m_scheme);
        qsizetype end = 0;
        while (end < text.size() && text[end] != u'/' && text[end] != u'?' && text[end] != u'#'
            && !(special && text[end] == u'\\'))
            ++end;
        QStringView part = text.left(end);
        if (const qsizetype at = part.lastIndexOf(u'@'); at >= 0) {
            if (at + 1 == part.size())
                return std::nullopt;
            takeCredentials(part.left(at));
            part = part.mid(at + 1);
        }
        if (!takeHostAndPort(part, special))
            return std::nullopt;
        return finish(text.mid(end), true);
    }

    void takeCredentials(QStringView part)
    {
        const qsizetype colon = part.indexOf(u':');
        m_url.m_user = encode(colon < 0 ? part : part.left(colon), userSet);
        if (colon >= 0)
            m_url.m_password = encode(part.mid(colon + 1), userSet);
    }

    bool takeHostAndPort(QStringView part, bool special)
    {
        const qsizetype bracket = part.lastIndexOf(u']');
        const qsizetype colon = part.indexOf(u':', bracket < 0 || !part.startsWith(u'[') ? 0 : bracket);
        const QStringView hostText = colon < 0 ? part : part.left(colon);
        if (hostText.isEmpty() && (special || colon >= 0))
            return false;
        const auto host = parseWebHost(hostText.toString(), special);
        if (!host)
            return false;
        m_url.m_host = *host;
        return colon < 0 || takePort(part.mid(colon + 1));
    }

    bool takePort(QStringView digits)
    {
        if (digits.isEmpty())
            return true;
        int port = 0;
        for (const QChar c : digits) {
            if (c < u'0' || c > u'9')
                return false;
            port = port * 10 + (c.unicode() - u'0');
            if (port > 65535)
                return false;
        }
        m_url.m_port = port == defaultPort(m_url.m_scheme) ? -1 : port;
        return true;
    }

    std::optional<WebUrl> opaque(QStringView text)
    {
        m_url.m_opaque = true;
        const qsizetype end = pathEnd(text);
        m_url.m_path = { encode(text.left(end), controlSet) };
        takeQueryAndFragment(text.mid(end));
        return m_url;
    }

    static qsizetype pathEnd(QStringView text)
    {
        qsizetype end = 0;
        while (end < text.size() && text[end] != u'?' && text[end] != u'#')
            ++end;
        return end;
    }

    std::optional<WebUrl> finish(QStringView text, bool hasPath)
    {
        const qsizetype end = hasPath ? pathEnd(text) : 0;
        QStringView path = text.left(end);
        const bool special = isSpecialScheme(m_url.m_scheme);
        if (hasPath && (special || !path.isEmpty())) {
            if (!path.isEmpty() && (path[0] == u'/' || (special && path[0] == u'\\')))
                path = path.mid(1);
            appendPath(m_url.m_path, path, m_url.m_scheme);
        }
        takeQueryAndFragment(text.mid(end));
        return m_url;
    }

    void takeQueryAndFragment(QStringView text)
    {
        if (text.startsWith(u'?')) {
            const qsizetype hash = text.indexOf(u'#');
            const QStringView query = hash < 0 ? text.mid(1) : text.mid(1, hash - 1);
            m_url.m_query = encode(query, isSpecialScheme(m_url.m_scheme) ? specialQuerySet : querySet);
            text = hash < 0 ? QStringView() : text.mid(hash);
        }
        if (text.startsWith(u'#'))
            m_url.m_fragment = encode(text.mid(1), fragmentSet);
    }

    const WebUrl *m_base;
    WebUrl m_url;
};

std::optional<WebUrl> WebUrl::parse(const QString &text)
{
    return WebUrlParser(nullptr).run(text);
}

std::optional<WebUrl> WebUrl::parse(const QString &text, const WebUrl &base)
{
    return WebUrlParser(&base).run(text);
}

bool WebUrl::isSpecial() const
{
    return isSpecialScheme(m_scheme);
}

QString WebUrl::toString() const
{
    QString out = m_scheme + u':';
    if (m_host) {
        out += u"//"_s;
        if (!m_user.isEmpty() || !m_password.isEmpty()) {
            out += m_user;
            if (!m_password.isEmpty())
                out += u':' + m_password;
            out += u'@';
        }
        out += host();
    } else if (!m_opaque && m_path.size() > 1 && m_path.first().isEmpty()) {
        out += u"/."_s;
    }
    out += pathName();
    if (m_query)
        out += u'?' + *m_query;
    if (m_fragment)
        out += u'#' + *m_fragment;
    return out;
}

QString WebUrl::origin() const
{
    return isSpecial() && m_scheme != u"file" ? QString(m_scheme + u"://" + host()) : u"null"_s;
}

QString WebUrl::host() const
{
    const QString name = hostName();
    return m_port < 0 ? name : QString(name + u':' + QString::number(m_port));
}

QString WebUrl::pathName() const
{
    if (m_opaque)
        return m_path.value(0);
    return m_path.isEmpty() ? QString() : QString(u'/' + m_path.join(u'/'));
}

QString WebUrl::search() const
{
    return m_query && !m_query->isEmpty() ? QString(u'?' + *m_query) : QString();
}

QString WebUrl::hash() const
{
    return m_fragment && !m_fragment->isEmpty() ? QString(u'#' + *m_fragment) : QString();
}

void WebUrl::setPathName(const QString &path)
{
    if (m_opaque)
        return;
    m_path.clear();
    QStringView rest = path;
    if (rest.startsWith(u'/') || (isSpecial() && rest.startsWith(u'\\')))
        rest = rest.mid(1);
    appendPath(m_path, rest, m_scheme);
}

void WebUrl::setSearch(const QString &search)
{
    if (search.isEmpty()) {
        m_query.reset();
        return;
    }
    const QStringView text = search.startsWith(u'?') ? QStringView(search).mid(1) : QStringView(search);
    m_query = encode(text, isSpecial() ? specialQuerySet : querySet);
}

void WebUrl::setHash(const QString &hash)
{
    if (hash.isEmpty()) {
        m_fragment.reset();
        return;
    }
    m_fragment = encode(hash.startsWith(u'#') ? QStringView(hash).mid(1) : QStringView(hash), fragmentSet);
}

void WebUrl::dropCredentials()
{
    m_user.clear();
    m_password.clear();
}

WebUrl::Parameters WebUrl::parameters() const
{
    Parameters found;
    if (!m_query)
        return found;
    const auto parts = QStringView(*m_query).split(u'&', Qt::SkipEmptyParts);
    for (const QStringView part : parts) {
        const qsizetype equals = part.indexOf(u'=');
        found.emplace_back(decodePlus(equals < 0 ? part : part.left(equals)),
            equals < 0 ? QString() : decodePlus(part.mid(equals + 1)));
    }
    return found;
}

std::optional<QString> WebUrl::parameter(const QString &name) const
{
    for (const auto &[key, value] : parameters()) {
        if (key == name)
            return value;
    }
    return std::nullopt;
}

void WebUrl::setParameter(const QString &name, const QString &value)
{
    Parameters all = parameters();
    const auto first = std::find_if(all.begin(), all.end(), [&](const auto &pair) { return pair.first == name; });
    if (first == all.end()) {
        all.emplace_back(name, value);
    } else {
        first->second = value;
        all.erase(std::remove_if(first + 1, all.end(), [&](const auto &pair) { return pair.first == name; }), all.end());
    }
    QStringList parts;
    for (const auto &[key, text] : all)
        parts.append(encodeForm(key) + u'=' + encodeForm(text));
    m_query = parts.join(u'&');
}

QString encodeUriComponent(const QString &text)
{
    return encode(text, QLatin1StringView(" \"#$%&+,/:;<=>?@[\\]^`{|}"));
}

std::optional<QString> decodeUriComponent(const QString &text)
{
    if (!text.contains(u'%'))
        return text;
    for (qsizetype i = text.indexOf(u'%'); i >= 0; i = text.indexOf(u'%', i + 1)) {
        if (i + 2 >= text.size() || !isHex(text[i + 1]) || !isHex(text[i + 2]))
            return std::nullopt;
    }
    auto decoder = QStringDecoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString decoded = decoder.decode(QByteArray::fromPercentEncoding(text.toUtf8()));
    return decoder.hasError() ? std::nullopt : std::optional(decoded);
}

} // namespace callboard::catalog
