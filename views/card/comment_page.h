// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/pending_save.h"

#include <QWidget>

class QPushButton;

namespace Kartoteka {

class CommentEdit;
class WrittenPictures;

/// The composer's page on which a comment is written, or one that is there written anew. What is typed stays until it stands in
/// the file. Pictures that are pasted or dropped stand in it and go with it; other files are told.
class CommentPage final : public QWidget
{
    Q_OBJECT
public:
    explicit CommentPage(Store &store, QWidget *parent = nullptr);

    /// The item that comments are for. What was typed for another one goes.
    void setItem(const ItemRef &item);
    void takeFocus();
    /// Takes a comment that is there to be written anew.
    void edit(qint64 comment, const QString &text);
    /// The comment that is written anew, 0: a new one.
    qint64 editing() const { return m_editing; }
    /// What is written, in one line.
    QString typed() const;
    /// A new one that is no more than a title would be.
    bool isOneLine() const;
    /// Takes what was begun as something else.
    void take(const QString &text);
    /// What is written becomes something else.
    QString handOver();
    /// Something was typed that is not saved, nor being saved.
    bool hasUnsaved() const;
    void save();
    /// Saves and waits for it. @return false: it was refused, and says why.
    bool saveNow();
    bool isSaving() const { return m_pending.isRunning(); }
    /// Waits for what is being saved. @return false: it was refused, stands here again and says why.
    bool settle() { return m_pending.settle(); }
    void clear();

signals:
    /// Another comment is written now, or a new one.
    void editingChanged();
    /// It stands in the file; @p wasEdited: it stood there before.
    void saved(bool wasEdited);
    /// A comment that was there is to stay as it is.
    void cancelled();
    void failed(const Kartoteka::Error &error);
    void filesGiven(const QStringList &paths);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeFoot();
    void takePicture(const QImage &picture);
    void takeFiles(const QStringList &paths);
    void dropPicture(const QString &key, const Error &error);
    Result<ChangeSet> planned() const;
    void set(qint64 comment, const QString &text);
    void showState();
    bool finish(const Result<Receipt> &receipt);

    Store &m_store;
    ItemRef m_item;
    CommentEdit *m_text;
    WrittenPictures *m_pictures;
    bool m_saveWhenRead = false; ///< it was to be saved while a picture was being read
    QPushButton *m_save = nullptr;
    QPushButton *m_cancel = nullptr;
    qint64 m_editing = 0;
    QString m_before; ///< the text of the comment that is written anew
    PendingSave m_pending;
};

} // namespace Kartoteka
