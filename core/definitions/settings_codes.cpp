// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/definitions/settings_codes.h"

#include "core/base/uid.h"
#include "core/definitions/code_names.h"

#include <QRegularExpression>

namespace Kartoteka {

using namespace Qt::StringLiterals;

SettingsCodes::SettingsCodes(const Schema &schema) : m_schema(schema)
{
    for (const EntityType &type : schema.allTypes()) {
        m_types.insert(type.uid, type.id);
        m_codes.insert(type.uid, type.code);
        if (type.hidden)
            m_deleted.insert({{}, type.code}, type.uid);
        for (const Field &field : schema.fields(type.id) + schema.hiddenFields(type.id)) {
            m_codes.insert(field.uid, field.code);
            m_former.insert(field.uid, field.formerCodes);
            if (field.hidden)
                m_deleted.insert({type.uid, field.code}, field.uid);
        }
    }
}

void SettingsCodes::add(const QString &table, const QUuid &uid, const QJsonObject &values)
{
    const bool isField = table == u"field";
    if (!isField && table != u"entity_type")
        return;
    const Called one{.uid = uid,
                     .type = isField ? uidFromText(values[u"entity_type"].toString()) : QUuid(),
                     .wanted = values[u"code"].toString(),
                     .target = isField ? values[u"target"].toString() : QString(),
                     .code = {}};
    m_byUid.insert(uid, m_all.size());
    if (const Place place{one.type, one.wanted}; !m_byWanted.contains(place))
        m_byWanted.insert(place, m_all.size());
    m_all.append(one);
}

void SettingsCodes::settle()
{
    static const QRegularExpression form(u"^[a-z][a-z0-9_]*$"_s);
    QList<qsizetype> nameless;
    // Those first that are called as they want to be: the others keep out of their way.
    for (qsizetype at = 0; at < m_all.size(); ++at) {
        Called &one = m_all[at];
        const bool isOwn = !form.match(one.wanted).hasMatch() // it is refused for that
            || (!m_given.contains({one.type, one.wanted}) && !isTaken(one));
        one.code = isOwn ? one.wanted : m_codes.value(one.uid);
        if (!isOwn && one.code.isEmpty())
            nameless << at;
        else
            m_given.insert({one.type, one.code}, one.uid);
    }
    constexpr qsizetype forNumber = 5;
    for (const qsizetype at : std::as_const(nameless)) {
        Called &one = m_all[at];
        for (int i = 2; one.code.isEmpty(); ++i) {
            const QString numbered = one.wanted.left(longestCode - forNumber) + u'_' + QString::number(i);
            if (isFree(one, numbered))
                one.code = numbered;
        }
        m_given.insert({one.type, one.code}, one.uid);
    }
}

/// Whether something else is called here as the record wants to be. What is deleted gives its code to what is made, not to what
/// is renamed.
bool SettingsCodes::isTaken(const Called &one) const
{
    if (m_codes.contains(one.uid)) {
        const QUuid deleted = m_deleted.value({one.type, one.wanted}, one.uid);
        if (deleted != one.uid)
            return true;
    }
    if (one.type.isNull()) {
        const EntityType *type = m_schema.type(one.wanted);
        return type && type->uid != one.uid;
    }
    const Field *field = m_schema.field(m_types.value(one.type), one.wanted); // also by what it was called: filters say it
    return field && field->uid != one.uid;
}

/// Whether nothing here or in the file is called so.
bool SettingsCodes::isFree(const Called &one, const QString &code) const
{
    if (m_given.contains({one.type, code}) || m_byWanted.contains({one.type, code}))
        return false;
    return one.type.isNull() ? bool(checkTypeCode(m_schema, code))
                             : bool(checkFieldCode(m_schema, m_types.value(one.type), code));
}

QString SettingsCodes::otherCode(const QUuid &uid) const
{
    const auto at = m_byUid.constFind(uid);
    return at == m_byUid.cend() || m_all[*at].code == m_all[*at].wanted ? QString() : m_all[*at].code;
}

QJsonObject SettingsCodes::here(const QString &table, const QUuid &uid, QJsonObject values) const
{
    const auto at = m_byUid.constFind(uid);
    if (at == m_byUid.cend())
        return values;
    const Called &one = m_all[*at];
    const auto translate = [&values](const QString &column, const auto &said) {
        if (values[column].isString())
            values[column] = said(values[column].toString());
    };
    translate(u"code"_s, [&one](const QString &) { return one.code; });
    if (table == u"entity_type") {
        translate(u"converts_to"_s, [this](const QString &codes) {
            QStringList said;
            for (const QString &code : codes.split(u','))
                said << typeHere(code);
            return said.join(u',');
        });
        return values;
    }
    translate(u"target"_s, [this](const QString &code) { return typeHere(code); });
    translate(u"default_value"_s, [this, &one](const QString &text) { return defaultHere(one.type, text); });
    // What was written here goes on finding it.
    QStringList former = m_former.value(uid);
    if (const QString known = m_codes.value(uid); !known.isEmpty())
        former << known;
    former << values[u"former_codes"].toString().split(u',', Qt::SkipEmptyParts);
    former.removeAll(one.code);
    former.removeDuplicates();
    if (!former.isEmpty())
        values[u"former_codes"_s] = former.join(u',');
    return values;
}

const SettingsCodes::Called *SettingsCodes::called(const QUuid &type, const QString &wanted) const
{
    const auto at = m_byWanted.constFind({type, wanted});
    return at == m_byWanted.cend() ? nullptr : &m_all[*at];
}

QString SettingsCodes::typeHere(const QString &wanted) const
{
    const Called *type = called({}, wanted);
    return type ? type->code : wanted;
}

/// "from LINK.FIELD", which is the one default that names others by their codes.
QString SettingsCodes::defaultHere(const QUuid &type, const QString &text) const
{
    static const QRegularExpression form(u"^from (\\w+)\\.(\\w+)$"_s);
    const QRegularExpressionMatch match = form.match(text);
    const Called *link = match.hasMatch() ? called(type, match.captured(1)) : nullptr;
    const Called *target = link ? called({}, link->target) : nullptr;
    const Called *field = target ? called(target->uid, match.captured(2)) : nullptr;
    return field ? u"from %1.%2"_s.arg(link->code, field->code) : text;
}

} // namespace Kartoteka
