// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activities/find_queries.h"
#include "core/query/find_anywhere.h"
#include "core/store/store.h"

#include <QAbstractListModel>

namespace Kartoteka {

class QuickMatch;

/// Something that the window can do or show.
struct PaletteAct
{
    QString title;
    QString name;  ///< by which it is found: a title may say what it would be done with
    QString where; ///< in which menu it stands
    QString keys;
    QString icon;
    bool isSection = false;      ///< it leads to a section
    QStringList otherNames = {}; ///< the name in the other language of the program
    QString otherWhere = {};     ///< … and the menu
};

/// What the palette offers for the letters that were typed: acts and sections, which are given, and items, which are read on
/// another thread. Nothing typed: the items that were open last, and every act.
class PaletteModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum class Kind { Heading, Act, Item };
    enum Role { KindRole = Qt::UserRole, NoteRole, KeysRole, IconRole };

    /// @p store: the open file; null without one.
    PaletteModel(Store *store, QList<PaletteAct> acts, const QList<ItemRef> &recent, QObject *parent = nullptr);
    ~PaletteModel() override;

    void setText(const QString &text);
    const QString &text() const { return m_text; }
    /// Items are still being looked for.
    bool isSearching() const { return m_isSearching; }
    /// Why items could not be looked for, for people; empty when they could.
    const QString &problem() const { return m_problem; }
    Kind kind(int row) const;
    /// Of a row that is an act: which one of those given.
    int act(int row) const { return m_rows[row].act; }
    ItemRef item(int row) const { return m_rows[row].item; }
    /// The row behind (1) or before (-1) another that can be chosen; itself at the end.
    int next(int row, int step) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

signals:
    /// Rows are others now.
    void filled();

private:
    struct Row
    {
        Kind kind = Kind::Heading;
        QString title = {};
        QString note = {};
        QString keys = {};
        QString icon = {};
        int act = -1;
        ItemRef item = {};
    };

    void fill();
    void fillAll();
    void fillFound();
    static int scoreOf(const PaletteAct &act, const QuickMatch &match);
    void addActs(const QList<int> &acts);
    void addItems(const QList<FoundItem> &items, const QString &heading);
    void addActivities();
    void findItems();

    Store *m_store;
    QList<PaletteAct> m_acts;
    QList<FoundItem> m_recent;
    QString m_text;
    QList<FoundItem> m_found;
    QList<DayEntry> m_activities; ///< that answer to the letters
    CancelToken m_search;
    bool m_isSearching = false;
    QString m_problem;
    QList<Row> m_rows;
};

} // namespace Kartoteka
