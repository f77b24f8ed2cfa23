// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transfer/calendar_import.h"
#include "views/widgets/walked_dialog.h"

class QComboBox;

namespace Kartoteka {

/// What a calendar file would change, before it does: new, changed, the same, cancelled; and for whom new ones are.
class CalendarImportDialog final : public WalkedDialog
{
    Q_OBJECT
public:
    CalendarImportDialog(Store &store, const CalendarPreview &preview, const QString &name, QWidget *parent);

    qint64 responsible() const;

private:
    QWidget *makeTable(const CalendarPreview &preview);

    Store &m_store;
    QComboBox *m_person;
};

} // namespace Kartoteka
