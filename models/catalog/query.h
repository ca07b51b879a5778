// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The two query languages: the plain one of every filter box, and Backstage's `entities/by-query`.
#include "models/catalog/queryplain.h"
#include "models/catalog/querypredicate.h"
#include "models/catalog/queryrequest.h"
