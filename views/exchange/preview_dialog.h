// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/exchange_reader.h"
#include "views/widgets/walked_dialog.h"

class QVBoxLayout;

namespace Kartoteka {

/// What a file will change, before it is read; what it has changed, after.
class PreviewDialog final : public WalkedDialog
{
    Q_OBJECT
public:
    enum class Moment { Before, After };
    PreviewDialog(const Schema &schema, const ExchangeRead &read, Moment moment, QWidget *parent);

    /// Clients that came in and may be here already.
    void showDuplicates(const ReadContext &context, const QList<PossibleDuplicate> &duplicates);

signals:
    void conflictsWanted();
    void itemWanted(const Kartoteka::ItemRef &item);
    void mergeWanted(const Kartoteka::ItemRef &keep, const Kartoteka::ItemRef &other);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QVBoxLayout *m_notes;
};

} // namespace Kartoteka
