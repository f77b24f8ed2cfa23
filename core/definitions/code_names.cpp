// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/definitions/code_names.h"

#include "core/base/texts.h"
#include "core/schema/system_codes.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

/// Letters of the Cyrillic alphabets as passports write them.
QString latin(QChar sign)
{
    static const QHash<QChar, QString> letters{
        {u'а', u"a"_s},  {u'б', u"b"_s},  {u'в', u"v"_s},    {u'г', u"g"_s}, {u'д', u"d"_s},  {u'е', u"e"_s},
        {u'ё', u"e"_s},  {u'ж', u"zh"_s}, {u'з', u"z"_s},    {u'и', u"i"_s}, {u'й', u"y"_s},  {u'к', u"k"_s},
        {u'л', u"l"_s},  {u'м', u"m"_s},  {u'н', u"n"_s},    {u'о', u"o"_s}, {u'п', u"p"_s},  {u'р', u"r"_s},
        {u'с', u"s"_s},  {u'т', u"t"_s},  {u'у', u"u"_s},    {u'ф', u"f"_s}, {u'х', u"kh"_s}, {u'ц', u"ts"_s},
        {u'ч', u"ch"_s}, {u'ш', u"sh"_s}, {u'щ', u"shch"_s}, {u'ъ', u""_s},  {u'ы', u"y"_s},  {u'ь', u""_s},
        {u'э', u"e"_s},  {u'ю', u"yu"_s}, {u'я', u"ya"_s},   {u'і', u"i"_s}, {u'ї', u"yi"_s}, {u'є', u"ye"_s},
        {u'ґ', u"g"_s},  {u'ў', u"u"_s},  {u'ß', u"ss"_s},   {u'ø', u"o"_s}, {u'æ', u"ae"_s}, {u'ł', u"l"_s}};
    return letters.value(sign);
}

bool isCode(const QString &code)
{
    static const QRegularExpression pattern(u"^[a-z][a-z0-9_]{0,%1}$"_s.arg(longestCode - 1));
    return pattern.match(code).hasMatch();
}

/// What texts of filters, the command line and every item mean something else by.
const QSet<QString> &wordsOfTexts()
{
    static const QSet<QString> words{u"id"_s,         u"uid"_s,   u"number"_s,   u"rank"_s,   u"filled"_s,
                                     u"deleted_at"_s, u"and"_s,   u"or"_s,       u"not"_s,    u"in"_s,
                                     u"has"_s,        u"is"_s,    u"empty"_s,    u"ever"_s,   u"me"_s,
                                     u"today"_s,      u"group"_s, u"activity"_s, u"client"_s, u"related"_s};
    return words;
}

/// Tables of the program: a type's journal rows would be taken for theirs.
const QSet<QString> &wordsOfTypes()
{
    static const QSet<QString> words{u"act"_s,
                                     u"activity_count"_s,
                                     u"activity_link"_s,
                                     u"all"_s,
                                     u"attachment"_s,
                                     u"calendar_day"_s,
                                     u"card_field"_s,
                                     u"card_section"_s,
                                     u"card_tab"_s,
                                     u"card_view"_s,
                                     u"card_view_for"_s,
                                     u"chain_mark"_s,
                                     u"closed_total"_s,
                                     u"comment"_s,
                                     u"conflict"_s,
                                     u"content"_s,
                                     u"currency"_s,
                                     u"department"_s,
                                     u"entity_type"_s,
                                     u"erased_id"_s,
                                     u"exchange_log"_s,
                                     u"field"_s,
                                     u"filled_fields"_s,
                                     u"follow_up"_s,
                                     u"hybrid_clock"_s,
                                     u"item_plan"_s,
                                     u"journal"_s,
                                     u"journal_item"_s,
                                     u"link"_s,
                                     u"list_value"_s,
                                     u"lit_day"_s,
                                     u"multi_value"_s,
                                     u"number_counter"_s,
                                     u"office"_s,
                                     u"person_setting"_s,
                                     u"pipeline"_s,
                                     u"preset"_s,
                                     u"rate"_s,
                                     u"replica"_s,
                                     u"replica_has"_s,
                                     u"replica_secret"_s,
                                     u"seat_counter"_s,
                                     u"section"_s,
                                     u"set_aside"_s,
                                     u"setting"_s,
                                     u"stage"_s,
                                     u"stage_plan"_s,
                                     u"stage_rule"_s,
                                     u"stage_total"_s,
                                     u"stage_visit"_s,
                                     u"tunnel"_s,
                                     u"unfinished_copy"_s,
                                     u"user"_s,
                                     u"user_account"_s,
                                     u"notice"_s,
                                     u"activity_kind"_s,
                                     u"checklist_item"_s,
                                     u"series_exception"_s,
                                     u"resource_hours"_s,
                                     u"busy"_s,
                                     u"given_number"_s};
    return words;
}

Result<void> checkForm(const QString &code)
{
    if (isCode(code))
        return {};
    return Error::usage(Texts::tr("“%1” cannot be a code: use lowercase Latin letters, digits and underscores, begin with "
                                  "a letter, at most %2 characters.")
                            .arg(code.left(longestCode + 1))
                            .arg(longestCode),
                        u"code"_s);
}

Error meaningful(const QString &code)
{
    return Error::usage(Texts::tr("“%1” cannot be a code: the program uses this word itself. Choose another one.").arg(code),
                        u"code"_s);
}

Error taken(const QString &code)
{
    return Error::usage(Texts::tr("The code “%1” is taken.").arg(code), u"code"_s);
}

/// @p isFree: of a code. The first of code, code_2, code_3 … that is.
template<typename Free>
QString firstFree(const QString &name, const QString &otherwise, Free isFree)
{
    QString code = codeOfName(name);
    if (code.isEmpty())
        code = otherwise;
    if (isFree(code))
        return code;
    constexpr qsizetype forNumber = 5;
    for (int i = 2;; ++i) {
        const QString numbered = code.left(longestCode - forNumber) + u'_' + QString::number(i);
        if (isFree(numbered))
            return numbered;
    }
}

} // namespace

Result<QString> definitionName(const QString &typed)
{
    const QString name = typed.simplified();
    if (name.isEmpty())
        return Error::usage(Texts::tr("Enter a name."), u"name"_s);
    if (name.size() > longestName)
        return Error::usage(
            Texts::tr("The name has %1 characters; at most %2 can be shown.").arg(name.size()).arg(longestName), u"name"_s);
    return name;
}

QString codeOfName(const QString &name)
{
    QString code;
    const QString folded = name.toCaseFolded().normalized(QString::NormalizationForm_C);
    const auto put = [&code](const QString &part) {
        for (const QChar sign : part) {
            const bool isPlain = (sign >= u'a' && sign <= u'z') || (sign >= u'0' && sign <= u'9');
            if (isPlain)
                code += sign;
        }
    };
    for (const QChar sign : folded) {
        if (!sign.isLetterOrNumber() && !sign.isMark()) {
            if (!code.isEmpty() && !code.endsWith(u'_'))
                code += u'_';
            continue;
        }
        const QString known = latin(sign);
        put(known.isEmpty() ? QString(sign).normalized(QString::NormalizationForm_KD) : known);
    }
    code = code.left(longestCode);
    while (code.endsWith(u'_'))
        code.chop(1);
    if (!code.isEmpty() && !(code[0] >= u'a' && code[0] <= u'z'))
        code = (u"n_"_s + code).left(longestCode);
    return code;
}

Result<void> checkFieldCode(const Schema &schema, qint64 typeId, const QString &code, qint64 except)
{
    if (auto done = checkForm(code); !done)
        return done;
    const bool isProgram = systemFieldCodes().contains(code) && !schema.field(typeId, code);
    if (isProgram || wordsOfTexts().contains(code))
        return meaningful(code);
    for (const Field &field : schema.fields(typeId)) {
        if (field.id == except)
            continue;
        if (field.code == code)
            return taken(code);
        if (field.formerCodes.contains(code))
            return Error::usage(
                Texts::tr("“%1” was the code of another field, and filters and imports still use it.").arg(code), u"code"_s);
    }
    return {};
}

Result<void> checkTypeCode(const Schema &schema, const QString &code)
{
    if (auto done = checkForm(code); !done)
        return done;
    if (wordsOfTypes().contains(code) || wordsOfTexts().contains(code))
        return schema.type(code) ? taken(code) : meaningful(code);
    return schema.type(code) ? Result<void>(taken(code)) : Result<void>();
}

QString freeFieldCode(const Schema &schema, qint64 typeId, const QString &name)
{
    return firstFree(name, u"field"_s, [&](const QString &code) { return bool(checkFieldCode(schema, typeId, code)); });
}

QString freeTypeCode(const Schema &schema, const QString &name)
{
    return firstFree(name, u"process"_s, [&](const QString &code) { return bool(checkTypeCode(schema, code)); });
}

} // namespace Kartoteka
