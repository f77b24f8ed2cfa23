// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/merge/value_check.h"

#include "core/base/money.h"
#include "core/schema/activity_codes.h"
#include "core/schema/activity_limits.h"
#include "core/schema/codes.h"
#include "core/schema/product_codes.h"
#include "core/schema/repeat_rule.h"
#include "core/schema/resource_bounds.h"
#include "core/schema/work_hours.h"
#include "core/store/kept/reminder_due.h"

#include <QRegularExpression>

#include <algorithm>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

bool isDay(const QString &text)
{
    return text.size() == 10 && QDate::fromString(text, Qt::ISODate).isValid();
}

/// Numbers of a product row that can be counted with.
bool isProductValue(const QString &column, const QJsonValue &json)
{
    const qint64 number = json.toInteger();
    if (column == u"quantity")
        return number >= -largestQuantity && number <= largestQuantity;
    if (column == u"price" || column == u"discount")
        return number >= 0 && number <= largestPrice;
    if (column == u"tax")
        return number >= 0 && number <= wholeTax;
    if (column == u"discount_kind")
        return discountKindFromName(json.toString()).has_value();
    return column != u"currency" || currencyFromName(json.toString()) == json.toString();
}

/// When something can be booked.
bool isHoursValue(const QString &column, const QJsonValue &json)
{
    const QString text = json.toString();
    if (column == u"weekday")
        return text.size() == 1 && text >= u"1" && text <= u"7";
    return column != u"hours" || parseWorkHours(text).has_value();
}

/// What an activity, its kinds and its series say that means something.
bool isActivityValue(const QString &table, const QString &column, const QJsonValue &json)
{
    static const QRegularExpression colour(u"^#[0-9a-fA-F]{6}$"_s);
    static const QRegularExpression zone(u"^[A-Za-z0-9_+/-]{1,64}$"_s);
    static const QRegularExpression words(u"^[a-z][a-z_]{0,30}(,[a-z][a-z_]{0,30}){0,30}$"_s);
    constexpr int longestWords = 60;
    const QString text = json.toString();
    if (column == u"reminders")
        return text.size() <= longestReminders;
    if (column == u"duration")
        return json.toInteger() >= 0 && json.toInteger() <= longestDuration;
    if (table == u"activity_kind" && (column == u"deadline" || column == u"suggests_after"))
        return text.size() <= longestWords;
    if (table == u"activity_kind" && (column == u"icon" || column == u"blocks"))
        return words.match(text).hasMatch();
    if (table != u"activity_kind" && column == Codes::occurrence)
        return isOccurrenceCode(text);
    if (table != u"activity_kind" && column == Codes::series)
        return isUid(json);
    if (table == u"series_exception" && column == u"kind")
        return text == u"skipped" || text == u"moved" || text == u"ended";
    if (table != u"activity")
        return true;
    if (column == Codes::recurrence)
        return bool(parseRepeatRule(text));
    if (column == u"colour")
        return colour.match(text).hasMatch();
    if (column == u"time_zone")
        return zone.match(text).hasMatch();
    return column != u"ics_sequence" || json.toInteger() >= 0;
}

} // namespace

bool isUid(const QJsonValue &json)
{
    const QString text = json.toString();
    return text.size() == 32
        && std::ranges::all_of(text, [](QChar c) { return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f'); });
}

bool isSensibleValue(const QString &table, const QString &column, const QJsonValue &json)
{
    const QString text = json.toString();
    if ((table == u"currency" && column == u"code") || (table == u"rate" && (column == u"currency" || column == u"base")))
        return currencyFromName(text) == text;
    if (column == u"day" && (table == u"rate" || table == u"calendar_day"))
        return isDay(text);
    if (table == u"rate" && column == u"value")
        return json.toInteger() > 0;
    if (table == u"calendar_day" && column == u"kind")
        return text == u"off" || text == u"work" || text == u"short";
    if (table == u"user" && column.startsWith(u"absent_"))
        return isDay(text);
    if (table == u"activity" || table == u"activity_kind" || table == u"series_exception")
        return isActivityValue(table, column, json);
    if (const qint64 most = table == Codes::resourceType ? largestOfResource(column) : -1; most >= 0)
        return json.toInteger() >= 0 && json.toInteger() <= most;
    if (table == Codes::resourceHours)
        return isHoursValue(column, json);
    if (table == u"pin" && column == u"version") {
        static const QRegularExpression version(u"^[0-9a-f]{32}:[1-9][0-9]{0,18}$"_s);
        return version.match(text).hasMatch();
    }
    if (table == u"notice" && column == u"comment")
        return isUid(json);
    if (table == u"notice" && column == u"kind") {
        static const QStringList kinds{u"mention"_s, u"handed_over"_s, u"observer"_s, u"activity"_s, u"activity_done"_s};
        return kinds.contains(text);
    }
    if (table == u"notice" && column == u"how_many")
        return json.toInteger() > 0;
    return table != Codes::productRow || isProductValue(column, json);
}

bool isSettingValue(const QString &code, const QString &value)
{
    static const QRegularExpression word(u"^[A-Za-z]{2,8}$"_s);
    const bool isWord = code == u"language" || code == u"currency" || code == u"phone_region";
    return !isWord || word.match(value).hasMatch();
}

} // namespace Kartoteka
