// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/condition.h"
#include "models/list/item_watcher.h"
#include "views/card/card_fields.h"
#include "views/card/card_header.h"
#include "views/card/card_history.h"
#include "views/card/card_trail.h"
#include "views/card/new_item.h"

#include <QWidget>

#include <optional>

class QSplitter;

namespace Kartoteka {

class CardActs;
class CardContacts;
class CardDrop;
class CardFiles;
class CardPages;
class ClientField;
class Composer;
class ContactDraft;
class FieldForm;
class ItemLights;
class MoveConversation;
class StageBar;
class TimelineView;

/// The card of an item: header with the stage bar, fields left, timeline right. Also makes new items.
class CardPanel final : public QWidget
{
    Q_OBJECT
public:
    CardPanel(Store &store, MoveConversation &moves, QWidget *parent = nullptr);

    /// In a window of its own: there is no list behind it.
    void setAlone();
    void open(const ItemRef &ref);
    /// An empty card of a type; saved by the Save button or Ctrl+S. The new item gets the products of another one, @p products.
    void create(qint64 typeId, const QHash<QString, Value> &values = {}, const ItemRef &products = {});
    ItemRef item() const { return m_ref; }
    bool isCreating() const { return m_creating; }
    /// Shows one of its comments; 0: none in particular.
    void showComment(qint64 comment);
    /// Gives the focus to the first field.
    void takeFocus();
    /// Asks once what to do with unsaved edits, and does it. @return false: the person stays, or what was to be saved was
    /// refused.
    bool mayClose();

    FieldForm *form() const { return m_fields->form(); }
    ClientField *client() const { return m_fields->client(); }
    CardPages *pages() const { return m_pages; }
    StageBar *stageBar() const { return m_header->stages(); }
    Composer *composer() const { return m_history->composer(); }
    TimelineView *timeline() const { return m_history->timeline(); }
    CardFiles *files() const { return m_history->files(); }

    QByteArray saveState() const;
    void restoreState(const QByteArray &state);

signals:
    void closed();
    void opened(const Kartoteka::ItemRef &ref);
    void convertWanted(const Kartoteka::ItemRef &ref);
    /// A new item of a type, with values that it begins with, and with the products of an item (null: none).
    void createWanted(qint64 typeId, const QHash<QString, Kartoteka::Value> &values, const Kartoteka::ItemRef &products);
    /// The section of a type, with just what answers these.
    void sectionWanted(qint64 typeId, const QList<Kartoteka::Condition> &conditions);
    void windowWanted(const Kartoteka::ItemRef &ref); ///< the card in a window of its own
    void stepWanted(int direction);                   ///< to the previous or next item of the list
    void failed(const Kartoteka::Error &error);
    void created(const Kartoteka::Item &item);
    void done(const QString &what);
    void told(const QString &what); ///< the same of what nobody would take back

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    void connectHeader();
    void connectParts();
    QSplitter *makeBody();
    void showItem();
    bool isChanged() const; ///< the item itself, whatever is drafted for it
    bool saveUnsaved();
    std::optional<ChangeSet> planNew(QUuid &uid);
    /// To the item whose link led here. @return false: it came from elsewhere, or the person stays.
    bool goBack();
    void showRefusal(const Error &error);
    void saveField(const QString &field, const Value &value);
    void saveClients(ChangeSet changes, const QHash<QString, Value> &values);
    /// False: somebody changed what is typed here meanwhile; the fields say so.
    bool isTaken(const Receipt &receipt);
    void saveNew();
    void setEditingAll(bool editing);
    void setConfiguring(bool configuring);
    void saveAll();
    void moveTo(qint64 stage);

    Store &m_store;
    ItemRef m_ref;
    bool m_creating = false;
    NewItem m_new;
    CardTrail m_trail;
    ItemWatcher *m_watcher;
    ItemLights *m_lights;
    CardActs *m_acts;
    CardHeader *m_header;
    CardFields *m_fields;
    CardPages *m_pages;
    CardContacts *m_contacts;
    ContactDraft *m_draftContact; ///< what came of a call, until it is noted
    CardHistory *m_history;
    CardDrop *m_drop;
};

} // namespace Kartoteka
