// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/event_people.h"

#include "core/base/fold.h"
#include "core/base/texts.h"
#include "core/base/uid.h"
#include "core/items/item_queries.h"
#include "core/schema/invitation_codes.h"
#include "core/schema/roles.h"

#include <algorithm>

namespace Kartoteka {

namespace {

auto withEmail(Members &members, const QString &email)
{
    return std::ranges::find_if(members,
                                [&email](const Member &one) { return one.text.compare(email, Qt::CaseInsensitive) == 0; });
}

} // namespace

EventPeopleSearch::EventPeopleSearch(const ReadContext &context) : m_context(context)
{
    if (const EntityType *person = context.schema->type(typeOf(*context.schema, TypeRole::Person)))
        m_contactType = person->id;
    for (const User &user : context.schema->users()) {
        if (!user.email.isEmpty())
            m_users.insert(user.email.toLower(), user.id);
    }
}

Result<qint64> EventPeopleSearch::contactOf(const QString &email)
{
    if (m_contactType == 0 || email.isEmpty())
        return 0;
    auto known = m_contacts.constFind(email);
    if (known == m_contacts.cend()) {
        auto ids = findByKey(m_context, m_contactType, fold(email), 1);
        if (!ids)
            return ids.error();
        known = m_contacts.insert(email, ids->value(0));
    }
    return *known;
}

Result<EventPeople> EventPeopleSearch::of(const CalendarEvent &event)
{
    EventPeople people;
    // Whoever has left the office is no guest of it, and is to do nothing.
    const auto isActive = [this](qint64 id) {
        const User *user = m_context.schema->user(id);
        return user && user->active;
    };
    const qint64 organizer = isActive(m_users.value(event.organizer)) ? m_users.value(event.organizer) : 0;
    for (const QString &email : event.attendees + QStringList{event.organizer}) {
        if (const qint64 user = m_users.value(email); user != 0) {
            if (user != organizer && isActive(user) && !people.users.contains(user))
                people.users << user;
            continue;
        }
        auto contact = contactOf(email);
        if (!contact)
            return contact.error();
        const ItemRef ref{m_contactType, *contact, {}};
        if (*contact != 0 && std::ranges::none_of(people.contacts, [&](const Member &one) { return one.ref == ref; }))
            people.contacts.append({.text = {}, .label = {}, .ref = ref, .key = {}});
    }
    std::ranges::sort(people.users, {}, [this](qint64 id) { return uidText(m_context.schema->user(id)->uid); });
    if (organizer != 0)
        people.users.prepend(organizer);
    return people;
}

Result<QString> EventPeopleSearch::nameOf(const QString &email)
{
    if (const User *user = m_context.schema->user(m_users.value(email)))
        return user->name;
    auto contact = contactOf(email);
    if (!contact || *contact == 0)
        return contact ? Result<QString>(email) : Result<QString>(contact.error());
    const ItemRef ref{m_contactType, *contact, {}};
    auto titles = itemTitles(m_context, {ref});
    return titles ? Result<QString>(titles->value(ref, email)) : Result<QString>(titles.error());
}

Members guestsOf(const CalendarEvent &event, const std::function<bool(const QString &email)> &isOurs)
{
    Members guests;
    if (!event.organizer.isEmpty() && !isOurs(event.organizer))
        guests.append({.text = event.organizer, .label = Codes::guestOrganizer, .ref = {}, .key = {}});
    for (const QString &email : event.attendees) {
        const QString answer = event.answers.value(email);
        if (email != event.organizer && !(answer.isEmpty() && isOurs(email)))
            guests.append({.text = email, .label = answer, .ref = {}, .key = {}});
    }
    return guests;
}

Members mergedGuests(const Members &here, const Members &told, bool isLater)
{
    const auto invites = [](const Member &one) { return one.label == Codes::guestOrganizer; };
    Members guests = here;
    if (std::ranges::any_of(told, invites)) { // there is one who does
        for (Member &guest : guests)
            guest.label = invites(guest) ? QString() : guest.label;
    }
    for (const Member &one : told) {
        const auto known = withEmail(guests, one.text);
        if (known == guests.end())
            guests.append(one);
        else if (invites(*known)) // … and answers nobody
            continue;
        else if (!one.label.isEmpty() || isLater)
            known->label = one.label;
    }
    return guests;
}

void setGuests(CalendarEvent &event, const Members &guests)
{
    for (const Member &guest : guests) {
        const QString email = guest.text.toLower();
        if (guest.label == Codes::guestOrganizer)
            event.organizer = email;
        else if (!event.attendees.contains(email))
            event.attendees << email;
        if (!guest.label.isEmpty() && guest.label != Codes::guestOrganizer)
            event.answers.insert(email, guest.label);
    }
}

QString answerText(const QString &label)
{
    return label.isEmpty()               ? Texts::tr("has not answered")
        : label == Codes::guestAccepted  ? Texts::tr("accepted")
        : label == Codes::guestDeclined  ? Texts::tr("declined")
        : label == Codes::guestTentative ? Texts::tr("accepted tentatively")
        : label == Codes::guestOrganizer ? Texts::tr("invites")
                                         : QString();
}

} // namespace Kartoteka
