// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ui_test.h"
#include "views/fields/deadline_line.h"

#include "core/activities/deadline_words.h"
#include "core/schema/language.h"
#include "tests/support/test_office.h"

#include <QTest>

using namespace Kartoteka;

/// A deadline in words, and what is offered to those who do not type.
class TestDeadlineLine final : public QObject
{
    Q_OBJECT

private slots:
    /// What is offered is read as if it had been typed, so every language has to say it in words that are understood.
    void usualDeadlinesAreUnderstoodInEveryLanguage()
    {
        TestOffice office;
        const auto daysIn = [&office](const QString &language) {
            installLanguage(language);
            const QDateTime morning(QDate(2026, 3, 4), QTime(9, 30)); // a Wednesday
            QStringList moments;
            for (const QString &words : DeadlineLine::usualDeadlines()) {
                const auto at = parseDeadline(words, morning, WorkCalendar(office.schema()));
                moments << (at ? at->toString(u"MM-dd"_s) : words);
            }
            return moments;
        };
        const QStringList days{u"03-04"_s, u"03-05"_s, u"03-06"_s, u"03-07"_s, u"03-09"_s, u"03-11"_s, u"03-31"_s};
        QCOMPARE(daysIn(u"en"_s), days);
        QCOMPARE(daysIn(u"ru"_s), days);
    }
};

KARTOTEKA_UI_TEST(tst_deadline_line, TestDeadlineLine)
#include "tst_deadline_line.moc"
