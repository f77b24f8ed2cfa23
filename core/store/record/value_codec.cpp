// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/record/value_codec.h"

#include "core/base/fold.h"
#include "core/base/json_text.h"
#include "core/base/phone.h"
#include "core/base/uid.h"
#include "core/schema/limits.h"
#include "core/store/record/folded_text.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QLocale>

#include <array>

namespace Kartoteka {

void appendBound(const RecordColumn &column, const Value &value, QVariantList &bound)
{
    if (column.multiple)
        return;
    if (column.type == FieldType::Money) {
        const bool empty = !value.isValid();
        const Money money = value.value<Money>();
        bound << (empty ? QVariant() : QVariant(money.minor)) << (empty ? QVariant() : QVariant(money.currency));
        return;
    }
    if (column.isAnyItem()) {
        const auto ref = value.value<ItemRef>();
        bound << (ref.isNull() ? QVariant() : QVariant(ref.type)) << (ref.isNull() ? QVariant() : QVariant(ref.id));
        return;
    }
    if (column.type == FieldType::Date)
        bound << (value.isValid() ? QVariant(value.toDate().toString(Qt::ISODate)) : QVariant());
    else if (column.type == FieldType::Boolean)
        bound << (value.isValid() ? QVariant(value.toBool() ? 1 : 0) : QVariant(0));
    else
        bound << value;
    if (column.isFolded())
        bound << (value.isValid() ? QVariant(foldedText(value.toString())) : QVariant());
}

Value readColumn(const RecordColumn &column, const Cursor &cursor, int &at)
{
    if (column.multiple)
        return {};
    const int first = at;
    at += column.type == FieldType::Money || column.isAnyItem() ? 2 : 1;
    const QVariant stored = cursor.value(first);
    if (stored.isNull())
        return column.type == FieldType::Boolean ? Value(false) : Value();
    if (column.type == FieldType::Money)
        return toValue(Money{stored.toLongLong(), cursor.text(first + 1)});
    if (column.isAnyItem())
        return toValue(ItemRef{stored.toLongLong(), cursor.integer(first + 1), {}});
    switch (column.type) {
    case FieldType::Boolean: return stored.toBool();
    case FieldType::Date: return QDate::fromString(stored.toString(), Qt::ISODate);
    case FieldType::Number: return stored.toDouble();
    case FieldType::Integer:
    case FieldType::DateTime:
    case FieldType::List:
    case FieldType::Link:
    case FieldType::User:
    case FieldType::File:
    case FieldType::Stage:
    case FieldType::Pipeline: return stored.typeId() == QMetaType::LongLong ? stored : Value(stored.toLongLong());
    default: {
        const QString text = stored.toString();
        // What is longer nobody could have written here: no screen is to take minutes for it.
        if (text.size() > longestText)
            return text.left(longestText);
        return stored.typeId() == QMetaType::QString ? stored : Value(text);
    }
    }
}

QString memberKey(FieldType type, const Member &member, const QString &phoneRegion)
{
    if (!member.key.isEmpty() || member.text.isEmpty())
        return member.key;
    if (type == FieldType::Phone) {
        const QString e164 = normalizePhone(member.text, phoneRegion);
        return e164.isEmpty() ? digitsOf(member.text) : e164;
    }
    return fold(member.text);
}

namespace {

QString refTable(const RecordColumn &column, qint64 typeId, const Identity &identity)
{
    return column.target.isEmpty() ? identity.tableOfType(typeId) : column.target;
}

void appendUid(const QString &table, qint64 id, Identity &identity, QByteArray &json)
{
    constexpr char digits[] = "0123456789abcdef";
    const QByteArray bytes = identity.uidOf(table, id).toRfc4122();
    std::array<char, 34> text{};
    text.front() = text.back() = '"';
    char *to = text.data() + 1;
    for (const char byte : bytes) {
        *to++ = digits[quint8(byte) >> 4];
        *to++ = digits[quint8(byte) & 0xf];
    }
    json.append(text.data(), qsizetype(text.size()));
}

void appendMember(const RecordColumn &column, const Member &member, Identity &identity, QByteArray &json)
{
    const qsizetype start = json.size();
    const auto name = [&](const char *key) { json.append(json.size() == start ? "{\"" : ",\"").append(key).append("\":"); };
    if (!member.text.isEmpty()) {
        name("v");
        appendJsonText(member.text, json);
    }
    if (!member.label.isEmpty()) {
        name("l");
        appendJsonText(member.label, json);
    }
    if (member.ref.id != 0) {
        const QString table = refTable(column, member.ref.type, identity);
        name("u");
        appendUid(table, member.ref.id, identity, json);
        if (column.target.isEmpty()) {
            name("t");
            appendJsonText(table, json);
        }
    }
    json += json.size() == start ? "{}" : "}";
}

ItemRef anyItem(const QJsonObject &json, Identity &identity)
{
    const QString table = json[u"t"].toString();
    return {identity.typeOfTable(table), identity.idOf(table, uidFromText(json[u"u"].toString())), {}};
}

} // namespace

void appendJournal(const RecordColumn &column, const Value &value, Identity &identity, QByteArray &json)
{
    if (!value.isValid()) {
        json += "null";
    } else if (column.multiple) {
        json += '[';
        const auto members = value.value<Members>();
        for (qsizetype i = 0; i < members.size(); ++i) {
            if (i > 0)
                json += ',';
            appendMember(column, members[i], identity, json);
        }
        json += ']';
    } else if (column.type == FieldType::Money) {
        const auto money = value.value<Money>();
        json += '[' + QByteArray::number(money.minor) + ',';
        appendJsonText(money.currency, json);
        json += ']';
    } else if (column.isAnyItem()) {
        const auto ref = value.value<ItemRef>();
        const QString table = identity.tableOfType(ref.type);
        json += "{\"t\":";
        appendJsonText(table, json);
        json += ",\"u\":";
        appendUid(table, ref.id, identity, json);
        json += '}';
    } else if (holdsReference(column.type)) {
        appendUid(column.target, value.toLongLong(), identity, json);
    } else if (value.typeId() == QMetaType::Bool) {
        json += value.toBool() ? "true" : "false";
    } else if (value.typeId() == QMetaType::LongLong || value.typeId() == QMetaType::Int) {
        json += QByteArray::number(value.toLongLong());
    } else if (value.typeId() == QMetaType::Double) {
        json += qIsFinite(value.toDouble()) ? QByteArray::number(value.toDouble(), 'g', QLocale::FloatingPointShortest)
                                            : "null"_ba;
    } else if (column.type == FieldType::Date) {
        appendJsonText(value.toDate().toString(Qt::ISODate), json);
    } else {
        appendJsonText(value.toString(), json);
    }
}

void PatchText::name(const RecordColumn &column)
{
    m_json += m_json.isEmpty() ? '{' : ',';
    m_json += column.patchName;
}

void PatchText::add(const RecordColumn &column, const Value &value)
{
    name(column);
    appendJournal(column, value, m_identity, m_json);
}

void PatchText::add(const RecordColumn &column, const Value &before, const Value &after)
{
    name(column);
    m_json += '[';
    appendJournal(column, before, m_identity, m_json);
    m_json += ',';
    appendJournal(column, after, m_identity, m_json);
    m_json += ']';
}

void PatchText::addOwner(const ItemRef &owner)
{
    m_json.append(m_json.isEmpty() ? "{\"" : ",\"").append(ownerInPatch.toUtf8()).append("\":");
    if (owner.isNull()) {
        m_json += "null";
        return;
    }
    const QString table = m_identity.tableOfType(owner.type);
    m_json += "{\"t\":";
    appendJsonText(table, m_json);
    m_json += ",\"u\":";
    appendUid(table, owner.id, m_identity, m_json);
    m_json += '}';
}

Value fromJournal(const RecordColumn &column, const QJsonValue &json, Identity &identity)
{
    if (json.isNull() || json.isUndefined())
        return column.type == FieldType::Boolean ? Value(false) : Value();
    if (column.multiple) {
        Members members;
        const QJsonArray array = json.toArray();
        for (const auto &one : array) {
            Member member{.text = one[u"v"].toString(), .label = one[u"l"].toString(), .ref = {}, .key = {}};
            if (const QString uid = one[u"u"].toString(); !uid.isEmpty()) {
                const QString table = column.target.isEmpty() ? one[u"t"].toString() : column.target;
                member.ref.type = column.target.isEmpty() ? identity.typeOfTable(table) : 0;
                member.ref.id = identity.idOf(table, uidFromText(uid));
                if (member.ref.id == 0)
                    continue;
            }
            members.append(member);
        }
        return membersValue(members);
    }
    if (column.type == FieldType::Money)
        return toValue(Money{json[0].toInteger(), json[1].toString()});
    if (column.isAnyItem())
        return toValue(anyItem(json.toObject(), identity));
    if (holdsReference(column.type)) {
        const qint64 id = identity.idOf(column.target, uidFromText(json.toString()));
        return id == 0 ? Value() : Value(id);
    }
    switch (column.type) {
    case FieldType::Date: return QDate::fromString(json.toString(), Qt::ISODate);
    case FieldType::Integer:
    case FieldType::DateTime: return json.toInteger();
    case FieldType::Number: return json.toDouble();
    case FieldType::Boolean: return json.toBool();
    default: return textValue(json.toString());
    }
}

} // namespace Kartoteka
