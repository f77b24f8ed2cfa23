// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/activities/explanation.h"

#include "core/base/durations.h"
#include "core/base/texts.h"
#include "core/items/value_text.h"

#include <QDateTime>
#include <QLocale>

namespace Kartoteka {

namespace {

QString moment(const Value &at)
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(at.toLongLong()), QLocale::ShortFormat);
}

/// The moment from which it is red: on the day of its deadline the hour says it.
QString sinceText(const LitActivity &lit)
{
    const QDateTime since = QDateTime::fromMSecsSinceEpoch(lit.since.toLongLong());
    const bool isSameDay = since.date() == QDateTime::fromMSecsSinceEpoch(lit.deadline.toLongLong()).date();
    return isSameDay ? QLocale().toString(since.time(), QLocale::ShortFormat) : moment(lit.since);
}

} // namespace

QString whyLit(const LitActivity &lit)
{
    if (lit.incoming)
        return Texts::tr("incoming, green until it is done");
    if (lit.byReminder && lit.leadMinutes == 0)
        return Texts::tr("red since it was due, %1").arg(moment(lit.deadline));
    const QString lead = durationText(lit.leadMinutes * minuteMs);
    return (lit.byReminder ? Texts::tr("due %1, red since %2 (first reminder: %3 before)")
                           : Texts::tr("due %1, red since %2 (%3 before, no reminder)"))
        .arg(moment(lit.deadline), sinceText(lit), lead);
}

QStringList explanationLines(const Explanation &explanation)
{
    QStringList lines;
    for (const LitActivity &lit : explanation.activities)
        lines << Texts::tr("“%1”: %2", "an activity, why it is counted").arg(lit.title, whyLit(lit));
    if (explanation.more > 0)
        lines << Texts::tr("and %Ln more", nullptr, int(explanation.more));
    return lines;
}

} // namespace Kartoteka
