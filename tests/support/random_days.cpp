// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/random_days.h"

#include "core/activities/activity.h"
#include "core/items/item_acts.h"

#include <QCoreApplication>

namespace Kartoteka {

QList<qint64> RandomDays::all(const QString &type)
{
    ItemQuery query;
    query.typeId = m_office.typeId(type);
    auto ids = queryIds(m_office.store().reader(), query);
    if (!ids)
        qFatal("%s", qPrintable(ids.error().message + ids.error().detail));
    return *ids;
}

bool RandomDays::commit(const ChangeSet &changes)
{
    const bool done = bool(m_office.store().commitAndWait(changes));
    m_office.clock().advance(1000);
    return done;
}

ChangeSet RandomDays::update(const QString &type, qint64 id, const QList<FieldValue> &values)
{
    ChangeSet changes;
    changes.kind = u"edit"_s;
    changes.update(type, id, values);
    return changes;
}

QHash<QString, Value> RandomDays::someValues()
{
    QHash<QString, Value> values{{u"title"_s, QString(word() + QString::number(pick(9)))}};
    if (pick(2))
        values.insert(u"amount"_s, toValue(Money{pick(5) * 1000, one<QString>({u"RUB"_s, u"USD"_s})}));
    if (pick(2))
        values.insert(u"birth_date"_s, QDate(1990, 1, 1).addDays(pick(400)));
    if (const QList<qint64> companies = all(u"company"_s); pick(2) && !companies.isEmpty())
        values.insert(u"client_company"_s, one(companies));
    if (pick(3) == 0) {
        const Field *source = m_office.schema().field(m_office.typeId(u"lead"_s), u"source"_s);
        values.insert(u"source"_s, one(m_office.schema().listValues(source->id)).id);
    }
    if (pick(3) == 0)
        values.insert(u"source_details"_s, word());
    return values;
}

void RandomDays::act()
{
    const QList<qint64> leads = all(u"lead"_s);
    const auto lead = [&] { return one(leads); };
    const int what = leads.isEmpty() ? 0 : pick(14);
    switch (what) {
    case 0:
    case 1: m_office.create(u"lead"_s, someValues()); break;
    case 2:
    case 3:
    case 4: {
        const QHash<QString, Value> values = someValues();
        QList<FieldValue> list;
        for (auto it = values.cbegin(); it != values.cend(); ++it)
            list.append({it.key(), it.value()});
        commit(update(u"lead"_s, lead(), list));
        break;
    }
    case 5: commit(update(u"lead"_s, lead(), {{u"deleted_at"_s, m_office.clock().now()}})); break;
    case 6: m_office.move(u"lead"_s, lead(), one<QString>({u"in_progress"_s, u"processed"_s, u"junk"_s})); break;
    case 7: (void)m_office.store().undo().result(); break;
    case 8: (void)m_office.store().redo().result(); break;
    case 9: m_office.create(u"company"_s, {{u"title"_s, QString(word() + QString::number(pick(99)))}}); break;
    case 10:
        if (const QList<qint64> companies = all(u"company"_s); !companies.isEmpty())
            commit(update(u"company"_s, one(companies), {{u"title"_s, QString(word() + u"!"_s)}}));
        break;
    case 11: {
        ActivityDraft draft;
        draft.title = u"Call"_s;
        const ItemRef first{m_office.typeId(u"lead"_s), lead(), {}};
        draft.items = {first};
        if (const qint64 second = lead(); second != first.id)
            draft.items.append({first.type, second, {}});
        draft.deadline = m_office.clock().now() + (pick(3) - 1) * 86'400'000LL;
        commit(planActivity(m_office.schema(), draft));
        break;
    }
    case 12: {
        auto activity = m_office.store().reader().connection.scalar(u"SELECT max(id) FROM activity"_s);
        if (activity && activity->toLongLong() > 0)
            commit(update(u"activity"_s, activity->toLongLong(), {{u"deleted_at"_s, m_office.clock().now()}}));
        break;
    }
    case 13: {
        ChangeSet many; // one act on several
        many.kind = u"edit"_s;
        for (int i = 0; i < 5; ++i) {
            const qint64 id = lead();
            if (std::none_of(many.changes.begin(), many.changes.end(), [=](const Change &c) { return c.id == id; }))
                many.update(u"lead"_s, id, {{u"title"_s, QString(word() + u"?"_s)}});
        }
        commit(many);
        break;
    }
    }
    QCoreApplication::sendPostedEvents(&m_office.store());
}

} // namespace Kartoteka
