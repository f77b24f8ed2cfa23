// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/board/board_model.h"
#include "tests/bench/acts.h"
#include "tests/bench/daily_bench.h"
#include "tests/bench/exchange_bench.h"
#include "tests/bench/filter_bench.h"
#include "tests/bench/import_bench.h"
#include "tests/bench/office_maker.h"
#include "tests/bench/turn_meter.h"
#include "views/board/board_view.h"
#include "views/section/board_section.h"
#include "views/shell/main_window.h"
#include "views/shell/office_widget.h"
#include "views/shell/section_page.h"
#include "views/theme/theme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTextStream>

#include <array>

#include <unistd.h>

using namespace Kartoteka;

namespace {

constexpr int importedRows = 100'000;
constexpr double flatExponent = 0.15;

const std::array subjectTexts{std::pair{u"import"_s, u"An import into a new file."_s},
                              std::pair{u"reads"_s, u"Lists, boards, searches, counts."_s},
                              std::pair{u"cards"_s, u"What an open card reads."_s},
                              std::pair{u"turns"_s, u"Turns of the window's event loop."_s},
                              std::pair{u"writes"_s, u"Acts on one item."_s},
                              std::pair{u"filters"_s, u"Filters and groups."_s},
                              std::pair{u"many"_s, u"Acts on many items."_s},
                              std::pair{u"activities"_s, u"Activities: keeping, counting, series."_s},
                              std::pair{u"calendar"_s, u"The calendar, bookings, free time."_s},
                              std::pair{u"definitions"_s, u"Types, fields, values of lists."_s},
                              std::pair{u"files"_s, u"Export, check, backup, the command line."_s},
                              std::pair{u"start"_s, u"The program from its start to the painted board."_s},
                              std::pair{u"daily"_s, u"A day's work in the window."_s},
                              std::pair{u"exchange"_s, u"Exchange files written and merged."_s}};

/// What a start costs: until the board of the file is painted.
int startOnly(const QString &path)
{
    MainWindow window;
    window.resize(1440, 900);
    window.show();
    if (!window.openFile(path))
        return 1;
    BoardModel *board = window.office()->section()->part<BoardSection>()->model();
    loopUntil([&] { return board->columnCount() > 0 && !board->isLoading() && board->card(0, 0); });
    window.office()->section()->part<BoardSection>()->view()->repaint();
    ::_exit(0);
}

/// The window in a process of its own, whose memory is nobody else's.
int turnsOnly(const QString &path, int leads, const QString &costs)
{
    Report report;
    Growth growth;
    benchTurns(report, growth, path, leads);
    QFile file(costs);
    if (file.open(QIODevice::WriteOnly))
        growth.write(file);
    file.close();
    ::_exit(qMin(report.missed(), 100));
}

class Bench
{
public:
    Bench(Report &report, QString folder, QStringList subjects)
        : m_report(report), m_folder(std::move(folder)), m_subjects(std::move(subjects))
    {}

    void run(const QList<int> &sizes)
    {
        for (const int leads : sizes)
            office(leads);
        if (sizes.size() > 1)
            m_growth.print(m_report, flatExponent);
        if (wants(u"definitions"_s))
            benchLargeSchema(m_report, m_folder);
        if (wants(u"start"_s))
            start(sizes.last());
    }

private:
    bool wants(const QString &subject) const { return m_subjects.isEmpty() || m_subjects.contains(subject); }

    void office(int leads)
    {
        const QString kept = benchOffice(m_folder, leads);
        // What is done must not change the file that is kept.
        const auto onCopy = [&](const std::function<void(const QString &)> &job) {
            const QTemporaryDir work(m_folder + u"/work-XXXXXX"_s);
            const QString path = work.filePath(u"office.kartoteka"_s);
            if (!QFile::copy(kept, path))
                qFatal("%s cannot be copied", qPrintable(kept));
            job(path);
        };
        const QString programs = QCoreApplication::applicationDirPath();
        onCopy([&](const QString &path) {
            if (wants(u"reads"_s))
                benchReads(m_report, m_growth, path, leads);
            if (wants(u"cards"_s))
                benchCards(m_report, m_growth, path, leads);
            if (wants(u"turns"_s))
                turns(path, leads);
            if (wants(u"writes"_s))
                benchWrites(m_report, m_growth, path, leads);
        });
        if (wants(u"filters"_s))
            benchFilters(m_report, m_growth, m_folder, leads);
        // The floors of the single acts write past the store: its totals would not stand any more.
        if (wants(u"many"_s))
            onCopy([&](const QString &path) { benchMany(m_report, m_growth, path, leads); });
        if (wants(u"activities"_s))
            onCopy([&](const QString &path) { benchActivities(m_report, m_growth, path, leads); });
        if (wants(u"calendar"_s))
            onCopy([&](const QString &path) { benchCalendar(m_report, m_growth, path, leads); });
        if (wants(u"definitions"_s))
            onCopy([&](const QString &path) { benchDefinitions(m_report, path, leads); });
        if (wants(u"files"_s)) {
            onCopy([&](const QString &path) {
                benchFileActs(m_report, m_growth, path, leads, programs + u"/../../app/cli/kartoteka-cli"_s);
            });
        }
    }

    void turns(const QString &path, int leads)
    {
        const QString costs = path + u".costs"_s;
        QTextStream out(stdout);
        out.flush();
        QProcess child;
        child.setProcessChannelMode(QProcess::ForwardedChannels);
        child.start(QCoreApplication::applicationFilePath(), {u"--turns-of"_s, path, QString::number(leads), costs});
        if (!child.waitForFinished(1'200'000))
            qFatal("turns");
        m_report.addMissed(child.exitCode());
        QFile file(costs);
        if (file.open(QIODevice::ReadOnly))
            m_growth.read(file);
    }

    void start(int leads)
    {
        constexpr double startLimitMs = 300;
        m_report.section(u"Start of the program"_s);
        const QString path = benchOffice(m_folder, leads);
        const double ms = medianMs(
            [&] {
                QProcess child;
                child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
                child.start(QCoreApplication::applicationFilePath(), {u"--start"_s, path});
                if (!child.waitForFinished(60'000) || child.exitCode() != 0)
                    qFatal("start");
            },
            5);
        m_report.figure(u"process start to painted board, %1 leads, ms"_s.arg(leads), QString::number(ms, 'f', 0),
                        ms <= startLimitMs);
    }

    Report &m_report;
    Growth m_growth;
    QString m_folder;
    QStringList m_subjects;
};

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_NO_GLIB", "1"); // Qt's own loop says when it waits
    QStandardPaths::setTestModeEnabled(true);
    QApplication application(argc, argv);
    QApplication::setOrganizationName(u"Kartoteka"_s);
    QApplication::setApplicationName(u"Kartoteka bench"_s);
    applyAppearance(application, Appearance::Light);
    const QStringList arguments = QApplication::arguments().mid(1);
    if (arguments.value(0) == u"--start")
        return startOnly(arguments.value(1));
    if (arguments.value(0) == u"--memory")
        return memoryOnly(arguments.value(1));
    if (arguments.value(0) == u"--turns-of")
        return turnsOnly(arguments.value(1), arguments.value(2).toInt(), arguments.value(3));
    QStringList subjects;
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Measures acts against the best plan of SQLite alone (docs/costs.md)."_s);
    parser.addHelpOption();
    parser.addOptions({{u"quick"_s, u"Without the office of a million leads."_s},
                       {u"large"_s, u"The office of a million leads alone."_s}});
    for (const auto &[name, what] : subjectTexts)
        parser.addOption({name, what});
    parser.process(QStringList{QApplication::arguments().constFirst()} + arguments);
    for (const auto &[name, what] : subjectTexts) {
        if (parser.isSet(name))
            subjects << name;
    }
    const bool quick = parser.isSet(u"quick"_s);
    const int largest = quick ? 100'000 : 1'000'000;
    const QString folder = QDir::current().filePath(u"build/bench"_s);
    QDir().mkpath(folder);
    Report report;
    const auto wants = [&](const QString &subject, bool always) {
        return subjects.contains(subject) || (subjects.isEmpty() && always);
    };
    const QStringList others{u"import"_s, u"daily"_s, u"exchange"_s};
    if (wants(u"import"_s, true))
        benchImport(report, folder, importedRows); // first: a person imports with a program just started
    if (subjects.isEmpty()
        || std::any_of(subjects.begin(), subjects.end(), [&](const QString &s) { return !others.contains(s); })) {
        Bench(report, folder, subjects)
            .run(parser.isSet(u"large"_s) ? QList<int>{1'000'000}
                     : quick              ? QList<int>{10'000, 100'000}
                                          : QList<int>{10'000, 100'000, 1'000'000});
    }
    if (wants(u"daily"_s, !quick))
        benchDaily(report, folder, largest);
    if (wants(u"exchange"_s, !quick))
        benchExchange(report, folder, largest);
    QTextStream(stdout) << (report.missed() == 0 ? u"\nEvery figure is kept."_s
                                                 : u"\n%1 figures are missed."_s.arg(report.missed()))
                        << '\n';
    return report.missed() == 0 ? 0 : 1;
}
