// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/builtin_names.h"
#include "core/schema/roles.h"
#include "models/activities/day_tally.h"
#include "views/day/day_page.h"
#include "views/widgets/empty_state.h"

#include <algorithm>

namespace Kartoteka {

using namespace Qt::StringLiterals;

/// What the day came to, and the way back; before anything was done: how a first activity comes to be.
EmptyText DayPage::endText()
{
    QStringList told;
    const auto tell = [&told](int number, const QString &text) {
        if (number > 0)
            told << text.arg(number);
    };
    tell(m_tally->done(), tr("Done: %1", "number"));
    tell(m_tally->moved(), tr("Postponed: %1", "number"));
    tell(m_tally->planned(), tr("Planned: %1", "number"));
    tell(m_tally->won(), tr("Won: %1", "number"));
    const bool isAny = !told.isEmpty();
    told << tr("Ctrl+Z undoes the last one.");
    EmptyText end{Drawing::Timeline, tr("All done for today"),
                  isAny ? told.join(u". "_s).replace(u".."_s, u"."_s)
                        : tr("What falls due, and what clients are waiting for, will be here.")};
    const QList<EntityType> types = m_store.schema()->types();
    const auto activities = std::ranges::find_if(types, [](const EntityType &type) { return isActivities(type); });
    if (isAny)
        end.acts = {{u"dayUndo"_s, tr("What was done…"), u"undo"_s, [this] { offerUndo(); }}};
    else if (activities != types.end())
        end.acts = {
            {u"dayCreate"_s, displayName(*activities), u"plus"_s, [this, id = activities->id] { emit createWanted(id); }}};
    return end;
}

} // namespace Kartoteka
