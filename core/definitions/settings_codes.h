// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/schema.h"

#include <QJsonObject>

namespace Kartoteka {

/// What the types and fields of a file of settings are called in the office that reads it. A code that something else has here
/// stays with it: what comes gets the next free one, and whatever in the file names it by its code says that one. What has been
/// taken over under another code keeps it.
class SettingsCodes
{
public:
    explicit SettingsCodes(const Schema &schema);

    /// A record of the file; those of other tables are not looked at.
    void add(const QString &table, const QUuid &uid, const QJsonObject &values);
    /// Once all are added: what each is to be called.
    void settle();

    /// The code of a type or field, if it is another one than the file says; empty otherwise.
    QString otherCode(const QUuid &uid) const;
    /// The values of a record of the file, with codes as they are here.
    QJsonObject here(const QString &table, const QUuid &uid, QJsonObject values) const;

private:
    using Place = std::pair<QUuid, QString>; ///< the type of a field, or none, and a code

    struct Called
    {
        QUuid uid;
        QUuid type;     ///< of a field
        QString wanted; ///< as the file calls it
        QString target; ///< of a link: the type, as the file calls it
        QString code;   ///< here
    };

    bool isTaken(const Called &one) const;
    bool isFree(const Called &one, const QString &code) const;
    const Called *called(const QUuid &type, const QString &wanted) const;
    QString typeHere(const QString &wanted) const;
    QString defaultHere(const QUuid &type, const QString &text) const;

    const Schema &m_schema;
    QHash<QUuid, qint64> m_types;       ///< that are here
    QHash<QUuid, QString> m_codes;      ///< of types and fields that are here
    QHash<QUuid, QStringList> m_former; ///< what fields that are here were called
    QHash<Place, QUuid> m_deleted;
    QList<Called> m_all; ///< in the order of the file
    QHash<QUuid, qsizetype> m_byUid;
    QHash<Place, qsizetype> m_byWanted; ///< the first of each code
    QHash<Place, QUuid> m_given;
};

} // namespace Kartoteka
