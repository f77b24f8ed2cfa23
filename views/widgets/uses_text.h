// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace Kartoteka {

/// What a question says of what is about to be deleted and where it is used (core/definitions/usage.h), to stand before the
/// rest of its text; empty when nothing uses it.
QString usesText(const QStringList &uses);

} // namespace Kartoteka
