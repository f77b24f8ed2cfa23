// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/fields/postponements.h"

#include <QCoreApplication>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

struct PostponementWords
{
    Q_DECLARE_TR_FUNCTIONS(Kartoteka::Postponements)
};

} // namespace

QList<PostponeChoice> postponements()
{
    return {{u"postponeHour"_s, PostponementWords::tr("An hour later"), {1, 0, false}},
            {u"postponeTwoHours"_s, PostponementWords::tr("Two hours later"), {2, 0, false}},
            {u"postponeThreeHours"_s, PostponementWords::tr("Three hours later"), {3, 0, false}},
            {u"postponeDay"_s, PostponementWords::tr("A day later"), {0, 1, false}},
            {u"postponeTwoDays"_s, PostponementWords::tr("Two days later"), {0, 2, false}},
            {u"postponeThreeDays"_s, PostponementWords::tr("Three days later"), {0, 3, false}},
            {u"postponeWeek"_s, PostponementWords::tr("A week later"), {0, 7, false}},
            {u"postponeMonday"_s, PostponementWords::tr("Next Monday"), {0, 0, true}}};
}

QList<PostponeChoice> nearPostponements()
{
    return {{u"postponeHour"_s, PostponementWords::tr("+1 h"), {1, 0, false}},
            {u"postponeDay"_s, PostponementWords::tr("+1 d"), {0, 1, false}},
            {u"postponeMonday"_s, PostponementWords::tr("Monday"), {0, 0, true}}};
}

} // namespace Kartoteka
