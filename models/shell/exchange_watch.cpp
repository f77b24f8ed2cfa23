// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/shell/exchange_watch.h"

#include "core/exchange/seats.h"
#include "core/items/value_text.h"

#include <QDateTime>
#include <QLocale>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

Result<ExchangeWatch::State> readState(const ReadContext &context)
{
    auto seats = readSeats(context.connection);
    if (!seats)
        return seats.error();
    ExchangeWatch::State state;
    for (const Seat &seat : std::as_const(*seats)) {
        if (seat.isSelf || seat.isRetired)
            continue;
        state.hasOthers = true;
        state.heardAt = qMax(state.heardAt, seat.heardAt);
        state.waiting = qMax(state.waiting, seat.lacks);
    }
    return state;
}

} // namespace

ExchangeWatch::ExchangeWatch(Store &store, QObject *parent) : QObject(parent), m_store(store)
{
    connect(&store, &Store::committed, this, &ExchangeWatch::refresh);
    refresh();
}

void ExchangeWatch::refresh()
{
    m_load.cancel();
    m_load = CancelToken();
    m_store.read<State>(m_load, [](ReadContext &context) { return readState(context); })
        .then(this, [this, token = m_load](const Result<State> &state) {
            if (token.isCancelled() || !state || *state == m_state)
                return; // what stands stays
            m_state = *state;
            emit changed();
        });
}

/// The hour of what was heard today, the day of what was heard before.
QString ExchangeWatch::heardText() const
{
    if (m_state.heardAt == 0)
        return {};
    const QDateTime heard = QDateTime::fromMSecsSinceEpoch(m_state.heardAt);
    const QDate today = m_store.clock().localNow().date();
    const QLocale locale;
    return heard.date() == today ? locale.toString(heard.time(), QLocale::ShortFormat)
                                 : shortDate(heard.date(), locale, today);
}

QString ExchangeWatch::shortText() const
{
    QStringList parts;
    if (const QString heard = heardText(); !heard.isEmpty())
        parts << heard;
    if (m_state.waiting > 0)
        parts << QLocale().toString(m_state.waiting);
    return parts.join(u" · "_s);
}

QString ExchangeWatch::text() const
{
    if (!m_state.hasOthers)
        return {};
    QStringList parts{m_state.heardAt == 0 ? tr("Nothing from other seats yet")
                                           : tr("Last file from another seat: %1").arg(heardText())};
    if (m_state.waiting > 0)
        parts << tr("Changes waiting to be sent: %1").arg(QLocale().toString(m_state.waiting));
    return parts.join(u'\n');
}

} // namespace Kartoteka
