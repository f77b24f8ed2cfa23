// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/activities/explanation.h"

#include "core/base/texts.h"
#include "core/items/value_text.h"

#include <QDateTime>
#include <QLocale>

namespace Kartoteka {

namespace {

constexpr qint64 minuteMs = 60'000;

QString moment(const Value &at)
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(at.toLongLong()), QLocale::ShortFormat);
}

QString line(const LitActivity &lit)
{
    if (lit.incoming)
        return Texts::tr("“%1”: incoming, green until it is done").arg(lit.title);
    if (lit.byReminder && lit.leadMinutes == 0)
        return Texts::tr("“%1”: red since it was due, %2").arg(lit.title, moment(lit.deadline));
    const QString lead = durationText(lit.leadMinutes * minuteMs);
    return (lit.byReminder ? Texts::tr("“%1”: due %2, red since %3, as its first reminder is %4 before")
                           : Texts::tr("“%1”: due %2, red since %3, %4 before, as it has no reminder"))
        .arg(lit.title, moment(lit.deadline), moment(lit.since), lead);
}

} // namespace

QStringList explanationLines(const Explanation &explanation)
{
    QStringList lines;
    for (const LitActivity &lit : explanation.activities)
        lines << line(lit);
    if (explanation.more > 0)
        lines << Texts::tr("and %n more", nullptr, int(explanation.more));
    return lines;
}

} // namespace Kartoteka
