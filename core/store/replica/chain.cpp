// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/replica/chain.h"

#include "core/base/texts.h"
#include "core/base/uid.h"

#include <QtEndian>

#include <sodium.h>

namespace Kartoteka {

namespace {

class Hash
{
public:
    Hash() { crypto_generichash_init(&m_state, nullptr, 0, size_t(chainBytes)); }

    void add(const QByteArray &bytes)
    {
        crypto_generichash_update(&m_state, reinterpret_cast<const unsigned char *>(bytes.constData()),
                                  quint64(bytes.size()));
    }
    QByteArray value()
    {
        QByteArray out(chainBytes, '\0');
        crypto_generichash_final(&m_state, reinterpret_cast<unsigned char *>(out.data()), size_t(chainBytes));
        return out;
    }

private:
    crypto_generichash_state m_state;
};

void appendNumber(qint64 number, QByteArray &bytes)
{
    char raw[8];
    qToLittleEndian(number, raw);
    bytes.append(raw, 8);
}

void appendText(const QByteArray &text, QByteArray &bytes)
{
    appendNumber(text.size(), bytes);
    bytes += text;
}

Result<QByteArray> walk(Connection &connection, qint64 origin, qint64 from, qint64 to, QByteArray value)
{
    auto c = connection.query(
        u"SELECT j.sequence, j.clock, coalesce(j.wrote_at, j.at), coalesce(u.uid, j.author_uid), a.uid, a.kind, a.subject, "
        "a.at, j.entity, j.uid, j.operation, j.patch, j.knows FROM journal j JOIN act a ON a.id = j.act "
        "LEFT JOIN user_account u ON u.id = j.author "
        "WHERE j.origin = ? AND j.sequence > ? AND j.sequence <= ? ORDER BY j.sequence"_s,
        {origin, from, to});
    if (!c)
        return c.error();
    qint64 last = from;
    while (c->next()) {
        JournalRow row;
        row.sequence = c->integer(0);
        row.clock = c->integer(1);
        row.at = c->integer(2);
        row.author = uidFromBytes(c->bytes(3));
        row.act = uidFromBytes(c->bytes(4));
        row.entity = c->text(8);
        row.uid = uidFromBytes(c->bytes(9));
        row.operation = c->text(10);
        row.patchText = c->text(11).toUtf8();
        ActRow act{row.act, c->text(5), c->text(6), {}, c->integer(7), {}};
        value = chainNext(value, row, act, c->text(12).toUtf8());
        last = row.sequence;
    }
    if (last != to) {
        return Error{ErrorCode::Damaged,
                     Texts::tr("The journal has gaps. Run a check of the file."),
                     u"origin %1: %2 of %3"_s.arg(origin).arg(last).arg(to),
                     {}};
    }
    return value;
}

} // namespace

QByteArray chainStart(const QUuid &origin)
{
    Hash hash;
    hash.add("kartoteka-chain-1" + uidBytes(origin));
    return hash.value();
}

QByteArray chainNext(const QByteArray &value, const JournalRow &row, const ActRow &act, const QByteArray &knowsText)
{
    QByteArray head;
    head.reserve(400);
    head += value;
    for (const qint64 number : {row.sequence, row.clock, row.at, act.at})
        appendNumber(number, head);
    head += uidBytes(row.author) + uidBytes(row.act) + uidBytes(row.uid);
    for (const QString &text : {act.kind, act.subject.left(longestSubject), row.entity, row.operation})
        appendText(text.toUtf8(), head);
    appendText(knowsText, head);
    Hash hash;
    hash.add(head);
    hash.add(row.patchText);
    return hash.value();
}

Result<QByteArray> chainAt(Connection &connection, const ReplicaBook &book, qint64 origin, qint64 sequence)
{
    const KnownReplica *replica = book.find(origin);
    while (replica && replica->branchOf != 0 && sequence <= replica->info.branchAfter)
        replica = book.find(replica->branchOf);
    if (!replica)
        return Error{ErrorCode::NotFound, Texts::tr("There is no such seat."), QString::number(origin), {}};
    qint64 from = 0;
    QByteArray value;
    {
        auto mark = connection.query(
            u"SELECT sequence, value FROM chain_mark WHERE origin = ? AND sequence <= ? ORDER BY sequence DESC LIMIT 1"_s,
            {replica->id, sequence});
        if (!mark)
            return mark.error();
        if (mark->next()) {
            from = mark->integer(0);
            value = mark->bytes(1);
        }
    }
    if (value.isEmpty() && replica->branchOf != 0) {
        from = replica->info.branchAfter;
        auto start = chainAt(connection, book, replica->branchOf, from);
        if (!start)
            return start;
        value = *start;
    } else if (value.isEmpty()) {
        value = chainStart(replica->info.uid);
    }
    return walk(connection, replica->id, from, sequence, value);
}

Result<void> keepMark(Connection &connection, const ChainMark &mark)
{
    // What was signed once stays so.
    return connection.run(u"INSERT INTO chain_mark (origin, sequence, value, signature, signed_as) VALUES (?, ?, ?, ?, ?) "
                          "ON CONFLICT (origin, sequence) DO UPDATE SET value = excluded.value, "
                          "signed_as = iif(excluded.signature IS NULL, signed_as, excluded.signed_as), "
                          "signature = coalesce(excluded.signature, signature)"_s,
                          {mark.origin, mark.sequence, mark.value,
                           mark.signature.isEmpty() ? QVariant() : QVariant(mark.signature),
                           mark.signedAs.isNull() ? QVariant() : QVariant(uidBytes(mark.signedAs))});
}

Result<void> signOwnHeads(Connection &connection)
{
    auto book = ReplicaBook::read(connection);
    if (!book)
        return book.error();
    for (const KnownReplica &own : book->all()) {
        if (own.secretKey.isEmpty() || own.last == 0)
            continue;
        auto chain = chainAt(connection, *book, own.id, own.last);
        if (!chain)
            return chain.error();
        const QByteArray signature = signatureOf(headMessage(book->office(), own.info.uid, own.last, *chain), own.secretKey);
        if (auto done = keepMark(connection, {own.id, own.last, *chain, signature}); !done)
            return done;
    }
    return {};
}

Result<ChainMark> lastSigned(Connection &connection, qint64 origin)
{
    auto c = connection.query(u"SELECT sequence, value, signature, signed_as FROM chain_mark WHERE origin = ? "
                              "AND signature IS NOT NULL ORDER BY sequence DESC LIMIT 1"_s,
                              {origin});
    if (!c)
        return c.error();
    ChainMark mark{origin, 0, {}};
    if (c->next())
        mark = {origin, c->integer(0), c->bytes(1), c->bytes(2), uidFromBytes(c->bytes(3))};
    return mark;
}

} // namespace Kartoteka
