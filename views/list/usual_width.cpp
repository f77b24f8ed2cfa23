// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/list/usual_width.h"

#include "core/schema/codes.h"
#include "models/list_columns.h"

namespace Kartoteka {

int usualWidth(const Field *field, const QString &code)
{
    constexpr int number = 72; // "S12-1234", or one of a million
    constexpr int amount = 120;
    constexpr int date = 112;
    constexpr int moment = 148; // "Nov 29 12:00 PM"
    constexpr int act = 148;
    constexpr int client = 168;
    constexpr int other = 150;
    if (code == ListColumn::number)
        return number;
    if (code == ListColumn::nextAct)
        return act;
    if (code == ListColumn::client)
        return client;
    if (code == Codes::deadline || code == ListColumn::deletedAt)
        return moment;
    if (field && field->type == FieldType::Money)
        return amount;
    return field && (field->type == FieldType::DateTime || field->type == FieldType::Date) ? date : other;
}

} // namespace Kartoteka
