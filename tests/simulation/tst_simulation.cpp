// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/world.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace Kartoteka;

namespace {

QString firstDifference(const QMap<QString, QString> &a, const QMap<QString, QString> &b)
{
    for (auto it = a.cbegin(); it != a.cend(); ++it) {
        if (b.value(it.key()) != *it)
            return u"%1\n  %2\n  %3"_s.arg(it.key(), *it, b.contains(it.key()) ? b.value(it.key()) : u"(absent)"_s);
    }
    for (auto it = b.cbegin(); it != b.cend(); ++it) {
        if (!a.contains(it.key()))
            return u"%1\n  (absent)\n  %2"_s.arg(it.key(), *it);
    }
    return {};
}

} // namespace

/// Replicas that exchange files by a hostile post office come to hold the same data, and no write is lost.
/// KARTOTEKA_SIMULATION_ROUNDS: how many files are read in all; KARTOTEKA_SIMULATION_SEED repeats one world;
/// KARTOTEKA_SIMULATION_KEEP: their files stay.
class TestSimulation final : public QObject
{
    Q_OBJECT
private slots:
    void replicasConverge()
    {
        const int rounds = qEnvironmentVariableIsSet("KARTOTEKA_SIMULATION_ROUNDS")
            ? qEnvironmentVariableIntValue("KARTOTEKA_SIMULATION_ROUNDS")
            : 300;
        const bool repeat = qEnvironmentVariableIsSet("KARTOTEKA_SIMULATION_SEED");
        int exchanges = 0;
        while (exchanges < rounds) {
            const quint32 seed = repeat ? qEnvironmentVariable("KARTOTEKA_SIMULATION_SEED").toUInt()
                                        : QRandomGenerator::global()->generate();
            qInfo("seed %u", seed);
            World world(seed);
            const int steps = 150 + int(seed % 150);
            for (int i = 0; i < steps; ++i)
                world.step();
            const bool quiet = world.quiet();
            if (!compare(world, quiet)) {
                qWarning("%s", qUtf8Printable(world.log().join(u'\n')));
                QFAIL(qUtf8Printable(u"seed %1"_s.arg(seed)));
            }
            exchanges += world.exchanges();
            if (repeat)
                break;
        }
        qInfo("%d exchanges", exchanges);
    }

    /// A new table of records has acts of its own here.
    void everyTableIsWritten()
    {
        constexpr int most = 10'000;
        World world(1);
        QRandomGenerator random(1);
        QSet<QString> left = world.replica(0).untouched();
        for (int acts = 1; acts < most && !left.isEmpty(); ++acts) {
            randomAct(world.replica(0), random);
            if (acts % 100 == 0)
                left = world.replica(0).untouched();
            if (left.isEmpty())
                qInfo("%d acts", acts);
        }
        QCOMPARE(left, QSet<QString>());
    }

private:
    /// The journal rows that tell of a record.
    static QString storyOf(const QString &uid, const QMap<QString, QString> &journal)
    {
        QStringList lines;
        for (auto it = journal.cbegin(); it != journal.cend(); ++it) {
            if (it->contains(uid, Qt::CaseInsensitive))
                lines << it.key() + u' ' + *it;
        }
        return lines.join(u'\n');
    }

    static bool compare(World &world, bool quiet)
    {
        if (!world.failures().isEmpty()) {
            qWarning("%s", qUtf8Printable(world.failures().join(u'\n')));
            return false;
        }
        if (!quiet) {
            qWarning("the vectors did not become equal");
            return false;
        }
        const auto records = world.replica(0).records();
        const auto journal = world.replica(0).journal();
        for (auto it = journal.cbegin(); it != journal.cend(); ++it) {
            if (it->contains(QLatin1StringView(forgedText))) {
                qWarning("a forged row was taken: %s %s", qUtf8Printable(it.key()), qUtf8Printable(*it));
                return false;
            }
        }
        const auto timelines = world.replica(0).timelines();
        const QStringList conflicts = world.replica(0).conflicts();
        for (int i = 0; i < world.size(); ++i) {
            Replica &other = world.replica(i);
            if (const QStringList problems = other.problems(); !problems.isEmpty()) {
                qWarning("%d: %s", i, qUtf8Printable(problems.join(u'\n')));
                return false;
            }
            for (const QString &difference :
                 {firstDifference(journal, other.journal()), firstDifference(records, other.records()),
                  firstDifference(timelines, other.timelines())}) {
                if (!difference.isEmpty()) {
                    qWarning("0 and %d differ: %s %s\n%s", i, qUtf8Printable(difference),
                             qUtf8Printable(journal.value(difference.section(u'\n', 0, 0))),
                             qUtf8Printable(storyOf(difference.section(u'\n', 0, 0).section(u' ', -1), journal)));
                    qWarning("conflicts:\n%s\n---\n%s", qUtf8Printable(conflicts.join(u'\n')),
                             qUtf8Printable(other.conflicts().join(u'\n')));
                    return false;
                }
            }
            if (other.order() != world.replica(0).order()) {
                qWarning("0 and %d show definitions in another order", i);
                return false;
            }
            if (const QStringList own = other.conflicts(); own != conflicts) {
                const auto onlyIn = [](QStringList a, const QStringList &b) {
                    a.removeIf([&](const QString &line) { return b.contains(line); });
                    return a.join(u'\n');
                };
                qWarning("conflicts of 0 and %d differ:\n%s\n---\n%s", i, qUtf8Printable(onlyIn(conflicts, own)),
                         qUtf8Printable(onlyIn(own, conflicts)));
                return false;
            }
        }
        return true;
    }
};

KARTOTEKA_TEST(tst_simulation, TestSimulation)
#include "tst_simulation.moc"
