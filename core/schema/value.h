// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/money.h"

#include <QDate>
#include <QList>
#include <QMetaType>
#include <QUuid>
#include <QVariant>

namespace Kartoteka {

using namespace Qt::StringLiterals;

/// Any item: its entity type and its row. While the row does not exist yet, `uid` names it.
struct ItemRef
{
    qint64 type = 0; ///< id of the entity type
    qint64 id = 0;   ///< row id in the type's table
    QUuid uid;       ///< set when the row is made by the same change set

    bool isNull() const { return id == 0 && uid.isNull(); }
    bool operator==(const ItemRef &other) const
    {
        return type == other.type && id == other.id && (id != 0 || uid == other.uid);
    }
};

inline size_t qHash(const ItemRef &ref, size_t seed = 0)
{
    return qHashMulti(seed, ref.type, ref.id);
}

/// One of several values of a field: a phone with its label, a tag, an observer, a linked item.
struct Member
{
    QString text;  ///< phone, e-mail, URL or tag as typed
    QString label; ///< work, mobile, home, other; empty when none
    ItemRef ref;   ///< for users, list values and items: what is referred to (type 0 unless any type may stand)
    QString key;   ///< search key if already known (E.164 phone); the store fills it in otherwise

    bool operator==(const Member &other) const { return text == other.text && label == other.label && ref == other.ref; }
};
using Members = QList<Member>;

/// The value of a field. Invalid means empty. What it holds follows from the field type:
/// text: QString; integer, date-time (UTC ms), reference (row id): qint64; number: double;
/// boolean: bool; date: QDate; money: Money; link to any type: ItemRef; several values: Members.
/// A reference to a record made by the same change set is its QUuid.
using Value = QVariant;

template<typename T>
Value toValue(T value)
{
    return QVariant::fromValue(std::move(value));
}

inline Value textValue(const QString &text)
{
    return text.isEmpty() ? Value() : Value(text);
}

inline Value membersValue(const Members &members)
{
    return members.isEmpty() ? Value() : toValue(members);
}

inline Value textMembers(const QStringList &texts)
{
    Members members;
    for (const QString &text : texts)
        members.append({.text = text, .label = {}, .ref = {}, .key = {}});
    return membersValue(members);
}

} // namespace Kartoteka

Q_DECLARE_METATYPE(Kartoteka::ItemRef)
Q_DECLARE_METATYPE(Kartoteka::Member)
