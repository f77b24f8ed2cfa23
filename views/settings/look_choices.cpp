// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/settings/look_choices.h"

#include "core/base/texts.h"

#include <QSettings>

#include <algorithm>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

/// A choice as it was before another one was made. The windows are made anew with each, so it outlives them.
struct Before
{
    QString title;
    QString key;
    QVariant value; ///< invalid: nothing had been chosen
};
QList<Before> &choicesBefore()
{
    static QList<Before> all;
    return all;
}

} // namespace

QString LookChoice::current() const
{
    return QSettings().value(key, atFirst.isEmpty() ? values.constFirst().first : atFirst).toString();
}

void LookChoice::choose(const QString &value) const
{
    choicesBefore().append({title, key, QSettings().value(key)});
    QSettings().setValue(key, value);
}

QString lastLookChoice()
{
    if (choicesBefore().isEmpty())
        return {};
    const Before &last = choicesBefore().constLast();
    const QList<LookChoice> all = lookChoices(); // in today's language: it may be what was chosen
    const auto choice = std::ranges::find(all, last.key, &LookChoice::key);
    return choice == all.end() ? last.title : choice->title;
}

bool takeBackLook()
{
    if (choicesBefore().isEmpty())
        return false;
    const Before before = choicesBefore().takeLast();
    if (before.value.isValid())
        QSettings().setValue(before.key, before.value);
    else
        QSettings().remove(before.key);
    return true;
}

QList<LookChoice> lookChoices()
{
    return {
        {Texts::tr("Appearance"),
         u"appearance"_s,
         {{u"system"_s, Texts::tr("Same as system")},
          {u"light"_s, Texts::tr("Light")},
          {u"dark"_s, Texts::tr("Dark")},
          {u"starkLight"_s, Texts::tr("High contrast, black on white")},
          {u"starkDark"_s, Texts::tr("High contrast, white on black")}}},
        {Texts::tr("Density"),
         u"density"_s,
         {{u"compact"_s, Texts::tr("Compact")}, {u"usual"_s, Texts::tr("Normal")}, {u"roomy"_s, Texts::tr("Comfortable")}},
         u"usual"_s},
        {Texts::tr("Motion"), u"motion"_s, {{u"system"_s, Texts::tr("Same as system")}, {u"none"_s, Texts::tr("None")}}},
        {Texts::tr("Language"),
         u"language"_s,
         {{QString(), Texts::tr("Same as system")}, {u"ru"_s, u"Русский"_s}, {u"en"_s, u"English"_s}}}};
}

} // namespace Kartoteka
