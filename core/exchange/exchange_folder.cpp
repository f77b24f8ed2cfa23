// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/exchange_folder.h"

#include "core/base/texts.h"
#include "core/base/uid.h"
#include "core/exchange/exchange_writer.h"
#include "core/exchange/seat_queries.h"
#include "core/store/file/open_files.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>

#include <mutex>

namespace Kartoteka {

namespace {

const QString suffix = u".kartoteka-exchange"_s;

/// Names of files come from nobody: a code of letters and digits, or else the identity.
QString wordFor(const Seat &seat)
{
    const bool isPlain = seat.code.size() <= 20 && std::all_of(seat.code.begin(), seat.code.end(), [](QChar c) {
                             return c.unicode() < 128 && c.isLetterOrNumber();
                         });
    return !isPlain ? uidText(seat.uid).right(12) : seat.code.isEmpty() ? u"office"_s : seat.code;
}

} // namespace

Result<FolderSync> ExchangeFolder::sync(Store &store, const CancelToken &cancel)
{
    if (!QFileInfo(m_choice.path).isDir())
        return Error{
            ErrorCode::File, Texts::tr("The exchange folder “%1” was not found.").arg(m_choice.path), {}, m_choice.path};
    if (m_choice.needsPassphrase())
        return Error{
            ErrorCode::Refused, Texts::tr("The exchange folder waits for its passphrase."), {}, {}, Needs::Passphrase};
    // Two windows of one file may both look after the folder: one after the other.
    static std::mutex oneAtATime;
    const std::lock_guard lock(oneAtATime);
    auto self = store.read<QUuid>({}, [](ReadContext &context) { return ownUid(context.connection); }).result();
    if (!self)
        return self.error();
    FolderSync result;
    readAll(store, *self, cancel, result);
    if (auto done = writeAll(store, cancel, result); !done)
        return done.error();
    return result;
}

void ExchangeFolder::readAll(Store &store, const QUuid &self, const CancelToken &cancel, FolderSync &result)
{
    const QFileInfoList files = QDir(m_choice.path).entryInfoList({u'*' + suffix}, QDir::Files, QDir::Time | QDir::Reversed);
    for (const QFileInfo &file : files) {
        const QString state = u"%1 %2"_s.arg(file.size()).arg(file.lastModified().toMSecsSinceEpoch());
        if (cancel.isCancelled() || m_seen.value(file.fileName()) == state)
            continue;
        if (!m_choice.passphrase.isEmpty() && !isSealedFile(file.filePath())) {
            result.problems << Texts::tr("%1 is not encrypted: with a passphrase, the folder takes encrypted files only.")
                                   .arg(file.fileName());
            m_seen.insert(file.fileName(), state);
            continue;
        }
        ExchangeReadOptions options;
        options.path = file.filePath();
        options.passphrase = m_choice.passphrase;
        options.cancel = cancel;
        auto read = readExchange(store, options);
        if (!read) {
            // Perhaps the cloud service has brought only half of it: it is looked at again when it changes.
            result.problems << Texts::tr("%1: %2").arg(file.fileName(), read.error().message);
        } else if (read->manifest.sender != self
                   && (read->state == ExchangeState::Applied || read->state == ExchangeState::Waiting)) {
            result.read << *read;
        }
        m_seen.insert(file.fileName(), state);
    }
}

Result<void> ExchangeFolder::writeAll(Store &store, const CancelToken &cancel, FolderSync &result)
{
    using State = std::pair<QList<Seat>, VersionVector>;
    auto state = store
                     .read<State>(cancel,
                                  [](ReadContext &context) -> Result<State> {
                                      auto seats = readSeats(context.connection);
                                      if (!seats)
                                          return seats.error();
                                      auto vector = readVector(context.connection);
                                      if (!vector)
                                          return vector.error();
                                      return State{*seats, *vector};
                                  })
                     .result();
    if (!state)
        return state.error();
    const auto &[seats, vector] = *state;
    const bool atOffice = seats.constFirst().code.isEmpty();
    for (const Seat &seat : seats) {
        // Seats speak to the office, the office to all.
        if (seat.isSelf || seat.isRetired || (!atOffice && !seat.code.isEmpty()))
            continue;
        const QString name = wordFor(seats.constFirst()) + u"-to-"_s + wordFor(seat) + suffix;
        const QString path = QDir(m_choice.path).filePath(name);
        // What lies there as it should not is written anew: in the clear once a passphrase was set, or the other way.
        if (!m_told.contains(name) && isSealedFile(path) != m_choice.passphrase.isEmpty()) {
            if (auto old = ExchangeContainer::open(path, m_choice.passphrase, store.path()); old)
                m_told.insert(name, (*old)->manifest().to);
        }
        if (m_told.value(name) == vector)
            continue;
        ExchangeWriteOptions options;
        options.path = path;
        options.seat = seat.code.isEmpty() ? u"office"_s : seat.code;
        options.passphrase = m_choice.passphrase;
        options.cancel = cancel;
        auto written = writeExchange(store, options);
        if (!written) {
            // What cannot be written for one must not keep the others waiting.
            result.problems << Texts::tr("%1: %2").arg(name, written.error().message);
            continue;
        }
        m_told.insert(name, written->manifest.to);
        const QFileInfo file(path);
        m_seen.insert(name, u"%1 %2"_s.arg(file.size()).arg(file.lastModified().toMSecsSinceEpoch()));
        ++result.written;
    }
    return {};
}

} // namespace Kartoteka
