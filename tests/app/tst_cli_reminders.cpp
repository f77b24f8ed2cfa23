// SPDX-License-Identifier: GPL-3.0-or-later
// Reminders by the command line.
#include "tests/support/command_line.h"
#include "tests/support/test_program.h"

class TestCliReminders : public QObject, protected CommandLine
{
    Q_OBJECT

    QString plan(const QString &deadline, const QString &reminders)
    {
        const QString lead = json({u"create"_s, u"lead"_s, u"title=Трубы"_s})[u"id"_s].toString();
        return json({u"activity"_s, u"add"_s, u"lead"_s, lead, u"--title"_s, u"Позвонить"_s, u"--deadline"_s, deadline,
                     u"--remind"_s, reminders})[u"id"_s]
            .toString();
    }
    QJsonArray due() { return json({u"reminders"_s, u"--due"_s}).array(); }

private slots:
    void init() { makeOffice(); }

    void whatIsDueIsListedAndEndsWithZero()
    {
        // For cron: nothing due, nothing said, and a mail only when something is.
        QCOMPARE(run({u"reminders"_s, u"--due"_s}), QByteArray());
        QCOMPARE(m_status, 0);
        run({u"reminders"_s, u"--due"_s, u"--exit-code"_s});
        QCOMPARE(m_status, 0);
        const QString id = plan(u"+10m"_s, u"0,15"_s);
        plan(u"+2d"_s, u"0,15"_s);
        const QJsonArray list = due();
        QCOMPARE(m_status, 0);
        QCOMPARE(list.size(), 1);
        QCOMPARE(list[0][u"id"_s].toString(), id);
        QVERIFY(!list[0][u"at"_s].toString().isEmpty());
        QVERIFY(run({u"reminders"_s, u"--due"_s}).contains("Позвонить"));
        run({u"reminders"_s, u"--due"_s, u"--exit-code"_s});
        QCOMPARE(m_status, 1);
        QCOMPARE(json({u"reminders"_s}).array().size(), 2); // with those to come
    }

    void anEmptyCounterIsSaidInWords()
    {
        QVERIFY(!run({u"counters"_s, u"lead"_s, u"--explain"_s}).trimmed().isEmpty());
        const QJsonDocument none = json({u"counters"_s, u"lead"_s, u"--explain"_s});
        QVERIFY(none[u"activities"_s].isArray() && none[u"activities"_s].toArray().isEmpty());
        plan(u"+10m"_s, u"15"_s);
        const QJsonDocument one = json({u"counters"_s, u"lead"_s, u"--explain"_s});
        QCOMPARE(one[u"red"_s].toInt(), 1);
        QCOMPARE(one[u"green"_s].toInt(), 0);
        QCOMPARE(one[u"planned"_s].toInt(), 1);
        QCOMPARE(one[u"activities"_s].toArray().size(), 1);
        QCOMPARE(one[u"activities"_s][0][u"id"_s], json({u"activities"_s})[0][u"id"_s]);
        QVERIFY(!one[u"activities"_s][0][u"why"_s].toString().isEmpty());
        QVERIFY(run({u"counters"_s, u"lead"_s, u"--explain"_s}).contains("Позвонить"));
    }

    void areDismissedAndPutOff()
    {
        const QString id = plan(u"+10m"_s, u"15"_s);
        const QString deadline = due()[0][u"deadline"_s].toString();
        json({u"reminder"_s, u"snooze"_s, id, u"1h"_s});
        QCOMPARE(m_status, 0);
        QVERIFY(due().isEmpty());
        // The deadline stays; another one brings it back.
        QCOMPARE(json({u"activities"_s})[0][u"deadline"_s].toString(), deadline);
        run({u"activity"_s, u"move"_s, id, u"+5m"_s});
        QCOMPARE(due().size(), 1);
        run({u"reminder"_s, u"dismiss"_s, id});
        QCOMPARE(m_status, 0);
        QVERIFY(due().isEmpty());
        run({u"check"_s});
        QCOMPARE(m_status, 0);
        // Dismissing is no act: undo is about the deadline.
        run({u"undo"_s});
        QCOMPARE(json({u"activities"_s})[0][u"deadline"_s].toString(), deadline);
    }

    void whatMakesNoSenseIsRefused()
    {
        const QString id = plan(u"+10m"_s, u"0"_s);
        run({u"reminder"_s, u"snooze"_s, id, u"never"_s});
        QCOMPARE(m_status, 2);
        run({u"reminder"_s, u"snooze"_s, u"999"_s, u"1h"_s});
        QVERIFY(m_status != 0);
        run({u"activity"_s, u"done"_s, id});
        run({u"reminder"_s, u"dismiss"_s, id});
        QCOMPARE(m_status, 1);
        const QString lead = json({u"create"_s, u"lead"_s, u"title=Ещё"_s})[u"id"_s].toString();
        run({u"activity"_s, u"add"_s, u"lead"_s, lead, u"--remind"_s, u"soon"_s});
        QCOMPARE(m_status, 2);
        run({u"settings"_s, u"quiet_hours=all day"_s});
        QCOMPARE(m_status, 2);
        run({u"settings"_s, u"quiet_hours=20:00-8:00"_s});
        QCOMPARE(m_status, 0);
    }
};

KARTOTEKA_TEST(tst_cli_reminders, TestCliReminders)
#include "tst_cli_reminders.moc"
