// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/limits.h"

#include <cmath>

namespace Kartoteka {

namespace {

bool isLine(const QString &text)
{
    return text.size() <= longestLine && !text.contains(QChar(u'\0'));
}

} // namespace

bool isWithinLimits(FieldType type, bool multiple, const Value &value)
{
    if (!value.isValid() || value.typeId() == QMetaType::QUuid)
        return true;
    if (multiple) {
        const auto members = value.value<Members>();
        return members.size() <= mostMembers && std::all_of(members.begin(), members.end(), [](const Member &member) {
                   return isLine(member.text) && isLine(member.label);
               });
    }
    switch (type) {
    case FieldType::Money: {
        const Money money = value.value<Money>();
        return qAbs(money.minor) <= largestNumber && money.currency.size() <= 8;
    }
    case FieldType::Integer: return value.toLongLong() >= -largestNumber && value.toLongLong() <= largestNumber;
    case FieldType::Number: return std::isfinite(value.toDouble()) && std::abs(value.toDouble()) <= 1e300;
    case FieldType::DateTime: return value.toLongLong() >= firstInstant && value.toLongLong() <= lastInstant;
    case FieldType::Date: return value.toDate().year() >= 1 && value.toDate().year() <= 9999;
    default: {
        const QString text = value.typeId() == QMetaType::QString ? value.toString() : QString();
        return text.size() <= longestText && !text.contains(QChar(u'\0'));
    }
    }
}

} // namespace Kartoteka
