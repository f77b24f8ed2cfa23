// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/board/card_painter.h"

#include "core/store/store.h"
#include "views/widgets/walked_dialog.h"

class QCheckBox;
class QListWidget;

namespace Kartoteka {

/// What the cards of a board show, with a card that changes as one chooses.
class CardLookDialog final : public WalkedDialog
{
    Q_OBJECT
public:
    /// @p sample: a card of the board, if there is one.
    CardLookDialog(Store &store, qint64 typeId, const CardLook &look, const Card &sample, QWidget *parent);

    CardLook look() const;

private:
    void showSample();

    Store &m_store;
    qint64 m_typeId;
    Card m_sample;
    QCheckBox *m_amount;
    QCheckBox *m_client;
    QCheckBox *m_age;
    QCheckBox *m_tags;
    QListWidget *m_fields;
    QWidget *m_preview;
};

} // namespace Kartoteka
