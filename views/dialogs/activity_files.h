// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/items/attachments.h"
#include "core/store/store.h"

#include <QWidget>

class QLabel;
class QListWidget;

namespace Kartoteka {

class OpenedCopies;

/// The files of an activity: attached by dialog or drop with what else is changed of it, opened by Enter, taken away by Del.
class ActivityFiles final : public QWidget
{
    Q_OBJECT
public:
    ActivityFiles(Store &store, QWidget *parent);

    void setActivity(const ItemRef &activity);
    void ask();
    void attach(const QStringList &paths);
    bool isEmpty() const;
    /// What attaches and detaches them. @p activity may name one that the same change set makes. Refused where a file cannot be read,
    /// or is not yet.
    Result<ChangeSet> changes(const ItemRef &activity) const;
    /// What detaches all of them.
    ChangeSet allAway() const;

signals:
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void show(qint64 id, const QString &name, int reading);
    void read(const QString &path, int reading);
    void fitHeight();
    void remove();
    void open();

    Store &m_store;
    OpenedCopies *m_opened;
    QLabel *m_problem;
    QListWidget *m_list;
    QList<Attachment> m_known;
    QHash<int, Result<ChangeSet>> m_read; ///< what was chosen, by its number: read beside the window
    int m_lastReading = 0;
};

} // namespace Kartoteka
