// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/exchange/seats_dialog.h"

#include "core/base/sealed_file.h"
#include "core/exchange/conflicts.h"
#include "core/exchange/exchange_reader.h"
#include "core/exchange/seats.h"
#include "core/items/value_text.h"
#include "views/exchange/passphrase_keeper.h"
#include "views/theme/theme.h"
#include "views/widgets/ask_dialog.h"
#include "views/widgets/background.h"
#include "views/widgets/empty_state.h"
#include "views/widgets/file_chooser.h"
#include "views/widgets/plain_table.h"
#include "views/widgets/spoken_role.h"

#include <QCheckBox>
#include <QDateTime>
#include <QDialogButtonBox>
#include <QDir>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace Kartoteka {

namespace {
constexpr int aloneHeight = 360; ///< with the drawing
} // namespace

SeatsDialog::SeatsDialog(Store &store, const FolderChoice &folder, QWidget *parent) : WalkedDialog(parent), m_store(store)
{
    setWindowTitle(tr("Exchange"));
    resize(dialogSize(*parent, {860, 200})); // as high as it needs
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::xl, Space::l, Space::xl, Space::l);
    layout->setSpacing(Space::m);
    auto *title = new QLabel(tr("Who has what"), this);
    title->setFont(Theme::title(font()));
    layout->addWidget(title);
    m_table = makePlainTable({tr("Seat"), tr("Last file"), tr("Its changes here"), tr("Missing there")}, this);
    m_table->setObjectName(u"seats"_s);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_table->setTextElideMode(Qt::ElideMiddle); // a seat's code stands after its name
    layout->addWidget(m_table);
    m_alone = makeAlone();
    layout->addWidget(m_alone);
    m_waiting = new QVBoxLayout;
    layout->addLayout(m_waiting);
    m_conflicts = new QLabel(this);
    m_conflicts->setObjectName(u"openConflicts"_s);
    m_conflicts->setTextFormat(Qt::RichText);
    m_conflicts->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    connect(m_conflicts, &QLabel::linkActivated, this, [this] {
        accept();
        emit conflictsWanted();
    });
    layout->addWidget(m_conflicts);
    m_folderOn = new QCheckBox(tr("Exchange automatically through a cloud or network folder"), this);
    m_folderOn->setObjectName(u"exchangeFolder"_s);
    m_folderOn->setAccessibleName(m_folderOn->text());
    speakAs(*m_folderOn, QAccessible::CheckBox);
    layout->addWidget(m_folderOn);
    m_folder = new QLabel(this);
    m_folder->setObjectName(u"exchangeFolderState"_s);
    m_folder->setTextFormat(Qt::RichText);
    m_folder->setProperty("muted", true);
    m_folder->setWordWrap(true);
    m_folder->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    connect(m_folder, &QLabel::linkActivated, this, [this] {
        if (const auto passphrase = askPassphrase()) {
            showFolder({m_choice.path, *passphrase, !passphrase->isEmpty()});
            emit folderChosen(m_choice);
        }
    });
    layout->addWidget(m_folder);
    layout->addStretch(1);
    auto *buttons = new QDialogButtonBox(this);
    QPushButton *close = buttons->addButton(tr("Close"), QDialogButtonBox::AcceptRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    const auto addAct = [this, buttons](const QString &name, const QString &text, void (SeatsDialog::*wanted)()) {
        QPushButton *button = buttons->addButton(text, QDialogButtonBox::ActionRole);
        button->setObjectName(name);
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, [this, wanted] {
            accept();
            emit(this->*wanted)();
        });
    };
    addAct(u"seatsWrite"_s, tr("Write file…"), &SeatsDialog::writeWanted);
    addAct(u"seatsRead"_s, tr("Read file…"), &SeatsDialog::readWanted);
    layout->addWidget(buttons);
    showFolder(folder);
    connect(m_folderOn, &QCheckBox::clicked, this, &SeatsDialog::chooseFolder);
    connect(&store, &Store::committed, this, &SeatsDialog::fill);
    fill();
    if (m_alone->isHidden()) // else to find somebody to exchange with is what there is to do
        makePrimary(close);
    close->setDefault(true);
    close->setFocus();
    showWaiting();
}

QWidget *SeatsDialog::makeAlone()
{
    auto *alone = new QWidget(this);
    alone->setMinimumHeight(scaled(aloneHeight, fontMetrics()));
    auto *empty = new EmptyState(alone, false);
    empty->setText({.drawing = Drawing::People,
                    .title = tr("Nobody else works with this file yet"),
                    .text = tr("Make a seat for a laptop or a colleague: a copy of the file, from which changes go back and "
                               "forth as small files."),
                    .acts = {{u"seatsNew"_s, tr("New seat for a laptop…"), u"plus"_s, [this] {
                                  accept();
                                  emit newSeatWanted();
                              }}}});
    empty->show();
    return alone;
}

void SeatsDialog::fill()
{
    auto seats = readSeats(m_store.reader().connection);
    if (!seats) {
        showProblem(seats.error());
        return;
    }
    const QDate today = m_store.clock().localNow().date();
    const QLocale locale;
    m_table->setRowCount(int(seats->size()));
    for (int row = 0; row < seats->size(); ++row) {
        const Seat &seat = seats->at(row);
        const QDateTime heard = QDateTime::fromMSecsSinceEpoch(seat.heardAt);
        const QString when = seat.isSelf ? tr("this one")
            : seat.isRetired             ? tr("retired")
            : seat.heardAt == 0
            ? tr("never")
            : shortDate(heard.date(), locale, today) + u' ' + locale.toString(heard.time(), QLocale::ShortFormat);
        const QString lacks = seat.isSelf ? QString()
            : seat.isUnknown              ? tr("not known")
            : seat.lacks == 0             ? tr("nothing")
                                          : tr("%n change(s)", nullptr, int(seat.lacks));
        int column = 0;
        for (const QString &text : {seatName(seat), when, locale.toString(seat.changesHere), lacks})
            m_table->setItem(row, column++, new QTableWidgetItem(text));
        m_table->item(row, 0)->setToolTip(seatName(seat));
    }
    m_alone->setVisible(seats->size() == 1);
    m_table->setVisible(seats->size() > 1);
    constexpr int shownRows = 8;
    alignRight(*m_table, 2);
    fitToRows(*m_table, shownRows);
    auto open = countOpenConflicts(m_store.reader().connection);
    const qint64 count = open ? *open : 0;
    m_conflicts->setFocusPolicy(count == 0 ? Qt::NoFocus : Qt::StrongFocus); // without a link there is nothing to press
    m_conflicts->setText(count == 0 ? tr("No open conflicts.")
                                    : u"<a href=\"conflicts\">%1</a>"_s.arg(tr("%n open conflict(s)", nullptr, int(count))));
    // Texts that go over several lines do not tell a window how high they are.
    layout()->activate();
    resize(width(), qMax(height(), layout()->totalHeightForWidth(width())));
}

void SeatsDialog::showWaiting()
{
    runInBackground(
        this, [store = &m_store] { return waitingFiles(*store); },
        [this](const Result<QList<WaitingFile>> &files) {
            if (!files) {
                showProblem(files.error());
                return;
            }
            for (const WaitingFile &file : *files) {
                const QString when = QLocale().toString(QDateTime::fromMSecsSinceEpoch(file.writtenAt),
                                                        QLocale::ShortFormat);
                auto *label = new QLabel(file.sealed ? tr("An encrypted file is waiting. Read it again with its passphrase.")
                                                     : tr("A file from %1 of %2 is waiting. Missing: %3")
                                                           .arg(file.sender, when, file.missing.join(u"; "_s)),
                                         this);
                label->setWordWrap(true);
                m_waiting->addWidget(label);
            }
        });
}

void SeatsDialog::showProblem(const Error &error)
{
    auto *label = new QLabel(error.message, this);
    label->setWordWrap(true);
    m_waiting->addWidget(label);
}

void SeatsDialog::chooseFolder(bool on)
{
    FolderChoice choice;
    if (on)
        choice.path = askForFile(this, {FileQuestion::Kind::Folder, tr("Exchange folder")});
    if (!choice.path.isEmpty()) {
        // Before anything is written there in the clear.
        if (const auto passphrase = askPassphrase())
            choice = {choice.path, *passphrase, !passphrase->isEmpty()};
        else
            choice = {};
    }
    showFolder(choice);
    emit folderChosen(choice);
}

std::optional<QString> SeatsDialog::askPassphrase()
{
    QString told = tr("All seats need the same one. Without it, anyone with access to the folder can read the files.")
        + u'\n'
        + (PassphraseKeeper::isThere() ? tr("It is kept in the keychain of this computer.")
                                       : tr("There is no keychain here: it is kept in memory and asked for at each start."));
    while (true) {
        AskDialog dialog(this, tr("Which passphrase should the folder have?"), told);
        const QLineEdit *line = dialog.addLine(tr("Passphrase"), m_choice.passphrase, QLineEdit::Password, true);
        dialog.addAnswer(tr("Set"), u"askAccept"_s);
        dialog.addCancel();
        if (dialog.ask().isEmpty())
            return std::nullopt;
        const QString passphrase = line->text();
        const auto good = judgePassphrase(passphrase);
        if (passphrase.isEmpty() || good)
            return passphrase;
        told = good.error().message;
    }
}

void SeatsDialog::showFolder(const FolderChoice &choice)
{
    m_choice = choice;
    m_folderOn->setChecked(!choice.path.isEmpty());
    m_folder->setText(u"%1<br>%2 <a href=\"passphrase\">%3</a>"_s.arg(
        QDir::toNativeSeparators(choice.path).toHtmlEscaped(),
        choice.needsPassphrase() ? tr("Its files are encrypted; it waits for the passphrase.")
            : choice.isSealed    ? tr("Its files are encrypted.")
                                 : tr("Its files are not encrypted."),
        !choice.isSealed ? tr("Set a passphrase…") : tr("Change the passphrase…")));
    m_folder->setVisible(!choice.path.isEmpty());
}

} // namespace Kartoteka
