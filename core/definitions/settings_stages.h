// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QJsonObject>
#include <QSet>
#include <QUuid>

namespace Kartoteka {

/// What a settings file brings in pipelines and stages. As by hand, a pipeline has a stage in progress, one of success and one of
/// loss, and a type with stages a pipeline: without them nothing could be made in it.
class SettingsStages
{
public:
    void add(const QString &table, const QUuid &uid, const QJsonObject &values);

    /// Of a record that is not here yet, when all were added: what it lacks. Empty: nothing.
    QString lackOf(const QString &table, const QUuid &uid, const QJsonObject &values) const;

private:
    QHash<QUuid, QSet<QString>> m_groups; ///< of stages, by their pipeline
    QSet<QUuid> m_withPipelines;          ///< types
};

} // namespace Kartoteka
