// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/folder/walk.h"
#include "plugins/sdk/glob.h"
#include "plugins/sdk/integration.h"

#include <QSet>

#include <memory>
#include <mutex>

namespace callboard::folder {

/// Reads what descriptors of the folder point at: files below the folder by their path, and files of its clones by the
/// address a hosted portal knows them by, whatever branch that names. Never leaves the folder.
class FolderReader final : public sdk::Reader {
public:
    /// `survey` gives the newest walk, making one if there is none yet.
    using SurveyNow = std::function<std::shared_ptr<const Survey>()>;
    FolderReader(Settings settings, SurveyNow survey);

    sdk::Result<QByteArray> read(const QString &url) override;
    sdk::Result<QStringList> list(const QString &pattern) override;
    QString localPath(const QString &url) const override;

    /// Whether a change of this file can change what was read.
    bool wasAskedFor(const QString &absolutePath) const;

private:
    struct Place {
        QString path; ///< Absolute; may hold wildcards.
        int clone = -1;
    };
    std::optional<Place> placeOf(const Survey &survey, const QString &url) const;
    domain::Result<void> confine(const Survey &survey, const Place &place) const;
    QString outermost(const Survey &survey, const Place &place) const;

    Settings m_settings;
    SurveyNow m_survey;
    mutable std::mutex m_mutex;
    QSet<QString> m_asked;
    std::vector<sdk::Glob> m_patterns;
    QSet<QString> m_patternTexts;
};

} // namespace callboard::folder
