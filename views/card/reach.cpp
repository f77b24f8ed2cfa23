// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/card/reach.h"

#include "core/base/phone.h"
#include "core/base/texts.h"
#include "core/schema/codes.h"

#include <QDesktopServices>
#include <QUrlQuery>

#include <algorithm>
#include <functional>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

QUrl plainUrl(const QString &scheme, const QString &path)
{
    QUrl url;
    url.setScheme(scheme);
    url.setPath(path);
    return url;
}

/// What stands before the address in a link, by way.
const QList<std::pair<ReachWay, QString>> &schemes()
{
    static const QList<std::pair<ReachWay, QString>> all{
        {ReachWay::Call, u"tel"_s},          {ReachWay::Mail, u"mailto"_s},       {ReachWay::Sms, u"sms"_s},
        {ReachWay::WhatsApp, u"whatsapp"_s}, {ReachWay::Telegram, u"telegram"_s}, {ReachWay::Viber, u"viber"_s}};
    return all;
}

/// Of an item and of its clients, each address once.
QList<ReachTarget> targetsOf(const Item &item, const QString &field, const QList<ClientReach> &clients,
                             Members ClientReach::*told,
                             const std::function<ReachTarget(const Member &, const QString &)> &target)
{
    QList<ReachTarget> targets;
    const auto add = [&](const Members &members, const QString &who, const ItemRef &client) {
        for (const Member &member : members) {
            ReachTarget one = target(member, who);
            one.client = client;
            const bool isThere = std::any_of(targets.cbegin(), targets.cend(),
                                             [&](const ReachTarget &other) { return other.address == one.address; });
            if (!isThere)
                targets << one;
        }
    };
    for (const ClientReach &client : clients)
        add(client.*told, client.title, client.client);
    add(item.members(field), {}, {});
    return targets;
}

} // namespace

QUrl reachUrl(const ReachTarget &target)
{
    const QString digits = digitsOf(target.address);
    switch (target.way) {
    case ReachWay::Call: return plainUrl(u"tel"_s, target.address);
    case ReachWay::Mail: return plainUrl(u"mailto"_s, target.address);
    case ReachWay::Sms: return plainUrl(u"sms"_s, target.address);
    case ReachWay::WhatsApp: return QUrl(u"https://wa.me/"_s + digits);
    case ReachWay::Telegram: return QUrl(u"https://t.me/+"_s + digits);
    case ReachWay::Viber: {
        QUrl url(u"viber://chat"_s);
        url.setQuery(u"number=%2B"_s + digits);
        return url;
    }
    }
    return {};
}

QList<ReachWay> messengers()
{
    return {ReachWay::Sms, ReachWay::WhatsApp, ReachWay::Telegram, ReachWay::Viber};
}

QString messengerName(ReachWay way)
{
    switch (way) {
    case ReachWay::Sms: return Texts::tr("SMS");
    case ReachWay::WhatsApp: return u"WhatsApp"_s;
    case ReachWay::Telegram: return u"Telegram"_s;
    case ReachWay::Viber: return u"Viber"_s;
    default: return {};
    }
}

QUrl reachLink(const ReachTarget &target)
{
    const auto it = std::ranges::find(schemes(), target.way, &std::pair<ReachWay, QString>::first);
    return plainUrl(it->second, target.address);
}

ReachTarget linkedTarget(const QUrl &link)
{
    const auto it = std::ranges::find(schemes(), link.scheme(), &std::pair<ReachWay, QString>::second);
    const ReachWay way = it == schemes().end() ? ReachWay::Call : it->first;
    const Member member{.text = link.path(), .label = {}, .ref = {}, .key = way == ReachWay::Mail ? QString() : link.path()};
    return way == ReachWay::Mail ? mailTarget(member, {}) : phoneTarget(member, {}, way);
}

Result<void> openReach(const ReachTarget &target)
{
    const QUrl url = reachUrl(target);
    if (QDesktopServices::openUrl(url))
        return {};
    return Error{ErrorCode::Refused,
                 Texts::tr("No program on this computer opens %1. Set one for such links.").arg(url.scheme()),
                 {},
                 {}};
}

QString reachedText(const ReachTarget &target)
{
    switch (target.way) {
    case ReachWay::Call: return Texts::tr("Call to %1").arg(target.shown);
    case ReachWay::Mail: return Texts::tr("E-mail to %1").arg(target.shown);
    case ReachWay::Sms: return Texts::tr("SMS to %1").arg(target.shown);
    case ReachWay::WhatsApp: return Texts::tr("WhatsApp to %1").arg(target.shown);
    case ReachWay::Telegram: return Texts::tr("Telegram to %1").arg(target.shown);
    case ReachWay::Viber: return Texts::tr("Viber to %1").arg(target.shown);
    }
    return {};
}

QString activityKind(ReachWay way)
{
    if (way == ReachWay::Call)
        return u"call"_s;
    return way == ReachWay::Mail ? u"email"_s : u"message"_s;
}

ReachTarget phoneTarget(const Member &phone, const QString &who, ReachWay way)
{
    const bool isKnown = !phone.key.isEmpty();
    return {way, isKnown ? phone.key : phone.text, isKnown ? phoneText(phone.key) : phone.text, who, {}};
}

ReachTarget mailTarget(const Member &mail, const QString &who)
{
    return {ReachWay::Mail, mail.text, mail.text, who, {}};
}

QList<ReachTarget> callTargets(const Item &item, const QList<ClientReach> &clients)
{
    return targetsOf(item, Codes::phone, clients, &ClientReach::phones,
                     [](const Member &phone, const QString &who) { return phoneTarget(phone, who); });
}

QList<ReachTarget> mailTargets(const Item &item, const QList<ClientReach> &clients)
{
    return targetsOf(item, Codes::email, clients, &ClientReach::emails, mailTarget);
}

} // namespace Kartoteka
