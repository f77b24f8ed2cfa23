// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/items/links.h"
#include "core/pipeline/card_queries.h"
#include "core/store/store.h"

#include <QWidget>

#include <optional>

class QVBoxLayout;

namespace Kartoteka {

/// Everything that has to do with an item, in groups by how. A row unfolds to what has to do with that item in turn, so deep
/// as there is something; what stands above it already is not told again.
class LinkGroups final : public QWidget
{
    Q_OBJECT
public:
    /// @p above: the items that led here, which end a circle.
    LinkGroups(Store &store, QList<ItemRef> above, QWidget *parent = nullptr);

    /// Only those that name the item in one field.
    void setField(qint64 field) { m_field = field; }

    void setItem(const ItemRef &item);
    void read();

signals:
    void opened(const Kartoteka::ItemRef &ref);
    void unlinkWanted(const Kartoteka::ItemRef &item, const Kartoteka::ItemRef &other);
    /// A new item that names this one in a field.
    void createWanted(qint64 typeId, const QHash<QString, Kartoteka::Value> &values);
    void failed(const Kartoteka::Error &error);
    /// Everything was read; @p isEmpty: there is nothing.
    void shown(bool isEmpty);

private:
    struct Group
    {
        LinkGroup links;
        QList<Card> cards;

        bool operator==(const Group &) const = default;
    };
    struct Asked
    {
        ItemRef item;
        qint64 field = 0;
        int limit = 0;
        QList<ItemRef> above;
    };
    static Result<QList<Group>> readGroups(const ReadContext &context, const Asked &asked);
    void show(const QList<Group> &groups);
    void addHead(const Group &group);
    void addRow(const Group &group, const Card &card);
    QString wayOf(const LinkGroup &group) const;

    Store &m_store;
    QList<ItemRef> m_above;
    ItemRef m_item;
    qint64 m_field = 0; ///< 0: all
    int m_limit;
    QVBoxLayout *m_layout;
    QSet<ItemRef> m_unfolded;
    std::optional<QList<Group>> m_shown;
    CancelToken m_reading;
};

} // namespace Kartoteka
