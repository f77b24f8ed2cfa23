// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/card/card_contacts.h"

#include "core/schema/contact_codes.h"
#include "views/card/contact_draft.h"
#include "views/widgets/menu_text.h"

#include <QMenu>

namespace Kartoteka {

CardContacts::CardContacts(Store &store, ContactDraft *draft, QWidget *card)
    : QObject(card), m_store(store), m_draft(draft), m_card(card)
{
    connect(draft, &ContactDraft::noteWanted, this, &CardContacts::note);
}

void CardContacts::setItem(const Item &item)
{
    m_item = item.ref();
    const auto clients = clientsOf(m_store.reader(), item);
    m_targets = callTargets(item, clients ? *clients : QList<ClientReach>());
}

void CardContacts::call(const QPoint &global)
{
    if (m_targets.size() == 1) {
        reach(m_targets.constFirst());
        return;
    }
    QMenu menu(m_card);
    menu.setObjectName(u"callMenu"_s);
    for (const ReachTarget &target : std::as_const(m_targets)) {
        const QString text = target.who.isEmpty() ? target.shown : u"%1 · %2"_s.arg(target.shown, target.who);
        menu.addAction(menuText(text), this, [this, target] { reach(target); });
    }
    menu.exec(global);
}

void CardContacts::reach(const ReachTarget &target)
{
    if (auto opened = openReach(target); !opened)
        emit failed(opened.error());
    emit begun();
    m_draft->begin(target);
}

void CardContacts::reach(const QUrl &address)
{
    reach(linkedTarget(address));
}

bool CardContacts::saveUnsaved()
{
    if (!m_draft->hasUnsaved())
        return true;
    ActivityDraft done = m_draft->noted();
    done.items = {m_item};
    if (auto receipt = m_store.commitAndWait(planActivity(*m_store.schema(), done)); !receipt) {
        emit failed(receipt.error());
        return false;
    }
    m_draft->discard();
    return true;
}

void CardContacts::leave()
{
    const bool isKept = m_store.schema()->setting(Codes::contactNotes) == Codes::contactsKept;
    if (m_draft->isBegun() && isKept && m_store.access().isWritable()) {
        ActivityDraft done = m_draft->noted();
        if (done.description.isEmpty())
            done.description = tr("No notes");
        note(done);
    }
    m_draft->discard();
}

void CardContacts::note(ActivityDraft done)
{
    done.items = {m_item};
    m_store.commit(planActivity(*m_store.schema(), done)).then(this, [this](const Result<Receipt> &receipt) {
        if (receipt)
            emit this->done(tr("Saved"));
        else
            emit failed(receipt.error());
    });
}

} // namespace Kartoteka
