// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/shell/recent_files.h"

#include <QWidget>

namespace Kartoteka {

/// A file on the start page: its name, its folder, when it was open. One that is gone says so, and can be taken off.
class RecentRow final : public QWidget
{
    Q_OBJECT
public:
    explicit RecentRow(const RecentFile &file, QWidget *parent = nullptr);

signals:
    void chosen();
    void forgetWanted();
};

} // namespace Kartoteka
