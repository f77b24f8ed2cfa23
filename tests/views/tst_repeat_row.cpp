// SPDX-License-Identifier: GPL-3.0-or-later
// How an activity repeats: a first day that its rule has not is told, and another one offered.
#include "tests/support/ui_test.h"
#include "views/dialogs/repeat_row.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Kartoteka;
using namespace Qt::StringLiterals;

class TestRepeatRow final : public QObject
{
    Q_OBJECT

    static QDateTime at(int day) { return {QDate(2026, 3, day), QTime(10, 0)}; }

private slots:
    void aFirstDayBesidesTheRuleIsTold()
    {
        RepeatRow row;
        row.setMoment(at(4)); // a Wednesday
        row.setRepetition({}, false);
        row.show();
        auto *misfit = row.findChild<QLabel *>(u"activityEditRepeatMisfit"_s);
        auto *begin = row.findChild<QPushButton *>(u"activityEditRepeatBegin"_s);
        QVERIFY(!misfit->isVisible() && !begin->isVisible());
        auto *choice = row.findChild<QComboBox *>(u"activityEditRepeats"_s);
        choice->setCurrentIndex(choice->count() - 1);
        auto *rule = row.findChild<QLineEdit *>(u"activityEditRepeatRule"_s);
        QTest::keyClicks(rule, u"FREQ=WEEKLY;BYDAY=FR"_s);
        QVERIFY(misfit->isVisible() && begin->isVisible());
        QSignalSpy wanted(&row, &RepeatRow::dayWanted);
        QTest::mouseClick(begin, Qt::LeftButton);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted[0][0].toDate(), QDate(2026, 3, 6));
        row.setMoment(at(6));
        QVERIFY(!misfit->isVisible() && !begin->isVisible());
        row.setMoment(at(7)); // on working days it is Monday
        choice->setCurrentIndex(choice->findData(u"FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"_s));
        QVERIFY(misfit->isVisible());
        choice->setCurrentIndex(choice->findData(u"FREQ=WEEKLY"_s)); // whichever day it is
        QVERIFY(!misfit->isVisible());
    }

    void oneOfASeriesThatWasMovedIsAsItIs()
    {
        RepeatRow row;
        row.setMoment(at(4));
        row.setRepetition(u"FREQ=WEEKLY;BYDAY=FR"_s, false);
        row.show();
        auto *begin = row.findChild<QPushButton *>(u"activityEditRepeatBegin"_s);
        QVERIFY(!begin->isVisible());
        row.setMoment(at(5)); // moved now
        QVERIFY(begin->isVisible());
    }
};

KARTOTEKA_UI_TEST(tst_repeat_row, TestRepeatRow)
#include "tst_repeat_row.moc"
