// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/merge/field_merge.h"
#include "tests/support/test_program.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace Kartoteka;

namespace {

const QUuid a = QUuid::fromString(u"{00000000-0000-7000-8000-00000000000a}"_s);
const QUuid b = QUuid::fromString(u"{00000000-0000-7000-8000-00000000000b}"_s);

FieldWrite write(const QUuid &origin, qint64 sequence, qint64 clock, const QJsonValue &before, const QJsonValue &after,
                 const VersionVector &knows = {})
{
    return {.row = clock * 10 + sequence,
            .clock = clock,
            .origin = origin,
            .sequence = sequence,
            .before = before,
            .after = after,
            .knows = knows};
}

QJsonArray list(const QStringList &texts)
{
    QJsonArray array;
    for (const QString &text : texts)
        array.append(QJsonObject{{u"v"_s, text}});
    return array;
}

QStringList texts(const QJsonArray &members)
{
    QStringList found;
    for (const auto &member : members)
        found << member[u"v"].toString();
    return found;
}

} // namespace

class TestFieldMerge final : public QObject
{
    Q_OBJECT
private slots:
    /// The clock of a write was put right, and lies before that of the write that its writer had: it comes after it all the same.
    void whoeverKnewComesAfterAlsoWithACorrectedClock()
    {
        const FieldWrite first = write(a, 1, 50, u"x"_s, u"y"_s);
        FieldWrite second = write(b, 1, 20, u"y"_s, u"z"_s, {{a, 1}});
        second.isCorrected = true;
        const FieldWrite third = write(a, 2, 30, u"z"_s, u"last"_s, {{b, 1}});
        for (const auto &order : {QList{first, second, third}, QList{third, second, first}, QList{second, third, first}}) {
            QCOMPARE(mergedValue(order).toString(), u"last"_s);
            QCOMPARE(inOrder(order).constFirst().row, first.row);
            QVERIFY(lostWrites(order).isEmpty());
        }
        QCOMPARE(mergedValue({first, second}).toString(), u"z"_s);
    }

    void theLaterClockWins() { QCOMPARE(mergedValue({write(a, 1, 20, 1, 2), write(b, 1, 10, 1, 3)}).toInt(), 2); }

    void equalClocksAreDecidedByReplica()
    {
        const QList<FieldWrite> writes{write(a, 1, 10, 1, 2), write(b, 1, 10, 1, 3)};
        const QList<FieldWrite> turned{writes[1], writes[0]};
        QCOMPARE(mergedValue(writes), mergedValue(turned));
    }

    void additionsAndRemovalsOfMembersAreUnited()
    {
        const QJsonArray before = list({u"one"_s, u"two"_s});
        const QJsonArray merged = mergedMembers({write(a, 1, 10, before, list({u"one"_s, u"two"_s, u"three"_s})),
                                                 write(b, 1, 20, before, list({u"two"_s, u"four"_s}))});
        QCOMPARE(texts(merged), (QStringList{u"two"_s, u"four"_s, u"three"_s}));
    }

    void aWriteThatWasKnownIsNoConflict()
    {
        QVERIFY(lostWrites({write(a, 1, 10, 1, 2), write(b, 1, 20, 2, 3, {{a, 1}})}).isEmpty());
    }

    void aWriteThatWasNotKnownIs()
    {
        const QList<LostWrite> lost = lostWrites({write(a, 1, 10, 1, 2), write(b, 1, 20, 1, 3)});
        QCOMPARE(lost, (QList<LostWrite>{{.loser = 101, .winner = 201, .open = true}}));
    }

    void equalValuesAreNoConflict() { QVERIFY(lostWrites({write(a, 1, 10, 1, 2), write(b, 1, 20, 1, 2)}).isEmpty()); }

    void whoeverKnewBothSettlesIt()
    {
        const QList<LostWrite> lost = lostWrites(
            {write(a, 1, 10, 1, 2), write(b, 1, 20, 1, 3), write(a, 2, 30, 3, 2, {{b, 1}})});
        QCOMPARE(lost.size(), 1);
        QVERIFY(!lost.first().open);
    }

    void whatAnErasureKnewOfIsNoConflict()
    {
        const QList<FieldWrite> writes{write(a, 1, 10, 1, 2), write(b, 1, 20, 1, 3)};
        const FieldWrite knowsOne = write(a, 2, 30, {}, {});
        const FieldWrite knowsBoth = write(a, 2, 30, {}, {}, {{b, 1}});
        QCOMPARE(lostWrites(writes, {knowsOne}).size(), 1);
        QVERIFY(lostWrites(writes, {knowsOne, knowsBoth}).isEmpty());
    }

    /// Whichever order writes arrive in, every replica comes to the same.
    void orderOfArrivalDoesNotMatter()
    {
        QRandomGenerator random(1);
        const QStringList words{u"a"_s, u"b"_s, u"c"_s, u"d"_s};
        for (int round = 0; round < 500; ++round) {
            QList<FieldWrite> writes;
            const QJsonArray first = list({u"a"_s, u"b"_s});
            QHash<QUuid, qint64> sequences;
            for (int i = 0; i < 6; ++i) {
                QStringList after;
                for (const QString &word : words) {
                    if (random.bounded(2))
                        after << word;
                }
                const QUuid origin = random.bounded(2) ? a : b;
                writes << write(origin, ++sequences[origin], 10 + i, first, list(after));
            }
            const QJsonArray merged = mergedMembers(writes);
            const QList<LostWrite> lost = lostWrites(writes);
            std::shuffle(writes.begin(), writes.end(), random);
            QCOMPARE(mergedMembers(writes), merged);
            QCOMPARE(lostWrites(writes), lost);
        }
    }
};

KARTOTEKA_TEST(tst_field_merge, TestFieldMerge)
#include "tst_field_merge.moc"
