// SPDX-License-Identifier: GPL-3.0-or-later
// The board of activities, by the command line.
#include "tests/support/command_line.h"
#include "tests/support/test_program.h"

class TestCliActivityBoard : public QObject, protected CommandLine
{
    Q_OBJECT

    QStringList items(const QJsonDocument &board, const QString &code)
    {
        QStringList found;
        for (const QJsonValue &column : board[u"columns"_s].toArray()) {
            if (column[u"code"_s].toString() != code)
                continue;
            for (const QJsonValue &item : column[u"items"_s].toArray())
                found << item.toString();
            if (column[u"count"_s].toInt() < found.size())
                found << u"miscounted"_s;
        }
        return found;
    }

private slots:
    void init() { makeOffice(); }

    void columnsAreToldWithTheirItems()
    {
        const auto make = [&](const QString &title) {
            return json({u"create"_s, u"lead"_s, u"title="_s + title})[u"id"_s].toString();
        };
        const QString late = make(u"Late"_s);
        const QString far = make(u"Far"_s);
        const QString waiting = make(u"Waiting"_s);
        const QString free = make(u"Free"_s);
        const QString won = make(u"Done"_s);
        run({u"activity"_s, u"add"_s, u"lead"_s, late, u"--deadline"_s, u"2020-01-01T10:00"_s});
        run({u"activity"_s, u"add"_s, u"lead"_s, far, u"--deadline"_s, u"2090-01-01T10:00"_s});
        run({u"activity"_s, u"add"_s, u"lead"_s, waiting, u"--incoming"_s});
        run({u"move"_s, u"lead"_s, won, u"junk"_s});
        const QJsonDocument board = json({u"activities"_s, u"--board"_s, u"lead"_s});
        QStringList codes;
        for (const QJsonValue &column : board[u"columns"_s].toArray())
            codes << column[u"code"_s].toString();
        QCOMPARE(codes, (QStringList{u"overdue"_s, u"today"_s, u"this_week"_s, u"next_week"_s, u"later"_s, u"none"_s}));
        QCOMPARE(items(board, u"overdue"_s), QStringList{late});
        QCOMPARE(items(board, u"today"_s), QStringList{waiting});
        QCOMPARE(items(board, u"later"_s), QStringList{far});
        QCOMPARE(items(board, u"none"_s), QStringList{free});
        const QJsonDocument some = json({u"activities"_s, u"--board"_s, u"lead"_s, u"--where"_s, u"title ~ far"_s});
        QCOMPARE(items(some, u"later"_s), QStringList{far});
        QCOMPARE(items(some, u"none"_s), QStringList());
        QVERIFY(run({u"activities"_s, u"--board"_s, u"lead"_s, u"--lang"_s, u"en"_s}).contains("Overdue"));
    }

    void whatMakesNoSenseIsRefused()
    {
        for (const QStringList &words : {QStringList{u"activities"_s, u"--board"_s, u"gate"_s},
                                         {u"activities"_s, u"--board"_s, u"lead"_s, u"--mine"_s},
                                         {u"activities"_s, u"--board"_s, u"lead"_s, u"--where"_s, u"nothing = 1"_s}}) {
            run(words);
            QCOMPARE(m_status, 2);
        }
    }
};

KARTOTEKA_TEST(tst_cli_activity_board, TestCliActivityBoard)
#include "tst_cli_activity_board.moc"
