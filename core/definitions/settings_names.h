// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QJsonObject>
#include <QUuid>

namespace Kartoteka {

/// What the records of a file of settings are called, as people say it: each with what it is of, since a hundred types have a
/// field “Tags” each.
class SettingsNames
{
public:
    void add(const QString &table, const QUuid &uid, const QJsonObject &values);

    /// Of a record of the file, which need not be one of those that were added.
    QString nameOf(const QString &table, const QUuid &uid, const QJsonObject &values) const;
    /// What kind of thing a record of a table is: "field".
    static QString kindOf(const QString &table);
    /// What a value of a record is: "default value"; a code that has no words as it is.
    static QString valueName(const QString &column);
    /// A value of a record.
    QString valueText(const QString &column, const QJsonValue &value) const;

private:
    struct Known
    {
        QString table;
        QJsonObject values;
    };

    const Known *owner(const QJsonObject &values, const QStringList &columns) const;
    QString ownName(const QString &table, const QJsonObject &values) const;
    QString settingName(const QString &code) const;
    QString typeNames(const QString &codes) const;
    QString withOwners(const Known &known) const;

    QHash<QUuid, Known> m_known;
    QHash<QString, QUuid> m_types; ///< by code
};

} // namespace Kartoteka
