// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/exchange/write_dialog.h"

#include "views/theme/theme.h"
#include "views/widgets/dialog_buttons.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStyle>

namespace Kartoteka {

namespace {

QString wordOf(const Seat &seat)
{
    return seat.code.isEmpty() ? u"office"_s : seat.code;
}

} // namespace

WriteDialog::WriteDialog(QList<Seat> seats, QWidget *parent) : WalkedDialog(parent), m_seats(std::move(seats))
{
    setWindowTitle(tr("Write exchange file"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::xl, Space::l, Space::xl, Space::l);
    layout->setSpacing(Space::m);
    auto *form = new QFormLayout;
    form->setSpacing(Space::m);
    m_seat = new QComboBox(this);
    m_seat->setObjectName(u"exchangeSeat"_s);
    m_seat->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon); // a seat may be called anything
    m_seat->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    const bool atOffice = m_seats.constFirst().code.isEmpty();
    if (atOffice && m_seats.size() > 2)
        m_seat->addItem(tr("All seats"), QString());
    for (const Seat &seat : std::as_const(m_seats)) {
        if (!seat.isSelf)
            m_seat->addItem(seatName(seat), wordOf(seat));
    }
    // A laptop writes for the office unless told otherwise.
    if (const int office = m_seat->findData(u"office"_s); office >= 0)
        m_seat->setCurrentIndex(office);
    form->addRow(tr("For"), m_seat);
    m_state = new QLabel(this);
    m_state->setProperty("muted", true);
    m_state->setWordWrap(true);
    form->addRow(QString(), m_state);
    m_passphrase = new QLineEdit(this);
    m_passphrase->setObjectName(u"exchangePassphrase"_s);
    m_passphrase->setEchoMode(QLineEdit::Password);
    m_passphrase->setPlaceholderText(tr("none: anyone who gets the file can read it"));
    form->addRow(tr("Passphrase"), m_passphrase);
    m_again = new QLineEdit(this);
    m_again->setObjectName(u"exchangePassphraseAgain"_s);
    m_again->setEchoMode(QLineEdit::Password);
    form->addRow(tr("Repeat"), m_again);
    m_problem = new QLabel(this); // it has its line from the beginning: the dialog does not grow under the hands
    m_problem->setObjectName(u"exchangeWriteProblem"_s);
    m_problem->setProperty("muted", true);
    m_problem->setWordWrap(true);
    form->addRow(QString(), m_problem);
    layout->addLayout(form);
    m_write = addDialogButtons(this, layout, tr("Write…"), u"exchangeWrite"_s);
    connect(m_seat, &QComboBox::currentIndexChanged, this, &WriteDialog::showState);
    connect(m_passphrase, &QLineEdit::textChanged, this, &WriteDialog::showState);
    connect(m_again, &QLineEdit::textChanged, this, &WriteDialog::showState);
    setMinimumWidth(scaled(520, fontMetrics()));
    showState();
}

void WriteDialog::showState()
{
    qint64 lacks = 0;
    bool unknown = false;
    for (const Seat &one : std::as_const(m_seats)) {
        if (one.isSelf || (!seat().isEmpty() && wordOf(one) != seat()))
            continue;
        lacks = qMax(lacks, one.lacks);
        unknown = unknown || one.isUnknown;
    }
    if (seat().isEmpty()) {
        m_state->setText(unknown          ? tr("Nothing is known about some of them: the file will contain everything.")
                             : lacks == 0 ? tr("They have everything that is here.")
                                          : tr("%n change(s) that not all of them have yet.", nullptr, int(lacks)));
    } else {
        m_state->setText(unknown          ? tr("Nothing is known about it: the file will contain everything.")
                             : lacks == 0 ? tr("It has everything that is here.")
                                          : tr("%n change(s) that it does not have yet.", nullptr, int(lacks)));
    }
    m_again->setEnabled(!m_passphrase->text().isEmpty());
    const bool isRepeated = m_passphrase->text().isEmpty() || m_passphrase->text() == m_again->text();
    m_write->setEnabled(isRepeated);
    const QString why = m_again->text().isEmpty() ? tr("Repeat the passphrase: a mistake in it would lock the file.")
                                                  : tr("The two passphrases are not the same.");
    m_write->setToolTip(isRepeated ? QString() : why);
    m_problem->setProperty("problem", !m_again->text().isEmpty());
    m_problem->style()->polish(m_problem);
    m_problem->setText(isRepeated ? QString() : why);
}

QString WriteDialog::seat() const
{
    return m_seat->currentData().toString();
}

QString WriteDialog::passphrase() const
{
    return m_passphrase->text();
}

QString WriteDialog::fileWord() const
{
    return u"%1 → %2"_s.arg(wordOf(m_seats.constFirst()), seat().isEmpty() ? tr("all") : seat());
}

} // namespace Kartoteka
