// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/change/version_vector.h"

namespace Kartoteka {

/// Rows that a replica wrote with a wrong clock, and when they count as written. Each stands in a setting, so that it
/// reaches every replica as any change does.
struct ClockCorrection
{
    QUuid origin;
    qint64 first = 0; ///< sequences
    qint64 last = 0;
    qint64 at = 0; ///< UTC ms
};

class ClockCorrections
{
public:
    /// Those that stand in the settings of a file.
    static Result<ClockCorrections> read(Connection &connection);

    void add(const ClockCorrection &correction);
    /// Two files wrote under one name: what is said of the rows of that name concerns those of its second history too, since
    /// whoever said it may have known them by the first name.
    void addBranch(const QUuid &branch, const QUuid &parent);
    bool isEmpty() const { return m_corrections.isEmpty(); }
    QList<ClockCorrection> of(const QUuid &origin) const { return m_corrections.value(origin); }
    bool concerns(const QUuid &origin, qint64 sequence) const;
    /// The hybrid clock by which a row is compared with others: its own, or that of the earliest correction.
    qint64 clockOf(const QUuid &origin, qint64 sequence, qint64 clock) const;
    /// When a row counts as written, UTC ms: as it says itself (@p at), or by the earliest correction.
    qint64 timeOf(const QUuid &origin, qint64 sequence, qint64 at) const;

private:
    QList<ClockCorrection> concerning(const QUuid &origin, qint64 sequence) const;

    QHash<QUuid, QList<ClockCorrection>> m_corrections;
    QHash<QUuid, QUuid> m_parents; ///< of second histories
};

/// The setting that holds a correction: its code, its value.
QString clockSetting(const ClockCorrection &correction);
/// What counts as written when is never taken back: replicas would compare the same rows in different ways.
bool isClockSetting(const QString &code);
/// Null origin when the setting is none.
ClockCorrection clockCorrection(const QString &code, const QString &value);

} // namespace Kartoteka
