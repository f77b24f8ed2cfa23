// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QHBoxLayout;
class QWidget;

namespace Kartoteka {

/// A line of a form: the label at the left, beside the first line of what is higher, and the input. @p label may be null: the input
/// stands below the one before.
QHBoxLayout *labelledRow(QWidget *label, QWidget *input);

} // namespace Kartoteka
