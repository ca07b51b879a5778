// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalog/fieldformat.h"

#include "models/catalog/weburl.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace callboard::catalog {

using namespace Qt::StringLiterals;

namespace {

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isLower(QChar c)
{
    return c >= u'a' && c <= u'z';
}

bool isLetter(QChar c)
{
    return isLower(c) || (c >= u'A' && c <= u'Z');
}

bool isAlphanumeric(QChar c)
{
    return isLetter(c) || isDigit(c);
}

/// JavaScript's trim(), whose white space is Unicode's without the control "next line", and the byte order mark.
bool isBlank(const QString &text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return (c.isSpace() && c != QChar(0x85)) || c == QChar(0xfeff); });
}

/// `name`, or `prefix/name` with a DNS subdomain in front.
template<typename IsName>
bool isPrefixed(const QString &text, IsName isName)
{
    const QStringList parts = text.split(u'/');
    if (parts.size() == 1)
        return isName(parts[0]);
    return parts.size() == 2 && isDnsSubdomain(parts[0]) && isName(parts[1]);
}

bool isVersionName(const QString &text)
{
    return !text.isEmpty() && text.size() <= 63 && std::all_of(text.begin(), text.end(), isAlphanumeric);
}

bool isKey(const QString &text)
{
    return isPrefixed(text, isEntityName);
}

QString shown(const QJsonValue &value)
{
    if (value.isString())
        return u'"' + value.toString() + u'"';
    if (value.isArray())
        return u"a list"_s;
    if (value.isObject())
        return u"a map"_s;
    return value.isNull() ? u"nothing"_s : value.toVariant().toString();
}

QString instead(const QString &text)
{
    const QString better = suggestedName(text);
    return better.isEmpty() ? QString() : u"; write \"%1\""_s.arg(better);
}

class FormatChecker final {
public:
    FormatChecker(const QJsonObject &entity, const SchemaContext &context)
        : m_entity(entity)
        , m_metadata(entity[u"metadata"].toObject())
        , m_context(context)
    {
    }

    std::vector<Violation> run()
    {
        checkFields();
        checkMap(u"labels"_s, &FormatChecker::checkLabelValue);
        checkMap(u"annotations"_s, &FormatChecker::checkAnnotationValue);
        checkTags();
        checkLinks();
        return std::move(m_found);
    }

private:
    void report(const QString &field, const QString &message, const QString &rule = u"FieldFormat"_s)
    {
        const bool known = std::any_of(
            m_found.begin(), m_found.end(), [&](const Violation &violation) { return violation.field == field; });
        if (!known)
            m_found.push_back({ Stage::Policy, rule, field, message, 0, 0 });
    }

    void checkFields()
    {
        const QJsonValue version = m_entity[u"apiVersion"];
        if (!version.isString() || !isPrefixed(version.toString(), isVersionName))
            report(u"/apiVersion"_s,
                u"apiVersion %1 is not of the form \"group/version\"; write for example \"backstage.io/v1alpha1\""_s.arg(
                    shown(version)));
        const QJsonValue kind = m_entity[u"kind"];
        if (!kind.isString() || !isKindName(kind.toString()))
            report(u"/kind"_s,
                u"kind %1 may have letters and digits only, a letter first, at most 63; write for example \"Component\""_s.arg(
                    shown(kind)));
        const QJsonValue name = m_metadata[u"name"];
        if (!name.isString() || !isEntityName(name.toString()))
            report(u"/metadata/name"_s, nameAdvice(u"name"_s, name));
        const QJsonValue ns = m_metadata[u"namespace"];
        if (!ns.isUndefined() && (!ns.isString() || !isDnsLabel(ns.toString())))
            report(u"/metadata/namespace"_s,
                u"namespace %1 may have lower-case letters, digits and \"-\" between them only, at most 63"_s.arg(shown(ns))
                    + instead(ns.toString().toLower().replace(u'_', u'-').replace(u'.', u'-')));
    }

    static QString nameAdvice(const QString &what, const QJsonValue &value)
    {
        const QString text = value.toString();
        if (text.size() > 63)
            return u"%1 \"%2\" has %3 characters, and at most 63 are allowed; shorten it and put the long form into "
                   "metadata.title"_s.arg(what, text, QString::number(text.size()));
        if (text.contains(u"{{"_s))
            return u"\"%1\" is a template's placeholder; write what it stands for, or keep the file in a folder called \"skeleton\", "
                   "where it is filled in"_s.arg(text);
        return u"%1 %2 may have letters, digits and \"-\", \"_\" or \".\" between them only, at most 63"_s.arg(what, shown(value))
            + instead(text);
    }

    using ValueCheck = void (FormatChecker::*)(const QString &field, const QString &key, const QJsonValue &value);

    void checkMap(const QString &name, ValueCheck checkValue)
    {
        const QString pointer = u"/metadata/" + name;
        const QJsonObject map = m_metadata[name].toObject();
        if (map.isEmpty())
            return;
        QStringList keys = map.keys();
        if (m_context.order && keys.size() > 1 && hasWrong(map, name == u"labels"))
            m_context.order(pointer, keys);
        for (const QString &key : std::as_const(keys)) {
            const QString field = pointer + u'/' + pointerSegment(key);
            if (!isKey(key))
                report(field,
                    u"%1 key \"%2\" is not of the form \"name\" or \"prefix.example.com/name\"; at most one \"/\", a lower-case domain "
                    "before it, letters, digits and \"-_.\" after it, at most 63"_s.arg(name.chopped(1), key));
            (this->*checkValue)(field, key, map.value(key));
        }
    }

    static bool hasWrong(const QJsonObject &map, bool labels)
    {
        for (auto it = map.begin(); it != map.end(); ++it) {
            if (!isKey(it.key()) || !it->isString() || (labels && !isLabelValue(it->toString())))
                return true;
        }
        return false;
    }

    static bool isLabelValue(const QString &text) { return text.isEmpty() || isEntityName(text); }

    void checkLabelValue(const QString &field, const QString &key, const QJsonValue &value)
    {
        if (!value.isString() || !isLabelValue(value.toString()))
            report(field,
                nameAdvice(u"label \"%1\": value"_s.arg(key), value)
                    + (value.toString().contains(u' ') ? u", or make it an annotation"_s : QString()));
    }

    void checkAnnotationValue(const QString &field, const QString &key, const QJsonValue &value)
    {
        if (!value.isString())
            report(field,
                u"annotation \"%1\" must be text, but is %2; put it in quotes"_s.arg(key, shown(value)));
    }

    void checkTags()
    {
        const QJsonArray tags = m_metadata[u"tags"].toArray();
        for (qsizetype i = 0; i < tags.size(); ++i) {
            const QString field = u"/metadata/tags/%1"_s.arg(i);
            const QJsonValue tag = tags.at(i);
            if (tag.isString() && isTag(tag.toString()))
                continue;
            QString better = tag.toString().toLower();
            for (QChar &c : better) {
                if (!isLower(c) && !isDigit(c) && c != u':' && c != u'+' && c != u'#')
                    c = u'-';
            }
            QStringList words = better.split(u'-', Qt::SkipEmptyParts);
            better = words.join(u'-').left(63);
            report(field,
                u"tag %1 may have lower-case letters, digits, \"+\", \"#\" and \":\", in words joined by single \"-\", at most 63"_s
                        .arg(shown(tag))
                    + (isTag(better) ? u"; write \"%1\""_s.arg(better) : QString()));
        }
    }

    void checkLinks()
    {
        const QJsonArray links = m_metadata[u"links"].toArray();
        for (qsizetype i = 0; i < links.size(); ++i) {
            const QString field = u"/metadata/links/%1"_s.arg(i);
            const QJsonObject link = links.at(i).toObject();
            const QJsonValue url = link[u"url"];
            if (!(url.isString() && WebUrl::parse(url.toString()))) {
                report(field + u"/url",
                    u"link %1 is not a whole URL; write it with its scheme, for example \"https://%2\""_s.arg(
                        shown(url), url.isString() && !url.toString().contains(u' ') && !isBlank(url.toString())
                            ? url.toString()
                            : u"example.com/page"_s));
            }
            for (const QLatin1StringView key : { "title"_L1, "icon"_L1 }) {
                const QJsonValue value = link[key];
                if (!value.isUndefined() && (!value.isString() || isBlank(value.toString())))
                    report(field + u'/' + key,
                        u"the %1 of a link must not be empty; write one or leave the line out"_s.arg(key));
            }
        }
    }

    const QJsonObject &m_entity;
    const QJsonObject m_metadata;
    const SchemaContext &m_context;
    std::vector<Violation> m_found;
};

} // namespace

std::vector<Violation> checkFieldFormats(const QJsonObject &entity, const SchemaContext &context)
{
    return FormatChecker(entity, context).run();
}

bool isEntityName(const QString &text)
{
    if (text.isEmpty() || text.size() > 63 || !isAlphanumeric(text.front()) || !isAlphanumeric(text.back()))
        return false;
    return std::all_of(text.begin(), text.end(),
        [](QChar c) { return isAlphanumeric(c) || c == u'-' || c == u'_' || c == u'.'; });
}

bool isDnsLabel(const QString &text)
{
    const auto inside = [](QChar c) { return isLower(c) || isDigit(c) || c == u'-'; };
    return !text.isEmpty() && text.size() <= 63 && text.front() != u'-' && text.back() != u'-'
        && std::all_of(text.begin(), text.end(), inside);
}

bool isDnsSubdomain(const QString &text)
{
    const QStringList labels = text.split(u'.');
    return !text.isEmpty() && text.size() <= 253 && std::all_of(labels.begin(), labels.end(), isDnsLabel);
}

bool isTag(const QString &text)
{
    if (text.isEmpty() || text.size() > 63)
        return false;
    const QStringList words = text.split(u'-');
    return std::all_of(words.begin(), words.end(), [](const QString &word) {
        return !word.isEmpty() && std::all_of(word.begin(), word.end(), [](QChar c) {
            return isLower(c) || isDigit(c) || c == u':' || c == u'+' || c == u'#';
        });
    });
}

bool isKindName(const QString &text)
{
    return !text.isEmpty() && text.size() <= 63 && isLetter(text.front())
        && std::all_of(text.begin(), text.end(), isAlphanumeric);
}

QString suggestedName(const QString &text)
{
    QString out;
    for (const QChar c : text.trimmed()) {
        const bool good = isAlphanumeric(c) || c == u'-' || c == u'_' || c == u'.';
        if (good)
            out += c;
        else if (!out.endsWith(u'-'))
            out += u'-';
    }
    out.truncate(63);
    while (!out.isEmpty() && !isAlphanumeric(out.front()))
        out.remove(0, 1);
    while (!out.isEmpty() && !isAlphanumeric(out.back()))
        out.chop(1);
    return isEntityName(out) ? out : QString();
}

} // namespace callboard::catalog
