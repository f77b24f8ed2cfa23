// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/board/card_words.h"

#include "core/items/value_text.h"
#include "views/board/board_view.h"
#include "views/widgets/short_sum.h"

namespace Kartoteka {

namespace {

/// "15:00"; nothing at the ends of a day, which stand for the day.
QString timeOf(const QDateTime &at)
{
    const QTime time = at.time();
    const bool wholeDay = time == QTime(0, 0) || (time.hour() == 23 && time.minute() == 59);
    return wholeDay ? QString() : QLocale().toString(time, QLocale::ShortFormat);
}

QString laterText(const QDateTime &at, const QDate &today)
{
    const qint64 days = today.daysTo(at.date());
    if (days == 1)
        return BoardView::tr("tomorrow");
    if (days < 7)
        return (QLocale().standaloneDayName(at.date().dayOfWeek(), QLocale::ShortFormat) + u' ' + timeOf(at)).trimmed();
    return shortDate(at.date(), QLocale(), today);
}

} // namespace

NextAct nextActOf(const Card &card, bool isFinal, const QDateTime &now)
{
    const auto counted = [](int number, const QString &text) {
        return number > 1 ? QLocale().toString(number) + u" · "_s + text : text;
    };
    if (card.lights.green > 0)
        return {counted(card.lights.green, BoardView::tr("answer", "what is to be done")), u"mail"_s, ColourRole::Success,
                true};
    if (card.nextDeadline.isValid()) {
        const QDateTime at = QDateTime::fromMSecsSinceEpoch(card.nextDeadline.toLongLong()).toTimeZone(now.timeZone());
        const QDate today = now.date();
        const bool lit = at <= now || card.lights.red > 0;
        if (at.date() < today) {
            const QString days = BoardView::tr("%n d", "late by", int(at.date().daysTo(today)));
            return {counted(card.lights.red, days), u"clock"_s, ColourRole::Danger, true};
        }
        if (at.date() == today) {
            const QString time = timeOf(at).isEmpty() ? BoardView::tr("today") : timeOf(at);
            return {counted(card.lights.red, time), u"clock"_s, lit ? ColourRole::Danger : ColourRole::Accent, true};
        }
        return {laterText(at, today), u"clock"_s, lit ? ColourRole::Danger : ColourRole::Muted, lit};
    }
    if (card.lights.planned > 0)
        return {BoardView::tr("no deadline"), u"clock"_s, ColourRole::Muted, false};
    return isFinal ? NextAct() : NextAct{BoardView::tr("nothing planned"), u"alert"_s, ColourRole::Warning, false};
}

QStringList nextActInWords(const Card &card, bool isFinal, const QDateTime &now)
{
    if (card.lights.planned == 0)
        return isFinal ? QStringList() : QStringList{BoardView::tr("Nothing is planned")};
    QStringList lines{BoardView::tr("Open activities: %1").arg(card.lights.planned)};
    if (card.nextDeadline.isValid()) {
        const QDateTime at = QDateTime::fromMSecsSinceEpoch(card.nextDeadline.toLongLong()).toTimeZone(now.timeZone());
        lines << BoardView::tr("The next one: %1").arg(QLocale().toString(at, QLocale::ShortFormat));
    }
    if (card.lights.red > 0)
        lines << BoardView::tr("Red: %1 with a deadline that is near or has passed").arg(card.lights.red);
    if (card.lights.green > 0)
        lines << BoardView::tr("Green: %1 incoming, waiting for an answer").arg(card.lights.green);
    return lines;
}

QStringList cardInWords(const Card &card, const Schema &schema)
{
    QStringList lines{u"#%1 %2"_s.arg(card.number, card.title)};
    if (!card.client.isEmpty())
        lines << card.client;
    if (const User *user = schema.user(card.responsible))
        lines << BoardView::tr("Responsible: %1").arg(user->name);
    if (!card.tags.isEmpty())
        lines << card.tags.join(u", "_s);
    return lines;
}

QString sumText(const ItemTotals &totals, bool brief)
{
    QList<QPair<qint64, QString>> sums;
    for (auto it = totals.sums.cbegin(); it != totals.sums.cend(); ++it) {
        if (it.value() != 0)
            sums.append({it.value(), brief ? shortSum({it.value(), it.key()}) : moneyText({it.value(), it.key()})});
    }
    std::sort(sums.rbegin(), sums.rend());
    QStringList parts;
    for (const auto &sum : std::as_const(sums))
        parts << sum.second;
    return parts.join(u" + "_s);
}

} // namespace Kartoteka
