// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/schema/schema.h"
#include "core/store/change/change_set.h"

namespace Kartoteka {

/// A type that the office defines itself: a smart process.
struct NewType
{
    QString code; ///< for scripts and --where: latin letters, digits, underscores
    QString name;
    QString icon;
    bool hasStages = true;
    bool hasPipelines = false;
    bool hasClient = true;
};

struct NewField
{
    QString code; ///< unique in the type
    QString name;
    FieldType type = FieldType::String;
    bool multiple = false;
    bool required = false;
    QString target;         ///< of a link: the type it leads to; empty: any
    QStringList listValues; ///< of a list: its choices
    qint64 valuesFrom = 0;  ///< … or the list field, of any type, whose choices it shares
};

/// Adds an own field to the first card section of the type. Its column, index and search need no restart.
/// Refuses a code that is empty, malformed or taken, a list without choices, and choices of what is no list.
Result<ChangeSet> planAddField(const Schema &schema, const EntityType &type, const NewField &field);

/// Adds a whole type with the fields every item has, those its properties call for, a card section
/// and, with stages, a pipeline with a stage of each group.
Result<ChangeSet> planAddType(const Schema &schema, const NewType &type);

} // namespace Kartoteka
