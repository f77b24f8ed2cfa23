// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/items/item.h"
#include "core/query/condition.h"
#include "core/store/store.h"

#include <QWidget>

#include <functional>

namespace Kartoteka {

/// A page of the card beside the general one. It is made when it is first shown, so that a hidden tab costs nothing.
class CardTab : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;

    /// Shows an item; called again when the card goes on to another one.
    virtual void setItem(const Item &item) = 0;
    /// Something was typed that no commit holds yet.
    virtual bool hasUnsaved() const { return false; }
    /// False when it was refused: the tab then shows why.
    virtual bool saveUnsaved() { return true; }
    virtual void discard() {}

signals:
    void opened(const Kartoteka::ItemRef &ref); ///< an item that is shown here is wanted as a card
    /// A new item of a type is wanted, with values that it begins with.
    void createWanted(qint64 typeId, const QHash<QString, Kartoteka::Value> &values);
    /// The section of a type is wanted, with just what answers these.
    void sectionWanted(qint64 typeId, const QList<Kartoteka::Condition> &conditions);
    void failed(const Kartoteka::Error &error);
    void done(const QString &what);
};

/// A tab that cards of a type have.
struct CardTabInfo
{
    QString code;
    QString title;
    std::function<CardTab *(Store &store, QWidget *parent)> make;
    /// How much stands on it, beside its name; off the GUI thread, by the keys of an index. None: not said.
    std::function<Result<qint64>(const ReadContext &context, const Item &item)> count = {};
};

/// The tabs of a type's cards beside the general one, in the order of the bar. Asked of the type's properties, never of its
/// code.
QList<CardTabInfo> cardTabs(const Schema &schema, const EntityType &type);

} // namespace Kartoteka
