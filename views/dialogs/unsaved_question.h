// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMessageBox>

namespace Kartoteka {

/// Asks what is to become of changes that are not saved: they are saved, dropped, or the person stays.
class UnsavedQuestion final : public QMessageBox
{
    Q_OBJECT
public:
    enum class Answer { Save, Discard, Stay };

    /// @p title names what has the changes.
    static Answer ask(const QString &title, QWidget *parent);

private:
    using QMessageBox::QMessageBox;
};

} // namespace Kartoteka
