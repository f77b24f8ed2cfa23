// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clients/clients.h"
#include "core/store/change/change_set.h"
#include "core/store/store.h"
#include "views/card/client_block.h"
#include "views/widgets/standing_rows.h"

#include <QWidget>

#include <optional>

class QHBoxLayout;
class QToolButton;

namespace Kartoteka {

class ClientDrag;
class ContactTicks;
class ItemPicker;
class NewClientForm;
struct PickRow;

/// Whose an item is: the company and the people, how they are reached, and a line that finds or makes more of them. On a saved
/// item each change is one act; of a new one it gathers what is saved with it, so that Cancel leaves nothing behind.
class ClientField final : public QWidget
{
    Q_OBJECT
public:
    explicit ClientField(Store &store, QWidget *parent = nullptr);

    /// Types without clients show nothing. @p isNew: the item is not saved yet.
    void setItem(const Item &item, bool isNew);
    /// Adds what the new item needs to the change set that makes it, and its values for it.
    void addTo(ChangeSet &changes, QHash<QString, Value> &values) const;
    /// As they are shown.
    const Clients &clients() const { return m_clients; }
    bool hasUnsaved() const;
    /// What still stands in the form of a new client becomes one. @return false: it cannot, and says why.
    bool settle();
    void discard();
    /// What was to be made was refused: its form stands again, and says why. False when nothing was to be made.
    bool showRefusal(const Error &error);

signals:
    /// The clients of a saved item are to become these; whom @p changes makes is named by the uid.
    void changeWanted(const Kartoteka::ChangeSet &changes, const QHash<QString, Kartoteka::Value> &values);
    void linkActivated(const Kartoteka::ItemRef &ref);
    void reachWanted(const Kartoteka::ReachTarget &target);
    void failed(const Kartoteka::Error &error);

private:
    struct Made ///< a client that is not in the file yet
    {
        ItemRef ref;
        QHash<QString, Value> values;
    };
    void rebuild();
    void showBox(bool isBoxed);
    bool isFolded() const;
    ItemRef focusedClient() const;
    void focusClient(const ItemRef &ref);
    /// Nothing where it was erased since.
    std::optional<ClientBlock::Shown> shownOf(const ItemRef &ref) const;
    ClientBlock *makeBlock(const ClientBlock::Shown &shown);
    QWidget *makeOffer(const FoundClient &one);
    void pick(const PickRow &row, const QString &typed);
    void add(const ItemRef &ref);
    void addPeople(const QList<ItemRef> &people);
    void putBefore(const ItemRef &person, const ItemRef &before);
    void move(const ItemRef &person, int by);
    void make();
    void take(const Clients &clients);
    void offerBeside(const ItemRef &ref);
    void offer(const ItemRef &of, const QList<FoundClient> &found);
    QList<PickRow> offersFor(const QString &typed) const;

    Store &m_store;
    Item m_item;
    bool m_isNew = false;
    bool m_isMaking = false; ///< a client that was filled in is on its way into the file
    Clients m_clients;
    QList<Made> m_made;
    QList<FoundClient> m_beside; ///< who may belong to the item as well
    StandingRows<ClientBlock::Shown> m_blocks;
    StandingRows<FoundClient> m_offers;
    ItemPicker *m_picker;
    QHBoxLayout *m_inset; ///< around it
    QToolButton *m_more;  ///< of many people: shows all, or a few
    bool m_isUnfolded = false;
    ContactTicks *m_ticks;
    ClientDrag *m_drag;
    NewClientForm *m_form;
    CancelToken m_reading;
};

} // namespace Kartoteka
