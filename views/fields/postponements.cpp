// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/fields/postponements.h"

#include <QCoreApplication>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Kartoteka::Postponements)
};

} // namespace

QList<PostponeChoice> postponements()
{
    return {{u"postponeHour"_s, Tr::tr("An hour later"), {1, 0, false}},
            {u"postponeTwoHours"_s, Tr::tr("Two hours later"), {2, 0, false}},
            {u"postponeThreeHours"_s, Tr::tr("Three hours later"), {3, 0, false}},
            {u"postponeDay"_s, Tr::tr("A day later"), {0, 1, false}},
            {u"postponeTwoDays"_s, Tr::tr("Two days later"), {0, 2, false}},
            {u"postponeThreeDays"_s, Tr::tr("Three days later"), {0, 3, false}},
            {u"postponeWeek"_s, Tr::tr("A week later"), {0, 7, false}},
            {u"postponeMonday"_s, Tr::tr("Next Monday"), {0, 0, true}}};
}

QList<PostponeChoice> nearPostponements()
{
    return {{u"postponeHour"_s, Tr::tr("+1 h"), {1, 0, false}},
            {u"postponeDay"_s, Tr::tr("+1 d"), {0, 1, false}},
            {u"postponeMonday"_s, Tr::tr("Monday"), {0, 0, true}}};
}

} // namespace Kartoteka
