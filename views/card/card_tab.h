// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/items/item.h"
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
    void failed(const Kartoteka::Error &error);
    void done(const QString &what);
};

/// A tab that cards can have. Which cards have it is asked of the type's properties, never of its code.
struct CardTabInfo
{
    QString code;
    const char *title; ///< to be translated
    std::function<bool(const Schema &schema, const EntityType &type)> fits;
    std::function<CardTab *(Store &store, QWidget *parent)> make;
};

/// In the order of the bar.
const QList<CardTabInfo> &cardTabs();

} // namespace Kartoteka
