// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/schema/schema.h"
#include "core/store/change/change_set.h"

namespace Kartoteka {

/// What the office may say of a field at any time.
struct FieldSettings
{
    QString code; ///< unique in the type; a former one goes on being understood
    QString name;
    bool required = false;
    QString defaultValue; ///< see item_defaults.h
    QString uniqueness;   ///< "", "warn", "refuse"
    QString help;
    bool significant = true; ///< its changes stand in the timeline
    bool asTab = false;
    qint64 section = 0; ///< of the card; 0: the first one of a new field, none of one that stands

    bool operator==(const FieldSettings &) const = default;
};

/// … and what it is once and for all: the journal names values by it.
struct NewField : FieldSettings
{
    FieldType type = FieldType::String;
    bool multiple = false;
    QString target;         ///< of a link: the type it leads to; empty: any
    QStringList listValues; ///< of a list: its choices
    qint64 valuesFrom = 0;  ///< … or the list field, of any type, whose choices it shares
};

/// The kinds of fields that an office makes itself, in the order in which they are offered.
const QList<FieldType> &ownFieldTypes();
/// Whether a field of this kind may hold several values.
bool canBeMultiple(FieldType type);
/// Whether two items may be told apart by it.
bool canBeUnique(const Field &field);

FieldSettings settingsOf(const Field &field);

/// Adds an own field to a card section of the type. Its column, index and search need no restart.
/// Refuses a code or name that cannot be, a list without choices, choices of what is no list, and one field too many.
Result<ChangeSet> planAddField(const Schema &schema, const EntityType &type, const NewField &field);
/// Fields of the program keep their codes. Error::where is what is wrong: "name", "code", "default_value", …
Result<ChangeSet> planEditField(const Schema &schema, const Field &field, const FieldSettings &settings);
/// Hides it; its values stay, and come back with it. Refused for fields of the program.
Result<ChangeSet> planDeleteField(const Schema &schema, const Field &field, qint64 nowMs);
Result<ChangeSet> planRestoreField(const Schema &schema, const Field &field);

/// A section of the card and what stands in it, from top to bottom.
struct SectionFields
{
    qint64 section = 0; ///< 0: not on the card
    QList<qint64> fields;
};
ChangeSet planOrderFields(const Schema &schema, const EntityType &type, const QList<SectionFields> &order);
Result<ChangeSet> planAddSection(const Schema &schema, const EntityType &type, const QString &name);
Result<ChangeSet> planRenameSection(const Section &section, const QString &name);
/// Its fields go into the one before it. Refused for the last one.
Result<ChangeSet> planDeleteSection(const Schema &schema, const Section &section, qint64 nowMs);

} // namespace Kartoteka
