// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/folder/changewatch.h"
#include "plugins/folder/folderreader.h"
#include "plugins/folder/repository.h"

#include <chrono>
#include <condition_variable>

namespace callboard::folder {

/// One folder: its newest survey, what watches it, and the two feeds over it.
class FolderConnection final : public sdk::Connection {
public:
    explicit FolderConnection(const QJsonObject &form);

    std::unique_ptr<sdk::Feed> feed(const QString &feedId) override;
    sdk::Reader *reader() override { return &m_reader; }
    sdk::Result<sdk::ProbeReport> probe(sdk::PullContext &context) override;

    // The feeds.
    sdk::Result<void> pullCatalog(sdk::PullContext &context);
    sdk::Result<void> waitForDescriptors(sdk::PullContext &context);
    sdk::Result<void> pullClones(sdk::PullContext &context);
    sdk::Result<void> waitForClones(sdk::PullContext &context);
    sdk::Result<void> pullDocs(sdk::PullContext &context); ///< Also waitForDocs: folderdocs.cpp.
    sdk::Result<void> waitForDocs(sdk::PullContext &context);

private:
    domain::Result<std::shared_ptr<const Survey>> survey(sdk::PullContext &context);
    /// The last survey; makes one where there is none yet.
    std::shared_ptr<const Survey> newestSurvey();
    std::shared_ptr<const Survey> knownSurvey();
    void watchGitFolders(const Survey &survey);
    void reportLimits(sdk::PullContext &context, const Survey &survey);
    /// Sorts changes into those of the catalog and those of clones. True when the catalog is concerned.
    bool sortOut(const std::vector<ChangeWatch::Change> &changes);
    bool concernsCatalog(const ChangeWatch::Change &change) const;

    /// An editor writes a file in several steps: the change is over when it has been quiet for this long …
    static constexpr std::chrono::milliseconds quiet { 40 };
    /// … or, with something that never rests, after this.
    static constexpr std::chrono::milliseconds longestUnrest { 300 };

    GitLibrary m_git;
    Settings m_settings;
    ChangeWatch m_watch;
    FolderReader m_reader;

    std::mutex m_walking; ///< Held during a walk: whoever needs a survey meanwhile waits for that one.
    std::mutex m_mutex;
    std::shared_ptr<const Survey> m_survey;
    bool m_limitReported = false;

    std::mutex m_clonesMutex;
    std::condition_variable_any m_clonesTouched;
    bool m_clonesDirty = false;

    std::mutex m_docsMutex;
    std::condition_variable_any m_docsTouched;
    bool m_docsDirty = false;
};

} // namespace callboard::folder
