// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QList>
#include <QObject>

#include <algorithm>
#include <memory>

namespace Kartoteka {

struct RecentFile
{
    QString path;
    QDateTime openedAt;     ///< null: an earlier program did not remember it
    bool isMissing = false; ///< it was looked for, and is not there

    bool operator==(const RecentFile &) const = default;
};

/// "today 09:12", "12/3/2026", or that it is not there; empty for a file whose time is not known.
QString openedText(const RecentFile &file);

/// The files that were open on this computer, the last one first.
class RecentFiles final : public QObject
{
    Q_OBJECT
public:
    explicit RecentFiles(QObject *parent = nullptr);
    ~RecentFiles() override;

    const QList<RecentFile> &files() const { return m_files; }
    /// A file was opened now.
    void note(const QString &path);
    bool isListed(const QString &path) const
    {
        return std::any_of(m_files.begin(), m_files.end(), [&path](const RecentFile &file) { return file.path == path; });
    }
    void forget(const QStringList &paths);
    QStringList missingFiles() const;
    /// Reads anew what another window may have noted, and looks which files are there: one look at a time, on a thread
    /// that nobody waits for, since a folder of the network may keep it for minutes.
    void look();

signals:
    void changed();

private:
    struct Mailbox;

    void read();
    void write() const;
    void markMissing(const QStringList &paths);
    /// What a look has found of the files it looked for.
    void take(const QStringList &looked, const QStringList &missing);

    QList<RecentFile> m_files;
    std::shared_ptr<Mailbox> m_mailbox;
    bool m_isLooking = false;
    bool m_looksAgain = false;
};

} // namespace Kartoteka
