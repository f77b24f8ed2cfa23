// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace Kartoteka {

class DefinitionList;

/// The values of one list: named, coloured, moved, merged, deleted, and added to.
class ValueList final : public QWidget
{
    Q_OBJECT
public:
    /// @p name: of its parts, "valueList" and "valueAdd" of "value".
    ValueList(Store &store, const QString &name, QWidget *parent);

    /// Shows the values that a list field offers; 0: none.
    void setField(qint64 field);
    void setCurrent(qint64 value);
    /// The current one is seen without the keyboard, too.
    void setShowsCurrent();

signals:
    void done(const QString &what); ///< the file was changed, and that can be undone
    void failed(const Kartoteka::Error &error);
    void chosen(qint64 value); ///< it is the current one now

private:
    void fill();
    /// The values are the kinds of activities.
    bool isOfKinds() const;
    QColor colourOf(const ListValue &value) const;
    void commit(const Result<ChangeSet> &changes, const QString &what);
    void askNew();
    void showTwins();
    void openMenu(qint64 value, const QPoint &at);
    void askColour(qint64 value);
    void askMerge(const ListValue &value);
    void askDelete(const ListValue &value);
    /// Asks which other value is to stand for it. @p question says what for.
    void askHeir(const ListValue &value, const QString &question, const QString &explanation, const QString &verb);
    void edit(qint64 value, const QString &name, const QString &colour, const QString &said);

    Store &m_store;
    DefinitionList *m_values;
    QWidget *m_twins; ///< says that some values stand there twice, and merges them
    QLabel *m_twinNames;
    QPushButton *m_add;
    qint64 m_field = 0; ///< that has the list
};

} // namespace Kartoteka
