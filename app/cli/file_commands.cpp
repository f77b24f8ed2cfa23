// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/calendar_commands.h"
#include "app/cli/session.h"
#include "core/base/texts.h"
#include "core/base/uid.h"
#include "core/schema/roles.h"
#include "core/store/file/output_file.h"
#include "core/store/upkeep/backup.h"
#include "core/store/upkeep/database_file.h"
#include "core/transfer/exporter.h"
#include "core/transfer/importer.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace Kartoteka::Cli {

namespace {

QJsonArray problemsJson(const QList<ImportProblem> &problems)
{
    QJsonArray array;
    for (const ImportProblem &problem : problems)
        array.append(QJsonObject{{u"row"_s, problem.row}, {u"column"_s, problem.column}, {u"reason"_s, problem.reason}});
    return array;
}

constexpr qsizetype shownProblems = 50;

void printProblems(const Session &session, const QString &title, const QList<ImportProblem> &problems)
{
    if (problems.isEmpty())
        return;
    session.output.line(title);
    for (const ImportProblem &problem : problems.first(qMin(shownProblems, problems.size()))) {
        session.output.line(Texts::tr("  row %1, %2: %3")
                                .arg(problem.row)
                                .arg(problem.column.isEmpty() ? Texts::tr("whole row") : problem.column, problem.reason));
    }
    if (problems.size() > shownProblems)
        session.output.line(
            Texts::tr("  … and %1 more; --errors FILE writes all of them.").arg(problems.size() - shownProblems));
}

/// What the command line says of how a file is written.
Result<ReadingChoice> readingChoice(const Arguments &arguments)
{
    ReadingChoice choice;
    if (const QString name = arguments.value(u"--encoding"_s); !name.isEmpty()) {
        choice.encoding = encodingFromName(name);
        if (!choice.encoding) {
            QStringList names;
            for (const TextEncoding encoding : textEncodings())
                names << encodingName(encoding);
            return Error{ErrorCode::Usage,
                         Texts::tr("There is no encoding “%1”. Known are %2.").arg(name, names.join(u", "_s)),
                         {},
                         {}};
        }
    }
    if (QString sign = arguments.value(u"--delimiter"_s); !sign.isEmpty()) {
        if (sign == u"tab" || sign == u"\\t")
            sign = u"\t"_s;
        const bool fits = sign.size() == 1 && sign[0].unicode() < 0x80 && !sign[0].isLetterOrNumber() && sign != u"\""
            && sign != u"\n" && sign != u"\r";
        if (!fits)
            return Error{ErrorCode::Usage, Texts::tr("--delimiter is one sign, or “tab”."), {}, {}};
        choice.delimiter = sign[0];
    }
    return choice;
}

} // namespace

int runImport(const Session &session)
{
    auto type = session.type(0);
    if (!type)
        return session.output.fail(type.error());
    if (isActivities(*type))
        return runCalendarImport(session);
    if (!type->isItem || session.arguments.words.size() < 2)
        return session.output.fail({ErrorCode::Usage, Texts::tr("Use: import TYPE FILE"), {}, {}});
    const QString policy = session.arguments.value(u"--on-duplicate"_s, u"create"_s);
    static const QHash<QString, DuplicatePolicy> policies{
        {u"create"_s, DuplicatePolicy::Create}, {u"skip"_s, DuplicatePolicy::Skip}, {u"merge"_s, DuplicatePolicy::Merge}};
    if (!policies.contains(policy))
        return session.output.fail({ErrorCode::Usage, Texts::tr("--on-duplicate is skip, merge or create."), {}, {}});
    const QString source = session.arguments.words[1];
    const QString errors = session.arguments.value(u"--errors"_s);
    if (!errors.isEmpty()) {
        if (auto place = outputPlace(errors, {OutputKind::Table, {}, source}); !place)
            return session.output.fail(place.error());
    }
    auto choice = readingChoice(session.arguments);
    if (!choice)
        return session.output.fail(choice.error());
    auto preview = previewImport(session.schema(), type->id, source, *choice);
    if (!preview)
        return session.output.fail(preview.error());
    ImportOptions options;
    if (const QString dates = session.arguments.value(u"--dates"_s); !dates.isEmpty()) {
        if (dates != u"dmy" && dates != u"mdy")
            return session.output.fail({ErrorCode::Usage, Texts::tr("--dates is dmy or mdy."), {}, {}});
        options.dayFirst = dates == u"dmy";
    }
    options.createStages = session.arguments.has(u"--create-stages"_s);
    options.createUsers = session.arguments.has(u"--create-users"_s);
    options.createValues = session.arguments.has(u"--create-values"_s);
    options.runTunnels = session.arguments.has(u"--run-tunnels"_s);
    options.typeId = type->id;
    options.preview = *preview;
    options.duplicates = policies.value(policy);
    options.dryRun = session.arguments.has(u"--dry-run"_s);
    // Nobody else takes the notices of what is written: kept, they would grow with the file.
    options.progress = [](qint64, qint64) { QCoreApplication::processEvents(); };
    auto report = importFile(session.store, std::move(options));
    if (!report)
        return session.output.fail(report.error());
    if (!errors.isEmpty()) {
        if (auto done = writeProblems(errors, *report, source); !done)
            return session.output.fail(done.error());
    }
    session.output.line(Texts::tr("Read %1, imported %2, updated %3, skipped %4, rejected %5.")
                            .arg(report->read)
                            .arg(report->imported)
                            .arg(report->updated)
                            .arg(report->skipped)
                            .arg(report->rejectedRows));
    printProblems(session, Texts::tr("Rejected:"), report->rejected);
    printProblems(session, Texts::tr("Warnings:"), report->warnings);
    if (report->tunnelled > 0)
        session.output.line(Texts::tr("Made by tunnels: %1").arg(report->tunnelled));
    session.output.document(QJsonObject{{u"read"_s, report->read},
                                        {u"imported"_s, report->imported},
                                        {u"tunnelled"_s, report->tunnelled},
                                        {u"updated"_s, report->updated},
                                        {u"skipped"_s, report->skipped},
                                        {u"rejected"_s, problemsJson(report->rejected)},
                                        {u"warnings"_s, problemsJson(report->warnings)},
                                        {u"act"_s, uidText(report->act)}});
    return 0;
}

int runExport(const Session &session)
{
    auto type = session.type(0);
    if (!type)
        return session.output.fail(type.error());
    if ((!type->isItem && !isActivities(*type)) || session.arguments.words.size() < 2)
        return session.output.fail({ErrorCode::Usage, Texts::tr("Use: export TYPE FILE"), {}, {}});
    const QString path = session.arguments.words[1];
    if (isActivities(*type) && path.endsWith(u".ics"_s, Qt::CaseInsensitive))
        return runCalendarExport(session, *type);
    if (!path.endsWith(u".csv"_s, Qt::CaseInsensitive))
        return session.output.fail({ErrorCode::Usage, Texts::tr("Only .csv files can be written so far."), {}, {}});
    auto query = session.query(*type);
    auto columns = session.columns(*type);
    if (!query || !columns)
        return session.output.fail(query ? columns.error() : query.error());
    columns->removeAll(u"id"_s); // every row begins with the number
    auto written = exportCsv(session.reader(), *query, path, *columns);
    if (!written)
        return session.output.fail(written.error());
    session.output.line(Texts::tr("Written: %1").arg(*written));
    session.output.document(QJsonObject{{u"written"_s, *written}, {u"file"_s, path}});
    return 0;
}

int runCheck(const Session &session)
{
    // By a connection of its own: whoever writes meanwhile does not wait.
    auto connection = session.store.openReader();
    const Result<QStringList> problems = connection ? checkDatabase(**connection) : Result<QStringList>(connection.error());
    if (!problems)
        return session.output.fail(problems.error());
    session.output.line(problems->isEmpty() ? Texts::tr("The file is sound.") : problems->join(u'\n'));
    session.output.document(
        QJsonObject{{u"ok"_s, problems->isEmpty()}, {u"problems"_s, QJsonArray::fromStringList(*problems)}});
    return problems->isEmpty() ? 0 : 3;
}

int runBackup(const Session &session)
{
    const QString target = session.arguments.words.value(0);
    if (target.isEmpty())
        return session.output.fail({ErrorCode::Usage, Texts::tr("Use: backup FILE"), {}, {}});
    const Result<bool> done = session.store
                                  .read<bool>({},
                                              [target](ReadContext &context) -> Result<bool> {
                                                  auto copied = backupTo(context.connection, target);
                                                  return copied ? Result<bool>(true) : Result<bool>(copied.error());
                                              })
                                  .result();
    if (!done)
        return session.output.fail(done.error());
    session.output.line(Texts::tr("Backup written to %1").arg(target));
    session.output.document(QJsonObject{{u"file"_s, target}});
    return 0;
}

} // namespace Kartoteka::Cli
