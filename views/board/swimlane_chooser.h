// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/column_source.h"
#include "views/widgets/walked_dialog.h"

class QListWidget;

namespace Kartoteka {

/// Which of many lanes go across a board: ticks in a list that is searched.
class SwimlaneChooser final : public WalkedDialog
{
    Q_OBJECT
public:
    /// @p shown: keys of those that are ticked.
    SwimlaneChooser(const QString &field, const QList<ColumnHead> &lanes, const QList<qint64> &shown, QWidget *parent);

    QList<qint64> lanes() const;

private:
    QListWidget *m_list;
};

} // namespace Kartoteka
