// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calendar/day_words.h"

#include "core/base/texts.h"

#include <QLocale>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

/// Whether the clock shows the same at another moment, because it is put back.
bool isShownTwice(const QDateTime &at)
{
    constexpr qint64 day = 24 * 3600;
    const qint64 back = at.addSecs(-day).offsetFromUtc() - at.addSecs(day).offsetFromUtc();
    const auto looksAlike = [&at](const QDateTime &other) { return other.time() == at.time() && other.date() == at.date(); };
    return back > 0 && (looksAlike(at.addSecs(back)) || looksAlike(at.addSecs(-back)));
}

/// The beginning of a span: where both halves of the day are the same, that is said once.
QString withoutHalf(const QString &from, const QString &until)
{
    const qsizetype half = from.indexOf(u' ');
    return half > 0 && until.endsWith(QStringView(from).mid(half)) ? from.left(half) : from;
}

} // namespace

QString clockText(const QTime &time)
{
    const bool isHalved = QLocale().timeFormat(QLocale::ShortFormat).contains(u"AP"_s, Qt::CaseInsensitive);
    return isHalved ? QLocale().toString(time, QLocale::ShortFormat) : time.toString(u"HH:mm"_s);
}

QString dayAndMonth(const QDate &day, bool withYear)
{
    // The long form of the language without its weekday, so that months bend as it wants.
    QString format = QLocale().dateFormat(QLocale::LongFormat);
    format.remove(u"dddd, "_s).remove(u", dddd"_s).remove(u"dddd "_s).remove(u"dddd"_s);
    if (!withYear) {
        const qsizetype year = format.indexOf(u"yy"_s);
        const bool yearEnds = year > 0;
        if (yearEnds)
            format = format.left(year);
        while (!format.isEmpty() && !format.back().isLetter() && format.back() != u'\'')
            format.chop(1);
    } else if (format.endsWith(u" 'г'."_s)) {
        format.chop(5); // «2 марта 2026» in a heading
    }
    return QLocale().toString(day, format.trimmed());
}

QString shortDay(const QDate &day)
{
    return QLocale().dayName(day.dayOfWeek(), QLocale::ShortFormat) + u", "_s + dayAndMonth(day, false);
}

QString zoneName(const QDateTime &at)
{
    const QString name = at.timeZoneAbbreviation();
    if (name == u"MSK") // which its own people write otherwise
        return Texts::tr("MSK", "Moscow time");
    const bool isNumber = name.startsWith(u'+') || name.startsWith(u'-');
    return isNumber ? at.toOffsetFromUtc(at.offsetFromUtc()).timeZoneAbbreviation() : name;
}

QString spanText(const TimeSpan &span, bool withDay)
{
    const QDateTime starts = QDateTime::fromMSecsSinceEpoch(span.starts);
    const QDateTime ends = QDateTime::fromMSecsSinceEpoch(span.ends);
    // Of an hour that comes twice it is said which one is meant.
    const auto timeOf = [](const QDateTime &at) {
        const QString time = clockText(at.time());
        return isShownTwice(at) ? time + u' ' + zoneName(at) : time;
    };
    const bool isOneDay = ends.addMSecs(-1).date() == starts.date();
    const QString midnight = clockText(QTime(0, 0)) == u"00:00" ? u"24:00"_s : clockText(QTime(0, 0));
    const QString until = isOneDay ? (ends.date() == starts.date() ? timeOf(ends) : midnight)
                                   : shortDay(ends.date()) + u", "_s + timeOf(ends);
    const QString times = (isOneDay ? withoutHalf(timeOf(starts), until) + u"–"_s : timeOf(starts) + u" – "_s) + until;
    return withDay ? shortDay(starts.date()) + u", "_s + times : times;
}

} // namespace Kartoteka
