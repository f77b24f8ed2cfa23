// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/change/change_set.h"

#include <QStringList>

namespace Kartoteka {

/// Stages that a new type may begin with.
struct StageTemplate
{
    QString code;
    QString name;
    QStringList inProgress;
    QString won;
    QStringList lost;
};
/// In the language of the program, which becomes that of their names.
QList<StageTemplate> stageTemplates();
/// Adds a pipeline with the stages of a template to a type, which may be made in the same set. @p place: what their identity
/// comes from where two seats may make them independently; empty: they are new.
void createStages(ChangeSet &changes, const Value &type, const StageTemplate &names, const QString &place = {});

} // namespace Kartoteka
