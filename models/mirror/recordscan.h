// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/record.h"

#include <functional>
#include <stop_token>

namespace callboard::mirror {

/// One record as it lies in the file, still packed.
class StoredRecord {
public:
    virtual ~StoredRecord() = default;
    virtual qint64 id() const = 0;         ///< The same as long as the record is there.
    virtual QByteArray hash() const = 0;   ///< Another one when its content is another one.
    virtual QString connection() const = 0;
    virtual domain::Record unpack() const = 0; ///< What is damaged has an empty body.
};

/// Goes over all records of a type, in no order, on a connection of its own that is gone afterwards: for those of which there are too many to hold
/// them all, and of which most are known by id and hash. Cancelled when stopped. Any thread but the GUI's.
domain::Result<void> scanRecords(const QString &mirrorDirectory, QStringView type,
    const std::function<void(const StoredRecord &)> &visit, const std::stop_token &stop = {});

} // namespace callboard::mirror
