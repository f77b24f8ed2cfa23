// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clients/clients.h"
#include "core/items/item.h"

#include <QUrl>

class QMenu;

namespace Kartoteka {

/// A way to speak with somebody that a program of the computer knows.
enum class ReachWay { Call, Mail, Sms, WhatsApp, Telegram, Viber };

/// Somebody who is to be spoken with, in one way.
struct ReachTarget
{
    ReachWay way = ReachWay::Call;
    QString address; ///< E.164, or as it was written where it is none; an e-mail address
    QString shown;   ///< the address as people read it
    QString who;     ///< whose it is; empty: not known
    ItemRef client;  ///< the same as a client of the item; null: the item's own, or not asked
};

/// What the computer opens for it: tel:, mailto:, sms: (RFC 3966, 6068, 5724), and the addresses that the messengers document
/// for links to a number.
QUrl reachUrl(const ReachTarget &target);
/// Opens it; refused where no program of the computer does.
Result<void> openReach(const ReachTarget &target);
/// The ways to write to a phone, and what they are called.
QList<ReachWay> messengers();
QString messengerName(ReachWay way);
/// What asks for it where a value is shown: the way and the address; and what it asks for.
QUrl reachLink(const ReachTarget &target);
ReachTarget linkedTarget(const QUrl &link);
/// "Called +7 913 123-45-67".
QString reachedText(const ReachTarget &target);
/// Code of the kind of activity that it is.
QString activityKind(ReachWay way);

/// Every number of an item and of its clients.
QList<ReachTarget> callTargets(const Item &item, const QList<ClientReach> &clients);
/// Every e-mail address of the same.
QList<ReachTarget> mailTargets(const Item &item, const QList<ClientReach> &clients);
/// Of one of its phones, or e-mails.
ReachTarget phoneTarget(const Member &phone, const QString &who, ReachWay way = ReachWay::Call);
ReachTarget mailTarget(const Member &mail, const QString &who);

} // namespace Kartoteka
