// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/next_act.h"

#include "core/items/value_text.h"

#include <QTimeZone>

namespace Kartoteka {

namespace {

/// "15:00"; nothing at the ends of a day, which stand for the day.
QString timeOf(const QDateTime &at)
{
    const QTime time = at.time();
    const bool wholeDay = time == QTime(0, 0) || (time.hour() == 23 && time.minute() == 59);
    return wholeDay ? QString() : QLocale().toString(time, QLocale::ShortFormat);
}

QString dayAndTime(const QDateTime &at)
{
    return (QLocale().standaloneDayName(at.date().dayOfWeek(), QLocale::ShortFormat) + u' ' + timeOf(at)).trimmed();
}

QString laterText(const QDateTime &at, const QDate &today)
{
    const qint64 days = today.daysTo(at.date());
    if (days == 1)
        return NextAct::tr("tomorrow");
    if (days < 7)
        return dayAndTime(at);
    return shortDate(at.date(), QLocale(), today);
}

QString counted(int number, const QString &text)
{
    return number > 1 ? QLocale().toString(number) + u" · "_s + text : text;
}

} // namespace

NextAct nextActOf(const Card &card, bool isFinal, const QDateTime &now)
{
    using Kind = NextAct::Kind;
    if (card.lights.green > 0)
        return {Kind::Answer, counted(card.lights.green, NextAct::tr("reply", "what is to be done"))};
    if (card.nextDeadline.isValid()) {
        const QDateTime at = QDateTime::fromMSecsSinceEpoch(card.nextDeadline.toLongLong()).toTimeZone(now.timeZone());
        const QDate today = now.date();
        const bool lit = at <= now || card.lights.red > 0;
        if (at.date() < today) {
            const QString days = NextAct::tr("%n d", "late by", int(at.date().daysTo(today)));
            return {Kind::Late, counted(card.lights.red, days)};
        }
        if (at.date() == today) {
            const QString time = timeOf(at).isEmpty() ? NextAct::tr("today") : timeOf(at);
            return {lit ? Kind::Late : Kind::Today, counted(card.lights.red, time)};
        }
        const QString day = QLocale().standaloneDayName(at.date().dayOfWeek(), QLocale::ShortFormat);
        return {lit ? Kind::Late : Kind::Later, laterText(at, today), today.daysTo(at.date()) < 7 ? day : QString()};
    }
    if (card.lights.planned > 0)
        return {Kind::Later, NextAct::tr("no deadline")};
    return isFinal ? NextAct() : NextAct{Kind::Unplanned, NextAct::tr("nothing planned")};
}

QStringList usualNextActs()
{
    QStringList texts{NextAct::tr("nothing planned")};
    const QDateTime noon(QDate(2000, 1, 3), QTime(12, 30));
    for (int day = 0; day < 7; ++day)
        texts << dayAndTime(noon.addDays(day));
    return texts;
}

QStringList nextActInWords(const Card &card, bool isFinal, const QDateTime &now)
{
    if (card.lights.planned == 0)
        return isFinal ? QStringList() : QStringList{NextAct::tr("Nothing is planned")};
    QStringList lines{NextAct::tr("Open activities: %1").arg(card.lights.planned)};
    if (card.nextDeadline.isValid()) {
        const QDateTime at = QDateTime::fromMSecsSinceEpoch(card.nextDeadline.toLongLong()).toTimeZone(now.timeZone());
        lines << NextAct::tr("The next one: %1").arg(QLocale().toString(at, QLocale::ShortFormat));
        if (const qint64 days = at.date().daysTo(now.date()); days > 0)
            lines << NextAct::tr("Late by %n day(s)", nullptr, int(days));
    }
    if (card.lights.red > 0)
        lines << NextAct::tr("Red: %1 with a deadline that is near or has passed").arg(card.lights.red);
    if (card.lights.green > 0)
        lines << NextAct::tr("Green: %1 incoming, waiting for a reply").arg(card.lights.green);
    return lines;
}

} // namespace Kartoteka
