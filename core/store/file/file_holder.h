// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLockFile>
#include <QString>

#include <optional>

namespace Kartoteka {

/// A program that has a database open.
struct Holder
{
    QString person;
    QString computer;
    qint64 since = 0; ///< UTC ms
    bool isWindow = false;
    bool isHere = true; ///< on this computer

    /// "Anna Petrova (PC-7), since 10:42", for people.
    QString text() const;
};

/// Who has a database open, told beside it: a lock (QLockFile) and a small file with name, computer and time. On one
/// computer a lock whose program has ended counts for nothing; on another one a lock counts as long as its program beats.
/// Where the folder cannot be written nobody can be told, and nobody holds the file.
class FileHolder
{
public:
    /// @p path: canonical. Nothing is taken yet.
    FileHolder(const QString &path, const QString &person, bool isWindow);
    ~FileHolder(); ///< gives the file free
    FileHolder(const FileHolder &) = delete;
    FileHolder &operator=(const FileHolder &) = delete;

    /// @return true when this program holds the file from now on, or did already.
    bool tryTake();
    bool isTaken() const { return m_isTaken; }
    /// The program that holds it; none when nobody does, or this one.
    std::optional<Holder> other() const;
    /// Nobody holds it, or its program has been silent for too long. To be asked now and then: silence is seen by waiting.
    bool isFree();
    /// Shows other computers that this program lives. To be called at least every beatMs; cheap.
    void beat();

    static constexpr qint64 beatMs = 60'000;

private:
    void tell() const;
    bool looksDead();

    QString m_path;
    Holder m_self;
    QLockFile m_lock;
    bool m_isTaken = false;
    qint64 m_lastBeat = 0;  ///< steady clock, ms
    qint64 m_seenBeat = 0;  ///< of the other program: its lock's time …
    qint64 m_seenSince = 0; ///< … and since when that has not changed
};

} // namespace Kartoteka
