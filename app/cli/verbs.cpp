// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verbs.h"

#include "app/cli/calendar_commands.h"
#include "core/base/texts.h"

#include <algorithm>

namespace Kartoteka::Cli {

namespace {

const Option json{u"--json"_s};
const Option language{u"--lang"_s, u"ru|en"_s};
const Option help{u"--help"_s};
const Option version{u"--version"_s};
const Option where{u"--where"_s, u"EXPR"_s, false, true};
const Option search{u"--search"_s, u"TEXT"_s};
const Option deleted{u"--deleted"_s};
const Option sort{u"--sort"_s, u"FIELD[:desc]"_s, false, true};
const Option columns{u"--columns"_s, u"A,B"_s, false, true};
const Option limit{u"--limit"_s, u"N"_s};
const Option offset{u"--offset"_s, u"N"_s};
const Option passphrase{u"--passphrase"_s, u"WORDS"_s};
const Option passphraseFile{u"--passphrase-file"_s, u"FILE|-"_s};
const Option askPassphrase{u"--ask-passphrase"_s};
const Option dryRun{u"--dry-run"_s};

/// What every verb takes.
const QList<Option> &common()
{
    static const QList<Option> options{json, language, help, version};
    return options;
}

/// Money, time and people of the office, and the copy of its settings.
QList<Verb> officeVerbs()
{
    return {
        {u"currency list"_s,
         {},
         0,
         0,
         {},
         QT_TRANSLATE_NOOP("Kartoteka", "currencies that the office works with, and today's rates"),
         runCurrencies},
        {u"currency add"_s, u"CUR"_s, 1, 1, {}, QT_TRANSLATE_NOOP("Kartoteka", "work with one more"), runCurrencyAdd},
        {u"currency delete"_s,
         u"CUR"_s,
         1,
         1,
         {},
         QT_TRANSLATE_NOOP("Kartoteka", "work with it no more, where nothing has an amount in it"),
         runCurrencyDelete},
        {u"rate list"_s, u"[CUR]"_s, 0, 1, {limit}, QT_TRANSLATE_NOOP("Kartoteka", "rates, the newest first"), runRateList},
        {u"rate import"_s,
         u"FILE"_s,
         1,
         1,
         {},
         QT_TRANSLATE_NOOP("Kartoteka", "rates from a file of the Bank of Russia or of the European Central Bank"),
         runRateImport},
        {u"rate"_s,
         u"CUR DAY VALUE"_s,
         3,
         3,
         {},
         QT_TRANSLATE_NOOP("Kartoteka", "what one unit is worth in the base currency from a day on"),
         runRate},
        {u"day list"_s,
         {},
         0,
         0,
         {},
         QT_TRANSLATE_NOOP("Kartoteka", "holidays and other days that are not as their weekday is"),
         runDayList},
        {u"day import"_s,
         u"FILE"_s,
         1,
         1,
         {},
         QT_TRANSLATE_NOOP("Kartoteka", "such days from an .ics or .csv file"),
         runDayImport},
        {u"day count"_s,
         u"FIRST LAST"_s,
         2,
         2,
         {},
         QT_TRANSLATE_NOOP("Kartoteka", "working days and hours of a period"),
         runDayCount},
        {u"day"_s,
         u"DAY off|work|short|usual [NAME…]"_s,
         2,
         -1,
         {},
         QT_TRANSLATE_NOOP("Kartoteka", "say what a day is"),
         runDay},
        {u"settings export"_s,
         u"FILE.json"_s,
         1,
         1,
         {},
         QT_TRANSLATE_NOOP("Kartoteka", "types, fields, stages and settings for another office"),
         runSettingsExport},
        {u"settings import"_s,
         u"FILE.json"_s,
         1,
         1,
         {dryRun},
         QT_TRANSLATE_NOOP("Kartoteka", "take over those of another office; with --dry-run only tell what would change"),
         runSettingsImport},
        {u"user list"_s, {}, 0, 0, {}, QT_TRANSLATE_NOOP("Kartoteka", "people of the office"), runUserList},
        {u"user add"_s,
         u"NAME [FIELD=VALUE…]"_s,
         1,
         -1,
         {},
         QT_TRANSLATE_NOOP("Kartoteka", "a new person of the office"),
         runUserAdd},
        {u"user set"_s,
         u"USER FIELD=VALUE…"_s,
         2,
         -1,
         {},
         QT_TRANSLATE_NOOP("Kartoteka", "login, department, job, phone, email, absent_from, absent_until, active"),
         runUserSet},
        {u"department list"_s,
         {},
         0,
         0,
         {},
         QT_TRANSLATE_NOOP("Kartoteka", "departments with their heads"),
         runDepartmentList},
        {u"department add"_s,
         u"NAME [parent=D] [head=USER]"_s,
         1,
         3,
         {},
         QT_TRANSLATE_NOOP("Kartoteka", "a new department"),
         runDepartmentAdd},
        {u"department set"_s,
         u"D [name=N] [parent=D] [head=USER]"_s,
         2,
         4,
         {},
         QT_TRANSLATE_NOOP("Kartoteka", "rename or move it, or give it another head"),
         runDepartmentSet},
        {u"department delete"_s,
         u"D"_s,
         1,
         1,
         {},
         QT_TRANSLATE_NOOP("Kartoteka", "a department in which nobody is"),
         runDepartmentDelete},
    };
}

QList<Verb> makeVerbs()
{
    const QList<Option> query{where, search, deleted};
    QList<Verb> table{
        {u"init"_s,
         {},
         0,
         0,
         {{u"--demo"_s, u"N"_s, true}, {u"--seed"_s, u"N"_s}, {u"--user"_s, u"NAME"_s}},
         QT_TRANSLATE_NOOP("Kartoteka", "make a new file; with --demo an invented office of N leads")},
        {u"types"_s, {}, 0, 0, {deleted}, QT_TRANSLATE_NOOP("Kartoteka", "types of items"), runTypes},
        {u"fields"_s, u"TYPE"_s, 1, 1, {deleted}, QT_TRANSLATE_NOOP("Kartoteka", "fields of a type"), runFields},
        {u"stages"_s, u"TYPE"_s, 1, 1, {}, QT_TRANSLATE_NOOP("Kartoteka", "stages of a type with their items"), runStages},
        {u"settings"_s,
         u"[CODE[=VALUE]…]"_s,
         0,
         -1,
         {},
         QT_TRANSLATE_NOOP("Kartoteka", "settings of the office, some of them, or set some"),
         runSettings},
        {u"list"_s, u"TYPE"_s, 1, 1, query + QList{sort, columns, limit, offset},
         QT_TRANSLATE_NOOP("Kartoteka", "items that answer all conditions"), runList},
        {u"count"_s, u"TYPE"_s, 1, 1, query, QT_TRANSLATE_NOOP("Kartoteka", "how many, and their sums"), runCount},
        {u"show"_s,
         u"TYPE ID"_s,
         2,
         2,
         {},
         QT_TRANSLATE_NOOP("Kartoteka", "an item with its products, timeline, activities and links"),
         runShow},
        {u"products"_s, u"TYPE ID [set FILE]"_s, 2, 4, {}, QT_TRANSLATE_NOOP("Kartoteka", "its products"), runProducts},
        {u"history"_s,
         u"TYPE ID"_s,
         2,
         2,
         {{u"--field"_s, u"F"_s}, {u"--user"_s, u"U"_s}, {u"--from"_s, u"D"_s}},
         QT_TRANSLATE_NOOP("Kartoteka",
                           "who changed what, and when: its fields, and without --field what belongs to it too"),
         runHistory},
        {u"counters"_s,
         u"[TYPE [ID]]"_s,
         0,
         2,
         {{u"--explain"_s}},
         QT_TRANSLATE_NOOP("Kartoteka", "what is due, by section; which activities a counter counts, and why"),
         runCounters},
        {u"create"_s,
         u"TYPE [FIELD=VALUE…]"_s,
         1,
         -1,
         {},
         QT_TRANSLATE_NOOP("Kartoteka", "make an item; a field of several values may be given several times"),
         runCreate},
        {u"set"_s,
         u"TYPE ID FIELD=VALUE… [products=JSON]"_s,
         3,
         -1,
         {},
         QT_TRANSLATE_NOOP("Kartoteka", "change fields, and its products; an amount said with them stands"),
         runSet},
        {u"move"_s,
         u"TYPE ID STAGE [FIELD=VALUE…]"_s,
         3,
         -1,
         {},
         QT_TRANSLATE_NOOP("Kartoteka", "move to a stage"),
         runMove},
        {u"convert"_s,
         u"[TYPE] ID [FIELD=VALUE…]"_s,
         1,
         -1,
         {{u"--to"_s, u"deal,contact,company"_s},
          {u"--contact"_s, u"ID"_s},
          {u"--company"_s, u"ID"_s},
          {u"--new"_s},
          {u"--pipeline"_s, u"P"_s}},
         QT_TRANSLATE_NOOP("Kartoteka", "make other items of it"),
         runConvert},
        {u"merge"_s,
         u"TYPE ID ID…"_s,
         3,
         -1,
         {},
         QT_TRANSLATE_NOOP("Kartoteka", "the first is kept, the others become part of it"),
         runMerge},
        {u"delete"_s, u"TYPE ID"_s, 2, 2, {}, QT_TRANSLATE_NOOP("Kartoteka", "into the recycle bin"), runDelete},
        {u"restore"_s, u"TYPE ID"_s, 2, 2, {}, QT_TRANSLATE_NOOP("Kartoteka", "out of the recycle bin"), runRestore},
        {u"purge"_s, u"TYPE ID"_s, 2, 2, {}, QT_TRANSLATE_NOOP("Kartoteka", "out of the recycle bin, for good"), runPurge},
        {u"attach"_s,
         u"TYPE ID FILE"_s,
         3,
         3,
         {{u"--field"_s, u"FIELD"_s}},
         QT_TRANSLATE_NOOP("Kartoteka", "attach a file, or put it into a field that holds files"),
         runAttach},
        {u"files"_s, u"TYPE ID"_s, 2, 2, {}, QT_TRANSLATE_NOOP("Kartoteka", "what is attached"), runFiles},
        {u"save-file"_s,
         u"N FILE"_s,
         2,
         2,
         {},
         QT_TRANSLATE_NOOP("Kartoteka", "write an attached file to disk"),
         runSaveFile},
        {u"undo"_s, u"[N]"_s, 0, 1, {{u"--yes"_s}}, QT_TRANSLATE_NOOP("Kartoteka", "take back the last acts"), runUndo},
        {u"redo"_s, u"[N]"_s, 0, 1, {}, QT_TRANSLATE_NOOP("Kartoteka", "do again what was taken back"), runRedo},
    };
    table += timelineVerbs();
    table += noticeVerbs();
    table += activityVerbs();
    table += activityPartVerbs();
    table += reminderVerbs();
    table += calendarVerbs();
    table += QList<Verb>{
        {u"import"_s,
         u"TYPE FILE"_s,
         2,
         2,
         {dryRun,
          {u"--on-duplicate"_s, u"skip|merge|create"_s},
          {u"--errors"_s, u"FILE"_s},
          {u"--create-stages"_s},
          {u"--create-users"_s},
          {u"--create-values"_s},
          {u"--run-tunnels"_s},
          {u"--encoding"_s, u"NAME"_s},
          {u"--delimiter"_s, u"C"_s},
          {u"--dates"_s, u"dmy|mdy"_s}},
         QT_TRANSLATE_NOOP("Kartoteka", "read items from a file"),
         runImport},
        {u"export"_s, u"TYPE FILE.csv|.ics"_s, 2, 2, query + QList{sort, columns},
         QT_TRANSLATE_NOOP("Kartoteka", "write items to a file"), runExport},
        {u"check"_s, {}, 0, 0, {}, QT_TRANSLATE_NOOP("Kartoteka", "whether the file is sound"), runCheck},
        {u"backup"_s, u"FILE"_s, 1, 1, {}, QT_TRANSLATE_NOOP("Kartoteka", "a copy of the file as it is now"), runBackup},
        {u"exchange new-seat"_s,
         u"FILE"_s,
         1,
         1,
         {{u"--name"_s, u"NAME"_s}},
         QT_TRANSLATE_NOOP("Kartoteka", "a copy of the office for a laptop"),
         runExchange},
        {u"exchange write"_s,
         u"FILE"_s,
         1,
         1,
         {{u"--for"_s, u"SEAT"_s}, askPassphrase, passphraseFile, passphrase},
         QT_TRANSLATE_NOOP("Kartoteka", "write what another seat lacks"),
         runExchange},
        {u"exchange read"_s,
         u"FILE"_s,
         1,
         1,
         {dryRun, askPassphrase, passphraseFile, passphrase, {u"--accept-clock"_s}, {u"--accept-sender"_s}},
         QT_TRANSLATE_NOOP("Kartoteka", "take in what another seat wrote"),
         runExchange},
        {u"exchange status"_s,
         {},
         0,
         0,
         {},
         QT_TRANSLATE_NOOP("Kartoteka", "seats, files that wait, open conflicts"),
         runExchange},
        {u"exchange seats"_s, {}, 0, 0, {}, QT_TRANSLATE_NOOP("Kartoteka", "the seats of the office"), runExchange},
        {u"exchange conflicts"_s,
         {},
         0,
         0,
         {limit},
         QT_TRANSLATE_NOOP("Kartoteka", "what two seats changed at once"),
         runExchange},
        {u"exchange settle"_s,
         u"ID take|keep"_s,
         2,
         2,
         {},
         QT_TRANSLATE_NOOP("Kartoteka", "settle a conflict"),
         runExchange},
        {u"exchange retire"_s,
         u"SEAT"_s,
         1,
         1,
         {},
         QT_TRANSLATE_NOOP("Kartoteka", "the seat is retired: its later files wait for your decision"),
         runExchange},
        {u"exchange moved"_s,
         {},
         0,
         0,
         {},
         QT_TRANSLATE_NOOP("Kartoteka", "this file was moved here from another computer, not copied"),
         runExchange},
        {u"batch"_s, {}, 0, 0, {}, QT_TRANSLATE_NOOP("Kartoteka", "commands from standard input, one a line")},
    };
    table += officeVerbs();
    return table;
}

QString optionText(const Option &option)
{
    const QString value = option.value.isEmpty() ? QString()
        : option.isOptional                      ? u" ["_s + option.value + u']'
                                                 : u' ' + option.value;
    return u'[' + option.name + value + u']' + (option.repeats ? u"…"_s : QString());
}

QString usageLine(const Verb &verb)
{
    QStringList parts{verb.name};
    if (!verb.words.isEmpty())
        parts << verb.words;
    for (const Option &option : verb.options)
        parts << optionText(option);
    return parts.join(u' ');
}

/// "activity" has verbs of its own: their names.
QStringList family(const QString &command)
{
    QStringList names;
    for (const Verb &verb : verbs()) {
        if (verb.name.startsWith(command + u' '))
            names << verb.name.section(u' ', 1);
    }
    return names;
}

} // namespace

const QList<Verb> &verbs()
{
    static const QList<Verb> table = typeVerbs() + fieldVerbs() + listValueVerbs() + makeVerbs() + linkVerbs()
        + companyVerbs() + stageVerbs() + pipelineVerbs() + cardViewVerbs();
    return table;
}

const Verb *findVerb(const QString &command, const QStringList &words)
{
    // "rate list" before "rate", which takes words of its own.
    const QString both = words.isEmpty() ? command : command + u' ' + words.constFirst();
    for (const QString &name : {both, command}) {
        const auto it = std::ranges::find(verbs(), name, &Verb::name);
        if (it != verbs().end())
            return &*it;
    }
    return nullptr;
}

const Option *findOption(const QString &name, const Verb *verb)
{
    const auto in = [&name](const QList<Option> &options) -> const Option * {
        const auto it = std::find_if(options.cbegin(), options.cend(), [&](const Option &o) { return o.name == name; });
        return it == options.cend() ? nullptr : &*it;
    };
    if (const Option *found = in(common()))
        return found;
    if (const Option *found = verb ? in(verb->options) : nullptr)
        return found;
    for (const Verb &other : verbs()) {
        if (const Option *found = in(other.options))
            return found;
    }
    return nullptr;
}

Result<const Verb *> checkUsage(const Arguments &arguments)
{
    if (arguments.command.isEmpty())
        return Error::usage(Texts::tr("Say what to do; kartoteka-cli --help tells the commands."));
    const Verb *verb = findVerb(arguments.command, arguments.words);
    if (!verb) {
        const QStringList names = family(arguments.command);
        return Error::usage(
            names.isEmpty() ? Texts::tr("There is no command “%1”; kartoteka-cli --help tells them.").arg(arguments.command)
                            : Texts::tr("Use: %1").arg(arguments.command + u' ' + names.join(u'|')));
    }
    for (auto it = arguments.options.cbegin(); it != arguments.options.cend(); ++it) {
        const auto isIt = [&](const Option &option) { return option.name == it.key(); };
        if (!std::any_of(common().cbegin(), common().cend(), isIt)
            && !std::any_of(verb->options.cbegin(), verb->options.cend(), isIt))
            return Error::usage(Texts::tr("“%1” takes no option %2. Use: %3").arg(verb->name, it.key(), usageLine(*verb)));
    }
    if (const QString wanted = arguments.value(language.name, u"en"_s); wanted != u"ru" && wanted != u"en")
        return Error::usage(Texts::tr("--lang is ru or en."));
    const qsizetype given = arguments.words.size() - verb->name.count(u' ');
    if (given < verb->least)
        return Error::usage(Texts::tr("Something is missing. Use: %1").arg(usageLine(*verb)));
    if (verb->most >= 0 && given > verb->most)
        return Error::usage(Texts::tr("“%1” is too much. Use: %2").arg(arguments.words.constLast(), usageLine(*verb)));
    return verb;
}

QString helpText()
{
    QStringList lines{Texts::tr("Usage: kartoteka-cli DB COMMAND …  (--json for scripts, --lang ru|en)"), {}};
    // What is typed is the same in every language; only what it does is told in the person's.
    for (const Verb &verb : verbs())
        lines << u"  "_s + usageLine(verb) << u"      "_s + Texts::tr(verb.help);
    lines << QString() << u"  kartoteka-cli DB COMMAND --help | kartoteka-cli --version"_s;
    return lines.join(u'\n');
}

QString helpText(const Verb &verb)
{
    return Texts::tr("Use: %1").arg(usageLine(verb)) + u'\n' + Texts::tr(verb.help);
}

} // namespace Kartoteka::Cli
