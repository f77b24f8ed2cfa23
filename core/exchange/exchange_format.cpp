// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/exchange_format.h"

#include "core/base/json_text.h"
#include "core/base/texts.h"
#include "core/base/uid.h"
#include "core/schema/limits.h"
#include "core/store/record/contents.h"
#include "core/store/replica/signature.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <optional>

namespace Kartoteka {

namespace {

constexpr qsizetype mostReplicas = 10'000;
constexpr qsizetype mostContents = 100'000;
constexpr qsizetype longestWord = 60;
constexpr qsizetype longestSeat = 40;
constexpr qint64 mostRows = 1'000'000'000'000; ///< of one replica
constexpr qsizetype mostClocks = 10'000;

Error damaged(const QString &why)
{
    return {ErrorCode::Damaged, Texts::tr("The exchange file is damaged: %1").arg(why), {}, {}};
}

QString optionalUid(const QUuid &uid)
{
    return uid.isNull() ? QString() : uidText(uid);
}

/// Null for what is no uid.
QUuid uidOf(const QJsonValue &json)
{
    const QString text = json.toString();
    return text.size() == 32 ? uidFromText(text) : QUuid();
}

QString hex(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toHex());
}

/// Empty for what is not of @p size bytes.
QByteArray bytesOf(const QJsonValue &json, qsizetype size)
{
    const QByteArray text = json.toString().toLatin1();
    const QByteArray bytes = QByteArray::fromHex(text);
    return bytes.size() == size && bytes.toHex() == text ? bytes : QByteArray();
}

/// A seat's code stands in numbers and in names of files.
bool isSeatCode(const QString &text)
{
    return text.size() <= longestSeat
        && std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 128 && c.isLetterOrNumber(); });
}

bool isWord(const QString &text)
{
    return !text.isEmpty() && text.size() <= longestWord && std::all_of(text.begin(), text.end(), [](QChar c) {
        return c == u'_' || (c.unicode() < 128 && c.isLetterOrNumber());
    });
}

void appendName(const char *name, QByteArray &json)
{
    json.append(json.endsWith('{') ? "\"" : ",\"").append(name).append("\":");
}

void appendUid(const char *name, const QUuid &uid, QByteArray &json)
{
    if (uid.isNull())
        return;
    appendName(name, json);
    json += '"' + uid.toRfc4122().toHex() + '"';
}

void appendNumber(const char *name, qint64 number, QByteArray &json)
{
    appendName(name, json);
    json += QByteArray::number(number);
}

void appendText(const char *name, const QString &text, QByteArray &json)
{
    if (text.isEmpty())
        return;
    appendName(name, json);
    appendJsonText(text, json);
}

} // namespace

const ReplicaInfo *ExchangeManifest::replica(const QUuid &uid) const
{
    const auto it = std::find_if(replicas.begin(), replicas.end(), [&](const ReplicaInfo &r) { return r.uid == uid; });
    return it == replicas.end() ? nullptr : &*it;
}

QByteArray manifestToJson(const ExchangeManifest &manifest)
{
    QJsonArray replicas;
    for (const ReplicaInfo &replica : manifest.replicas) {
        QJsonObject one{{u"uid"_s, uidText(replica.uid)}, {u"seat"_s, replica.seat}, {u"name"_s, replica.name}};
        if (!replica.publicKey.isEmpty())
            one[u"key"_s] = hex(replica.publicKey);
        if (!replica.introducedBy.isNull()) {
            one[u"introduced_by"_s] = uidText(replica.introducedBy);
            one[u"introduction"_s] = hex(replica.introduction);
        }
        if (!replica.branchOf.isNull()) {
            one[u"branch_of"_s] = uidText(replica.branchOf);
            one[u"after"_s] = replica.branchAfter;
        }
        replicas.append(one);
    }
    QJsonObject chains;
    for (auto it = manifest.heads.cbegin(); it != manifest.heads.cend(); ++it) {
        QJsonObject one{{u"from"_s, hex(it->chainFrom)}, {u"to"_s, hex(it->chainTo)}, {u"signature"_s, hex(it->signature)}};
        if (!it->signedAs.isNull())
            one[u"as"_s] = uidText(it->signedAs);
        chains[uidText(it.key())] = one;
    }
    QJsonArray clocks;
    for (const ClockCorrection &one : manifest.clocks) {
        clocks.append(QJsonObject{
            {u"origin"_s, uidText(one.origin)}, {u"first"_s, one.first}, {u"last"_s, one.last}, {u"at"_s, one.at}});
    }
    QJsonObject json{{u"format"_s, manifest.format},
                     {u"program"_s, manifest.program},
                     {u"office"_s, uidText(manifest.office)},
                     {u"sender"_s, uidText(manifest.sender)},
                     {u"receiver"_s, optionalUid(manifest.receiver)},
                     {u"written_at"_s, manifest.writtenAt},
                     {u"last_clock"_s, manifest.lastClock},
                     {u"from"_s, vectorToJson(manifest.from)},
                     {u"to"_s, vectorToJson(manifest.to)},
                     {u"replicas"_s, replicas},
                     {u"chains"_s, chains},
                     {u"rows"_s, manifest.rows},
                     {u"journal_size"_s, manifest.journalSize},
                     {u"journal_sha256"_s, QString::fromLatin1(manifest.journalDigest.toHex())}};
    QJsonArray contents;
    for (const ExchangeContent &content : manifest.contents)
        contents.append(QJsonObject{{u"sha256"_s, content.digest}, {u"size"_s, content.size}});
    if (!contents.isEmpty())
        json[u"contents"_s] = contents;
    if (!clocks.isEmpty())
        json[u"clocks"_s] = clocks;
    return QJsonDocument(json).toJson();
}

namespace {

Result<void> readReplicas(const QJsonArray &json, ExchangeManifest &manifest)
{
    if (json.size() > mostReplicas)
        return damaged(Texts::tr("it names %1 seats.").arg(json.size()));
    QSet<QUuid> known;
    for (const auto &one : json) {
        const ReplicaInfo replica{uidOf(one[u"uid"]),
                                  one[u"seat"].toString(),
                                  one[u"name"].toString().left(longestWord * 4),
                                  bytesOf(one[u"key"], publicKeyBytes),
                                  uidOf(one[u"introduced_by"]),
                                  bytesOf(one[u"introduction"], signatureBytes),
                                  uidOf(one[u"branch_of"]),
                                  one[u"after"].toInteger()};
        if (replica.uid.isNull() || known.contains(replica.uid))
            return damaged(Texts::tr("it names a seat without an identity."));
        const bool isOdd = std::any_of(replica.name.begin(), replica.name.end(), [](QChar c) { return c.unicode() < 0x20; });
        if (!isSeatCode(replica.seat) || isOdd || replica.branchAfter < 0 || replica.branchAfter > mostRows)
            return damaged(Texts::tr("it names a seat that cannot be."));
        known.insert(replica.uid);
        manifest.replicas.append(replica);
    }
    return {};
}

/// What it says of each origin's history: all of it, or the file is not signed.
Result<void> readHeads(const QJsonObject &json, ExchangeManifest &manifest)
{
    for (auto it = manifest.to.cbegin(); it != manifest.to.cend(); ++it) {
        const QJsonObject one = json[uidText(it.key())].toObject();
        const OriginHead head{manifest.from.value(it.key()),
                              *it,
                              bytesOf(one[u"from"], chainBytes),
                              bytesOf(one[u"to"], chainBytes),
                              bytesOf(one[u"signature"], signatureBytes),
                              uidOf(one[u"as"])};
        // One without a signature stands by that of a history which comes from it (SenderCheck).
        if (head.chainFrom.isEmpty() || head.chainTo.isEmpty() || (head.from == head.to && head.chainFrom != head.chainTo))
            return damaged(Texts::tr("it is not signed."));
        manifest.heads.insert(it.key(), head);
    }
    return {};
}

Result<void> readClocks(const QJsonArray &json, ExchangeManifest &manifest)
{
    if (json.size() > mostClocks)
        return damaged(Texts::tr("its description contradicts itself."));
    for (const auto &one : json) {
        const ClockCorrection correction{uidOf(one[u"origin"]), one[u"first"].toInteger(), one[u"last"].toInteger(),
                                         one[u"at"].toInteger()};
        if (correction.origin.isNull() || correction.first < 1 || correction.last < correction.first || correction.at < 1)
            return damaged(Texts::tr("its description contradicts itself."));
        manifest.clocks.append(correction);
    }
    return {};
}

Result<void> readContents(const QJsonArray &json, ExchangeManifest &manifest)
{
    if (json.size() > mostContents)
        return damaged(Texts::tr("it names %1 attached files.").arg(json.size()));
    QSet<QString> known;
    for (const auto &one : json) {
        const ExchangeContent content{one[u"sha256"].toString(), one[u"size"].toInteger(-1)};
        const bool isDigest = content.digest.size() == 64
            && QByteArray::fromHex(content.digest.toLatin1()).toHex() == content.digest.toLatin1();
        if (!isDigest || known.contains(content.digest) || content.size < 0 || content.size > largestContent)
            return damaged(Texts::tr("it names an attached file that cannot be."));
        known.insert(content.digest);
        manifest.contents.append(content);
    }
    return {};
}

} // namespace

Result<ExchangeManifest> manifestFromJson(const QByteArray &bytes)
{
    QJsonParseError problem;
    const QJsonObject json = QJsonDocument::fromJson(bytes, &problem).object();
    if (problem.error != QJsonParseError::NoError)
        return damaged(Texts::tr("its description cannot be read (%1).").arg(problem.errorString()));
    ExchangeManifest manifest;
    manifest.format = json[u"format"].toInt();
    manifest.program = json[u"program"].toString().left(longestWord);
    if (manifest.format > exchangeFormat) {
        return Error{
            ErrorCode::Newer,
            Texts::tr("The file was made by a newer Kartoteka (%1). Update this program and read it then. Nothing was "
                      "changed.")
                .arg(manifest.program),
            {},
            {}};
    }
    if (manifest.format > 0 && manifest.format < exchangeFormat) {
        return Error{ErrorCode::Refused,
                     Texts::tr("The file was made by an older Kartoteka (%1) and is not signed, so it is not read. Ask "
                               "them to update the program and write the file again. Nothing was changed.")
                         .arg(manifest.program),
                     {},
                     {}};
    }
    manifest.office = uidOf(json[u"office"]);
    manifest.sender = uidOf(json[u"sender"]);
    manifest.receiver = uidOf(json[u"receiver"]);
    manifest.writtenAt = json[u"written_at"].toInteger();
    manifest.lastClock = json[u"last_clock"].toInteger();
    manifest.from = vectorFromJson(json[u"from"].toObject());
    manifest.to = vectorFromJson(json[u"to"].toObject());
    manifest.rows = json[u"rows"].toInteger(-1);
    manifest.journalSize = json[u"journal_size"].toInteger(-1);
    manifest.journalDigest = QByteArray::fromHex(json[u"journal_sha256"].toString().toLatin1());
    if (auto done = readReplicas(json[u"replicas"].toArray(), manifest); !done)
        return done.error();
    if (auto done = readContents(json[u"contents"].toArray(), manifest); !done)
        return done.error();
    if (manifest.writtenAt < 0 || manifest.writtenAt > lastInstant || manifest.lastClock < 0)
        return damaged(Texts::tr("its description contradicts itself."));
    if (manifest.format < 1 || manifest.office.isNull() || !manifest.replica(manifest.sender) || manifest.rows < 0
        || manifest.journalSize < 0 || manifest.journalDigest.size() != 32) {
        return damaged(Texts::tr("its description lacks what it needs."));
    }
    qint64 rows = 0;
    for (auto it = manifest.to.cbegin(); it != manifest.to.cend(); ++it) {
        if (!manifest.replica(it.key()) || manifest.from.value(it.key()) > *it || *it > mostRows)
            return damaged(Texts::tr("its description contradicts itself."));
        rows += *it - manifest.from.value(it.key());
    }
    if (rows != manifest.rows || !covers(manifest.to, manifest.from))
        return damaged(Texts::tr("it claims %1 changes, its numbers make %2.").arg(manifest.rows).arg(rows));
    if (auto done = readHeads(json[u"chains"].toObject(), manifest); !done)
        return done.error();
    if (auto done = readClocks(json[u"clocks"].toArray(), manifest); !done)
        return done.error();
    return manifest;
}

QByteArray actLine(const ActRow &act)
{
    QByteArray json("{");
    appendUid("act", act.uid, json);
    appendText("kind", act.kind, json);
    appendText("subject", act.subject.left(longestSubject), json);
    appendUid("by", act.author, json);
    appendNumber("at", act.at, json);
    appendUid("undoes", act.undoes, json);
    return json + "}\n";
}

QByteArray rowLine(const JournalRow &row, int origin, const QByteArray &patch, const QByteArray &knows)
{
    QByteArray json("{");
    json.reserve(patch.size() + knows.size() + 250);
    appendNumber("o", origin, json);
    appendNumber("s", row.sequence, json);
    appendNumber("c", row.clock, json);
    appendNumber("at", row.at, json);
    appendUid("by", row.author, json);
    appendText("e", row.entity, json);
    appendUid("u", row.uid, json);
    appendText("op", row.operation, json);
    if (!knows.isEmpty()) {
        appendName("knows", json);
        json += knows;
    }
    appendName("p", json);
    return json + patch + "}\n";
}

namespace {

struct LineParts
{
    QJsonObject head; ///< all but the patch
    std::optional<QJsonObject> patch;
    QByteArray patchText;
};

Result<LineParts> takeApart(const QByteArray &line)
{
    // rowLine() puts the patch last: the journal keeps its text as it came. Within a JSON text quotes are escaped, so this
    // is a member's name wherever it stands; where it is not the row's last, one of the two does not parse.
    static const QByteArray mark(",\"p\":");
    const bool isPlain = std::none_of(line.begin(), line.end(), [](char c) { return quint8(c) < 0x20; });
    QJsonParseError problem;
    if (const qsizetype at = line.indexOf(mark); at >= 0 && isPlain && line.endsWith('}')) {
        const QJsonDocument head = QJsonDocument::fromJson(line.first(at) + '}', &problem);
        if (problem.error == QJsonParseError::NoError) {
            const QByteArray text = line.sliced(at + mark.size()).chopped(1);
            const QJsonDocument patch = QJsonDocument::fromJson(text, &problem);
            if (problem.error == QJsonParseError::NoError && patch.isObject())
                return LineParts{head.object(), patch.object(), text};
        }
    }
    const QJsonDocument document = QJsonDocument::fromJson(line, &problem);
    if (problem.error != QJsonParseError::NoError)
        return Error{ErrorCode::Damaged, problem.errorString(), {}, QString::number(problem.offset + 1)};
    LineParts parts{document.object(), {}, {}};
    if (const QJsonValue patch = parts.head.take(u"p"); patch.isObject()) {
        parts.patch = patch.toObject();
        parts.patchText = compactJson(*parts.patch);
    }
    return parts;
}

} // namespace

Result<ExchangeLine> parseExchangeLine(const QByteArray &line, const QList<ReplicaInfo> &replicas)
{
    auto parts = takeApart(line);
    if (!parts)
        return parts.error();
    const QJsonObject &json = parts->head;
    const auto wrong = [](const char *name) {
        return Error{
            ErrorCode::Damaged, Texts::tr("“%1” is missing or makes no sense").arg(QLatin1StringView(name)), {}, {}};
    };
    ExchangeLine parsed;
    parsed.isAct = json.contains(u"act");
    if (parsed.isAct) {
        parsed.act = {uidOf(json[u"act"]), json[u"kind"].toString(),  json[u"subject"].toString().left(longestSubject),
                      uidOf(json[u"by"]),  json[u"at"].toInteger(-1), uidOf(json[u"undoes"])};
        if (parsed.act.uid.isNull())
            return wrong("act");
        if (!isWord(parsed.act.kind))
            return wrong("kind");
        return parsed.act.at < 0 || parsed.act.at > lastInstant ? Result<ExchangeLine>(wrong("at"))
                                                                : Result<ExchangeLine>(parsed);
    }
    JournalRow &row = parsed.row;
    const int origin = json[u"o"].toInt(-1);
    if (origin < 0 || origin >= replicas.size())
        return wrong("o");
    row.origin = replicas[origin].uid;
    row.sequence = json[u"s"].toInteger(-1);
    row.clock = json[u"c"].toInteger(-1);
    row.at = json[u"at"].toInteger(-1);
    row.author = uidOf(json[u"by"]);
    row.entity = json[u"e"].toString();
    row.uid = uidOf(json[u"u"]);
    row.operation = json[u"op"].toString();
    if (!parts->patch)
        return wrong("p");
    row.patch = *parts->patch;
    row.patchText = parts->patchText;
    if (json.contains(u"knows"))
        row.knows = vectorFromJson(json[u"knows"].toObject());
    if (row.sequence < 1)
        return wrong("s");
    if (row.clock < 0)
        return wrong("c");
    if (row.at < 0 || row.at > lastInstant)
        return wrong("at");
    if (!isWord(row.entity))
        return wrong("e");
    if (row.uid.isNull())
        return wrong("u");
    if (!isWord(row.operation))
        return wrong("op");
    return parsed;
}

} // namespace Kartoteka
