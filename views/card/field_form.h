// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/items/item.h"
#include "models/card/card_layout_model.h"
#include "views/card/card_tabs_dialog.h"
#include "views/card/field_row.h"

class QToolButton;
class QVBoxLayout;

namespace Kartoteka {

class CardViewBar;
class FieldColumns;
class FieldRowMenu;
class LayoutEditor;
class NameRow;
class RowFlag;
class SectionHead;

/// The fields of an item as the view of the card has them. Empty optional fields wait behind "more"; while all are edited, those
/// that a new item is begun with come first. What is being typed outlives every change of the layout.
class FieldForm final : public QWidget
{
    Q_OBJECT
public:
    explicit FieldForm(Store &store, QWidget *parent = nullptr);

    void setItem(const Item &item);
    /// What stands above the first section.
    void setLead(QWidget *lead);
    /// In two columns where there is room for them.
    void setSideBySide(bool wanted);
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
    /// Saves the fields that are edited by themselves.
    void saveOpen();
    FieldRow *row(const QString &field) const { return m_rows.value(field); }
    /// True while something is typed that is not saved.
    bool hasUnsaved() const;

    /// The layout as it applies to the item that is shown: its tabs too.
    CardLayoutModel *layouts() const { return m_layouts; }
    /// The tabs that the card has besides its first one: the view says which are shown, in which order.
    void setTabs(const QList<CardTabName> &tabs) { m_tabs = tabs; }
    /// Rows with handles in place of the fields, until the person leaves.
    void setConfiguring(bool configuring);
    bool isConfiguring() const { return m_editor != nullptr; }

signals:
    void edited(const QString &field, const Kartoteka::Value &value);
    void linkActivated(const Kartoteka::ItemRef &ref);
    void fileWanted(const QString &field, const QPoint &global);
    void fileActivated(qint64 attachment);
    void reachWanted(const QUrl &address);      ///< a way and an address, see reachLink()
    void failed(const Kartoteka::Error &error); ///< of a change of the layout
    void done(const QString &what);             ///< the same, where it is worth telling

private:
    /// A section as it is seen.
    struct Group
    {
        QUuid section;
        SectionHead *head = nullptr;
        QList<FieldRow *> rows;
    };

    void arrange();
    FieldRow *rowFor(const Field &field, QHash<QString, FieldRow *> &known);
    FieldRow *makeRow(const Field &field);
    void addGroups(const Schema &schema, QList<Group> &former, QHash<QString, FieldRow *> &known);
    SectionHead *headOf(const PlacedSection &section, QList<Group> &former);
    void joinName(const Group &group);
    void showFlags();
    void updateVisibility();
    QString writtenBy(const Item &item) const;
    bool isWanted(const FieldRow &row) const;
    bool isMain(const FieldRow &row) const;
    void editSection(const QUuid &section);
    QList<FieldRow *> ordered() const;

    Store &m_store;
    CardLayoutModel *m_layouts;
    FieldRowMenu *m_menu;
    Item m_item;
    bool m_editing = false;
    QStringList m_elsewhere;
    bool m_showAll = false; ///< what waits behind "more" is shown
    QList<CardTabName> m_tabs;
    QUuid m_revealed; ///< a section whose empty fields are shown
    QHash<QString, FieldRow *> m_rows;
    QHash<QString, RowFlag *> m_flags;
    QList<Group> m_groups;
    QVBoxLayout *m_column;
    FieldColumns *m_fields; ///< heads and rows
    NameRow *m_name;
    QToolButton *m_more;
    CardViewBar *m_views;
    LayoutEditor *m_editor = nullptr; ///< while the card is configured
};

} // namespace Kartoteka
