// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/column_fit.h"

#include "core/base/fold.h"
#include "core/items/value_parse.h"
#include "core/schema/codes.h"
#include "core/transfer/cell_text.h"

#include <QSet>

namespace Kartoteka {

namespace {

bool fits(const Schema &schema, const Field &field, const QString &text)
{
    switch (field.type) {
    case FieldType::Phone: return isSpoiltNumber(text) || !phonesIn(text, schema.phoneRegion()).members.isEmpty();
    case FieldType::Email: return !emailsIn(text).members.isEmpty();
    case FieldType::Date:
    case FieldType::DateTime:
        return isNoDate(text) || dateSigns(text).order != DateOrderSign::None
            || parseInstant(text, DateReading{.latestYear = 2099}, QTimeZone::utc());
    case FieldType::Integer:
    case FieldType::Number: {
        const auto amount = splitAmount(text);
        return amount && (amount->unit.isEmpty() || amount->unit == u"%");
    }
    case FieldType::Money: {
        const auto amount = splitAmount(text);
        return amount && (amount->unit.isEmpty() || !currencyFromName(amount->unit).isEmpty());
    }
    default: return true;
    }
}

template<typename Test>
double share(const QStringList &values, const Test &test)
{
    int good = 0;
    int all = 0;
    for (const QString &value : values) {
        const QString text = withoutGuard(value).trimmed();
        if (text.isEmpty() || isPlaceholder(text))
            continue;
        ++all;
        good += test(text) ? 1 : 0;
    }
    return all == 0 ? 1 : double(good) / all;
}

} // namespace

double fitOf(const Schema &schema, const Field &field, const QStringList &values)
{
    return share(values, [&](const QString &text) { return fits(schema, field, text); });
}

double knownShare(const Schema &schema, const Field &field, const QStringList &values)
{
    static const QSet<QString> courtesies{
        u"mr"_s,   u"mr."_s,  u"mrs"_s,   u"mrs."_s, u"ms"_s,    u"ms."_s,  u"miss"_s, u"mx"_s,       u"dr"_s,
        u"dr."_s,  u"prof"_s, u"prof."_s, u"sir"_s,  u"madam"_s, u"г-н"_s,  u"г-жа"_s, u"господин"_s, u"госпожа"_s,
        u"herr"_s, u"frau"_s, u"mme"_s,   u"m."_s,   u"sr."_s,   u"sra."_s, u"д-р"_s,  u"rev."_s};
    return share(values, [&](const QString &text) {
        return findListValue(schema, field, text) != 0
            || (field.code == Codes::honorific && courtesies.contains(fold(text)));
    });
}

} // namespace Kartoteka
