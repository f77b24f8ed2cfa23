// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/asked_stages.h"

#include "core/items/value_parse.h"
#include "core/query/condition_values.h"
#include "core/schema/codes.h"

namespace Kartoteka {

std::optional<QSet<qint64>> askedStages(const Schema &schema, qint64 typeId, const Condition &condition)
{
    if (condition.isGroup() || condition.field.contains(u'.'))
        return std::nullopt;
    const Field *field = findField(schema, typeId, condition.field);
    const bool names = condition.comparison == Comparison::Equal || condition.comparison == Comparison::In;
    if (!field || field->type != FieldType::Stage || !names)
        return std::nullopt;
    QSet<qint64> stages;
    for (const QString &name : condition.values) {
        for (const qint64 stage : stagesNamed(schema, typeId, name))
            stages.insert(stage);
    }
    return stages.isEmpty() ? std::nullopt : std::optional(stages);
}

Condition inProgress()
{
    return {Codes::stage, Comparison::Equal, {u"group in_progress"_s}, 0, {}};
}

bool asksInProgress(const Condition &condition)
{
    const Condition asked = inProgress();
    return condition.field == asked.field && condition.comparison == asked.comparison && condition.values == asked.values;
}

} // namespace Kartoteka
