// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/items/attachments.h"
#include "core/store/store.h"

#include <QObject>
#include <QTemporaryDir>

#include <memory>

class QMimeData;

namespace Kartoteka {

/// Copies of attached files that are looked at with the programs that the system knows for them; they go with this.
class OpenedCopies final : public QObject
{
    Q_OBJECT
public:
    explicit OpenedCopies(Store &store, QObject *parent = nullptr) : QObject(parent), m_store(store) {}

    void open(qint64 attachment);
    /// A path of that name in the folder of the copies.
    QString pathFor(const QString &name);

signals:
    void failed(const Kartoteka::Error &error);

private:
    QTemporaryDir &folder();
    void show(const QString &path);

    Store &m_store;
    std::unique_ptr<QTemporaryDir> m_folder;
};

/// Local files of a drop that can be attached: databases and exchange files of ours are no such.
QStringList attachableFiles(const QMimeData &data);

} // namespace Kartoteka
