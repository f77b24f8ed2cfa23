// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/exchange_folder.h"
#include "core/exchange/exchange_texts.h"

#include <QFileSystemWatcher>
#include <QPointer>

class QWidget;

namespace Kartoteka {

class TaskRunner;

/// Carries out what the Exchange menu offers: asks, shows what will happen, does it with progress, tells what was done.
class ExchangeDesk final : public QObject
{
    Q_OBJECT
public:
    ExchangeDesk(Store &store, TaskRunner &tasks, QWidget *window);

    void askNewSeat();
    void askWrite();
    void askRead();
    /// Shows what is in a file, and reads it when the person agrees.
    void readFile(const QString &path);
    void showStatus();
    void showConflicts();

    /// The folder that is kept in step by itself.
    FolderChoice folder() const { return m_folder ? m_folder->choice() : FolderChoice(); }
    void setFolder(const FolderChoice &choice);

    /// Makes a seat, once the person has said whose and where.
    void makeSeatAt(const QString &path, const QString &name);
    void writeTo(const QString &path, const QString &seat, const QString &passphrase);

signals:
    void said(const QString &text, bool undoable);
    void failed(const Kartoteka::Error &error);
    void itemWanted(const Kartoteka::ItemRef &item);
    void mergeWanted(const Kartoteka::ItemRef &keep, const Kartoteka::ItemRef &other);

private:
    void rehearse(const QString &path, const QString &passphrase, bool acceptClock);
    void preview(const ExchangeReadOptions &options, const Result<ExchangeRead> &read);
    void read(const ExchangeReadOptions &options);
    void readAs(const QString &name, const ExchangeReadOptions &options,
                const std::function<void(const Result<ExchangeRead> &)> &done);
    void tell(const ExchangeRead &read, const QString &path);
    void syncFolder();
    void syncIn(qint64 ms);
    void askFolderPassphrase();

    Store &m_store;
    TaskRunner &m_tasks;
    QWidget *m_window;
    std::shared_ptr<ExchangeFolder> m_folder;
    QFileSystemWatcher m_watcher;
    std::optional<qint64> m_syncAt; ///< UTC ms: the folder is exchanged with then
    bool m_syncing = false;
};

} // namespace Kartoteka
