// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Logs with escapes, commands and sections: in one piece and in many they are the same, and nothing that a terminal obeys is left.
#include "models/builds/ansi.h"
#include "models/builds/logindex.h"

#include <cstdint>
#include <cstdlib>

using namespace callboard::builds;

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

void checkLine(QByteArrayView line)
{
    const LogLine read = readLogLine(line);
    require(read.text >= 0 && read.text <= line.size());
    const AnsiLine parsed = parseAnsi(line.sliced(read.text), 300);
    require(parsed.text.size() <= 300);
    qsizetype end = 0;
    for (const AnsiLine::Span &span : parsed.spans) {
        require(span.start >= end && span.length > 0);
        end = span.start + span.length;
    }
    require(end <= parsed.text.size());
    for (const QChar c : parsed.text)
        require((c.unicode() >= 0x20 && c.unicode() != 0x7f && !(c.unicode() >= 0x80 && c.unicode() < 0xa0)));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArrayView log(reinterpret_cast<const char *>(data), qsizetype(size));
    LogIndex whole, pieces;
    whole.feed(log);
    for (qsizetype at = 0; at < log.size();) {
        const qsizetype length = std::min<qsizetype>(1 + uchar(log[at]) % 32, log.size() - at);
        pieces.feed(log.sliced(at, length));
        at += length;
    }
    require(whole.lineCount() == pieces.lineCount() && whole.groups() == pieces.groups() && whole.errors() == pieces.errors());
    LogFolds folds;
    folds.update(whole.groups(), whole.lineCount());
    require(folds.rowCount() <= whole.lineCount());
    for (LogRow row = 0; row < folds.rowCount(); ++row)
        require(folds.rowOf(folds.lineOf(row)) == row && folds.lineOf(row) < whole.lineCount());
    for (qsizetype at = 0; at <= log.size();) {
        qsizetype end = log.indexOf('\n', at);
        end = end < 0 ? log.size() : end;
        checkLine(log.sliced(at, end - at));
        at = end + 1;
    }
    return 0;
}
