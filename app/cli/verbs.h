// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/session.h"

namespace Kartoteka::Cli {

/// An option of a verb.
struct Option
{
    QString name;            ///< "--where"
    QString value = {};      ///< what stands for its value in the help; empty: a flag
    bool isOptional = false; ///< the value may be left out (--demo)
    bool repeats = false;
};

/// One command of the command line: what it is called, what it takes, what it does. The parser and the help are made of it.
struct Verb
{
    QString name;          ///< "list"; of a family with the word after it: "activity add"
    QString words;         ///< as the help shows them: "TYPE ID FIELD=VALUE…"
    qsizetype least;       ///< words it needs after its name
    qsizetype most;        ///< words it takes; < 0: any number
    QList<Option> options; ///< besides those that all take
    const char *help;      ///< what it does, to be translated
    Command run = nullptr; ///< null: it needs no open file, or reads further commands
};

const QList<Verb> &verbs();
/// Those of stages, and of pipelines with the tunnels between them.
QList<Verb> stageVerbs();
QList<Verb> pipelineVerbs();
/// Those that make and change types, and fields and values of lists.
QList<Verb> typeVerbs();
QList<Verb> fieldVerbs();
QList<Verb> listValueVerbs();
QList<Verb> linkVerbs();
/// Those of views of the card.
QList<Verb> cardViewVerbs();
/// The one that says which company the office is.
QList<Verb> companyVerbs();
/// Those of activities.
QList<Verb> activityVerbs();
/// Those of their steps and kinds.
QList<Verb> activityPartVerbs();
QList<Verb> reminderVerbs();
/// Those of what people are told.
QList<Verb> noticeVerbs();
/// Those of comments and of what is pinned.
QList<Verb> timelineVerbs();
/// The verb that a command and the words after it name; null when there is none.
const Verb *findVerb(const QString &command, const QStringList &words);
/// An option by its name: of a verb, else of all or of any; null when no verb knows it.
const Option *findOption(const QString &name, const Verb *verb);

/// Usage error: no such verb, an option it does not take, too few or too many words.
Result<const Verb *> checkUsage(const Arguments &arguments);

/// All verbs, in the language of the program.
QString helpText();
QString helpText(const Verb &verb);

/// Runs the commands of standard input, one a line, on the open file; each is a commit of its own. What is refused is told
/// and passed over. @return 1 when something was refused or made no sense, 3 when a file could not be read or written.
int runBatch(Store &store, const Output &output);

} // namespace Kartoteka::Cli
