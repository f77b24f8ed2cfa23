// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/first_use.h"

#include "core/base/texts.h"
#include "core/schema/builtin_names.h"
#include "core/schema/product_codes.h"
#include "core/schema/resource_codes.h"
#include "core/schema/roles.h"
#include "views/widgets/mid_phrase.h"

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

/// What items of a type are; empty where the office has thought them up itself.
QString about(const Schema &schema, const EntityType &type)
{
    if (type.code == u"lead")
        return Texts::tr("A lead is an inquiry that may become a deal.");
    if (type.code == u"deal")
        return Texts::tr("A deal is a sale in progress.");
    if (type.code == Codes::productType)
        return Texts::tr("What you sell and what it costs. Deals pick their products from here.");
    if (type.code == Codes::resourceType)
        return Texts::tr("Rooms, cars, equipment: booked in the calendar, never twice at once.");
    switch (roleOf(schema, type)) {
    case TypeRole::Person: return Texts::tr("The people you deal with, and your whole history with them.");
    case TypeRole::Organisation:
        return Texts::tr("The companies you deal with, their people and your whole history with them.");
    case TypeRole::Other: break;
    }
    return {};
}

bool isKeptByOthers(const Schema &schema, const EntityType &type)
{
    return type.code == u"lead" || type.code == u"deal" || roleOf(schema, type) != TypeRole::Other;
}

} // namespace

EmptyText firstUse(const Schema &schema, const EntityType &type)
{
    const bool isOfClients = roleOf(schema, type) != TypeRole::Other;
    EmptyText words{isOfClients ? Drawing::People : Drawing::List,
                    Texts::tr("Your %1 will be here").arg(midPhrase(pluralName(type))), about(schema, type)};
    if (isActivities(type)) {
        words.text = Texts::tr("Calls, meetings, tasks: everything planned on any card, day by day.");
        return words;
    }
    if (!words.text.isEmpty())
        words.text += u' ';
    if (isKeptByOthers(schema, type)) {
        words.text += Texts::tr("Add the first one, or import everything from your old program.");
        words.note = Texts::tr("Bitrix24, amoCRM, Google, Outlook. You can also drop a CSV file here.");
    } else {
        words.text += Texts::tr("Add the first one, or import a table.");
        words.note = Texts::tr("You can also drop a CSV file here.");
    }
    return words;
}

} // namespace Kartoteka
