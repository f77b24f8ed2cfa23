// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verbs.h"

#include "core/base/texts.h"

#include <QCoreApplication>
#include <QTextStream>

namespace Kartoteka::Cli {

int runBatch(Store &store, const Output &output)
{
    QTextStream in(stdin);
    in.setEncoding(QStringConverter::Utf8);
    QString line;
    int worst = 0; // 1 when something was refused, 3 when a file could not be read or written
    for (int number = 1; in.readLineInto(&line); ++number) {
        if (line.trimmed().isEmpty())
            continue;
        const auto fail = [&](const Error &error) {
            output.fail({error.code, Texts::tr("Line %1: %2").arg(number).arg(error.message), error.detail, error.where});
            worst = qMax(worst, exitStatus(ErrorCode::Refused));
        };
        auto words = splitLine(line);
        if (!words) {
            fail(words.error());
            continue;
        }
        auto arguments = parseArguments(QStringList{store.path()} + *words);
        auto verb = arguments ? checkUsage(*arguments) : Result<const Verb *>(arguments.error());
        if (!verb) {
            fail(verb.error());
            continue;
        }
        if (!(*verb)->run) {
            fail({ErrorCode::Usage, Texts::tr("“%1” is not a command for an open file.").arg((*verb)->name), {}, {}});
            continue;
        }
        const int status = (*verb)->run({store, *arguments, output});
        worst = qMax(worst, status == exitStatus(ErrorCode::Usage) ? exitStatus(ErrorCode::Refused) : status);
        QCoreApplication::sendPostedEvents(&store);
    }
    return worst;
}

} // namespace Kartoteka::Cli
