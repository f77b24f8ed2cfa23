// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/definitions/settings_names.h"

#include "core/base/texts.h"
#include "core/base/uid.h"
#include "core/schema/builtin_names.h"
#include "core/schema/settings.h"

#include <QDate>
#include <QLocale>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longest = 60;

using Names = QHash<QString, const char *>;

QString translated(const Names &names, const QString &code)
{
    const char *name = names.value(code);
    return name ? Texts::tr(name) : code;
}

} // namespace

void SettingsNames::add(const QString &table, const QUuid &uid, const QJsonObject &values)
{
    m_known.insert(uid, {table, values});
    if (table == u"entity_type")
        m_types.insert(values[u"code"].toString(), uid);
}

QString SettingsNames::kindOf(const QString &table)
{
    static const Names names{{u"entity_type"_s, QT_TRANSLATE_NOOP("Kartoteka", "type")},
                             {u"section"_s, QT_TRANSLATE_NOOP("Kartoteka", "section")},
                             {u"field"_s, QT_TRANSLATE_NOOP("Kartoteka", "field")},
                             {u"list_value"_s, QT_TRANSLATE_NOOP("Kartoteka", "list value")},
                             {u"pipeline"_s, QT_TRANSLATE_NOOP("Kartoteka", "pipeline")},
                             {u"stage"_s, QT_TRANSLATE_NOOP("Kartoteka", "stage")},
                             {u"stage_rule"_s, QT_TRANSLATE_NOOP("Kartoteka", "required field")},
                             {u"tunnel"_s, QT_TRANSLATE_NOOP("Kartoteka", "tunnel")},
                             {u"currency"_s, QT_TRANSLATE_NOOP("Kartoteka", "currency")},
                             {u"calendar_day"_s, QT_TRANSLATE_NOOP("Kartoteka", "day")},
                             {u"activity_kind"_s, QT_TRANSLATE_NOOP("Kartoteka", "kind of activities")},
                             {u"card_view"_s, QT_TRANSLATE_NOOP("Kartoteka", "view of cards")},
                             {u"card_section"_s, QT_TRANSLATE_NOOP("Kartoteka", "section of a card view")},
                             {u"card_field"_s, QT_TRANSLATE_NOOP("Kartoteka", "place of a field on the card")},
                             {u"card_tab"_s, QT_TRANSLATE_NOOP("Kartoteka", "tab of a card view")},
                             {u"setting"_s, QT_TRANSLATE_NOOP("Kartoteka", "setting")}};
    return translated(names, table);
}

QString SettingsNames::valueName(const QString &column)
{
    static const Names names{{u"code"_s, QT_TRANSLATE_NOOP("Kartoteka", "code")},
                             {u"name"_s, QT_TRANSLATE_NOOP("Kartoteka", "name")},
                             {u"name_plural"_s, QT_TRANSLATE_NOOP("Kartoteka", "name of many")},
                             {u"icon"_s, QT_TRANSLATE_NOOP("Kartoteka", "icon")},
                             {u"colour"_s, QT_TRANSLATE_NOOP("Kartoteka", "colour")},
                             {u"title_pattern"_s, QT_TRANSLATE_NOOP("Kartoteka", "default title")},
                             {u"is_listed"_s, QT_TRANSLATE_NOOP("Kartoteka", "in the sidebar")},
                             {u"position"_s, QT_TRANSLATE_NOOP("Kartoteka", "place")},
                             {u"rank"_s, QT_TRANSLATE_NOOP("Kartoteka", "place")},
                             {u"has_stages"_s, QT_TRANSLATE_NOOP("Kartoteka", "stages")},
                             {u"has_pipelines"_s, QT_TRANSLATE_NOOP("Kartoteka", "several pipelines")},
                             {u"has_client"_s, QT_TRANSLATE_NOOP("Kartoteka", "client")},
                             {u"has_products"_s, QT_TRANSLATE_NOOP("Kartoteka", "products")},
                             {u"converts_to"_s, QT_TRANSLATE_NOOP("Kartoteka", "is converted to")},
                             {u"former_codes"_s, QT_TRANSLATE_NOOP("Kartoteka", "earlier codes")},
                             {u"required"_s, QT_TRANSLATE_NOOP("Kartoteka", "required")},
                             {u"significant"_s, QT_TRANSLATE_NOOP("Kartoteka", "in the timeline")},
                             {u"default_value"_s, QT_TRANSLATE_NOOP("Kartoteka", "default value")},
                             {u"uniqueness"_s, QT_TRANSLATE_NOOP("Kartoteka", "duplicates")},
                             {u"help"_s, QT_TRANSLATE_NOOP("Kartoteka", "hint")},
                             {u"as_tab"_s, QT_TRANSLATE_NOOP("Kartoteka", "shown as a tab")},
                             {u"section"_s, QT_TRANSLATE_NOOP("Kartoteka", "section")},
                             {u"merged_into"_s, QT_TRANSLATE_NOOP("Kartoteka", "merged into another value")},
                             {u"is_default"_s, QT_TRANSLATE_NOOP("Kartoteka", "the default one")},
                             {u"probability"_s, QT_TRANSLATE_NOOP("Kartoteka", "probability")},
                             {u"first_stage"_s, QT_TRANSLATE_NOOP("Kartoteka", "from another stage on")},
                             {u"last_stage"_s, QT_TRANSLATE_NOOP("Kartoteka", "up to another stage")},
                             {u"to_stage"_s, QT_TRANSLATE_NOOP("Kartoteka", "leads to another stage")},
                             {u"kind"_s, QT_TRANSLATE_NOOP("Kartoteka", "kind")}};
    return translated(names, column);
}

/// Of the types with codes as a record holds them, by commas; a code that the file does not know as it is. What comes from outside
/// may have a million of them: no more than can be shown are looked at.
QString SettingsNames::typeNames(const QString &codes) const
{
    QStringList names;
    const QStringList first = codes.left(longest * longest).split(u',', Qt::SkipEmptyParts).mid(0, longest);
    for (const QString &code : first) {
        const auto type = m_known.constFind(m_types.value(code));
        names << (type == m_known.cend() ? code : ownName(type->table, type->values));
    }
    return names.isEmpty() ? u"—"_s : names.join(u", "_s);
}

QString SettingsNames::valueText(const QString &column, const QJsonValue &value) const
{
    static const Names kinds{{u"off"_s, QT_TRANSLATE_NOOP("Kartoteka", "Day off")},
                             {u"work"_s, QT_TRANSLATE_NOOP("Kartoteka", "Working day")},
                             {u"short"_s, QT_TRANSLATE_NOOP("Kartoteka", "Short day")}};
    if (value.isNull() || value.isUndefined())
        return u"—"_s;
    if (value.isBool())
        return value.toBool() ? Texts::tr("yes") : Texts::tr("no");
    const QString text = value.isString() ? value.toString() : value.toVariant().toString();
    if (column == u"converts_to")
        return typeNames(text);
    return column == u"kind" ? translated(kinds, text) : text;
}

/// What one of the columns of a record leads to, the first that leads anywhere.
const SettingsNames::Known *SettingsNames::owner(const QJsonObject &values, const QStringList &columns) const
{
    for (const QString &column : columns) {
        const auto found = m_known.constFind(uidFromText(values[column].toString()));
        if (found != m_known.cend())
            return &*found;
    }
    return nullptr;
}

/// By itself; the program's own bear no name in the file.
QString SettingsNames::ownName(const QString &table, const QJsonObject &values) const
{
    static const QHash<QString, QString> kinds{{u"entity_type"_s, u"type"_s},
                                               {u"field"_s, u"field"_s},
                                               {u"section"_s, u"section"_s},
                                               {u"pipeline"_s, u"pipeline"_s}};
    const QString code = values[u"code"].toString();
    QString kind = kinds.value(table);
    if (table == u"list_value") {
        const Known *field = owner(values, {u"field"_s});
        kind = u"list:"_s + (field ? field->values[u"code"].toString() : QString());
    } else if (table == u"stage") {
        const Known *pipeline = owner(values, {u"pipeline"_s});
        const Known *type = pipeline ? owner(pipeline->values, {u"entity_type"_s}) : nullptr;
        kind = u"stage:"_s + (type ? type->values[u"code"].toString() : QString());
        if (builtinName(kind, code).en.isEmpty())
            kind = u"stage"_s;
    }
    const BuiltinName ofProgram = builtinName(kind, code);
    if (const QDate day = QDate::fromString(values[u"day"].toString(), Qt::ISODate);
        table == u"calendar_day" && day.isValid())
        return u"%1 %2"_s.arg(QLocale().toString(day, QLocale::ShortFormat), values[u"name"].toString().left(longest))
            .trimmed();
    for (const QString &text : {values[u"name"].toString(), nameLanguage() == u"ru" ? ofProgram.ru : ofProgram.en, code}) {
        if (!text.isEmpty())
            return text.left(longest);
    }
    return {};
}

QString SettingsNames::settingName(const QString &code) const
{
    if (const SettingDef *setting = findSetting(code))
        return Texts::tr(setting->title);
    const auto known = m_known.constFind(uidFromText(code.section(u'.', -1)));
    if (known == m_known.cend())
        return code.left(longest);
    return code.startsWith(u"number_pattern.")
        ? Texts::tr("how numbers look: %1", "of items of a type").arg(withOwners(*known))
        : Texts::tr("days until the mark: %1", "in a stage").arg(withOwners(*known));
}

/// With what it is of. A file from elsewhere may lead in a circle: no more than a value, its list and its type are named.
QString SettingsNames::withOwners(const Known &known) const
{
    constexpr qsizetype most = 2;
    static const QStringList owners{u"pipeline"_s, u"field"_s, u"entity_type"_s};
    const QString own = ownName(known.table, known.values);
    QStringList of;
    for (const Known *one = owner(known.values, owners); one && of.size() < most; one = owner(one->values, owners))
        of << ownName(one->table, one->values);
    return own.isEmpty() || of.isEmpty() ? own : u"%1 (%2)"_s.arg(own, of.join(u", "_s));
}

QString SettingsNames::nameOf(const QString &table, const QUuid &uid, const QJsonObject &values) const
{
    if (table == u"setting")
        return settingName(values[u"code"].toString());
    QString name = withOwners({table, values});
    if (table == u"tunnel") {
        const Known *from = owner(values, {u"from_stage"_s});
        const Known *to = owner(values, {u"to_pipeline"_s});
        name = from && to ? u"%1 → %2"_s.arg(withOwners(*from), withOwners(*to)) : QString();
    } else if (name.isEmpty()) { // what stands in a view of cards is named by what stands there
        const Known *there = owner(values, {u"field"_s, u"section"_s, u"value"_s, u"entity_type"_s});
        name = there ? withOwners(*there) : QString();
    }
    return name.isEmpty() ? uidText(uid) : name;
}

} // namespace Kartoteka
