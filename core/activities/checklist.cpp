// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/activities/checklist.h"

#include "core/schema/activity_codes.h"

#include <algorithm>

namespace Kartoteka {

QList<Change> planChecklist(const Value &activity, const Checklist &before, const Checklist &after, qint64 nowMs)
{
    ChangeSet changes;
    // What stands in its order keeps its rank, so that two who add steps at once move nothing.
    bool isInOrder = true;
    double last = 0;
    for (const ChecklistItem &step : after) {
        if (step.id == 0)
            continue;
        isInOrder = isInOrder && step.rank > last;
        last = step.rank;
    }
    last = 0;
    for (qsizetype i = 0; i < after.size(); ++i) {
        const ChecklistItem &step = after[i];
        const QString text = step.text.trimmed();
        const auto known = std::ranges::find(before, step.id, &ChecklistItem::id);
        const bool isKnown = step.id != 0 && known != before.end();
        double rank = step.rank;
        if (!isInOrder || !isKnown) {
            const auto following = std::find_if(after.begin() + i, after.end(), [](const auto &one) { return one.id != 0; });
            rank = isInOrder && following != after.end() ? (last + following->rank) / 2 : last + 1;
        }
        if (text.isEmpty())
            continue; // and what it was before goes
        last = rank;
        if (!isKnown) {
            changes.create(Codes::checklistItem,
                           {{u"activity"_s, activity}, {u"text"_s, text}, {u"done"_s, step.done}, {u"rank"_s, rank}});
            continue;
        }
        QList<FieldValue> values;
        if (text != known->text)
            values.append({u"text"_s, text});
        if (step.done != known->done)
            values.append({u"done"_s, step.done});
        if (rank != known->rank)
            values.append({u"rank"_s, rank});
        if (!values.isEmpty())
            changes.update(Codes::checklistItem, step.id, values);
    }
    for (const ChecklistItem &step : before) {
        const auto stays = std::ranges::find(after, step.id, &ChecklistItem::id);
        if (stays == after.end() || stays->text.trimmed().isEmpty())
            changes.update(Codes::checklistItem, step.id, {{u"deleted_at"_s, nowMs}});
    }
    return changes.changes;
}

QList<Change> nextChecklist(const Checklist &before, const QUuid &next)
{
    ChangeSet changes;
    for (const ChecklistItem &step : before) {
        changes.create(
            Codes::checklistItem,
            {{u"activity"_s, QVariant::fromValue(next)}, {u"text"_s, step.text}, {u"done"_s, false}, {u"rank"_s, step.rank}},
            derivedUid(Codes::checklistItem, uidText(next) + u'/' + uidText(step.uid)));
    }
    return changes.changes;
}

QList<Change> aheadChecklist(const Checklist &before, const Checklist &after, const QUuid &next)
{
    ChangeSet changes;
    double rank = 0;
    for (const ChecklistItem &step : after) {
        const QString text = step.text.trimmed();
        if (text.isEmpty())
            continue;
        const auto known = std::ranges::find(before, step.id, &ChecklistItem::id);
        const bool isOfSeries = step.id != 0 && known != before.end();
        const QUuid uid = isOfSeries ? nextChecklist({*known}, next).constFirst().uid : makeUid();
        changes.create(
            Codes::checklistItem,
            {{u"activity"_s, QVariant::fromValue(next)}, {u"text"_s, text}, {u"done"_s, step.done}, {u"rank"_s, ++rank}},
            uid);
    }
    return changes.changes;
}

} // namespace Kartoteka
