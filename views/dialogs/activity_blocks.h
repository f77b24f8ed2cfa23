// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activities/activity.h"
#include "core/activities/checklist.h"
#include "core/store/store.h"

#include <QWidget>

class QLabel;
class QToolButton;
class QVBoxLayout;

namespace Kartoteka {

class ActivityFiles;
class ChecklistEditor;
class FieldEditor;
class FlowLayout;
class TimeBlock;

/// The parts of an activity that not every one has: those it has and those that its kind wants are shown, the others are added
/// by a button each, and an empty one takes no place.
class ActivityBlocks final : public QWidget
{
    Q_OBJECT
public:
    ActivityBlocks(Store &store, QWidget *parent);

    void setActivity(const Activity &activity, const Checklist &steps);
    /// Shows what a kind wants besides; what it does not want stays where there is something of it.
    void setKind(qint64 kind);
    /// When it is due: its beginning goes with it.
    void setMoment(const QDateTime &deadline);

    /// How long a new one of its kind lasts, minutes.
    void setDuration(int minutes);

    /// What was written, by field code; parts that were never there are left out. Or why it is no value.
    Result<QHash<QString, Value>> values() const;
    Checklist steps() const;
    /// What attaches and detaches files; @p activity may name one that the same change set makes.
    Result<ChangeSet> fileChanges(const ItemRef &activity) const;

signals:
    void changed(); ///< it needs another height
    void opened(QWidget *part);

private:
    struct Block
    {
        QString code;
        QToolButton *add = nullptr;
        QWidget *box = nullptr; ///< made when it is first shown
        FieldEditor *editor = nullptr;
    };

    Block *find(const QString &code);
    bool isShown(const QString &code) const;
    bool hasSomething(const QString &code) const;
    void open(Block &block);
    void close(Block &block);
    void openByHand(const QString &code);
    QWidget *makeBody(Block &block, QWidget *box);
    ItemRef reference() const;
    void askColour();
    void showColour();

    Store &m_store;
    Activity m_activity;
    Checklist m_steps;
    QDateTime m_moment;
    QVBoxLayout *m_boxes;
    QWidget *m_more;
    QList<Block> m_blocks;
    TimeBlock *m_time = nullptr;
    ChecklistEditor *m_checklist = nullptr;
    ActivityFiles *m_files = nullptr;
    bool m_hasFiles = false;
    QToolButton *m_colourButton = nullptr;
    QString m_colour;
};

} // namespace Kartoteka
