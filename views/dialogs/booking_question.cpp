// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/dialogs/booking_question.h"

#include "core/activities/overlap.h"
#include "core/calendar/day_words.h"
#include "core/calendar/offered_times.h"
#include "views/theme/theme.h"
#include "views/widgets/ask_dialog.h"

#include <QCoreApplication>
#include <QPointer>
#include <QPushButton>
#include <QVBoxLayout>

namespace Kartoteka {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Kartoteka::BookingQuestion)
};

/// A button for each time; the one that is pressed answers the dialog.
QWidget *makeOffers(AskDialog &dialog, const QList<TimeSpan> &times, std::optional<TimeSpan> &chosen)
{
    auto *offers = new QWidget(&dialog);
    auto *layout = new QVBoxLayout(offers);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::xs);
    for (qsizetype at = 0; at < times.size(); ++at) {
        auto *offer = new QPushButton(spanText(times[at]), offers);
        offer->setObjectName(u"bookAt%1"_s.arg(at));
        offer->setAutoDefault(false);
        QObject::connect(offer, &QPushButton::clicked, &dialog, [&dialog, &chosen, time = times[at]] {
            chosen = time;
            dialog.accept();
        });
        layout->addWidget(offer);
    }
    return offers;
}

} // namespace

std::optional<ChangeSet> askAboutBooking(QWidget *parent, const ChangeSet &changes, const Error &refusal)
{
    QList<TimeSpan> times = offeredTimes(refusal);
    times.removeIf([&changes](const TimeSpan &time) { return !bookedAt(changes, time); });
    // Times that can be pressed need not be read.
    const QString why = times.isEmpty() ? refusal.message : refusal.message.section(u'\n', 0, -2);
    AskDialog dialog(parent, times.isEmpty() ? Tr::tr("Book it anyway?") : Tr::tr("Book it at another time?"), why);
    std::optional<TimeSpan> chosen;
    if (!times.isEmpty())
        dialog.addField(Tr::tr("Free nearby:"), makeOffers(dialog, times, chosen));
    dialog.addAnswer(Tr::tr("Book anyway"), u"bookAnyway"_s, AskDialog::Kind::Other);
    dialog.addCancel();
    const QString answer = dialog.ask();
    if (chosen)
        return bookedAt(changes, *chosen);
    return answer == u"bookAnyway" ? std::optional(acceptingOverlap(changes)) : std::nullopt;
}

void commitBooking(Store &store, QObject *context, QWidget *window, const ChangeSet &changes,
                   const std::function<void(const Result<Receipt> &)> &answer)
{
    store.commit(changes).then(
        context, [&store, context, window = QPointer(window), changes, answer](const Result<Receipt> &receipt) {
            if (receipt || !isOverlapRefusal(receipt.error())) {
                answer(receipt);
                return;
            }
            const QPointer<QObject> asked(context);
            const auto other = askAboutBooking(window, changes, receipt.error());
            if (!asked)
                return;
            if (other)
                commitBooking(store, context, window, *other, answer);
            else
                answer(Error{ErrorCode::Cancelled, {}, {}, {}});
        });
}

} // namespace Kartoteka
