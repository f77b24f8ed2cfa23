// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/replica.h"

#include "core/base/uid.h"
#include "core/office.h"
#include "core/store/record/record_identity.h"
#include "core/store/record/record_reader.h"
#include "core/store/upkeep/database_file.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace Kartoteka {

Replica::Replica(QString path, const QString &folder, const Clock &clock)
    : m_path(std::move(path)), m_clock(clock), m_installation(std::make_shared<const Installation>(folder))
{
    open();
}

void Replica::open()
{
    auto store = openOffice(m_path, m_clock, m_installation);
    if (!store)
        qFatal("%s", qUtf8Printable(store.error().message + store.error().detail));
    m_store = std::move(*store);
}

Result<ExchangeWritten> Replica::write(const QString &path, const QString &seat)
{
    ExchangeWriteOptions options;
    options.path = path;
    options.seat = seat;
    auto written = writeExchange(*m_store, options);
    QCoreApplication::sendPostedEvents(m_store.get());
    return written;
}

Result<ExchangeRead> Replica::read(const QString &path, bool acceptClock)
{
    ExchangeReadOptions options;
    options.path = path;
    options.acceptClock = acceptClock;
    options.linesAtOnce = 3; // small files are merged in as many parts as great ones
    auto result = readExchange(*m_store, options);
    QCoreApplication::sendPostedEvents(m_store.get());
    return result;
}

QMap<QString, QString> Replica::records()
{
    const ReadContext context = m_store->reader();
    RecordIdentity identity(context.connection, *context.catalog);
    QMap<QString, QString> found;
    const QStringList codes = context.catalog->codes();
    for (const QString &code : codes) {
        const RecordTable *table = context.catalog->table(code);
        QList<qint64> ids;
        {
            auto cursor = context.connection.query(u"SELECT id FROM %1"_s.arg(table->name));
            while (cursor && cursor->next())
                ids << cursor->integer(0);
        }
        for (const qint64 id : std::as_const(ids)) {
            auto record = readRecord(context.connection, *context.schema, *table, id);
            if (!record || !*record)
                continue;
            QByteArrayList parts;
            for (int i = 0; i < table->columns.size(); ++i) {
                if (!(*record)->row[i].isValid())
                    continue;
                QByteArray value = table->columns[i].code.toUtf8() + '=';
                appendJournal(table->columns[i], (*record)->row[i], identity, value);
                parts << value;
            }
            std::sort(parts.begin(), parts.end()); // replicas learned of fields in different orders
            found.insert(table->entity + u' ' + uidText((*record)->uid), QString::fromUtf8(parts.join(' ')));
        }
    }
    return found;
}

QStringList Replica::conflicts()
{
    QStringList found;
    auto cursor = m_store->reader().connection.query(
        u"SELECT c.entity, hex(l.uid), c.field, lo.uid, l.sequence, wo.uid, w.sequence, c.open FROM conflict c "
        "JOIN journal l ON l.id = c.loser JOIN replica lo ON lo.id = l.origin "
        "JOIN journal w ON w.id = c.winner JOIN replica wo ON wo.id = w.origin"_s);
    while (cursor && cursor->next()) {
        found << u"%1 %2 %3 %4:%5 %6:%7 %8"_s.arg(cursor->text(0), cursor->text(1), cursor->text(2),
                                                  uidText(uidFromBytes(cursor->bytes(3))), cursor->text(4),
                                                  uidText(uidFromBytes(cursor->bytes(5))), cursor->text(6), cursor->text(7));
    }
    found.sort();
    return found;
}

QMap<QString, QString> Replica::journal()
{
    QMap<QString, QString> found;
    auto cursor = m_store->reader().connection.query(
        u"SELECT o.uid, j.sequence, j.clock, j.entity, hex(j.uid), j.operation, j.patch, hex(a.uid), a.kind FROM journal j "
        "JOIN replica o ON o.id = j.origin JOIN act a ON a.id = j.act"_s);
    while (cursor && cursor->next()) {
        const QByteArray patch = QJsonDocument::fromJson(cursor->text(6).toUtf8()).toJson(QJsonDocument::Compact);
        found.insert(uidText(uidFromBytes(cursor->bytes(0))) + u':' + cursor->text(1),
                     QStringList{cursor->text(2), cursor->text(3), cursor->text(4), cursor->text(5),
                                 QString::fromUtf8(patch), cursor->text(7), cursor->text(8)}
                         .join(u' '));
    }
    return found;
}

QString Replica::seat()
{
    auto code = m_store->reader().connection.scalar(u"SELECT seat_code FROM replica WHERE is_self = 1"_s);
    return code ? code->toString() : QString();
}

void Replica::move(const QString &folder)
{
    close();
    const QString place = m_path + u'-'; // where it has always lain, it would have been opened by another person only
    QFile::rename(m_path, place);
    m_path = place;
    m_installation = std::make_shared<const Installation>(folder);
    open();
    if (m_store->wasElsewhere())
        (void)m_store->takeOver().result();
}

QMap<QString, QString> Replica::timelines()
{
    const ReadContext context = m_store->reader();
    RecordIdentity identity(context.connection, *context.catalog);
    struct Place
    {
        QString row;
        ItemRef owner;
    };
    QList<Place> places;
    {
        auto cursor = context.connection.query(
            u"SELECT o.uid, j.sequence, j.owner_type, j.owner_id FROM journal j JOIN replica o ON o.id = j.origin "
            "WHERE j.owner_type > 0"_s);
        while (cursor && cursor->next())
            places.append({uidText(uidFromBytes(cursor->bytes(0))) + u':' + cursor->text(1),
                           {cursor->integer(2), cursor->integer(3), {}}});
    }
    QSet<QUuid> erased;
    {
        auto cursor = context.connection.query(u"SELECT uid FROM journal WHERE operation = 'erase'"_s);
        while (cursor && cursor->next())
            erased.insert(uidFromBytes(cursor->bytes(0)));
    }
    QMap<QString, QString> found;
    for (const Place &place : std::as_const(places)) {
        const QUuid owner = identity.uidOf(identity.tableOfType(place.owner.type), place.owner.id);
        // What was gone for good and came back does not have again what was told of it meanwhile.
        if (!owner.isNull() && !erased.contains(owner))
            found.insert(place.row, uidText(owner));
    }
    return found;
}

QStringList Replica::order()
{
    QStringList seen;
    const auto add = [&seen](const auto &records) {
        for (const auto &record : records)
            seen << uidText(record.uid);
    };
    const SchemaPtr schema = m_store->schema();
    add(schema->types());
    for (const EntityType &type : schema->types()) {
        add(schema->fields(type.id));
        add(schema->sections(type.id));
        add(schema->pipelines(type.id));
        for (const Pipeline &pipeline : schema->pipelines(type.id))
            add(schema->stages(pipeline.id));
        for (const Field &field : schema->fields(type.id))
            add(schema->listValues(field.id));
    }
    add(schema->users());
    add(schema->departments());
    add(schema->currencies());
    return seen;
}

QSet<QString> Replica::untouched()
{
    const ReadContext context = m_store->reader();
    QSet<QString> entities;
    auto cursor = context.connection.query(u"SELECT DISTINCT entity FROM journal"_s);
    while (cursor && cursor->next())
        entities.insert(cursor->text(0));
    QSet<QString> tables;
    for (const QString &code : context.catalog->codes()) {
        if (!entities.contains(context.catalog->table(code)->entity))
            tables.insert(code);
    }
    return tables;
}

QStringList Replica::problems()
{
    const Result<QStringList> found = m_store->maintain<QStringList>(checkDatabase).result();
    return found ? *found : QStringList{found.error().message + found.error().detail};
}

VersionVector Replica::vector()
{
    auto found = readVector(m_store->reader().connection);
    return found ? *found : VersionVector();
}

} // namespace Kartoteka
