// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activities/series_edit.h"

class QWidget;

namespace Kartoteka {

enum class SeriesAct { Change, Move, Delete };

/// Asks which activities of a series an act is for; nothing when the person thought better of it.
std::optional<SeriesScope> askSeriesScope(QWidget *parent, const QString &title, SeriesAct act);

} // namespace Kartoteka
