// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/items/bulk.h"
#include "views/widgets/walked_dialog.h"

namespace Kartoteka {

/// Items that an act on many passed over, and why.
class BulkReportDialog final : public WalkedDialog
{
    Q_OBJECT
public:
    /// @p type: of what was to be changed.
    BulkReportDialog(const EntityType &type, const BulkReport &report, QWidget *parent);
};

} // namespace Kartoteka
