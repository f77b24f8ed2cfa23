// SPDX-License-Identifier: GPL-3.0-or-later
// Activities that come again by the command line.
#include "tests/support/command_line.h"
#include "tests/support/test_program.h"

class TestCliSeries : public QObject, protected CommandLine
{
    Q_OBJECT

    QString plan(const QStringList &more)
    {
        return json(QStringList{u"activity"_s, u"add"_s, u"lead"_s, m_lead, u"--title"_s, u"Call"_s, u"--deadline"_s,
                                u"2100-01-04T10:00:00Z"_s} // a Monday
                    + more)[u"id"_s]
            .toString();
    }
    QJsonArray open()
    {
        QJsonArray found;
        for (const auto &one : json({u"activities"_s}).array()) {
            if (!one.toObject()[u"done"_s].toBool())
                found.append(one);
        }
        return found;
    }

    QString m_lead;

private slots:
    void init()
    {
        makeOffice();
        m_lead = json({u"create"_s, u"lead"_s, u"title=Pipes"_s})[u"id"_s].toString();
    }

    void oneIsPlannedAndFollowedByTheNext()
    {
        const QString id = plan({u"--repeat"_s, u"freq=weekly;byday=mo"_s});
        const QJsonObject planned = json({u"activities"_s})[0].toObject();
        QCOMPARE(planned[u"recurrence"_s].toString(), u"FREQ=WEEKLY;BYDAY=MO"_s);
        QCOMPARE(planned[u"repeat_when_done"_s].toBool(true), false);
        QVERIFY(run({u"activities"_s}).contains("каждую неделю по пн"));
        QVERIFY(run({u"activities"_s, u"--lang"_s, u"en"_s}).contains("every week on Mon"));
        run({u"activity"_s, u"done"_s, id});
        QCOMPARE(open().size(), 1);
        QCOMPARE(open()[0][u"deadline"_s].toString(), u"2100-01-11T10:00:00Z"_s);
        run({u"activity"_s, u"reopen"_s, id});
        QCOMPARE(open().size(), 1);
        QCOMPARE(open()[0][u"id"_s].toString(), id);
        run({u"undo"_s});
        QCOMPARE(open()[0][u"deadline"_s].toString(), u"2100-01-11T10:00:00Z"_s);
        run({u"check"_s});
        QCOMPARE(m_status, 0);
    }

    void oneIsSkipped()
    {
        const QString id = plan({u"--repeat"_s, u"FREQ=WEEKLY"_s});
        QCOMPARE(json({u"activity"_s, u"skip"_s, id})[u"deadline"_s].toString(), u"2100-01-11T10:00:00Z"_s);
        QCOMPARE(open().size(), 1);
        run({u"activity"_s, u"set"_s, id, u"recurrence="_s});
        run({u"activity"_s, u"skip"_s, id});
        QVERIFY(m_status != 0); // it does not repeat any more
    }

    void aChangeIsForOneTheFollowingOrAll()
    {
        const QString id = plan({u"--repeat"_s, u"FREQ=WEEKLY"_s});
        run({u"activity"_s, u"set"_s, id, u"title=Visit"_s});
        QCOMPARE(open().size(), 2);
        run({u"undo"_s});
        QVERIFY(json({u"activity"_s, u"set"_s, id, u"title=Visit"_s, u"--following"_s}).object().contains(u"recurrence"_s));
        QCOMPARE(open().size(), 1);
        QVERIFY(run({u"activity"_s, u"delete"_s, id}).contains("--following")); // the next one stands in its place
        QCOMPARE(open()[0][u"deadline"_s].toString(), u"2100-01-11T10:00:00Z"_s);
        run({u"activity"_s, u"skip"_s, id, u"--to-today"_s});
        QVERIFY(m_status != 0); // it stands later already
        run({u"activity"_s, u"delete"_s, id, u"--following"_s});
        QVERIFY(open().isEmpty());
    }

    /// What was deleted or skipped while a later one stands is told by that.
    void theOneThatItGoesOnWithIsTold()
    {
        for (const QString &act : {u"delete"_s, u"skip"_s}) {
            const QString id = plan({u"--repeat"_s, u"FREQ=WEEKLY"_s});
            run({u"activity"_s, u"done"_s, id});
            const QString next = open().last()[u"id"_s].toString();
            run({u"activity"_s, u"set"_s, next, u"reminders=5"_s, u"--following"_s}); // so it stays
            run({u"activity"_s, u"reopen"_s, id});
            QCOMPARE(json({u"activity"_s, act, id})[u"id"_s].toString(), next);
            QCOMPARE(m_status, 0);
            run({u"activity"_s, u"delete"_s, next, u"--all"_s});
        }
    }

    /// Whoever finds that out, it is the word that was wrong.
    void aRuleThatComesToNoDayIsToldAlike()
    {
        const QString id = plan({u"--repeat"_s, u"FREQ=WEEKLY"_s});
        for (const QString &rule : {u"FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"_s, u"FREQ=YEARLY;BYWEEKNO=1;BYMONTH=8"_s}) {
            run({u"activity"_s, u"set"_s, id, u"recurrence="_s + rule});
            QCOMPARE(m_status, 2);
            run({u"activity"_s, u"add"_s, u"lead"_s, m_lead, u"--deadline"_s, u"2100-01-04T10:00:00Z"_s, u"--repeat"_s,
                 rule});
            QCOMPARE(m_status, 2);
        }
    }

    void kindsAndPartsAreSetAndTold()
    {
        QCOMPARE(json({u"activity-kind"_s, u"set"_s, u"call"_s, u"duration=20"_s, u"suggests=email"_s})
                     .object()[u"duration"_s]
                     .toString(),
                 u"20"_s);
        run({u"activity-kind"_s, u"set"_s, u"call"_s, u"duration=long"_s});
        QVERIFY(m_status != 0);
        const QString id = plan({u"--kind"_s, u"call"_s, u"location=Office"_s, u"priority=high"_s});
        const QJsonObject planned = open()[0].toObject();
        QCOMPARE(planned[u"duration"_s].toInt(), 20);
        QCOMPARE(planned[u"location"_s].toString(), u"Office"_s);
        QCOMPARE(planned[u"priority"_s].toString(), u"high"_s);
        const QJsonArray steps =
            json({u"activity"_s, u"steps"_s, id, u"--add"_s, u"Ask"_s, u"--add"_s, u"Note"_s, u"--tick"_s, u"1"_s}).array();
        QCOMPARE(steps.size(), 2);
        QVERIFY(steps[0][u"done"_s].toBool());
        const QJsonObject done =
            json({u"activity"_s, u"done"_s, id, u"--result"_s, u"no_answer"_s, u"--note"_s, u"Again"_s}).object();
        QVERIFY(done[u"done"_s].toBool());
        QCOMPARE(done[u"result_kind"_s].toString(), u"no_answer"_s);
        run({u"activity"_s, u"reopen"_s, id});
        for (const QString &word : {u"duration=-5"_s, u"duration=99999999"_s, u"time_zone=Nowhere/Land"_s}) {
            run({u"activity"_s, u"set"_s, id, word});
            QVERIFY2(m_status != 0, qPrintable(word));
        }
        run({u"activity"_s, u"move"_s, id, u"9999-01-01"_s});
        QVERIFY(m_status != 0);
        QVERIFY(run({u"activity-kind"_s, u"list"_s}).contains("\n    duration=20\n"));
    }

    /// What books a resource or takes whole days takes time, also where nobody said when it begins.
    void whatIsBookedBegins()
    {
        const QString room = json({u"create"_s, u"resource"_s, u"title=Room"_s})[u"id"_s].toString();
        const QString id = plan({u"resources="_s + room});
        QJsonObject planned = open()[0].toObject();
        QCOMPARE(planned[u"start"_s].toString(), u"2100-01-04T10:00:00Z"_s);
        QVERIFY(planned[u"duration"_s].toInt() > 0);
        run({u"activity"_s, u"add"_s, u"lead"_s, m_lead, u"--deadline"_s, u"2100-01-04T10:15:00Z"_s,
             u"resources="_s + room});
        QVERIFY(m_status != 0); // it is taken
        planned = json({u"activity"_s, u"set"_s, id, u"resources="_s, u"all_day=yes"_s}).object();
        QCOMPARE(planned[u"duration"_s].toInt() % 1440, 0);
        QVERIFY(planned[u"all_day"_s].toBool());
        run({u"check"_s});
        QCOMPARE(m_status, 0);
        run({u"activity"_s, u"add"_s, u"lead"_s, m_lead, u"start=2100-02-01"_s, u"all_day=yes"_s});
        QVERIFY(open().last()[u"deadline"_s].toString() > u"2100-01-31T20"_s); // not the usual one
        const QStringList hold{u"slots"_s,      u"--from"_s,  u"2100-01-04"_s, u"--to"_s,
                               u"2100-01-05"_s, u"--until"_s, u"2100-01-02"_s};
        run(hold + QStringList{u"--hold"_s, u" "_s});
        QVERIFY(m_status != 0);
        run(hold + QStringList{u"--hold"_s, u"Talk"_s, u"--step"_s, u"30"_s});
        QVERIFY(m_status != 0);
    }

    void theRuleIsChangedAndTakenAway()
    {
        const QString id = plan({u"--repeat"_s, u"FREQ=DAILY"_s, u"--repeat-when-done"_s});
        QCOMPARE(json({u"activities"_s})[0][u"repeat_when_done"_s].toBool(), true);
        const QJsonObject changed =
            json({u"activity"_s, u"set"_s, id, u"recurrence=FREQ=MONTHLY"_s, u"repeat_when_done=no"_s}).object();
        QCOMPARE(changed[u"recurrence"_s].toString(), u"FREQ=MONTHLY"_s);
        QVERIFY(!json({u"activity"_s, u"set"_s, id, u"recurrence="_s}).object().contains(u"recurrence"_s));
        run({u"activity"_s, u"done"_s, id});
        QVERIFY(open().isEmpty());
    }

    void nonsenseIsRefusedAndNothingPlanned()
    {
        for (const QStringList &more :
             {QStringList{u"--repeat"_s, u"FREQ=HOURLY"_s}, QStringList{u"--repeat"_s, u"FREQ=DAILY;UNTIL=20200101"_s},
              QStringList{u"--repeat-when-done"_s}}) {
            run(QStringList{u"activity"_s, u"add"_s, u"lead"_s, m_lead} + more);
            QVERIFY2(m_status != 0, qPrintable(more.join(u' ')));
        }
        run({u"activity"_s, u"add"_s, u"lead"_s, m_lead, u"--incoming"_s, u"--repeat"_s, u"FREQ=DAILY"_s});
        QVERIFY(m_status != 0); // it has no deadline to count from
        QVERIFY(open().isEmpty());
        const QString id = plan({});
        run({u"activity"_s, u"set"_s, id, u"recurrence=sometimes"_s});
        QVERIFY(m_status != 0);
        run({u"activity"_s, u"set"_s, id, u"series=x"_s}); // the program's own
        QVERIFY(m_status != 0);
    }
};

KARTOTEKA_TEST(tst_cli_series, TestCliSeries)
#include "tst_cli_series.moc"
