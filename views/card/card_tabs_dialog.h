// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/card/card_layout_model.h"
#include "views/widgets/walked_dialog.h"

namespace Kartoteka {

class DefinitionList;

/// A tab that the card has besides its first one.
struct CardTabName
{
    QString code;
    QString title;

    bool operator==(const CardTabName &) const = default;
};

/// The tabs of the card in the view that is configured: in which order they stand, and which are shown. What is changed holds
/// at once.
class CardTabsDialog final : public WalkedDialog
{
    Q_OBJECT
public:
    CardTabsDialog(CardLayoutModel &layouts, const QList<CardTabName> &tabs, QWidget *parent);

private:
    void fill();
    void showMenu(qint64 row, const QPoint &at);
    void toggle(qint64 row);
    QString codeOf(qint64 row) const;
    bool isShown(const QString &code) const;
    QStringList shownAmong(const QStringList &codes) const;

    CardLayoutModel &m_layouts;
    QList<CardTabName> m_tabs;
    QStringList m_order; ///< codes as the list has them, those that are not shown too
    DefinitionList *m_list;
};

} // namespace Kartoteka
