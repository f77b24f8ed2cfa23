// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/items/item.h"
#include "core/store/record/read_context.h"
#include "core/transfer/icalendar.h"

#include <functional>

namespace Kartoteka {

/// Who is named by an event of a calendar file, as far as the office knows them.
struct EventPeople
{
    QList<qint64> users; ///< active ones: its organizer first, the others in an order that is the same on every seat
    Members contacts;    ///< …, to whom an activity can belong
};

/// Finds them by their e-mails, each once.
class EventPeopleSearch
{
public:
    explicit EventPeopleSearch(const ReadContext &context);

    Result<EventPeople> of(const CalendarEvent &event);
    bool isOfTheOffice(const QString &email) const { return m_users.contains(email); }
    /// What people call who has that e-mail: a name, or the e-mail itself.
    Result<QString> nameOf(const QString &email);

private:
    Result<qint64> contactOf(const QString &email);

    const ReadContext &m_context;
    qint64 m_contactType = 0;
    QHash<QString, qint64> m_users;    ///< by e-mail
    QHash<QString, qint64> m_contacts; ///< … 0: nobody
};

/// The guests of an event with what they answered, as an activity keeps them: people of the office (@p isOurs) stand among those who
/// take part, and here with their answer alone.
Members guestsOf(const CalendarEvent &event, const std::function<bool(const QString &email)> &isOurs);
/// The same among those who are there already: a file that only says that somebody was invited takes back no answer, unless the
/// event was changed since (@p isLater). One of them invites, who answers nobody.
Members mergedGuests(const Members &here, const Members &told, bool isLater);
/// Puts the guests of an activity back into an event.
void setGuests(CalendarEvent &event, const Members &guests);
/// "accepted", as people read it; nothing for what is no answer.
QString answerText(const QString &label);

} // namespace Kartoteka
