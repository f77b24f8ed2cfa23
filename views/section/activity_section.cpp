// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/section/activity_section.h"

#include "core/query/plan_columns.h"
#include "views/board/board_view.h"

#include <QSettings>

#include <algorithm>

namespace Kartoteka {

ActivitySection::ActivitySection(const SectionContext &context, QWidget *page) : CardsSection(context, page)
{
    model()->setColumnField(u"activity"_s);
    view()->setAccessibleName(title());
}

ItemQuery ActivitySection::query() const
{
    return plannedQuery(*context().store.schema(), wanted());
}

void ActivitySection::moveTo(const QList<qint64> &ids, int column, int row)
{
    if (!std::ranges::all_of(ids, [&](qint64 id) { return model()->find(id).first == column; }))
        mover().move(ids, column, row);
}

QStringList ActivitySection::usesOf(const Field &field) const
{
    return isOnCards(field) ? QStringList{tr("the cards of the activities board")} : QStringList();
}

void ActivitySection::save(QSettings &settings, const QString &prefix) const
{
    saveLook(settings, prefix + u"activities_"_s);
    settings.setValue(prefix + u"activities_columns"_s, view()->saveColumns());
}

void ActivitySection::restore(const QSettings &settings, const QString &prefix)
{
    restoreLook(settings, prefix + u"activities_"_s);
    view()->restoreColumns(settings.value(prefix + u"activities_columns"_s).toString());
}

} // namespace Kartoteka
