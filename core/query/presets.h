// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/condition.h"
#include "core/store/change/change_set.h"
#include "core/store/record/read_context.h"

namespace Kartoteka {

/// A filter with a name: one that the program brings, or one that somebody saved.
struct Preset
{
    qint64 id = 0; ///< row; 0: built in
    QString code;  ///< names it for ever: of a built-in one a word, else its uid
    QString name;
    QList<Condition> conditions;
    QString search;
    qint64 person = 0; ///< whose it is; 0: everybody's

    bool isBuiltIn() const { return id == 0; }
    bool operator==(const Preset &) const = default;
};

/// What the program brings for a type, by what the type has: in progress, mine, closed, no activities, overdue.
QList<Preset> builtInPresets(const EntityType &type);

/// The items that one's own counter counts: @p light is "due" or "incoming".
QList<Condition> countedItems(const Schema &schema, const QString &light);

/// Built-in ones first, then those of everybody and of @p user in their order.
Result<QList<Preset>> readPresets(const ReadContext &context, const EntityType &type, qint64 user);

/// Saves under a new name. @p uid receives its code.
ChangeSet planSavePreset(const EntityType &type, const Preset &preset, qint64 position, QUuid *uid = nullptr);
ChangeSet planRenamePreset(const Preset &preset, const QString &name);
/// Other conditions under the old name.
ChangeSet planChangePreset(const Preset &preset);
/// For everybody, or for @p user alone again.
ChangeSet planSharePreset(const Preset &preset, bool shared, qint64 user);
ChangeSet planDeletePreset(const Preset &preset, qint64 nowMs);
/// Saved ones in the order they are to have.
ChangeSet planOrderPresets(const QList<Preset> &presets);

} // namespace Kartoteka
