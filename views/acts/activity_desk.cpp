// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/acts/activity_desk.h"

#include "core/activities/series_ahead.h"
#include "views/dialogs/activity_dialog.h"
#include "views/dialogs/booking_question.h"

#include <algorithm>

namespace Kartoteka {

void ActivityDesk::open(qint64 id)
{
    const auto activity = readActivity(m_store.reader(), id);
    if (!activity)
        emit failed(activity.error());
    else if (activity->items.isEmpty())
        edit(*activity);
    else
        emit itemWanted(activity->items.constFirst().ref);
}

void ActivityDesk::change(qint64 id)
{
    if (const auto activity = readActivity(m_store.reader(), id))
        edit(*activity);
    else
        emit failed(activity.error());
}

void ActivityDesk::changeAhead(qint64 open, const QString &occurrence)
{
    if (const auto activity = readAhead(m_store.reader(), open, occurrence))
        edit(*activity);
    else
        emit failed(activity.error());
}

void ActivityDesk::create()
{
    edit(newActivity(*m_store.schema(), m_store.user(), m_store.clock().localNow()));
}

void ActivityDesk::create(const Activity &activity, const QHash<QString, Value> &more)
{
    edit(activity, more);
}

void ActivityDesk::edit(const Activity &activity, const QHash<QString, Value> &more)
{
    ActivityDialog dialog(m_store, activity, m_window);
    if (dialog.exec() != QDialog::Accepted)
        return;
    if (!dialog.remembered().isEmpty())
        m_store.commit(dialog.remembered()); // without it the usual ones are offered again
    ChangeSet changes = dialog.changes();
    // What the dialog does not ask.
    for (auto one = more.cbegin(); !changes.isEmpty() && one != more.cend(); ++one) {
        QList<FieldValue> &values = changes.changes.first().values;
        if (std::ranges::none_of(values, [&](const FieldValue &value) { return value.field == one.key(); }))
            values.append({one.key(), one.value()});
    }
    if (changes.isEmpty())
        return;
    carryOutBooking(m_store, this, m_window, changes,
                    (activity.id == 0 ? tr("Planned: %1") : tr("Changed: %1")).arg(changes.subject));
}

} // namespace Kartoteka
