// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/definitions/stage_templates.h"
#include "core/schema/schema.h"
#include "core/store/change/change_set.h"

namespace Kartoteka {

/// What the office may say of a type at any time.
struct TypeSettings
{
    QString name;
    QString plural; ///< empty: as the name
    QString icon;
    QString colour;       ///< #rrggbb; empty: none of its own
    QString titlePattern; ///< "Contract No. {number}"; empty: the program's own
    bool isListed = true;
    bool hasStages = true;
    bool hasPipelines = false;
    bool hasClient = true;
    bool hasProducts = false;
    QStringList convertsTo = {}; ///< codes of the types that can be made of an item that is won

    bool operator==(const TypeSettings &) const = default;
};

/// A link that a new type has to another one: what it belongs to.
struct NewLink
{
    QString target; ///< code of the type
    bool asTab = true;
};

/// A type that the office defines itself: a smart process.
struct NewType : TypeSettings
{
    QString code;        ///< for scripts and --where: latin letters, digits, underscores
    QString stages = {}; ///< template of its stages, see stageTemplates(); empty: the plainest
    QList<NewLink> links = {};
};

TypeSettings settingsOf(const EntityType &type);

/// Adds a whole type with the fields every item has, those its properties call for, a card section
/// and, with stages, a pipeline with those of the template.
Result<ChangeSet> planAddType(const Schema &schema, const NewType &type);
/// What came with the program keeps its properties. Fields that a property brought are hidden with it, and come back with it.
Result<ChangeSet> planEditType(const Schema &schema, const EntityType &type, const TypeSettings &settings, qint64 nowMs);
/// Gives a type with stages the fields that say why something was lost, which those of older versions lack. Refused where they
/// are.
Result<ChangeSet> planAddReasons(const Schema &schema, const EntityType &type, qint64 nowMs);
/// Hides it with all it holds. Refused for what came with the program.
Result<ChangeSet> planDeleteType(const EntityType &type, qint64 nowMs);
Result<ChangeSet> planRestoreType(const Schema &schema, const EntityType &type);
ChangeSet planOrderTypes(const Schema &schema, const QList<qint64> &ids);

/// Types that were deleted, without those of broken files.
QList<EntityType> deletedTypes(const Schema &schema);
/// Whether it came with the program.
bool isOfProgram(const EntityType &type);

} // namespace Kartoteka
