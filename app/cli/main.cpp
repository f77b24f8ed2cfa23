// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/passphrase.h"
#include "app/cli/verbs.h"
#include "core/base/texts.h"
#include "core/demo/demo_data.h"
#include "core/exchange/exchange_texts.h"
#include "core/office.h"
#include "core/schema/language.h"
#include "core/store/commit/item_tables.h"
#include "core/store/file/output_file.h"
#include "core/store/upkeep/database_file.h"
#include "core/timeline/act_names.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSettings>

#include <csignal>

using namespace Kartoteka;
using namespace Kartoteka::Cli;

namespace {

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

/// The language that the person chose in the window; empty: that of the system.
QString chosenLanguage()
{
    return QSettings(u"Kartoteka"_s, u"Kartoteka"_s).value(u"language"_s).toString();
}

/// Scripts get the same names on every machine: those of the file's own language. People are answered in theirs, unless
/// nobody knows it.
void useLanguageOf(const Store &store, const Arguments &arguments)
{
    const bool known = !chosenLanguage().isEmpty() || QLocale::system().language() != QLocale::C;
    if (!arguments.has(u"--lang"_s) && (arguments.has(u"--json"_s) || !known))
        installLanguage(store.schema()->setting(u"language"_s));
}

/// Help and version, which need no file. @return the exit status; none when something else is wanted.
std::optional<int> answerAboutItself(const Arguments &arguments)
{
    const Output output(false);
    if (arguments.has(u"--version"_s)) {
        output.line(u"kartoteka-cli "_s + QCoreApplication::applicationVersion());
        return 0;
    }
    if (arguments.has(u"--help"_s)) {
        // "--help" is for the verb it stands with, with the name of a file before it or without.
        const Verb *verb = findVerb(arguments.command, arguments.words);
        output.line(verb ? helpText(*verb) : helpText());
        return 0;
    }
    if (arguments.database.isEmpty()) {
        output.remark(helpText());
        return exitStatus(ErrorCode::Usage);
    }
    return std::nullopt;
}

/// Long acts whose program was killed are taken out before anything else is done.
Result<void> takeOutInterrupted(Store &store, const Output &output)
{
    for (const InterruptedAct &act : store.interruptedActs()) {
        if (auto taken = store.takeOut(act.uid).result(); !taken)
            return taken.error();
        output.remark(Texts::tr("“%1” was interrupted when the program closed; its %n change(s) were undone.", nullptr,
                                int(act.changes))
                          .arg(actText(act.kind, act.subject)));
    }
    return {};
}

/// A field that was added to a great many items has its index when the program ends: there may be no window that has time for
/// it. Without one all works as well, so that a failure is none of the command's.
void makeMissingIndexes(Store &store)
{
    while (store.access().isWritable()) {
        const auto made = store.maintain<bool>(&makeMissingIndex).result();
        if (!made || !*made)
            return;
    }
}

int runOn(const Arguments &arguments, const Output &output, Command command)
{
    auto store = openOffice(arguments.database);
    if (!store)
        return output.fail(store.error());
    useLanguageOf(**store, arguments);
    bool isDefined = false; // something of types and fields was changed
    QObject::connect(store->get(), &Store::committed, store->get(), [&output, &isDefined](const CommitNotice &notice) {
        isDefined = isDefined || notice.schemaChanged;
        if (notice.newIdentity)
            output.remark(newIdentityText(notice));
    });
    if ((*store)->access().kind == FileAccess::Kind::Copy)
        output.remark((*store)->access().reason);
    if (auto done = takeOutInterrupted(**store, output); !done)
        return output.fail(done.error());
    const int status = command ? command({**store, arguments, output}) : runBatch(**store, output);
    if (isDefined)
        makeMissingIndexes(**store);
    const Result<void> closed = (*store)->close();
    return status == 0 && !closed ? output.fail(closed.error()) : status;
}

/// A name as the system takes it. Bytes that are no text would name another file, and Qt takes a colon for a place of its own.
Result<QString> databasePath(const QString &word)
{
    if (word.contains(QChar::ReplacementCharacter)) {
        return Error{ErrorCode::Usage,
                     Texts::tr("The name “%1” contains bytes that are not text. Rename the file.").arg(word),
                     {},
                     word};
    }
    return word.startsWith(u':') ? u"./"_s + word : word;
}

int run(const QStringList &words, const Output &output)
{
    auto arguments = parseArguments(words);
    const QString language = installLanguage(arguments ? arguments->value(u"--lang"_s, chosenLanguage()) : chosenLanguage());
    if (!arguments)
        return output.fail(arguments.error());
    if (const auto answered = answerAboutItself(*arguments))
        return *answered;
    const auto verb = checkUsage(*arguments);
    if (!verb)
        return output.fail(verb.error());
    auto database = databasePath(arguments->database);
    if (!database)
        return output.fail(database.error());
    arguments->database = *database;
    return (*verb)->name == u"init" ? runInit(*arguments, output, language) : runOn(*arguments, output, (*verb)->run);
}

} // namespace

int main(int argc, char **argv)
{
#ifdef Q_OS_LINUX
    // Where nothing names the time zone, the C library looks at this file each time that it converts a moment: half of what
    // it took to import a calendar. Named, it is read once. Before there are threads, and none of this program lasts.
    if (!qEnvironmentVariableIsSet("TZ"))
        qputenv("TZ", ":/etc/localtime");
#endif
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"kartoteka-cli"_s);
    QCoreApplication::setOrganizationName(u"Kartoteka"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(KARTOTEKA_VERSION));
#ifdef SIGXFSZ
    std::signal(SIGXFSZ, SIG_IGN); // a limit on the size of files is told like a full disk
#endif
    removeLeftovers();
    const QStringList words = QCoreApplication::arguments().mid(1);
    hidePassphrase(argc, argv);
    const Output output(words.contains(u"--json"_s));
    const int status = run(words, output);
    if (output.isWritten())
        return status;
    output.remark(Texts::tr("What was to be said could not be written."));
    return status == 0 ? exitStatus(ErrorCode::File) : status;
}
