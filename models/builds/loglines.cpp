// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/builds/loglines.h"

#include <QDate>
#include <QDateTime>
#include <QTimeZone>

#include <algorithm>
#include <array>

namespace callboard::builds {

namespace {

using Mark = LogLine::Mark;
using Group = LogLine::Group;

constexpr qsizetype mostLookedAt = 1'000;

constexpr bool isDigit(char c) { return c >= '0' && c <= '9'; }
constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; }
constexpr bool isWord(char c) { return isDigit(c) || (lower(c) >= 'a' && lower(c) <= 'z') || c == '_' || uchar(c) >= 0x80; }

int number(QByteArrayView text) { return text.toInt(); }

/// "2026-11-26T17:49:18.1234567Z " as GitHub and Azure write it; GitLab adds the stream ("00O ", "01E+").
qsizetype readTime(QByteArrayView line, qint64 &at)
{
    constexpr QByteArrayView shape("dddd-dd-ddTdd:dd:dd");
    if (line.size() < shape.size() + 2)
        return 0;
    for (qsizetype i = 0; i < shape.size(); ++i) {
        if (shape[i] == 'd' ? !isDigit(line[i]) : line[i] != shape[i])
            return 0;
    }
    qsizetype end = shape.size();
    int milliseconds = 0;
    if (line[end] == '.') {
        int scale = 100;
        for (++end; end < line.size() && isDigit(line[end]); ++end) {
            milliseconds += scale * (line[end] - '0');
            scale /= 10;
        }
    }
    if (end + 1 >= line.size() || line[end] != 'Z' || line[end + 1] != ' ')
        return 0;
    end += 2;
    const QDate date(number(line.first(4)), number(line.sliced(5, 2)), number(line.sliced(8, 2)));
    const QTime time(number(line.sliced(11, 2)), number(line.sliced(14, 2)), number(line.sliced(17, 2)), milliseconds);
    if (!date.isValid() || !time.isValid())
        return 0;
    // Without a QDateTime: some millions of lines may be looked at.
    at = (date.toJulianDay() - 2'440'588) * 86'400'000 + time.msecsSinceStartOfDay();
    if (line.size() >= end + 4 && isDigit(line[end]) && isDigit(line[end + 1]) && (line[end + 2] == 'O' || line[end + 2] == 'E')
        && (line[end + 3] == ' ' || line[end + 3] == '+'))
        end += 4;
    return end;
}

/// Past colours and blanks that stand before the text.
qsizetype skipEscapes(QByteArrayView line, qsizetype at)
{
    while (at < line.size()) {
        if (line[at] == '\r' || line[at] == ' ' || line[at] == '\t') {
            ++at;
        } else if (line[at] == '\x1b' && at + 1 < line.size() && line[at + 1] == '[') {
            qsizetype end = at + 2;
            while (end < line.size() && (isDigit(line[end]) || line[end] == ';'))
                ++end;
            if (end >= line.size())
                return at;
            at = end + 1;
        } else {
            break;
        }
    }
    return at;
}

struct Command {
    QByteArrayView text;
    Mark mark;
    Group group;
};
constexpr std::array commands {
    Command { "##[group]", Mark::None, Group::Begin }, Command { "##[endgroup]", Mark::None, Group::End },
    Command { "##[error]", Mark::Error, Group::None }, Command { "##[warning]", Mark::Warning, Group::None },
    Command { "##[command]", Mark::None, Group::None }, Command { "##[debug]", Mark::None, Group::None },
    Command { "##[notice]", Mark::None, Group::None }, Command { "##[section]Starting: ", Mark::None, Group::Begin },
    Command { "##[section]Finishing: ", Mark::None, Group::End }, Command { "##[section]", Mark::None, Group::None },
    Command { "::group::", Mark::None, Group::Begin }, Command { "::endgroup::", Mark::None, Group::End },
};

/// "::error file=a,line=1::text" and "##vso[task.logissue type=error;…]text".
bool readIssue(QByteArrayView line, LogLine &read)
{
    const QByteArrayView rest = line.sliced(read.text);
    for (const auto &[name, mark] : { std::pair { QByteArrayView("::error"), Mark::Error }, std::pair { QByteArrayView("::warning"), Mark::Warning } }) {
        if (!rest.startsWith(name))
            continue;
        const qsizetype end = rest.indexOf("::", name.size());
        if (end < 0 || (rest[name.size()] != ' ' && end != name.size()))
            return false;
        read.mark = mark;
        read.text += end + 2;
        return true;
    }
    if (!rest.startsWith("##vso[task.logissue"))
        return false;
    const qsizetype end = rest.indexOf(']');
    if (end < 0)
        return false;
    const QByteArrayView properties = rest.first(end);
    read.mark = properties.contains("type=error") ? Mark::Error : properties.contains("type=warning") ? Mark::Warning : Mark::None;
    read.text += end + 1;
    return true;
}

/// "section_start:1560896352:name[collapsed=true]\r\e[0KTitle"
bool readSection(QByteArrayView line, LogLine &read)
{
    const QByteArrayView rest = line.sliced(read.text);
    const bool begins = rest.startsWith("section_start:");
    if (!begins && !rest.startsWith("section_end:"))
        return false;
    const qsizetype time = rest.indexOf(':') + 1;
    const qsizetype name = rest.indexOf(':', time) + 1;
    if (name <= 0)
        return false;
    qsizetype end = name;
    while (end < rest.size() && rest[end] != '\r' && rest[end] != '\x1b')
        ++end;
    QByteArrayView whole = rest.sliced(name, end - name);
    if (const qsizetype options = whole.indexOf('['); options >= 0) {
        read.isFolded = whole.sliced(options).contains("collapsed=true");
        whole = whole.first(options);
    }
    read.name = whole;
    read.group = begins ? Group::Begin : Group::End;
    read.text = skipEscapes(line, read.text + end);
    return true;
}

bool startsWith(QByteArrayView text, QByteArrayView lowerCase)
{
    if (text.size() < lowerCase.size())
        return false;
    for (qsizetype i = 0; i < lowerCase.size(); ++i) {
        if (lower(text[i]) != lowerCase[i])
            return false;
    }
    return true;
}

/// "exit code 1", "exited with code 2", "exit status: 3": what is not 0.
bool isBadExit(QByteArrayView text)
{
    for (const QByteArrayView words : { QByteArrayView("exit code"), QByteArrayView("exited with code"), QByteArrayView("exit status"),
             QByteArrayView("exited with exit code"), QByteArrayView("exitcode") }) {
        if (!startsWith(text, words))
            continue;
        qsizetype at = words.size();
        while (at < text.size() && (text[at] == ' ' || text[at] == ':' || text[at] == '=' || text[at] == '\''))
            ++at;
        return at > words.size() && at < text.size() && text[at] >= '1' && text[at] <= '9';
    }
    return false;
}

/// "FAILED" and the like as a shout, but not "FAILED: 0" or "FAILED=0".
bool isShout(QByteArrayView text, QByteArrayView word)
{
    if (!text.startsWith(word) || (text.size() > word.size() && isWord(text[word.size()])))
        return false;
    qsizetype at = word.size();
    while (at < text.size() && (text[at] == ' ' || text[at] == ':' || text[at] == '='))
        ++at;
    return at >= text.size() || text[at] != '0';
}

/// What a word that begins here makes of its line.
Mark markAt(QByteArrayView rest, bool isFirst)
{
    switch (lower(rest[0])) {
    case 'e':
        if (startsWith(rest, "error:") || startsWith(rest, "error[") || rest.startsWith("ERR!") || isShout(rest, "ERROR") || isBadExit(rest))
            return Mark::Error;
        break;
    case 'f':
        if (startsWith(rest, "fatal:") || startsWith(rest, "fatal error") || isShout(rest, "FAILED") || isShout(rest, "FAILURE") || isShout(rest, "FAIL"))
            return Mark::Error;
        break;
    case 't':
        if (rest.startsWith("Traceback (most recent call last)"))
            return Mark::Error;
        break;
    case 'p':
        if (isFirst && startsWith(rest, "panic:"))
            return Mark::Error;
        break;
    case 'w':
        if (startsWith(rest, "warning:") || isShout(rest, "WARNING") || isShout(rest, "WARN"))
            return Mark::Warning;
        break;
    default: break;
    }
    return Mark::None;
}

Mark markOf(QByteArrayView text)
{
    Mark found = Mark::None;
    bool isFirst = true;
    for (qsizetype i = 0; i < text.size();) {
        if (text[i] == '\x1b') { // Its parameters are no words.
            for (++i; i < text.size() && (text[i] == '[' || text[i] == ';' || isDigit(text[i]));)
                ++i;
            ++i;
            continue;
        }
        if (!isWord(text[i])) {
            ++i;
            continue;
        }
        const Mark mark = markAt(text.sliced(i), std::exchange(isFirst, false));
        if (mark == Mark::Error)
            return mark;
        if (mark == Mark::Warning)
            found = mark;
        while (i < text.size() && isWord(text[i]))
            ++i;
    }
    return found;
}

} // namespace

LogLine readLogLine(QByteArrayView line)
{
    LogLine read;
    line = line.first(std::min(line.size(), mostLookedAt));
    read.text = readTime(line, read.at);
    const qsizetype content = skipEscapes(line, read.text);
    const QByteArrayView rest = line.sliced(content);
    if (rest.startsWith('#') || rest.startsWith(':')) {
        for (const Command &command : commands) {
            if (rest.startsWith(command.text)) {
                read.text = content + command.text.size();
                read.mark = command.mark;
                read.group = command.group;
                return read;
            }
        }
        LogLine issue = read;
        issue.text = content;
        if (readIssue(line, issue))
            return issue;
    } else if (rest.startsWith("section_")) {
        LogLine section = read;
        section.text = content;
        if (readSection(line, section))
            return section;
    }
    read.mark = markOf(rest);
    return read;
}

} // namespace callboard::builds
