// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/definitions/settings_stages.h"

#include "core/base/texts.h"
#include "core/base/uid.h"

namespace Kartoteka {

using namespace Qt::StringLiterals;

void SettingsStages::add(const QString &table, const QUuid &, const QJsonObject &values)
{
    if (table == u"stage")
        m_groups[uidFromText(values[u"pipeline"].toString())] << values[u"stage_group"].toString();
    else if (table == u"pipeline")
        m_withPipelines << uidFromText(values[u"entity_type"].toString());
}

QString SettingsStages::lackOf(const QString &table, const QUuid &uid, const QJsonObject &values) const
{
    const QSet<QString> needed{u"in_progress"_s, u"won"_s, u"lost"_s};
    if (table == u"pipeline" && !m_groups.value(uid).contains(needed))
        return Texts::tr("a pipeline needs a stage in progress, one of success and one of loss.");
    if (table == u"entity_type" && values[u"has_stages"].toBool() && !m_withPipelines.contains(uid))
        return Texts::tr("a type with stages needs a pipeline.");
    return {};
}

} // namespace Kartoteka
