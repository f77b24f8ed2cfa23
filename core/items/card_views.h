// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/record/read_context.h"

namespace Kartoteka {

/// One way to lay out the cards of a type: common to all, a person's own, or one with a name.
struct CardView
{
    enum class Kind { Common, Mine, Named };
    /// A person, or a department with those below it.
    struct Whom
    {
        qint64 row = 0; ///< that says so
        qint64 person = 0;
        qint64 department = 0;

        bool operator==(const Whom &) const = default;
    };

    qint64 id = 0; ///< 0: nothing has been changed in it yet
    QUuid uid;
    Kind kind = Kind::Common;
    QString name;          ///< of a named one
    qint64 pipeline = 0;   ///< of a named one: it is for this pipeline only; 0: for all
    bool isForced = false; ///< whom it is for cannot choose another one
    double rank = 0;       ///< among the named ones
    QList<Whom> whom;      ///< for whom a named one is; nobody: for whoever chooses it

    bool operator==(const CardView &) const = default;

    QList<qint64> people() const;
    QList<qint64> departments() const;
};

/// As what a view is called: "Common", "Mine", its name.
QString viewName(const CardView &view);
/// Who sees what is changed in it, in words.
QString viewAudience(const Schema &schema, const CardView &view);

/// A name of a view or of a section in it as it is kept; refused when there is none, or it is too long.
Result<QString> checkedViewName(const QString &name);

/// The identity of the common view of a type, or of a person's own (@p person).
QUuid cardViewUid(const Schema &schema, qint64 typeId, qint64 person);
/// The setting of a person that says which view they chose last.
QString chosenViewCode(const Schema &schema, qint64 typeId, qint64 pipeline);

/// The views that a person may choose, and the one that applies: a forced one that is for them; the one they chose last for
/// this type and pipeline; the first named one that is for them; the common one.
struct ViewChoice
{
    QList<CardView> views; ///< common, own, named ones in their order
    CardView applies;
    qint64 usual = 0; ///< the one that applies to who chose nothing; 0: nothing stands in it
    bool isForced = false;
};
Result<ViewChoice> viewChoice(const ReadContext &context, qint64 typeId, qint64 pipeline, qint64 person);

/// All named views of a type in their order.
Result<QList<CardView>> namedViews(const ReadContext &context, qint64 typeId);

} // namespace Kartoteka
