// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/session.h"
#include "core/base/texts.h"
#include "core/demo/demo_data.h"
#include "core/exchange/exchange_texts.h"
#include "core/office.h"
#include "core/schema/language.h"
#include "core/store/database_file.h"
#include "core/store/file/output_file.h"
#include "core/timeline/act_names.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTextStream>

#include <csignal>

using namespace Kartoteka;
using namespace Kartoteka::Cli;

namespace {

const QHash<QString, Command> &commands()
{
    static const QHash<QString, Command> table{
        {u"types"_s, runTypes},       {u"fields"_s, runFields},     {u"stages"_s, runStages},
        {u"list"_s, runList},         {u"count"_s, runCount},       {u"show"_s, runShow},
        {u"history"_s, runHistory},   {u"counters"_s, runCounters}, {u"create"_s, runCreate},
        {u"set"_s, runSet},           {u"move"_s, runMove},         {u"convert"_s, runConvert},
        {u"comment"_s, runComment},   {u"activity"_s, runActivity}, {u"delete"_s, runDelete},
        {u"restore"_s, runRestore},   {u"undo"_s, runUndo},         {u"redo"_s, runRedo},
        {u"import"_s, runImport},     {u"export"_s, runExport},     {u"check"_s, runCheck},
        {u"backup"_s, runBackup},     {u"exchange"_s, runExchange}, {u"merge"_s, runMerge},
        {u"purge"_s, runPurge},       {u"attach"_s, runAttach},     {u"files"_s, runFiles},
        {u"save-file"_s, runSaveFile}};
    return table;
}

QString usageText()
{
    // What is typed is the same in every language; only what it does is told in the person's.
    const auto line = [](const char *typed, const QString &does) {
        return u"  "_s + QString::fromUtf8(typed).leftJustified(38) + does;
    };
    return QStringList{
        Texts::tr("Usage: kartoteka-cli DB COMMAND …  (--json for scripts, --lang ru|en)"),
        line("init [--demo [N]] [--user NAME]", Texts::tr("make a new file")),
        u"  import TYPE FILE [--dry-run] [--on-duplicate skip|merge|create] [--errors FILE]"_s,
        u"         [--create-stages] [--create-users] [--create-values] [--encoding NAME] [--delimiter C] [--dates dmy|mdy]"_s,
        u"  export TYPE FILE.csv"_s,
        u"  types | fields TYPE | stages TYPE"_s,
        u"  list TYPE [--where EXPR]… [--search TEXT] [--sort FIELD[:desc]] [--columns A,B] [--limit N] [--offset N]"_s,
        u"  count TYPE [--where EXPR]… [--search TEXT]"_s,
        u"  show TYPE ID | history TYPE ID | counters"_s,
        u"  create TYPE FIELD=VALUE… | set TYPE ID FIELD=VALUE… | move TYPE ID STAGE [FIELD=VALUE…]"_s,
        u"  convert ID --to deal,contact,company [--contact ID] [--company ID] [--new] [--pipeline P] [FIELD=VALUE…]"_s,
        line("merge TYPE ID ID…", Texts::tr("the first goes on, the others become part of it")),
        u"  comment TYPE ID TEXT"_s,
        line("attach TYPE ID FILE", Texts::tr("attach a file")),
        line("files TYPE ID | save-file N FILE", Texts::tr("what is attached; write one to disk")),
        u"  activity add TYPE ID --title T [--deadline ISO] [--kind K] [--incoming] | activity done ID"_s,
        u"  delete TYPE ID | restore TYPE ID | undo [N] | redo [N]"_s,
        line("purge TYPE ID", Texts::tr("out of the recycle bin, for good")),
        u"  check | backup FILE"_s,
        line("exchange new-seat FILE --name NAME", Texts::tr("a copy of the office for a laptop")),
        u"  exchange write FILE [--for SEAT] [--passphrase WORDS]"_s,
        u"  exchange read FILE [--dry-run] [--passphrase WORDS] [--accept-clock]"_s,
        u"  exchange status | exchange seats | exchange conflicts | exchange settle ID take|keep"_s,
        line("exchange moved", Texts::tr("this file was moved here from another computer, not copied")),
        line("batch", Texts::tr("commands from standard input, one a line"))}
        .join(u'\n');
}

int runInit(const Arguments &arguments, const Output &output, const QString &language)
{
    const bool russian = language == u"ru";
    NewDatabase database{.language = language,
                         .userName = arguments.value(u"--user"_s, systemUserName()),
                         .login = systemLogin(),
                         .currency = russian ? u"RUB"_s : u"USD"_s,
                         .phoneRegion = russian ? u"RU"_s : u"US"_s};
    if (auto done = createDatabase(arguments.database, database, systemClock()); !done)
        return output.fail(done.error());
    if (arguments.has(u"--demo"_s)) {
        auto store = openOffice(arguments.database);
        if (!store)
            return output.fail(store.error());
        DemoOptions options;
        options.language = language;
        if (const QString count = arguments.value(u"--demo"_s); !count.isEmpty())
            options.leads = count.toInt();
        options.seed = quint32(arguments.value(u"--seed"_s, u"1"_s).toUInt());
        if (auto done = fillDemo(**store, options); !done)
            return output.fail(done.error());
        if (auto closed = (*store)->close(); !closed)
            return output.fail(closed.error());
    }
    output.line(Texts::tr("Made %1").arg(arguments.database));
    output.document(QJsonObject{{u"file"_s, arguments.database}});
    return 0;
}

/// The file's own language, so that scripts get the same names on every machine.
void useLanguageOf(const Store &store, const Arguments &arguments)
{
    if (!arguments.has(u"--lang"_s))
        installLanguage(store.schema()->setting(u"language"_s));
}

/// Runs the commands of standard input on the open file until one fails; each is a commit of its own.
int runBatch(Store &store, const Output &output)
{
    QTextStream in(stdin);
    in.setEncoding(QStringConverter::Utf8);
    QString line;
    for (int number = 1; in.readLineInto(&line); ++number) {
        if (line.trimmed().isEmpty())
            continue;
        const auto fail = [&](const QString &problem) {
            return output.fail({ErrorCode::Usage, Texts::tr("Line %1: %2").arg(number).arg(problem), {}, {}});
        };
        auto arguments = parseArguments(QStringList{store.path()} + QProcess::splitCommand(line));
        if (!arguments)
            return fail(arguments.error().message);
        const Command command = commands().value(arguments->command);
        if (!command)
            return fail(Texts::tr("There is no command “%1”.").arg(arguments->command));
        if (const int status = command({store, *arguments, output}); status != 0)
            return status;
        QCoreApplication::sendPostedEvents(&store);
    }
    return 0;
}

/// Long acts whose program was killed are taken out before anything else is done.
Result<void> takeOutInterrupted(Store &store, const Output &output)
{
    for (const InterruptedAct &act : store.interruptedActs()) {
        if (auto taken = store.takeOut(act.uid).result(); !taken)
            return taken.error();
        output.remark(Texts::tr("“%1” had been interrupted by the end of its program; its %n change(s) were taken back.",
                                nullptr, int(act.changes))
                          .arg(actText(act.kind, act.subject)));
    }
    return {};
}

int runOn(const Arguments &arguments, const Output &output, Command command)
{
    auto store = openOffice(arguments.database);
    if (!store)
        return output.fail(store.error());
    useLanguageOf(**store, arguments);
    QObject::connect(store->get(), &Store::committed, store->get(), [&output](const CommitNotice &notice) {
        if (notice.newIdentity)
            output.remark(newIdentityText(notice));
    });
    if ((*store)->access().kind == FileAccess::Kind::Copy)
        output.remark((*store)->access().reason);
    if (auto done = takeOutInterrupted(**store, output); !done)
        return output.fail(done.error());
    const int status = command ? command({**store, arguments, output}) : runBatch(**store, output);
    const Result<void> closed = (*store)->close();
    return status == 0 && !closed ? output.fail(closed.error()) : status;
}

/// A name as the system takes it. Bytes that are no text would name another file, and Qt takes a colon for a place of its own.
Result<QString> databasePath(const QString &word)
{
    if (word.contains(QChar::ReplacementCharacter)) {
        return Error{
            ErrorCode::Usage, Texts::tr("The name “%1” holds bytes that are no text. Rename the file.").arg(word), {}, word};
    }
    return word.startsWith(u':') ? u"./"_s + word : word;
}

int run(const QStringList &words, const Output &output)
{
    auto arguments = parseArguments(words);
    const QString language = installLanguage(arguments ? arguments->value(u"--lang"_s) : QString());
    if (!arguments)
        return output.fail(arguments.error());
    if (arguments->has(u"--help"_s) || (arguments->database.isEmpty() && arguments->command.isEmpty())) {
        output.line(usageText());
        return arguments->has(u"--help"_s) ? 0 : 2;
    }
    auto database = databasePath(arguments->database);
    if (!database)
        return output.fail(database.error());
    arguments->database = *database;
    if (arguments->command == u"init")
        return runInit(*arguments, output, language);
    const Command command = commands().value(arguments->command);
    const bool batch = arguments->command == u"batch";
    if (!command && !batch) {
        return output.fail({ErrorCode::Usage,
                            Texts::tr("There is no command “%1”.").arg(arguments->command) + u'\n' + usageText(),
                            {},
                            {}});
    }
    return runOn(*arguments, output, command);
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"kartoteka-cli"_s);
    QCoreApplication::setOrganizationName(u"Kartoteka"_s);
#ifdef SIGXFSZ
    std::signal(SIGXFSZ, SIG_IGN); // a limit on the size of files is told like a full disk
#endif
    removeLeftovers();
    const QStringList words = QCoreApplication::arguments().mid(1);
    const Output output(words.contains(u"--json"_s));
    const int status = run(words, output);
    if (output.isWritten())
        return status;
    output.remark(Texts::tr("What was to be said could not be written."));
    return status == 0 ? 3 : status;
}
