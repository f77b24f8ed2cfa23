// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/items/setting_acts.h"

#include "core/base/texts.h"
#include "core/schema/act_kinds.h"
#include "core/schema/settings.h"

namespace Kartoteka {

Result<ChangeSet> planSettings(const QList<QPair<QString, QString>> &values)
{
    ChangeSet changes;
    changes.kind = ActKinds::settings;
    QStringList codes;
    for (const auto &[code, text] : values) {
        const SettingDef *setting = findSetting(code);
        if (!setting)
            return Error{ErrorCode::Usage, Texts::tr("There is no setting “%1”.").arg(code), {}, code};
        if (codes.contains(code))
            return Error{ErrorCode::Usage, Texts::tr("The setting “%1” is named twice.").arg(code), {}, code};
        auto value = parseSetting(*setting, text);
        if (!value)
            return value.error();
        codes << code;
        changes.create(u"setting"_s, {{u"code"_s, code}, {u"value"_s, *value}}, derivedUid(u"setting", code));
    }
    changes.subject = codes.join(u", "_s);
    return changes;
}

} // namespace Kartoteka
