// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/settings/definition_page.h"

namespace Kartoteka {

class EditTable;

/// How the items of each type are numbered and, without a title of their own, called; and what the next one will look like.
class NumberingPage final : public DefinitionPage
{
    Q_OBJECT
public:
    NumberingPage(Store &store, QWidget *parent);

private:
    void fill();
    void write(int row, int column, const QString &text);

    EditTable *m_table;
    CancelToken m_load;
};

} // namespace Kartoteka
