// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activities/activity.h"
#include "core/activities/series.h"
#include "tests/support/copies.h"

namespace Kartoteka {

/// An office with a lead for which something comes again.
class SeriesOffice : public TestOffice
{
public:
    static constexpr qint64 day = 86'400'000;

    SeriesOffice();

    qint64 lead() const { return m_lead; }
    /// One that is due now, which is Monday at noon in the beginning.
    Result<qint64> plan(const QString &rule, bool whenDone = false, bool incoming = false);
    static Activity read(Store &store, qint64 id);
    Activity read(qint64 id) { return read(store(), id); }
    /// What is not done.
    static QList<Activity> open(Store &store);
    QList<Activity> open() { return open(store()); }
    static void complete(Store &store, qint64 id, bool done = true);
    void complete(qint64 id, bool done = true) { complete(store(), id, done); }
    Result<ChangeSet> skipped(qint64 id, SkipTo to = SkipTo::Next);
    static QString dayOf(const Activity &activity);
    QString path(const QString &name) const { return folder() + u'/' + name; }
    /// An exchange file from one seat to another, whose code is @p seat.
    void send(Store &from, Store &to, const QString &seat);

private:
    qint64 m_lead = 0;
};

} // namespace Kartoteka
