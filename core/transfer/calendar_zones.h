// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transfer/calendar_lines.h"

#include <QDateTime>
#include <QHash>
#include <QSet>
#include <QTimeZone>

#include <libical/ical.h>

#include <memory>
#include <optional>

namespace Kartoteka {

/// The time zones that a calendar file names: this computer's by name where it knows them, else as the file describes them. Only for
/// the files that read one: it brings libical along.
class CalendarZones
{
public:
    /// @p meant: the IANA name of the zone that stands for all that nobody knows; empty: none does.
    explicit CalendarZones(const QList<CalendarPart> &parts, const QByteArray &meant = {});

    /// An instant: of a clock in the zone that @p name means, in UTC, or where nothing is said on the clock here.
    qint64 instant(const icaltimetype &time, const QString &name);
    /// A name by which this computer knows the zone; empty where it does not.
    QByteArray knownAs(const QString &name) const;
    /// A zone that nobody knows and the file does not describe.
    bool isUnknown(const QString &name) const;
    /// False from the second time on.
    bool isToldFirst(const QString &name);
    QStringList told() const { return {m_told.cbegin(), m_told.cend()}; }

private:
    struct ZoneFree
    {
        void operator()(icaltimezone *zone) const { icaltimezone_free(zone, 1); }
    };
    std::optional<QTimeZone> known(const QString &name) const;

    QHash<QString, QString> m_places;                      ///< what a file says of a zone of its own besides: X-LIC-LOCATION
    QHash<QString, std::shared_ptr<icaltimezone>> m_zones; ///< as the file describes them; QHash cannot hold unique_ptr
    mutable QHash<QString, QTimeZone> m_known;
    mutable QHash<QString, QByteArray>
        m_alike; ///< which zone has the clock of a described one: all are looked through for it
    QSet<QString> m_told;
    QTimeZone m_meant;
};

} // namespace Kartoteka
