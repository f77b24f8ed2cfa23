// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/acts/plan_desk.h"

#include "core/activities/series.h"
#include "core/items/item_queries.h"
#include "core/people/offered_name.h"
#include "core/schema/codes.h"
#include "views/acts/activity_menu.h"
#include "views/dialogs/activity_dialog.h"
#include "views/dialogs/booking_question.h"
#include "views/dialogs/series_question.h"
#include "views/fields/postponements.h"
#include "views/theme/theme.h"
#include "views/widgets/initials.h"
#include "views/widgets/menu_search.h"
#include "views/widgets/menu_text.h"

#include <QMenu>

namespace Kartoteka {

PlanDesk::PlanDesk(Store &store, QWidget *parent) : QObject(parent), m_store(store), m_parent(parent)
{}

void PlanDesk::change(qint64 id, const std::function<Result<ChangeSet>(const Activity &)> &plan, const QString &said)
{
    const auto activity = readActivity(m_store.reader(), id);
    auto changes = activity ? plan(*activity) : Result<ChangeSet>(activity.error());
    if (!changes) {
        emit failed(changes.error());
        return;
    }
    if (changes->isEmpty())
        return;
    carryOutBooking(m_store, this, m_parent, *changes, said.arg(activity->title));
}

void PlanDesk::complete(qint64 id)
{
    change(
        id, [](const Activity &activity) { return Result<ChangeSet>(planComplete(activity)); }, tr("Done: %1"));
}

void PlanDesk::postpone(qint64 id, const Postponement &by)
{
    change(
        id,
        [this, by](const Activity &activity) {
            return planReschedule(activity, postponed(activity.deadline, m_store.clock().localNow(), by));
        },
        tr("Postponed: %1"));
}

void PlanDesk::skip(qint64 id, SkipTo to)
{
    change(
        id,
        [this, to](const Activity &activity) {
            const auto item = readItem(m_store.reader(), {m_store.schema()->type(u"activity"_s)->id, activity.id, {}});
            return item ? planSkip(m_store.reader(), *item, to) : Result<ChangeSet>(item.error());
        },
        tr("Skipped: %1"));
}

void PlanDesk::handOver(qint64 id, qint64 user)
{
    change(
        id,
        [this, user](const Activity &activity) {
            return planChangeActivity(*m_store.schema(), activity, {{Codes::responsible, user}});
        },
        tr("Handed over: %1"));
}

void PlanDesk::remove(qint64 id)
{
    const auto activity = readActivity(m_store.reader(), id);
    auto scope = std::optional(SeriesScope::Following);
    if (activity && !activity->series.isEmpty())
        scope = askSeriesScope(m_parent, activity->title, SeriesAct::Delete);
    if (!scope)
        return;
    change(
        id, [this, scope](const Activity &known) { return planSeriesDelete(m_store.reader(), known, *scope); },
        tr("Activity deleted: %1"));
}

void PlanDesk::open(qint64 id)
{
    const auto activity = readActivity(m_store.reader(), id);
    if (!activity) {
        emit failed(activity.error());
        return;
    }
    ActivityDialog dialog(m_store, *activity, m_parent);
    if (dialog.exec() != QDialog::Accepted)
        return;
    change(
        id, [&dialog](const Activity &) { return Result<ChangeSet>(dialog.changes()); }, tr("Changed: %1"));
}

void PlanDesk::addTo(QMenu &menu, const Activity &activity)
{
    const Theme &theme = Theme::of(m_parent->palette());
    const qint64 id = activity.id;
    menu.addAction(theme.icon(u"edit"_s), tr("Open…") + u"\tEnter"_s, this, [this, id] { open(id); })
        ->setObjectName(u"activityOpen"_s);
    menu.addAction(theme.icon(u"check"_s), tr("Done") + u"\tSpace"_s, this, [this, id] { complete(id); })
        ->setObjectName(u"activityDone"_s);
    if (!activity.incoming) {
        menu.addSeparator();
        for (const PostponeChoice &one : postponements()) {
            menu.addAction(theme.icon(u"clock"_s), one.text, this, [this, id, by = one.by] { postpone(id, by); })
                ->setObjectName(one.name);
        }
    }
    if (!activity.recurrence.isEmpty()) {
        menu.addAction(theme.icon(u"clock"_s), tr("To the next occurrence"), this, [this, id] { skip(id, SkipTo::Next); })
            ->setObjectName(u"activitySkip"_s);
        if (activity.deadline.toLongLong() < m_store.clock().now()) {
            menu.addAction(theme.icon(u"clock"_s), tr("To the next occurrence from today on"), this,
                           [this, id] { skip(id, SkipTo::Today); })
                ->setObjectName(u"activitySkipToToday"_s);
        }
    }
    QMenu *users = menu.addMenu(theme.icon(u"user"_s), tr("Responsible"));
    for (const User &user : m_store.schema()->users()) {
        if (!user.active)
            continue;
        QAction *action = users->addAction(initialsIcon(user, *users),
                                           menuText(offeredName(user, m_store.clock().localNow().date())), this,
                                           [this, id, to = user.id] { handOver(id, to); });
        action->setCheckable(true);
        action->setChecked(user.id == activity.responsible);
    }
    addSearchIfLong(*users);
    menu.addSeparator();
    menu.addAction(theme.icon(u"trash"_s, ColourRole::Danger), tr("Delete") + u"\tDel"_s, this, [this, id] { remove(id); })
        ->setObjectName(u"activityDelete"_s);
}

void PlanDesk::showMenu(qint64 id, const QPoint &global)
{
    const auto activity = readActivity(m_store.reader(), id);
    if (!activity)
        return;
    QMenu menu(m_parent);
    menu.setObjectName(u"activityMenu"_s);
    addTo(menu, *activity);
    menu.exec(global);
}

} // namespace Kartoteka
