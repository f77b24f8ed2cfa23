// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/settings/look_choices.h"

#include "core/base/texts.h"

#include <QSettings>

namespace Kartoteka {

using namespace Qt::StringLiterals;

QString LookChoice::current() const
{
    return QSettings().value(key, values.constFirst().first).toString();
}

void LookChoice::choose(const QString &value) const
{
    QSettings().setValue(key, value);
}

QList<LookChoice> lookChoices()
{
    return {{Texts::tr("Appearance"),
             u"appearance"_s,
             {{u"system"_s, Texts::tr("As the system")},
              {u"light"_s, Texts::tr("Light")},
              {u"dark"_s, Texts::tr("Dark")},
              {u"starkLight"_s, Texts::tr("High contrast, black on white")},
              {u"starkDark"_s, Texts::tr("High contrast, white on black")}}},
            {Texts::tr("Density"),
             u"density"_s,
             {{u"usual"_s, Texts::tr("Usual")}, {u"compact"_s, Texts::tr("Compact")}, {u"roomy"_s, Texts::tr("Roomy")}}},
            {Texts::tr("Motion"), u"motion"_s, {{u"system"_s, Texts::tr("As the system")}, {u"none"_s, Texts::tr("None")}}},
            {Texts::tr("Language"),
             u"language"_s,
             {{QString(), Texts::tr("As the system")}, {u"ru"_s, u"Русский"_s}, {u"en"_s, u"English"_s}}}};
}

} // namespace Kartoteka
