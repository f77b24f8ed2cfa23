// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/exchange_meal.h"

#include "core/base/json_text.h"
#include "core/base/uid.h"
#include "core/exchange/exchange_journal.h"
#include "core/exchange/seats.h"
#include "core/office.h"
#include "core/store/upkeep/database_file.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

namespace Kartoteka {

namespace {

constexpr qsizetype mostLines = 120;
constexpr qsizetype mostBytes = 64 * 1024;
/// So many files are only rehearsed, which leaves the office as it was; then one is read into a copy that is checked.
constexpr qint64 rehearsalsBetween = 50;

const QByteArrayList &oddValues()
{
    static const QByteArrayList values{"null",
                                       "5",
                                       "-1",
                                       "1e300",
                                       "1.5",
                                       "true",
                                       "\"\"",
                                       "\"x\"",
                                       "\"a\\u0000b\"",
                                       "\"\\ud800\"",
                                       "[]",
                                       "[1,2]",
                                       "[null,\"y\"]",
                                       "[[]]",
                                       "{}",
                                       "9223372036854775807",
                                       "[9223372036854775807,\"USD\"]",
                                       "[{\"v\":5}]",
                                       "[[],[{\"v\":\"a\"},{\"v\":\"a\"}]]",
                                       "\"7379732d747970652d2d303030303031\"",
                                       "{\"t\":\"lead\",\"u\":\"7379732d747970652d2d303030303031\"}",
                                       "\"9999-99-99\""};
    return values;
}

void stop(const QString &why)
{
    qFatal("%s", qUtf8Printable(why));
}

} // namespace

ExchangeMeal::ExchangeMeal()
{
    const QString base = m_folder.filePath(u"office.kartoteka"_s);
    const NewDatabase office{
        .language = u"en"_s, .userName = u"Ann"_s, .login = u"ann"_s, .currency = u"RUB"_s, .phoneRegion = u"RU"_s};
    if (auto made = createDatabase(base, office, m_clock); !made)
        stop(made.error().message);
    m_office = std::make_unique<Replica>(base, m_folder.filePath(u"computer0"_s), m_clock);
    QRandomGenerator random(1);
    for (int i = 0; i < 60; ++i)
        randomAct(*m_office, random);
    const QString laptop = m_folder.filePath(u"seat.kartoteka"_s);
    if (auto made = makeSeat(m_office->store(), laptop, u"Bob"_s); !made)
        stop(made.error().message);
    Replica seat(laptop, m_folder.filePath(u"computer1"_s), m_clock);
    const QString file = m_folder.filePath(u"whole.kartoteka-exchange"_s);
    if (auto written = seat.write(file, u"office"_s); !written)
        stop(written.error().message);
    m_empty = ForgedFile::of(file, seat.store());
    for (int i = 0; i < 400; ++i) {
        m_clock.advance(1000);
        randomAct(seat, random);
    }
    if (auto written = seat.write(file, u"office"_s); !written)
        stop(written.error().message);
    m_lines = ForgedFile::of(file, seat.store()).lines;
    m_empty.manifest.writtenAt = m_clock.now();
}

void ExchangeMeal::feed(const QByteArray &bytes)
{
    takeApart(bytes);
    ForgedFile file = fileOf(bytes);
    if (file.manifest.rows > 0)
        merge(file);
}

void ExchangeMeal::takeApart(const QByteArray &bytes)
{
    (void)manifestFromJson(bytes);
    for (const QByteArray &line : bytes.split('\n'))
        (void)parseExchangeLine(line, m_empty.manifest.replicas);
    QFile file(m_folder.filePath(u"input"_s));
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate))
        return;
    file.write(bytes);
    file.close();
    auto container = ExchangeContainer::open(file.fileName(), {}, file.fileName());
    if (!container)
        return;
    (void)(*container)->verify({});
    ExchangeJournal journal(**container);
    auto batch = journal.next();
    while (batch && !batch->lines.isEmpty())
        batch = journal.next();
}

/// The lines that make sense, numbered as the seat would number them.
ForgedFile ExchangeMeal::fileOf(const QByteArray &bytes) const
{
    ForgedFile file = m_empty;
    int origin = 0;
    while (file.manifest.replicas[origin].uid != file.manifest.sender)
        ++origin;
    bool hasAct = false;
    qsizetype taken = 0;
    for (const QByteArray &line : bytes.left(mostBytes).split('\n')) {
        auto parsed = parseExchangeLine(line.trimmed(), file.manifest.replicas);
        if (!parsed || ++taken > mostLines)
            continue;
        if (parsed->isAct || !hasAct) {
            hasAct = true;
            const qint64 now = file.manifest.writtenAt;
            file.addLine(actLine(parsed->isAct ? parsed->act : ActRow{makeUid(now), u"edit"_s, {}, {}, now, {}}));
        }
        if (parsed->isAct)
            continue;
        JournalRow &row = parsed->row;
        row.sequence = file.nextSequence();
        row.clock = qMax<qint64>(1, row.clock);
        file.manifest.lastClock = qMax(file.manifest.lastClock, row.clock);
        file.addLine(rowLine(row, origin, row.patchText, row.knows ? compactJson(vectorToJson(*row.knows)) : QByteArray()),
                     1);
    }
    return file;
}

void ExchangeMeal::merge(const ForgedFile &file)
{
    const QString path = m_folder.filePath(u"meal.kartoteka-exchange"_s);
    file.write(path);
    if (++m_fed % rehearsalsBetween == 0)
        return readForGood();
    ExchangeReadOptions options;
    options.path = path;
    options.rehearse = true;
    options.acceptClock = true;
    const auto read = readExchange(m_office->store(), options);
    QCoreApplication::sendPostedEvents(&m_office->store());
    if (read) {
        ++m_merged;
        return;
    }
    if (read.error().message.isEmpty())
        stop(u"refused without a word"_s);
    if (read.error().code == ErrorCode::Database)
        stop(u"the database refused: "_s + read.error().message + read.error().detail);
}

void ExchangeMeal::readForGood()
{
    const QString copy = m_folder.filePath(u"copy.kartoteka"_s);
    m_office->close();
    for (const char *end : {"", "-wal", "-shm"})
        QFile::remove(copy + QLatin1StringView(end));
    QFile::copy(m_office->path(), copy);
    {
        Replica other(copy, m_folder.filePath(u"computer2"_s), m_clock);
        if (auto read = other.read(m_folder.filePath(u"meal.kartoteka-exchange"_s), true); read) {
            ++m_merged;
            if (const QStringList problems = other.problems(); !problems.isEmpty())
                stop(u"the check finds: "_s + problems.join(u'\n'));
            if (auto undone = other.store().undo().result(); read->merged.taken > 0 && !undone)
                stop(u"cannot be taken back: "_s + undone.error().message + undone.error().detail);
            if (const QStringList problems = other.problems(); !problems.isEmpty())
                stop(u"after taking back, the check finds: "_s + problems.join(u'\n'));
        }
    }
    m_office->open();
}

QByteArray ExchangeMeal::someOfAJournal(QRandomGenerator &random) const
{
    const int count = 1 + random.bounded(30);
    const qsizetype first = random.bounded(int(m_lines.size()));
    return m_lines.mid(first, count).join();
}

QByteArray ExchangeMeal::varied(const QByteArray &bytes, QRandomGenerator &random) const
{
    QByteArrayList lines = bytes.split('\n');
    lines.removeAll(QByteArray());
    const auto any = [&](const QByteArrayList &list) { return list[random.bounded(int(list.size()))]; };
    if (lines.isEmpty() || random.bounded(8) == 0)
        return bytes + someOfAJournal(random);
    const qsizetype at = random.bounded(int(lines.size()));
    switch (random.bounded(6)) {
    case 0: lines.insert(random.bounded(int(lines.size()) + 1), lines[at]); break;
    case 1: lines.swapItemsAt(at, random.bounded(int(lines.size()))); break;
    case 2: lines.insert(at, any(m_lines).trimmed()); break;
    case 3: lines.removeAt(at); break;
    default: {
        QJsonObject json = QJsonDocument::fromJson(lines[at]).object();
        const QJsonObject other = QJsonDocument::fromJson(any(lines)).object();
        QJsonObject patch = json[u"p"].toObject();
        const QString name = random.bounded(3) == 0 && !json.isEmpty() ? json.keys().at(random.bounded(int(json.size())))
                                                                       : u"p"_s;
        const QJsonValue odd = QJsonDocument::fromJson('[' + any(oddValues()) + ']').array().at(0);
        if (name != u"p") {
            json[name] = random.bounded(2) == 0 && other.contains(name) ? other[name] : odd;
        } else if (!patch.isEmpty()) {
            const QString field = patch.keys().at(random.bounded(int(patch.size())));
            const QJsonObject theirs = other[u"p"].toObject();
            if (random.bounded(3) == 0 && !theirs.isEmpty())
                patch[theirs.keys().at(random.bounded(int(theirs.size())))] = patch[field];
            else if (patch[field].isArray() && patch[field].toArray().size() == 2)
                patch[field] = QJsonArray{patch[field][0], odd};
            else
                patch[field] = odd;
            json[u"p"] = patch;
        }
        if (!json.isEmpty()) {
            // The patch is the last one in a line (docs/file-format.md).
            const QJsonValue last = json.take(u"p");
            QByteArray line = QJsonDocument(json).toJson(QJsonDocument::Compact);
            if (!last.isUndefined()) {
                line.chop(1);
                line += ",\"p\":" + QJsonDocument(last.toObject()).toJson(QJsonDocument::Compact) + '}';
            }
            lines[at] = line;
        }
    }
    }
    return lines.join('\n') + '\n';
}

} // namespace Kartoteka
