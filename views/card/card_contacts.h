// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activities/activity.h"
#include "core/items/item.h"
#include "core/store/store.h"
#include "views/card/reach.h"

#include <QWidget>

namespace Kartoteka {

class ContactDraft;

/// Calls and letters from a card: opens the program that makes them, and keeps what came of it once that is noted.
class CardContacts final : public QObject
{
    Q_OBJECT
public:
    CardContacts(Store &store, ContactDraft *draft, QWidget *card);

    void setItem(const Item &item);
    /// There is a number to call: the item's own, or a client's.
    bool isCallable() const { return !m_targets.isEmpty(); }
    /// Calls; where there are several numbers, after asking which one.
    void call(const QPoint &global);
    void reach(const ReachTarget &target);
    /// The same for a link of a value: tel: or mailto:.
    void reach(const QUrl &address);
    /// Keeps what was typed of one, and waits for it. False: it was refused, and stands there still.
    bool saveUnsaved();
    /// The item is left: what was not noted is nothing, or is kept without notes where the office wants that.
    void leave();

signals:
    void begun(); ///< the draft of an entry stands over the timeline
    void failed(const Kartoteka::Error &error);
    void done(const QString &what);

private:
    void note(ActivityDraft done);

    Store &m_store;
    ContactDraft *m_draft;
    QWidget *m_card;
    ItemRef m_item;
    QList<ReachTarget> m_targets;
};

} // namespace Kartoteka
