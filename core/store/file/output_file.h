// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QFile>

#include <memory>

namespace Kartoteka {

/// What may stand at the place where a file is written and be replaced by it.
enum class OutputKind {
    New,      ///< nothing may stand there
    Table,    ///< a table as text: .csv, .txt, .tsv
    Exchange, ///< an exchange file
    SameName  ///< any file that ends as what is written does: given in `ending`
};

struct OutputRule
{
    OutputKind kind = OutputKind::New;
    QString ending = {}; ///< for SameName, without the dot; empty: no ending
    QString source = {}; ///< what is read meanwhile and must not be written over
};

/// Judges a place before anything is written there: links are followed and what they lead to counts. Refused in words: the
/// open database and what stands beside it, any other database, devices, pipes, folders, files of another kind.
/// @return the place to be written, without links.
Result<QString> outputPlace(const QString &path, const OutputRule &rule);

/// Why a file could not be written, as a person can mend it: a full disk is named.
Error writeError(const QString &path, const QString &reason);

/// True when next to nothing can be written in a folder.
bool isDiskFull(const QString &folder);

/// Makes an empty file that only its owner can read. Refuses what exists.
Result<void> makePrivateFile(const QString &path);

/// A file that a library writes by its name (SQLite, libzip): beside its place until publish().
/// Removed when that is not called; what a program that was killed leaves behind is removed by removeLeftovers().
class PartialFile
{
public:
    enum class Readers {
        Owner,  ///< nobody else may read it
        AsUsual ///< those that may read other files of this person, or that could read what stands at the place
    };

    /// @p place: as outputPlace() gave it. The empty file is made at once.
    static Result<std::unique_ptr<PartialFile>> make(const QString &place, Readers readers = Readers::Owner);
    ~PartialFile();
    PartialFile(const PartialFile &) = delete;
    PartialFile &operator=(const PartialFile &) = delete;

    QString path() const { return m_path; }
    QString place() const { return m_place; }
    /// Brings the file to the disk and gives it its name, in place of what stands there when @p replace.
    Result<void> publish(bool replace);

private:
    PartialFile(QString place, QString path);

    QString m_place;
    QString m_path;
    QString m_note; ///< where it is written down that the file is under way
};

/// A file for a person, written by this program: it stands beside its place until it is whole and on the disk.
class OutputFile
{
public:
    static Result<std::unique_ptr<OutputFile>> open(const QString &path, const OutputRule &rule);

    QIODevice &device() { return m_file; }
    /// A write that failed is told here.
    Result<void> commit();

private:
    /// QFile forgets a failed write with the next one.
    class WatchedFile final : public QFile
    {
    public:
        using QFile::QFile;
        QString failure;

    protected:
        qint64 writeData(const char *data, qint64 size) override;
    };

    explicit OutputFile(std::unique_ptr<PartialFile> partial) : m_partial(std::move(partial)), m_file(m_partial->path()) {}

    std::unique_ptr<PartialFile> m_partial;
    WatchedFile m_file;
};

/// Removes what programs of this person that were killed had under way. Quick; called at the start of a program.
void removeLeftovers();

} // namespace Kartoteka
