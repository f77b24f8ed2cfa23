// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/items/attachments.h"
#include "core/store/store.h"
#include "views/fields/opened_copies.h"

#include <QObject>

#include <functional>

class QImage;
class QMenu;
class QWidget;

namespace Kartoteka {

/// Files of a card: attaching by dialog and by drop, opening a copy, saving, removing.
class CardFiles final : public QObject
{
    Q_OBJECT
public:
    CardFiles(Store &store, QWidget *card);

    void askFile(const ItemRef &item);
    void attach(const ItemRef &item, const QStringList &paths);
    /// Opens a copy with the program that the system knows for it.
    void open(qint64 attachment);
    /// The same with one that is known by its contents.
    void openContents(const QString &digest);
    /// Attaches a picture as a file that is called after the moment.
    void attachPicture(const ItemRef &item, const QImage &picture);
    static QString pictureName(const QDateTime &at);
    /// Puts files into a field that holds them, one after the other.
    void hold(const ItemRef &item, const QString &field, QStringList paths);
    void holdPicture(const ItemRef &item, const QString &field, const QImage &picture);
    /// What can be done about an attached file.
    void addTo(QMenu &menu, qint64 attachment);
    /// … about a picture in a comment, which is no file of its own.
    void addTo(QMenu &menu, const QString &digest);
    /// What can be done about the files that a field holds; where it holds none, one is asked for at once.
    void showFieldMenu(const ItemRef &item, const QString &field, const QPoint &global);
    /// Takes it off its item.
    void remove(qint64 attachment);
    /// Writes the file to @p path.
    void saveTo(qint64 attachment, const QString &path);

signals:
    void failed(const Kartoteka::Error &error);
    void done(const QString &what);

private:
    void askSave(const Attachment &attachment);
    void remove(const Attachment &attachment);
    void askInto(const ItemRef &ref, const Field &field);
    void savePicture(const QImage &picture, const std::function<void(const QString &path)> &then);
    /// @p removing: null where it stays.
    void addActs(QMenu &menu, const Attachment &attachment, const std::function<void()> &removing);
    void commit(const ChangeSet &changes, const QString &said, const std::function<void()> &after = {});

    Store &m_store;
    QWidget *m_card;
    OpenedCopies m_opened; ///< until the file is closed
};

} // namespace Kartoteka
