// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/seats.h"
#include "views/widgets/walked_dialog.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace Kartoteka {

/// Who an exchange file is for, and the passphrase if there is to be one.
class WriteDialog final : public WalkedDialog
{
    Q_OBJECT
public:
    WriteDialog(QList<Seat> seats, QWidget *parent);

    QString seat() const; ///< empty: for all seats
    QString passphrase() const;
    QString fileWord() const; ///< how the file is to be called

private:
    void showState();

    QList<Seat> m_seats;
    QComboBox *m_seat;
    QLabel *m_state;
    QLineEdit *m_passphrase;
    QLineEdit *m_again;
    QLabel *m_problem; ///< why it cannot be written yet
    QPushButton *m_write;
};

} // namespace Kartoteka
