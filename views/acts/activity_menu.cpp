// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/acts/activity_menu.h"

#include "core/activities/activity_bulk.h"
#include "core/query/item_query.h"
#include "core/schema/activity_codes.h"
#include "core/store/store.h"
#include "views/acts/bulk_desk.h"
#include "views/fields/postponements.h"
#include "views/theme/theme.h"

#include <QCalendarWidget>
#include <QCoreApplication>
#include <QMenu>
#include <QWidgetAction>

namespace Kartoteka {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Kartoteka::ActivityMenu)
};

} // namespace

void addDoneTo(QMenu &menu, Store &store, BulkDesk &bulk, const QList<qint64> &ids, std::optional<bool> isDone)
{
    const qint64 type = store.schema()->type(Codes::activity)->id;
    const Theme &theme = Theme::of(menu.palette());
    if (!isDone.value_or(false)) {
        menu.addAction(theme.icon(u"check"_s), Tr::tr("Done"), &bulk,
                       [&bulk, type, ids] { bulk.run(type, ids, bulkComplete(true), Tr::tr("Completed: %1")); })
            ->setObjectName(u"activitiesDone"_s);
    }
    if (isDone.value_or(true)) {
        menu.addAction(theme.icon(u"undo"_s), Tr::tr("Reopen"), &bulk,
                       [&bulk, type, ids] { bulk.run(type, ids, bulkComplete(false), Tr::tr("Open again: %1")); })
            ->setObjectName(u"activitiesReopen"_s);
    }
}

void addPutOffTo(QMenu &menu, Store &store, BulkDesk &bulk, const QList<qint64> &ids)
{
    const qint64 type = store.schema()->type(u"activity"_s)->id;
    for (const PostponeChoice &one : postponements()) {
        menu.addAction(one.text, &bulk,
                       [&store, &bulk, type, ids, by = one.by] {
                           bulk.run(type, ids, bulkPostpone(store.clock().localNow(), by), Tr::tr("Postponed: %1"));
                       })
            ->setObjectName(one.name);
    }
    menu.addAction(Tr::tr("To the next working day"), &bulk,
                   [&store, &bulk, type, ids] {
                       bulk.run(type, ids, bulkNextWorkingDay(store.clock().localNow()), Tr::tr("Postponed: %1"));
                   })
        ->setObjectName(u"activitiesNextWorkingDay"_s);
    menu.addSeparator();
    menu.addAction(Tr::tr("To the next occurrence"), &bulk,
                   [&bulk, type, ids] { bulk.run(type, ids, bulkSkip(SkipTo::Next), Tr::tr("Skipped: %1")); })
        ->setObjectName(u"activitiesSkip"_s);
    menu.addAction(Tr::tr("To the next occurrence from today on"), &bulk,
                   [&bulk, type, ids] { bulk.run(type, ids, bulkSkip(SkipTo::Today), Tr::tr("Skipped: %1")); })
        ->setObjectName(u"activitiesSkipToToday"_s);
    QMenu *days = menu.addMenu(Tr::tr("To a date…"));
    days->setObjectName(u"putOffDay"_s);
    auto *action = new QWidgetAction(days);
    auto *calendar = new QCalendarWidget(days);
    calendar->setFirstDayOfWeek(firstDayOfWeek(*store.schema()));
    calendar->setMinimumDate(store.clock().localNow().date());
    action->setDefaultWidget(calendar);
    days->addAction(action);
    QObject::connect(calendar, &QCalendarWidget::activated, &bulk, [&bulk, type, ids, menu = &menu](const QDate &day) {
        menu->close();
        bulk.run(type, ids, bulkSetDay(day), Tr::tr("Postponed: %1"));
    });
}

} // namespace Kartoteka
