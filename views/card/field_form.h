// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/items/item.h"
#include "views/card/field_row.h"

class QToolButton;

namespace Kartoteka {

/// The fields of an item in the sections of its type. Empty optional fields wait behind "more".
class FieldForm final : public QWidget
{
    Q_OBJECT
public:
    explicit FieldForm(Store &store, QWidget *parent = nullptr);

    void setItem(const Item &item);
    /// Fields that the card shows in another place.
    void setElsewhere(const QStringList &fields);
    /// The values over which the person types, by field code.
    QHash<QString, Value> started() const;
    /// All editors open; values() gives what they hold.
    void setEditing(bool editing);
    bool isEditing() const { return m_editing; }
    /// Gives the focus to the first field that can be edited. @return false when there is none.
    bool focusFirst();
    /// What is typed and not saved, by field code; the first that is not sound gets the focus and says why.
    Result<QHash<QString, Value>> unsavedValues();
    /// Closes every editor; what it held is lost.
    void closeEditors();
    /// Values of all fields; the first that is not sound gets the focus and says why.
    Result<QHash<QString, Value>> values();
    /// Shows and focuses a field, with what is wrong about it.
    void showProblem(const QString &field, const QString &text);
    void closeEditor(const QString &field);
    FieldRow *row(const QString &field) const { return m_rows.value(field); }
    /// True while something is typed that is not saved.
    bool hasUnsaved() const;

signals:
    void edited(const QString &field, const Kartoteka::Value &value);
    void linkActivated(const Kartoteka::ItemRef &ref);
    void fileWanted(const QString &field, const QPoint &global);
    void fileActivated(qint64 attachment);
    void reachWanted(const QUrl &address); ///< tel: or mailto:

private:
    void build(qint64 typeId);
    void updateVisibility();
    QString writtenBy(const Item &item) const;

    Store &m_store;
    qint64 m_typeId = 0;
    bool m_editing = false;
    bool m_showEmpty = false;
    QStringList m_elsewhere;
    QHash<QString, FieldRow *> m_rows;
    QList<QPair<QWidget *, QList<FieldRow *>>> m_sections;
    QToolButton *m_more = nullptr;
};

} // namespace Kartoteka
