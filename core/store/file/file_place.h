// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Kartoteka {

/// Names where a file lies so that it can be known again there, whoever opens it: this computer, path and inode; on a
/// network share, whose path differs from computer to computer, the share's kind and inode. A copy has another place, and
/// so has what was put back from a backup. Empty where the system tells too little.
QString placeName(const QString &path);

} // namespace Kartoteka
