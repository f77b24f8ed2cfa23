// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>

namespace Kartoteka {

/// A combo box that opens as a menu with a search on top when it has more lines than are read at once.
class SearchedCombo final : public QComboBox
{
    Q_OBJECT
public:
    using QComboBox::QComboBox;

    void showPopup() override;

private:
    void choose(int row);
};

} // namespace Kartoteka
