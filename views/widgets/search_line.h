// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

namespace Kartoteka {

/// A line to search by, with its glass. @p name: of the object; @p spoken: what it is called to those who do not see it.
QLineEdit *makeSearchLine(const QString &name, const QString &placeholder, const QString &spoken, QWidget *parent);

} // namespace Kartoteka
