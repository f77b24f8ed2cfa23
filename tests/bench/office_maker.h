// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Kartoteka {

/// How much stands in an office of some leads. Everything grows with the leads, so that what an act costs more in a larger
/// office shows, whatever it depends on.
struct OfficeSize
{
    int leads = 0;
    int companies() const { return leads / 10; }
    int contacts() const { return leads / 10; }
    int deals() const { return leads / 20; }
    int activities() const { return leads * 4 / 10; } ///< three of four are open
    int busyComments() const { return leads / 20; }   ///< on the lead with the long history
    int busyActivities() const { return leads / 50; } ///< open ones on it
    int shared() const { return leads / 200; }        ///< activities that the busy company shares with leads
};

constexpr qint64 busyLead = 77;
constexpr qint64 busyCompany = 7;

/// An office as people have it: clients, companies, tags, deals, comments, activities of ten people; dates, ranks and clients
/// scattered over the ids. Made once and kept in the folder; @return its path. `check` finds nothing wrong with it.
QString benchOffice(const QString &folder, int leads);

} // namespace Kartoteka
