// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/calendar_commands.h"

#include "core/base/texts.h"
#include "core/base/uid.h"
#include "core/transfer/calendar_export.h"
#include "core/transfer/calendar_import.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>
#include <QSet>

namespace Kartoteka::Cli {

namespace {

QString fateName(CalendarFate fate)
{
    switch (fate) {
    case CalendarFate::New: return u"new"_s;
    case CalendarFate::Changed: return u"changed"_s;
    case CalendarFate::Same: return u"same"_s;
    case CalendarFate::Cancelled: return u"cancelled"_s;
    case CalendarFate::Answered: return u"answered"_s;
    case CalendarFate::Unknown: return u"unknown"_s;
    case CalendarFate::Deleted: return u"deleted"_s;
    }
    return {};
}

QJsonArray eventsJson(const CalendarPreview &preview)
{
    QJsonArray array;
    for (const CalendarChange &change : preview.changes) {
        array.append(QJsonObject{{u"uid"_s, change.event.uid},
                                 {u"title"_s, change.title},
                                 {u"day"_s, change.day.toString(Qt::ISODate)},
                                 {u"fate"_s, fateName(change.fate)},
                                 {u"answer"_s, change.answer},
                                 {u"fields"_s, QJsonArray::fromStringList(change.fields)}});
    }
    return array;
}

} // namespace

int runCalendarExport(const Session &session, const EntityType &type)
{
    const QString path = session.arguments.words[1];
    auto query = session.query(type);
    if (!query)
        return session.output.fail(query.error());
    auto written = exportCalendar(session.reader(), *query, path);
    if (!written)
        return session.output.fail(written.error());
    session.output.line(Texts::tr("Written: %1").arg(*written));
    session.output.document(QJsonObject{{u"written"_s, *written}, {u"file"_s, path}});
    return 0;
}

int runCalendarPublish(const Session &session)
{
    const QString path = session.arguments.words[1];
    const QString name = session.arguments.value(u"--user"_s);
    const qint64 person = name.isEmpty() ? session.store.user() : findUser(session.schema(), name);
    if (person == 0)
        return session.output.fail({ErrorCode::Usage, Texts::tr("There is no user “%1”.").arg(name), {}, name});
    if (!path.endsWith(u".ics"_s, Qt::CaseInsensitive))
        return session.output.fail({ErrorCode::Usage, Texts::tr("Activities are written to an .ics file."), {}, path});
    const QString holds = session.arguments.value(u"--holds"_s, publishedContentCode(PublishedContent::Own));
    const auto content = publishedContentOf(holds);
    if (!content)
        return session.output.fail({ErrorCode::Usage, Texts::tr("It holds own, meetings or everybody."), {}, holds});
    auto text = publishedText(session.reader(), {person, *content, path});
    auto written = text ? writePublished(*text, path) : Result<bool>(text.error());
    if (!written)
        return session.output.fail(written.error());
    session.output.line(*written ? Texts::tr("Written: %1").arg(path) : Texts::tr("Nothing has changed."));
    session.output.document(QJsonObject{{u"written"_s, *written}, {u"file"_s, path}});
    return 0;
}

int runCalendarImport(const Session &session)
{
    const QString path = session.arguments.words[1];
    auto bytes = readCalendarFile(path);
    auto file = bytes ? readCalendarText(*bytes) : Result<CalendarFile>(bytes.error());
    const QString fileName = QFileInfo(path).fileName();
    if (!file) {
        Error error = file.error();
        if (bytes) // what cannot be read at all is named already
            error.message = u"%1: %2"_s.arg(fileName, error.message);
        return session.output.fail(error);
    }
    CalendarImportOptions options;
    options.subject = fileName;
    // Nobody else takes the notices of what is written: kept, they would grow with the file.
    options.progress = [](qint64, qint64) { QCoreApplication::processEvents(); };
    auto preview = previewCalendar(session.reader(), *file, options);
    if (!preview)
        return session.output.fail(preview.error());
    const bool isDry = session.arguments.has(u"--dry-run"_s);
    auto report = isDry ? Result<ImportReport>(preview->rehearsed()) : importCalendar(session.store, *preview, options);
    if (!report)
        return session.output.fail(report.error());
    // What was refused is told by itself.
    QSet<qint64> refused;
    for (const ImportProblem &problem : std::as_const(report->rejected))
        refused.insert(problem.row);
    const auto count = [&](CalendarFate fate) {
        qsizetype found = 0;
        for (qsizetype at = 0; at < preview->changes.size(); ++at)
            found += preview->changes[at].fate == fate && !refused.contains(at + 1) ? 1 : 0;
        return found;
    };
    session.output.line(Texts::tr("Read %1: new %2, changed %3, the same %4, cancelled %5.")
                            .arg(preview->changes.size())
                            .arg(count(CalendarFate::New))
                            .arg(count(CalendarFate::Changed))
                            .arg(count(CalendarFate::Same))
                            .arg(count(CalendarFate::Cancelled)));
    for (const CalendarChange &change : std::as_const(preview->changes)) {
        if (!change.answer.isEmpty())
            session.output.line(u"%1: %2"_s.arg(change.title, change.answer));
    }
    if (const qsizetype unknown = count(CalendarFate::Unknown); unknown != 0)
        session.output.line(Texts::tr("Cancelled and not known here: %1").arg(unknown));
    if (const qsizetype deleted = count(CalendarFate::Deleted); deleted != 0)
        session.output.line(Texts::tr("Deleted here before: %1").arg(deleted));
    if (report->rejectedRows != 0)
        session.output.line(Texts::tr("Refused: %1").arg(report->rejectedRows));
    for (const QString &remark : std::as_const(preview->remarks))
        session.output.line(u"%1: %2"_s.arg(fileName, remark));
    QJsonArray rejected;
    for (const ImportProblem &problem : std::as_const(report->rejected)) {
        session.output.line(u"%1: %2"_s.arg(problem.column, problem.reason));
        rejected.append(QJsonObject{{u"row"_s, problem.row}, {u"title"_s, problem.column}, {u"reason"_s, problem.reason}});
    }
    session.output.document(QJsonObject{{u"read"_s, preview->changes.size()},
                                        {u"new"_s, count(CalendarFate::New)},
                                        {u"changed"_s, count(CalendarFate::Changed)},
                                        {u"same"_s, count(CalendarFate::Same)},
                                        {u"cancelled"_s, count(CalendarFate::Cancelled)},
                                        {u"answered"_s, count(CalendarFate::Answered)},
                                        {u"unknown"_s, count(CalendarFate::Unknown)},
                                        {u"deleted"_s, count(CalendarFate::Deleted)},
                                        {u"imported"_s, report->imported},
                                        {u"updated"_s, report->updated},
                                        {u"rejected"_s, rejected},
                                        {u"warnings"_s, QJsonArray::fromStringList(preview->remarks)},
                                        {u"events"_s, eventsJson(*preview)},
                                        {u"act"_s, isDry ? QString() : uidText(report->act)}});
    return 0;
}

} // namespace Kartoteka::Cli
