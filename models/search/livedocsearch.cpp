// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/search/livedocsearch.h"

namespace callboard::search {

LiveDocSearch::LiveDocSearch(const mirror::Mirror &mirror, QObject *parent)
    : QObject(parent)
    , m_search(std::make_shared<DocSearch>(mirror))
{
    m_pool.setMaxThreadCount(1);
    m_pool.setExpiryTimeout(-1); // To make a thread waits for all that the program's memory is being changed by: not at a key.
}

LiveDocSearch::~LiveDocSearch()
{
    m_stop.request_stop();
    m_pool.clear();
    m_pool.waitForDone();
}

void LiveDocSearch::prepare()
{
    if (!m_busy)
        m_pool.start([search = m_search] { search->prepare(); });
}

void LiveDocSearch::ask(const QString &typed)
{
    m_stop.request_stop();
    m_stop = {};
    m_pool.clear();
    m_typed = typed;
    const quint64 generation = ++m_generation;
    DocQuestion question = DocQuestion::parse(typed);
    if (question.isEmpty()) {
        take(generation, {});
        return;
    }
    m_busy = true;
    m_pool.start([this, search = m_search, question = std::move(question), personal = m_personal, limit = m_limit, generation,
                     stop = m_stop.get_token()] {
        auto found = search->find(question, personal, limit, stop);
        if (stop.stop_requested())
            return;
        // A mirror that cannot be read is reported by those who show records; here there is nothing then.
        QMetaObject::invokeMethod(
            this, [this, generation, answer = std::move(found).value_or(DocAnswer())]() mutable { take(generation, std::move(answer)); },
            Qt::QueuedConnection);
    });
}

void LiveDocSearch::take(quint64 generation, DocAnswer answer)
{
    if (generation != m_generation)
        return;
    m_busy = false;
    m_answer = std::move(answer);
    Q_EMIT answered();
}

} // namespace callboard::search
