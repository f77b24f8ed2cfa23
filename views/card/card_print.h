// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"

#include <QObject>

class QCheckBox;
class QComboBox;
class QWidget;

namespace Kartoteka {

class PrintPreview;

/// Shows a card as it will be on paper, with what of it the person wants there.
class CardPrint final : public QObject
{
    Q_OBJECT
public:
    CardPrint(Store &store, QWidget *card);

    void show(const ItemRef &item);

signals:
    void failed(const Kartoteka::Error &error);
    void told(const QString &what);

private:
    void read();

    Store &m_store;
    QWidget *m_card;
    ItemRef m_item;
    PrintPreview *m_preview = nullptr; ///< while it is open
    QCheckBox *m_products = nullptr;
    QComboBox *m_entries = nullptr;
    CancelToken m_reading;
};

} // namespace Kartoteka
