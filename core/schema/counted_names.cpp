// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/counted_names.h"

#include "core/base/texts.h"
#include "core/schema/builtin_names.h"

#include <QLocale>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

/// The program's own words for its types, which have a gender and a plural in other languages.
struct TypeWords
{
    const char *counted;
    const char *fresh;
};

const TypeWords *wordsOf(const EntityType &type)
{
    static const QHash<QString, TypeWords> words{
        {u"lead"_s, {QT_TRANSLATE_N_NOOP("Kartoteka", "%Ln lead(s)"), QT_TRANSLATE_NOOP("Kartoteka", "New lead")}},
        {u"deal"_s, {QT_TRANSLATE_N_NOOP("Kartoteka", "%Ln deal(s)"), QT_TRANSLATE_NOOP("Kartoteka", "New deal")}},
        {u"contact"_s, {QT_TRANSLATE_N_NOOP("Kartoteka", "%Ln contact(s)"), QT_TRANSLATE_NOOP("Kartoteka", "New contact")}},
        {u"company"_s, {QT_TRANSLATE_N_NOOP("Kartoteka", "%Ln company(s)"), QT_TRANSLATE_NOOP("Kartoteka", "New company")}},
        {u"product"_s, {QT_TRANSLATE_N_NOOP("Kartoteka", "%Ln product(s)"), QT_TRANSLATE_NOOP("Kartoteka", "New product")}},
        {u"resource"_s,
         {QT_TRANSLATE_N_NOOP("Kartoteka", "%Ln resource(s)"), QT_TRANSLATE_NOOP("Kartoteka", "New resource")}},
        {u"activity"_s,
         {QT_TRANSLATE_N_NOOP("Kartoteka", "%Ln activity(s)"), QT_TRANSLATE_NOOP("Kartoteka", "New activity")}}};
    const auto found = words.constFind(type.code);
    return found == words.cend() || !type.name.isEmpty() ? nullptr : &*found;
}

} // namespace

QString countedName(const EntityType &type, qsizetype count)
{
    if (const TypeWords *words = wordsOf(type))
        return Texts::tr(words->counted, nullptr, int(count));
    return Texts::tr("%1 (%2)", "a type's name and how many").arg(pluralName(type), QLocale().toString(count));
}

QString newName(const EntityType &type)
{
    const TypeWords *words = wordsOf(type);
    return words ? Texts::tr(words->fresh) : Texts::tr("New: %1").arg(displayName(type));
}

} // namespace Kartoteka
