// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/header_names.h"

#include "core/base/fold.h"
#include "core/schema/builtin_names.h"

#include <QRegularExpression>

namespace Kartoteka {

namespace {

using Certainty = HeaderMeaning::Certainty;
using Role = HeaderMeaning::Role;

struct Synonym
{
    QString pattern;    ///< regular expression over the key of a header, matched whole
    QStringList fields; ///< codes; the first that the type has
    QString label = {};
    Certainty certainty = Certainty::Usual;
    bool needsKnownValues = false;
};

/// Column names of other programs' exports.
const QList<Synonym> &synonyms()
{
    static const QList<Synonym> list{
        {u"(название|наименование|тема) (лида|сделки|элемента)|(lead|deal|opportunity) (name|title)"_s, {u"title"_s}},
        {u"название|наименование|тема|subject|name|title"_s, {u"title"_s}},
        {u"(название|наименование) (компании|организации)|компания|организация|фирма|компания (контакта|сделки|лида)|"
         "company|company name|company title|account|account name|organi[sz]ation( \\d+ - name)?|organi[sz]ation name|"
         "associated company( \\(primary\\))?"_s,
         {u"company_title"_s, u"client_company"_s, u"companies"_s, u"title"_s}},
        {u"основной контакт|контакт|клиент|контактное лицо|contact|primary contact|contact name|associated contact"_s,
         {u"client_contact"_s}},
        {u"(мобильн|сотов)[а-я]*( телефон| номер)?|телефон \\(мобильный\\)|mobile( phone)?( number)?|cell( phone)?( number)?|"
         "primary phone|телефон моб\\.?"_s,
         {u"phone"_s},
         u"mobile"_s},
        {u"домашн[а-я]* телефон|телефон \\(домашний\\)|home phone( number)?( \\d)?"_s, {u"phone"_s}, u"home"_s},
        {u"рабоч[а-я]*( прямой)? телефон|телефон \\(рабочий\\)|(business|work|office)( direct)? phone( number)?( \\d)?|"
         "company main phone"_s,
         {u"phone"_s},
         u"work"_s},
        {u"друг[а-я]* телефон|телефон \\(другой\\)|other phone( number)?( \\d)?"_s, {u"phone"_s}, u"other"_s},
        {u"телефоны?( контакта)?( ?\\d)?|(номер|контактный) телефона?|тел\\.?|phones?( number)?( ?\\d)?|telephone( number)?|"
         "phone \\d+ - value|tel"_s,
         {u"phone"_s}},
        {u"(телефон|phone).*"_s, {u"phone"_s}, {}, Certainty::Perhaps},
        {u"рабоч[а-я]* (e-?mail|email|почта)|(work|business) e-?mail( address)?"_s, {u"email"_s}, u"work"_s},
        {u"(частн|личн|домашн)[а-я]* (e-?mail|почта)|(home|personal|private) e-?mail( address)?"_s, {u"email"_s}, u"home"_s},
        {u"друг[а-я]* (e-?mail|почта)|other e-?mail( address)?"_s, {u"email"_s}, u"other"_s},
        {u"e-?mails?( ?\\d)?( address)?( ?\\d)?|e-?mail \\d+ - value|(электронная )?почта|(адрес )?(электронной почты|e-?mail)|"
         "(эл\\.? ?|электронный )(почта|адрес)|primary email"_s,
         {u"email"_s}},
        {u"(e-?mail|почта).*"_s, {u"email"_s}, {}, Certainty::Perhaps},
        {u"(корпоративн[а-я]* |рабоч[а-я]* |личн[а-я]* |частн[а-я]* )?(сайт|веб-сайт|адрес сайта|web-сайт)|"
         "website( url)?|web ?page|site|url|homepage|website \\d+ - value"_s,
         {u"website"_s}},
        {u"сумма( сделки)?|бюджет( сделки)?|возможная сумма|amount|budget|deal (amount|value)|value|price|стоимость|"
         "сумма,? .{1,5}"_s,
         {u"amount"_s}},
        {u"(стадия|статус|этап)( сделки| лида)?|stage|status|(deal|lead|pipeline) (stage|status)"_s, {u"stage"_s}},
        {u"воронка( продаж)?|(deal |sales )?pipeline"_s, {u"pipeline"_s}},
        {u"ответственный( пользователь| сотрудник)?|менеджер|responsible( user)?|owner|assigned to|"
         "(lead|deal|contact|company|account|opportunity)( record)? owner"_s,
         {u"responsible"_s}},
        {u"источник( лида| сделки)?|source|(lead|deal|original|traffic) source"_s, {u"source"_s}},
        {u"дата создания( сделки| лида| контакта| компании)?|создан[ао]?|created( at| date| on| time)?|create date|"
         "creation date|date created|add time"_s,
         {u"created_at"_s}},
        {u"кем создан[ао]?|создатель|создал|created by"_s, {u"created_by"_s}},
        {u"дата (изменения|редактирования|последнего изменения)|(last )?modified( date| at| on| time)?|updated( at)?|"
         "last updated|update time"_s,
         {u"modified_at"_s}},
        {u"кем изменен[ао]?|modified by|last modified by"_s, {u"modified_by"_s}},
        {u"дата (закрытия|завершения)( сделки)?|close date|closed( at| date| on)|won time"_s, {u"closed_at"_s}},
        {u"(предполагаемая|ожидаемая|планируемая) дата закрытия|expected close( date)?|closing date"_s, {u"close_date"_s}},
        {u"дата начала|begin date|start date"_s, {u"begin_date"_s}},
        {u"вероятность( сделки)?(, ?%)?|probability( ?\\(%\\)|, ?%)?|deal probability"_s, {u"probability"_s}},
        {u"тип( сделки)?|deal type|opportunity type|type"_s, {u"deal_type"_s, u"contact_type"_s, u"company_type"_s}},
        {u"имя( контакта)?|first name|given name|firstname"_s, {u"first_name"_s}},
        {u"фамилия( контакта)?|last name|surname|family name|lastname"_s, {u"last_name"_s}},
        {u"отчество( контакта)?|middle name|additional name|second name"_s, {u"middle_name"_s}},
        {u"обращение|(name )?prefix|title|salutation|honorific prefix"_s, {u"honorific"_s}, {}, Certainty::Usual, true},
        {u"должность( контакта)?|job ?title|position|organi[sz]ation( \\d+ -)? title|title|occupation"_s, {u"position"_s}},
        {u"комментари[йия]( к (лиду|сделке))?|примечани[ея]( \\d)?|заметк[аи]|notes?|comments?|description|remarks?"_s,
         {u"comment"_s}},
        {u"(теги|метки)( сделки| контакта| компании| лида)?|тег|tags?"_s, {u"tags"_s}},
        {u"дата рождения|день рождения|birthday|birth date|date of birth|birthdate"_s, {u"birth_date"_s}},
        {u"инн|tax id|vat( number| id)?|vatin"_s, {u"tax_id"_s}},
        {u"(число|количество|кол-во) сотрудников|employees|number of employees|no\\. of employees|company size"_s,
         {u"employees"_s}},
        {u"(годовой )?оборот|annual revenue|revenue"_s, {u"revenue"_s}},
        {u"сфера деятельности|отрасль|industry"_s, {u"industry"_s}},
        {u"мессенджер|im|instant messag(er|ing)"_s, {u"messenger"_s}}};
    return list;
}

/// Phones and addresses of somebody else, and what only begins like one.
bool isOfOthers(const QString &key)
{
    static const QRegularExpression others(u".*(факс|fax|ассистент|assistant|секретар|экстренн|emergency|pager|telex).*"_s);
    return others.match(key).hasMatch();
}

/// A part of an address, with whose address it is.
std::optional<HeaderMeaning> addressPart(const QString &key)
{
    static const QRegularExpression part(QRegularExpression::anchoredPattern(
        u"(?:(business|work|home|other|mailing|billing|shipping|company|primary|рабочий|домашний|юридический|фактический|"
        "address \\d+)(?: address)?(?: -)?[ :,]*)?"
        "(street( address)?( \\d)?|address( line)?( \\d)?|city|state(/region|/province| or region)?|region|province|"
        "postal code|zip( code)?|zip/postal code|postcode|country(/region)?|po box|extended address|formatted|"
        "улица.*|дом|город|нас[а-я]*\\.? пункт|район|область|регион|(почтовый )?индекс|страна|адрес( .*)?)"_s));
    const auto match = part.match(key);
    if (!match.hasMatch())
        return std::nullopt;
    const QString what = match.captured(2);
    const bool whole = what == u"formatted" || what == u"address" || what.startsWith(u"адрес"_s);
    return HeaderMeaning{.field = u"address"_s,
                         .certainty = Certainty::Usual,
                         .role = Role::AddressPart,
                         .label = {},
                         .group = match.captured(1),
                         .isWhole = whole};
}

bool isFullName(const QString &key, bool &lastNameFirst)
{
    static const QRegularExpression lastFirst(QRegularExpression::anchoredPattern(
        u"ф\\.? ?и\\.? ?о\\.?( контакта| клиента| полностью)?|фамилия,? имя,?( и)?( отчество)?|полное имя( контакта)?"_s));
    static const QRegularExpression firstLast(QRegularExpression::anchoredPattern(
        u"имя и фамилия|имя,? фамилия|имя клиента|контакт|контактное лицо|full ?name|name|display name|contact( name)?|"
        "first and last name|person( - name)?"_s));
    lastNameFirst = lastFirst.match(key).hasMatch();
    return lastNameFirst || firstLast.match(key).hasMatch();
}

} // namespace

QString headerKey(const QString &header)
{
    QString key = fold(header);
    key.remove(u'*').remove(u':').replace(u'_', u' ');
    return key.simplified();
}

HeaderNames::HeaderNames(const Schema &schema, qint64 typeId) : m_schema(schema), m_typeId(typeId)
{
    for (const Field &field : schema.fields(typeId)) {
        const QStringList names = knownNames(field);
        for (const QString &name : names)
            m_own[headerKey(name)] << field.code;
    }
}

bool HeaderNames::isNumber(const QString &header) const
{
    Field number;
    number.code = u"number"_s;
    const QStringList names = knownNames(number);
    return std::any_of(names.begin(), names.end(),
                       [&](const QString &name) { return headerKey(name) == headerKey(header); });
}

bool HeaderNames::isKey(const QString &header)
{
    static const QRegularExpression key(
        QRegularExpression::anchoredPattern(u"id|record id.*|.* - (label|type)|(contact|deal|lead|company) id|uid|guid"_s));
    return key.match(headerKey(header)).hasMatch();
}

bool HeaderNames::isKnown(const QString &header) const
{
    return !meanings(header).isEmpty() || isNumber(header) || isKey(header) || m_own.contains(headerKey(header));
}

int HeaderNames::countKnown(const QStringList &cells) const
{
    constexpr qsizetype lookedAt = 200;
    int known = 0;
    for (const QString &cell : cells.first(qMin(lookedAt, cells.size()))) {
        const QString trimmed = cell.trimmed();
        const bool maybe = !trimmed.isEmpty() && trimmed.size() < 80 && !trimmed[0].isDigit() && !trimmed.contains(u'@');
        known += maybe && isKnown(trimmed) ? 1 : 0;
    }
    return known;
}

QList<HeaderMeaning> HeaderNames::meanings(const QString &header) const
{
    static const QList<QRegularExpression> patterns = [] {
        QList<QRegularExpression> out;
        for (const Synonym &synonym : synonyms()) {
            QRegularExpression pattern(QRegularExpression::anchoredPattern(synonym.pattern));
            pattern.optimize();
            out << pattern;
        }
        return out;
    }();
    const QString key = headerKey(header);
    QList<HeaderMeaning> list;
    if (key.isEmpty() || key.size() > 80)
        return list;
    for (const QString &code : m_own.value(key)) {
        const Field &field = *m_schema.field(m_typeId, code);
        // What the program keeps is taken from files too, but not what it works out itself.
        const bool kept = field.type == FieldType::DateTime || field.type == FieldType::Pipeline
            || field.type == FieldType::User;
        if (field.type != FieldType::File && (field.editable || kept))
            list.append({.field = code, .certainty = Certainty::Own});
    }
    if (key == u"валюта" || key == u"currency" || key == u"код валюты" || key == u"currency code")
        list.append({.field = {}, .certainty = Certainty::Usual, .role = Role::Currency});
    for (qsizetype i = 0; i < patterns.size(); ++i) {
        if (isOfOthers(key) || !patterns[i].match(key).hasMatch())
            continue;
        const Synonym &synonym = synonyms()[i];
        for (const QString &code : synonym.fields) {
            const Field *field = m_schema.field(m_typeId, code);
            const bool kept = field
                && (field->type == FieldType::DateTime || field->type == FieldType::Pipeline
                    || field->type == FieldType::User);
            if (!field || (!field->editable && !kept))
                continue;
            list.append({.field = code,
                         .certainty = synonym.certainty,
                         .role = Role::Value,
                         .label = synonym.label,
                         .needsKnownValues = synonym.needsKnownValues});
            break;
        }
    }
    if (auto part = addressPart(key); part && m_schema.field(m_typeId, u"address"_s)) {
        if (list.isEmpty() || list.first().field == u"address")
            list = {*part};
    }
    bool lastNameFirst = false;
    if (m_schema.field(m_typeId, u"last_name"_s) && m_schema.field(m_typeId, u"first_name"_s)
        && isFullName(key, lastNameFirst))
        list.append({.field = {}, .role = Role::FullName, .lastNameFirst = lastNameFirst});
    return list;
}

} // namespace Kartoteka
