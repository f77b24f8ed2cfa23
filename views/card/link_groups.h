// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/items/link_groups.h"
#include "core/pipeline/card_queries.h"
#include "core/query/condition.h"
#include "core/store/store.h"
#include "views/card/link_row.h"
#include "views/widgets/standing_rows.h"

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
    /// Looks again, in what is unfolded too.
    void read();

signals:
    void opened(const Kartoteka::ItemRef &ref);
    void unlinkWanted(const Kartoteka::ItemRef &item, const Kartoteka::ItemRef &other);
    /// A new item that names this one in a field.
    void createWanted(qint64 typeId, const QHash<QString, Kartoteka::Value> &values);
    /// The section of a type with all of a group.
    void sectionWanted(qint64 typeId, const QList<Kartoteka::Condition> &conditions);
    void failed(const Kartoteka::Error &error);
    /// Everything was read; @p isEmpty: there is nothing.
    void shown(bool isEmpty);

private:
    struct Group
    {
        LinkGroup links;
        QList<Card> cards;
        QHash<qint64, QDate> made; ///< the day of each
    };
    struct Asked
    {
        ItemRef item;
        qint64 field = 0;
        int limit = 0;
        QList<ItemRef> above;
    };
    /// What stands in one row below the other.
    struct Line
    {
        enum class Kind { Head, Item, More };

        Kind kind = Kind::Head;
        LinkGroup group;    ///< without its items; its number in the head alone
        QString text;       ///< of a head, or of what shows more of it
        LinkRow::Shown row; ///< of an item

        bool operator==(const Line &) const = default;
    };
    static Result<QList<Group>> readGroups(const ReadContext &context, const Asked &asked);
    void readOwn();
    void show(const QList<Group> &groups);
    QString wayOf(const LinkGroup &group) const;
    QString alsoOf(const QList<LinkWay> &ways) const;
    LinkRow::Shown rowOf(const Group &group, const Card &card) const;
    QWidget *makeLine(const Line &line);
    QWidget *makeHead(const Line &line);
    QWidget *makeMore(const Line &line);
    LinkRow *makeRow(const LinkRow::Shown &shown);
    void unfold(LinkRow &row, const ItemRef &ref, bool shown);
    void showSection(const LinkGroup &group);

    Store &m_store;
    QList<ItemRef> m_above;
    ItemRef m_item;
    qint64 m_field = 0; ///< 0: all
    int m_limit;
    QSet<ItemRef> m_unfolded;
    StandingRows<Line> m_lines;
    CancelToken m_reading;
};

} // namespace Kartoteka
