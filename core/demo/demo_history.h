// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/demo_dice.h"
#include "core/demo/demo_words.h"
#include "core/store/store.h"

#include <map>

namespace Kartoteka {

/// What happened to the items of a demo office after they were made. Thrown item by item, written in the order of time as acts
/// of people; in big offices what one person did at about the same time is one act: each act waits for the disk.
class DemoHistory
{
public:
    /// @p portion: how many items an act may concern.
    DemoHistory(Store &store, const DemoWords &words, DemoDice &dice, int portion);

    /// The stages that an item passed, a comment, and what is planned or was done.
    void add(const ItemRef &item, qint64 madeAt, const QString &finalStage, const QList<qint64> &users);
    /// Writes what was added. @p told hears how many steps of how many are written, and may refuse to go on.
    Result<void> write(const std::function<Result<void>(qint64 written, qint64 total)> &told);

private:
    enum class What { Move, Conversion, Comment, Activity };
    struct Step
    {
        What what = What::Move;
        qint64 at = 0;
        qint64 author = 0;
        ItemRef item = {};
        qint64 stage = 0;  ///< of a move
        QString text = {}; ///< of a comment or an activity
        QString kind = {}; ///< of an activity, as what follows
        qint64 responsible = 0;
        qint64 deadline = 0;
        bool incoming = false;
    };
    using Doing = std::pair<What, qint64>; ///< what who does

    void addActivity(const ItemRef &item, qint64 after, const QList<qint64> &users);
    Result<ChangeSet> planned(const Step &step) const;
    Result<ChangeSet> conversion(const ItemRef &lead) const;
    Result<void> carryOut(const Doing &doing);

    Store &m_store;
    const DemoWords &m_words;
    DemoDice &m_dice;
    qint64 m_now;
    int m_portion;
    QList<Step> m_steps;
    std::map<Doing, QList<Step>> m_begun; ///< of an item at most one: its next step needs what the one before left
    QHash<qint64, Doing> m_waits;         ///< item → where its step is
};

} // namespace Kartoteka
