// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QList>
#include <QObject>

namespace Kartoteka {

struct RecentFile
{
    QString path;
    QDateTime openedAt;     ///< null: an earlier program did not remember it
    bool isMissing = false; ///< it was looked for, and is not there

    bool operator==(const RecentFile &) const = default;
};

/// "today 09:12", "12/3/2026"; empty for a file whose time is not known.
QString openedText(const RecentFile &file);

/// The files that were open on this computer, the last one first.
class RecentFiles final : public QObject
{
    Q_OBJECT
public:
    explicit RecentFiles(QObject *parent = nullptr);

    const QList<RecentFile> &files() const { return m_files; }
    /// A file was opened now.
    void note(const QString &path);
    void forget(const QString &path);
    /// Reads anew what another window may have noted, and looks which files are there: not here, since a folder of the
    /// network may keep one waiting.
    void look();

signals:
    void changed();

private:
    void read();
    void write() const;

    QList<RecentFile> m_files;
};

} // namespace Kartoteka
