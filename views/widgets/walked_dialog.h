// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/tab_order.h"

#include <QDialog>

namespace Kartoteka {

/// A dialog that Tab walks as it is laid out, whatever was made when, round and round. The toolkit's own chain breaks where buttons
/// are put in order by their roles: it ran to and fro between two of them.
class WalkedDialog : public QDialog
{
public:
    using QDialog::QDialog;

protected:
    bool focusNextPrevChild(bool next) override { return stepFocus(*this, next); }
};

} // namespace Kartoteka
