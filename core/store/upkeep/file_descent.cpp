// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/upkeep/file_descent.h"

#include "core/base/uid.h"
#include "core/store/file/file_place.h"
#include "core/store/replica/replica_book.h"
#include "core/store/upkeep/database_file.h"

namespace Kartoteka {

Result<FileDescent> judgeDescent(Connection &connection, const Installation &here, const QString &path)
{
    FileDescent descent;
    const QString place = placeName(path);
    descent.machine = here.machine() + (place.isEmpty() ? QString() : u' ' + place);
    if (auto done = ensureOwnKey(connection); !done)
        return done.error();
    QUuid uid;
    QString machine;
    qint64 sequence = 0;
    bool isSeat = false;
    {
        auto self = connection.query(u"SELECT uid, machine, last_sequence, seat_code FROM replica WHERE is_self = 1"_s);
        if (!self)
            return self.error();
        if (!self->next())
            return descent;
        uid = uidFromBytes(self->bytes(0));
        machine = self->text(1);
        sequence = self->integer(2);
        isSeat = !self->text(3).isEmpty();
    }
    const Installation::Memory memory = here.memoryOf(uid);
    // Elsewhere, or beside the original, it is a copy; fewer changes than have left this computer: put back from a backup.
    // Another person who opens it where it has always lain has neither moved nor copied it.
    const bool isOurs = machine.section(u' ', 0, 0) == here.machine();
    const bool isInPlace = !place.isEmpty() && machine.section(u' ', 1) == place;
    const bool elsewhere = !machine.isEmpty() && !isOurs && !isInPlace;
    const bool beside = !memory.path.isEmpty() && memory.path != path && replicaOf(memory.path) == uid;
    if (elsewhere || beside || memory.sequence > sequence) {
        descent.copiedFrom = uid;
        descent.needsSeat = elsewhere || beside;
    }
    descent.isElsewhere = elsewhere && !beside;
    if (!descent.copiedFrom.isNull())
        return descent;
    if (isOurs && machine != descent.machine)
        // Moved by its own person. Where it cannot be told just now, it is told another time.
        (void)connection.run(u"UPDATE replica SET machine = ? WHERE is_self = 1"_s, {descent.machine});
    if (!isSeat)
        return descent;
    // A new seat's file belongs to the first computer that opens it, and to the place where it lies there.
    if (memory.path != path) {
        if (auto done = here.remember(uid, {memory.sequence, path, memory.numbers}); !done)
            return done.error();
    }
    if (machine.isEmpty()) {
        auto done = connection.run(u"UPDATE replica SET machine = ? WHERE is_self = 1"_s, {descent.machine});
        if (!done)
            return done.error();
    }
    return descent;
}

} // namespace Kartoteka
