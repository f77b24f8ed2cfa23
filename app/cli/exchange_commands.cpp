// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/passphrase.h"
#include "app/cli/session.h"

#include "core/activities/series_upkeep.h"
#include "core/base/sealed_file.h"
#include "core/base/texts.h"
#include "core/base/uid.h"
#include "core/exchange/exchange_texts.h"
#include "core/exchange/exchange_writer.h"
#include "core/exchange/seats.h"
#include "core/store/file/open_files.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace Kartoteka::Cli {

namespace {

QString seatOf(const ExchangeManifest &manifest, const QUuid &uid)
{
    const ReplicaInfo *replica = manifest.replica(uid);
    return replica ? seatName(*replica) : QString();
}

QString fileOf(const Session &session)
{
    return session.arguments.words.value(1);
}

int usage(const Session &session, const QString &text)
{
    return session.output.fail({ErrorCode::Usage, Texts::tr("Use: %1").arg(text), {}, {}});
}

int write(const Session &session)
{
    if (fileOf(session).isEmpty())
        return usage(session, u"exchange write FILE [--for SEAT]"_s);
    ExchangeWriteOptions options;
    options.path = fileOf(session);
    options.seat = session.arguments.value(u"--for"_s);
    auto passphrase = givenPassphrase(session.arguments, session.output, true);
    if (!passphrase)
        return session.output.fail(passphrase.error());
    if (*passphrase) {
        if (auto good = judgePassphrase(**passphrase); !good)
            return session.output.fail(good.error());
        options.passphrase = **passphrase;
    }
    auto written = writeExchange(session.store, options);
    if (!written)
        return session.output.fail(written.error());
    session.output.line(Texts::tr("Written for %1: %n change(s), %2 bytes.", nullptr, int(written->manifest.rows))
                            .arg(written->receiver)
                            .arg(written->bytes));
    session.output.document(QJsonObject{{u"file"_s, options.path},
                                        {u"for"_s, written->receiver},
                                        {u"changes"_s, written->manifest.rows},
                                        {u"bytes"_s, written->bytes}});
    return 0;
}

QJsonObject countsJson(const MergeReport &report)
{
    QJsonObject tables;
    for (auto it = report.tables.cbegin(); it != report.tables.cend(); ++it)
        tables[it.key()] = QJsonObject{{u"new"_s, it->added}, {u"changed"_s, it->changed}, {u"deleted"_s, it->deleted}};
    return tables;
}

QString stateName(ExchangeState state)
{
    switch (state) {
    case ExchangeState::Applied: return u"applied"_s;
    case ExchangeState::AlreadyRead: return u"already_read"_s;
    case ExchangeState::OwnFile: return u"own_file"_s;
    case ExchangeState::Waiting: return u"waiting"_s;
    }
    return {};
}

int read(const Session &session)
{
    if (fileOf(session).isEmpty())
        return usage(session, u"exchange read FILE [--dry-run]"_s);
    ExchangeReadOptions options;
    options.path = fileOf(session);
    options.rehearse = session.arguments.has(u"--dry-run"_s);
    options.acceptClock = session.arguments.has(u"--accept-clock"_s);
    options.acceptSender = session.arguments.has(u"--accept-sender"_s);
    auto passphrase = givenPassphrase(session.arguments, session.output, false);
    if (!passphrase)
        return session.output.fail(passphrase.error());
    if (!*passphrase && isSealedFile(options.path))
        *passphrase = askPassphrase(Texts::tr("Passphrase:"));
    options.passphrase = passphrase->value_or(QString());
    auto result = readExchange(session.store, options);
    if (!result)
        return session.output.fail(result.error());
    QCoreApplication::sendPostedEvents(&session.store); // a new schema is known now
    if (result->state == ExchangeState::Applied && !options.rehearse) {
        if (auto kept = keepUpSeries(session.store); !kept)
            return session.output.fail(kept.error());
    }
    const Output &out = session.output;
    out.line(Texts::tr("From %1, written %2, %n change(s).", nullptr, int(result->manifest.rows))
                 .arg(result->sender, session.moment(result->manifest.writtenAt)));
    if (!result->forMe)
        out.line(
            Texts::tr("It was written for another seat (%1).").arg(seatOf(result->manifest, result->manifest.receiver)));
    if (result->trust != SenderTrust::Known)
        out.line(trustText(*result));
    QJsonArray duplicates;
    for (const PossibleDuplicate &one : std::as_const(result->duplicates))
        duplicates.append(QJsonObject{{u"type"_s, session.schema().type(one.added.type)->code},
                                      {u"added"_s, session.number(one.added)},
                                      {u"known"_s, session.number(one.known)},
                                      {u"value"_s, one.value}});
    if (result->state == ExchangeState::Applied) {
        if (options.rehearse)
            out.line(Texts::tr("Nothing is changed yet. Reading it would bring:"));
        for (const QString &line : mergeLines(session.schema(), result->merged))
            out.line(u"  "_s + line);
        for (const PossibleDuplicate &one : std::as_const(result->duplicates))
            out.line(Texts::tr("Perhaps the same client (%1): %2 and %3")
                         .arg(one.value, itemTitle(session.reader(), one.added), itemTitle(session.reader(), one.known)));
        for (const QString &line : std::as_const(result->followed))
            out.line(Texts::tr("A file that had waited was read too. %1").arg(line));
    } else {
        out.line(stateText(*result));
    }
    out.document(QJsonObject{{u"state"_s, stateName(result->state)},
                             {u"sender"_s, result->sender},
                             {u"written_at"_s, session.instant(result->manifest.writtenAt)},
                             {u"for_me"_s, result->forMe},
                             {u"changes"_s, result->manifest.rows},
                             {u"taken"_s, result->merged.taken},
                             {u"known"_s, result->merged.known},
                             {u"tables"_s, countsJson(result->merged)},
                             {u"conflicts"_s, result->merged.conflicts},
                             {u"revived"_s, result->merged.revived},
                             {u"aside"_s, result->merged.aside},
                             {u"forks"_s, result->merged.forks.size()},
                             {u"sender_known"_s, result->trust == SenderTrust::Known},
                             {u"new_identity"_s, result->merged.newIdentity},
                             {u"missing"_s, QJsonArray::fromStringList(result->missing)},
                             {u"duplicates"_s, duplicates},
                             {u"followed"_s, QJsonArray::fromStringList(result->followed)},
                             {u"act"_s, uidText(result->merged.receipt.act)}});
    return 0;
}

int seats(const Session &session)
{
    auto list = readSeats(session.reader().connection);
    if (!list)
        return session.output.fail(list.error());
    QJsonArray array;
    QList<QStringList> rows;
    for (const Seat &seat : std::as_const(*list)) {
        const QString heard = seat.heardAt == 0 ? QString() : session.instant(seat.heardAt);
        array.append(QJsonObject{{u"seat"_s, seat.code},
                                 {u"name"_s, seat.name},
                                 {u"uid"_s, uidText(seat.uid)},
                                 {u"self"_s, seat.isSelf},
                                 {u"retired"_s, seat.isRetired},
                                 {u"heard_at"_s, heard},
                                 {u"changes"_s, seat.changesHere},
                                 {u"lacks"_s, seat.lacks}});
        rows.append({seat.code.isEmpty() ? u"office"_s : seat.code, seatName(seat),
                     seat.isSelf           ? Texts::tr("this one")
                         : seat.isRetired  ? Texts::tr("retired")
                         : heard.isEmpty() ? Texts::tr("never")
                                           : session.moment(seat.heardAt),
                     QString::number(seat.changesHere), seat.isSelf ? QString() : QString::number(seat.lacks)});
    }
    session.output.table({Texts::tr("Code"), Texts::tr("Seat"), Texts::tr("Last file"), Texts::tr("Its changes here"),
                          Texts::tr("Missing there")},
                         rows);
    if (session.arguments.words.value(0) == u"seats") {
        session.output.document(array);
        return 0;
    }
    auto waiting = waitingFiles(session.store);
    if (!waiting)
        return session.output.fail(waiting.error());
    auto conflicts = countOpenConflicts(session.reader().connection);
    if (!conflicts)
        return session.output.fail(conflicts.error());
    QJsonArray files;
    for (const WaitingFile &file : std::as_const(*waiting)) {
        session.output.line(file.sealed ? Texts::tr("Waiting: an encrypted file. Read it again with its passphrase.")
                                        : Texts::tr("Waiting: a file of %1 of %2. Missing: %3")
                                              .arg(file.sender, session.moment(file.writtenAt), file.missing.join(u"; "_s)));
        files.append(QJsonObject{
            {u"file"_s, file.path}, {u"sender"_s, file.sender}, {u"missing"_s, QJsonArray::fromStringList(file.missing)}});
    }
    auto aside = rowsAside(session.reader(), 1000);
    if (!aside)
        return session.output.fail(aside.error());
    QJsonArray asideRows;
    for (const AsideRow &row : std::as_const(*aside)) {
        session.output.line(
            Texts::tr("Set aside: %1 of %2, %3: %4").arg(row.what, row.by, session.instant(row.at), row.reason));
        asideRows.append(QJsonObject{{u"what"_s, row.what}, {u"by"_s, row.by}, {u"reason"_s, row.reason}});
    }
    session.output.line(Texts::tr("Open conflicts: %1").arg(*conflicts));
    session.output.document(
        QJsonObject{{u"seats"_s, array}, {u"waiting"_s, files}, {u"aside"_s, asideRows}, {u"conflicts"_s, *conflicts}});
    return 0;
}

int newSeat(const Session &session)
{
    if (fileOf(session).isEmpty() || !session.arguments.has(u"--name"_s))
        return usage(session, u"exchange new-seat FILE --name NAME"_s);
    auto seat = makeSeat(session.store, fileOf(session), session.arguments.value(u"--name"_s));
    if (!seat)
        return session.output.fail(seat.error());
    session.output.line(Texts::tr("Seat %1 for %2: %3").arg(seat->code, seat->name, fileOf(session)));
    session.output.document(QJsonObject{
        {u"seat"_s, seat->code}, {u"name"_s, seat->name}, {u"uid"_s, uidText(seat->uid)}, {u"file"_s, fileOf(session)}});
    return 0;
}

int conflicts(const Session &session)
{
    auto list = openConflicts(session.reader(), session.arguments.value(u"--limit"_s, u"1000"_s).toInt());
    if (!list)
        return session.output.fail(list.error());
    QJsonArray array;
    QList<QStringList> rows;
    for (const Conflict &conflict : std::as_const(*list)) {
        const ConflictWords words = conflictWords(session.reader(), conflict);
        rows.append(
            {QString::number(conflict.id), words.record, words.field, words.kept, words.keptBy, words.other, words.otherBy});
        array.append(QJsonObject{{u"id"_s, conflict.id},
                                 {u"record"_s, words.record},
                                 {u"field"_s, conflict.field},
                                 {u"kept"_s, words.kept},
                                 {u"kept_by"_s, words.keptBy},
                                 {u"other"_s, words.other},
                                 {u"other_by"_s, words.otherBy}});
    }
    session.output.table({u"ID"_s, Texts::tr("Record"), Texts::tr("Field"), Texts::tr("In effect"), Texts::tr("By"),
                          Texts::tr("Other value"), Texts::tr("By")},
                         rows);
    if (rows.isEmpty())
        session.output.line(Texts::tr("There are no open conflicts."));
    session.output.document(array);
    return 0;
}

int settle(const Session &session)
{
    const QString how = session.arguments.words.value(2);
    if (how != u"take" && how != u"keep")
        return usage(session, u"exchange settle ID take|keep"_s);
    auto conflict = readConflict(session.reader(), fileOf(session).toLongLong());
    if (!conflict)
        return session.output.fail(conflict.error());
    auto receipt = session.store.commitAndWait(how == u"take" ? planTakeOther(*conflict) : planKeep(*conflict));
    if (!receipt)
        return session.output.fail(receipt.error());
    session.output.line(Texts::tr("Resolved."));
    session.output.document(QJsonObject{{u"act"_s, uidText(receipt->act)}});
    return 0;
}

int retire(const Session &session)
{
    if (fileOf(session).isEmpty())
        return usage(session, u"exchange retire SEAT"_s);
    auto seat = retireSeat(session.store, fileOf(session));
    if (!seat)
        return session.output.fail(seat.error());
    session.output.line(Texts::tr("%1 is retired: its later files wait for your decision.").arg(seatName(*seat)));
    session.output.document(QJsonObject{{u"seat"_s, seat->code}, {u"retired"_s, true}});
    return 0;
}

int moved(const Session &session)
{
    if (!session.store.wasElsewhere()) {
        return session.output.fail({ErrorCode::Refused,
                                    Texts::tr("This file was last written on this computer: there is nothing to say."),
                                    {},
                                    {}});
    }
    if (auto taken = session.store.takeOver().result(); !taken)
        return session.output.fail(taken.error());
    session.output.line(Texts::tr("The file continues here as it was. Stop using the one on the other computer."));
    session.output.document(QJsonObject{{u"moved"_s, true}});
    return 0;
}

} // namespace

int runExchange(const Session &session)
{
    static const QHash<QString, Command> commands{
        {u"write"_s, write},   {u"read"_s, read},        {u"status"_s, seats},
        {u"seats"_s, seats},   {u"new-seat"_s, newSeat}, {u"conflicts"_s, conflicts},
        {u"settle"_s, settle}, {u"moved"_s, moved},      {u"retire"_s, retire}};
    const Command command = commands.value(session.arguments.words.value(0));
    return command ? command(session)
                   : usage(session, u"exchange write|read|status|seats|new-seat|conflicts|settle|retire|moved …"_s);
}

} // namespace Kartoteka::Cli
