// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/builtin_names.h"

#include <array>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

QString &languageSlot()
{
    static QString language = u"en"_s;
    return language;
}

QHash<QString, BuiltinName> makeNames()
{
    QHash<QString, BuiltinName> names;
    const auto add = [&names](const QString &kind, std::initializer_list<std::array<const char *, 3>> rows) {
        for (const auto &row : rows)
            names.insert(kind + u'/' + QLatin1String(row[0]), {QString::fromUtf8(row[1]), QString::fromUtf8(row[2])});
    };
    add(u"type"_s,
        {{"lead", "Lead", "Лид"},
         {"deal", "Deal", "Сделка"},
         {"contact", "Contact", "Контакт"},
         {"company", "Company", "Компания"},
         {"product", "Product", "Товар"},
         {"resource", "Resource", "Ресурс"},
         {"activity", "Activity", "Дело"}});
    add(u"types"_s,
        {{"lead", "Leads", "Лиды"},
         {"deal", "Deals", "Сделки"},
         {"contact", "Contacts", "Контакты"},
         {"company", "Companies", "Компании"},
         {"product", "Products", "Товары"},
         {"resource", "Resources", "Ресурсы"},
         {"activity", "Activities", "Дела"}});
    add(u"field"_s,
        {{"title", "Title", "Название"},
         {"pipeline", "Pipeline", "Воронка"},
         {"stage", "Stage", "Стадия"},
         {"amount", "Amount", "Сумма"},
         {"source", "Source", "Источник"},
         {"source_details", "Source details", "Дополнительно об источнике"},
         {"responsible", "Responsible", "Ответственный"},
         {"observers", "Observers", "Наблюдатели"},
         {"client_contact", "Client: contact", "Клиент: контакт"},
         {"client_company", "Client: company", "Клиент: компания"},
         {"honorific", "Honorific", "Обращение"},
         {"last_name", "Last name", "Фамилия"},
         {"first_name", "First name", "Имя"},
         {"middle_name", "Middle name", "Отчество"},
         {"birth_date", "Birth date", "Дата рождения"},
         {"company_title", "Company name", "Название компании"},
         {"position", "Position", "Должность"},
         {"phone", "Phone", "Телефон"},
         {"email", "E-mail", "E-mail"},
         {"website", "Website", "Сайт"},
         {"messenger", "Messenger", "Мессенджер"},
         {"address", "Address", "Адрес"},
         {"comment", "Comment", "Комментарий"},
         {"repeat", "Repeat", "Повторный"},
         {"outcome_reason", "Reason of the outcome", "Причина исхода"},
         {"outcome_comment", "About the outcome", "Об исходе"},
         {"tags", "Tags", "Теги"},
         {"created_at", "Created", "Дата создания"},
         {"created_by", "Created by", "Кем создан"},
         {"modified_at", "Modified", "Дата изменения"},
         {"modified_by", "Modified by", "Кем изменён"},
         {"stage_changed_at", "In stage since", "В стадии с"},
         {"closed_at", "Closed", "Дата завершения"},
         {"probability", "Probability, %", "Вероятность, %"},
         {"begin_date", "Begin date", "Дата начала"},
         {"close_date", "Expected close", "Предполагаемая дата закрытия"},
         {"deal_type", "Deal type", "Тип сделки"},
         {"contacts", "Contacts", "Контакты"},
         {"companies", "Companies", "Компании"},
         {"lead", "Lead", "Лид"},
         {"photo", "Photo", "Фото"},
         {"logo", "Logo", "Логотип"},
         {"contact_type", "Contact type", "Тип контакта"},
         {"company_type", "Company type", "Тип компании"},
         {"industry", "Industry", "Сфера деятельности"},
         {"employees", "Employees", "Число сотрудников"},
         {"revenue", "Annual revenue", "Годовой оборот"},
         {"tax_id", "Tax ID", "ИНН"},
         {"kind", "Kind", "Вид"},
         {"description", "Description", "Описание"},
         {"deadline", "Deadline", "Крайний срок"},
         {"duration", "Duration, min", "Длительность, мин"},
         {"reminders", "Reminders", "Напоминания"},
         {"recurrence", "Repeats", "Повторяется"},
         {"repeat_when_done", "Repeats when done", "Повторяется после выполнения"},
         {"series", "Series", "Серия"},
         {"occurrence", "Date in the series", "Дата в серии"},
         {"start", "Start", "Начало"},
         {"all_day", "All day", "Весь день"},
         {"participants", "Participants", "Участники"},
         {"priority", "Priority", "Важность"},
         {"link", "Link", "Ссылка"},
         {"location", "Place", "Место"},
         {"result", "Result", "Итог"},
         {"result_kind", "How it went", "Чем кончилось"},
         {"colour", "Colour", "Цвет"},
         {"time_zone", "Time zone", "Часовой пояс"},
         {"transparency", "Shown as", "Занятость"},
         {"hold_until", "Held until", "Держать до"},
         {"ics_uid", "UID of the calendar", "UID календаря"},
         {"ics_sequence", "Version of the calendar", "Версия календаря"},
         {"resources", "Resources", "Ресурсы"},
         {"overlap_accepted", "May overlap", "Можно внахлёст"},
         {"guests", "Guests", "Приглашены"},
         {"resource_kind", "Kind of resource", "Вид ресурса"},
         {"person", "Person", "Сотрудник"},
         {"capacity", "Places", "Мест"},
         {"slot", "Slot, min", "Шаг брони, мин"},
         {"buffer_before", "Free before, min", "Запас до, мин"},
         {"buffer_after", "Free after, min", "Запас после, мин"},
         {"overlap", "Bookings may overlap", "Брони могут пересекаться"},
         {"incoming", "Incoming", "Входящее"},
         {"done", "Done", "Выполнено"},
         {"done_at", "Done at", "Выполнено в"},
         {"items", "Belongs to", "Относится к"},
         {"number", "No.", "№"},
         {"amount_auto", "Amount from the products", "Сумма из товаров"},
         {"sku", "SKU", "Артикул"},
         {"section", "Section", "Раздел"},
         {"unit", "Unit", "Единица"},
         {"price", "Price", "Цена"},
         {"tax", "Tax, %", "Налог, %"},
         {"active", "Active", "Активен"},
         {"product", "Product", "Товар"},
         {"quantity", "Quantity", "Количество"},
         {"discount", "Discount", "Скидка"},
         {"discount_kind", "Kind of discount", "Вид скидки"},
         {"tax_included", "Tax included", "Налог в цене"},
         {"currency", "Currency", "Валюта"}});
    add(u"stage:lead"_s,
        {{"new", "New", "Не обработан"},
         {"in_progress", "In progress", "В работе"},
         {"processed", "Processed", "Обработан"},
         {"converted", "Quality lead", "Качественный лид"},
         {"junk", "Junk lead", "Некачественный лид"}});
    add(u"stage:deal"_s,
        {{"new", "New", "Новая"},
         {"preparation", "Preparing documents", "Подготовка документов"},
         {"proposal", "Proposal sent", "Предложение отправлено"},
         {"executing", "In execution", "В исполнении"},
         {"won", "Won", "Сделка успешна"},
         {"lost", "Lost", "Сделка провалена"},
         {"apology", "Loss analysed", "Анализ причины провала"}});
    // Of a type that the office defined itself.
    add(u"stage"_s,
        {{"new", "New", "Новая"},
         {"in_progress", "In progress", "В работе"},
         {"won", "Won", "Успех"},
         {"lost", "Lost", "Провал"}});
    add(u"pipeline"_s, {{"general", "General", "Общая"}});
    add(u"section"_s,
        {{"main", "About", "Основное"},
         {"person", "Person", "Кто обратился"},
         {"contacts", "Contact details", "Контактные данные"},
         {"client", "Client", "Клиент"},
         {"booking", "Booking", "Бронирование"},
         {"more", "More", "Дополнительно"}});
    add(u"list:source"_s,
        {{"call", "Call", "Звонок"},
         {"email", "E-mail", "Электронная почта"},
         {"website", "Website", "Веб-сайт"},
         {"advertising", "Advertising", "Реклама"},
         {"existing_client", "Existing client", "Существующий клиент"},
         {"recommendation", "Recommendation", "По рекомендации"},
         {"exhibition", "Exhibition", "Выставка"},
         {"web_form", "Web form", "CRM-форма"},
         {"other", "Other", "Другое"}});
    add(u"list:outcome_reason"_s,
        {{"price", "Too expensive", "Дорого"},
         {"rival", "Chose another supplier", "Выбрали другого"},
         {"no_need", "No need any more", "Больше не нужно"},
         {"no_answer", "Does not answer", "Не отвечает"},
         {"not_a_client", "Not a client", "Не клиент"},
         {"terms", "Terms of delivery", "Не устроили сроки"},
         {"other", "Other", "Другое"}});
    add(u"list:honorific"_s, {{"mr", "Mr.", "г-н"}, {"ms", "Ms.", "г-жа"}});
    add(u"list:deal_type"_s,
        {{"sale", "Sale", "Продажа"}, {"services", "Services", "Услуги"}, {"other", "Other", "Другое"}});
    add(u"list:contact_type"_s,
        {{"client", "Client", "Клиент"},
         {"supplier", "Supplier", "Поставщик"},
         {"partner", "Partner", "Партнёр"},
         {"other", "Other", "Другое"}});
    add(u"list:company_type"_s,
        {{"client", "Client", "Клиент"},
         {"supplier", "Supplier", "Поставщик"},
         {"partner", "Partner", "Партнёр"},
         {"competitor", "Competitor", "Конкурент"},
         {"other", "Other", "Другое"}});
    add(u"list:unit"_s,
        {{"piece", "pcs", "шт."},
         {"set", "set", "компл."},
         {"pack", "pack", "упак."},
         {"metre", "m", "м"},
         {"square_metre", "m²", "м²"},
         {"kilogram", "kg", "кг"},
         {"litre", "l", "л"},
         {"hour", "h", "ч"},
         {"day", "day", "день"},
         {"service", "service", "услуга"}});
    add(u"list:industry"_s,
        {{"trade", "Trade", "Торговля"},
         {"manufacturing", "Manufacturing", "Производство"},
         {"it", "IT", "ИТ"},
         {"construction", "Construction", "Строительство"},
         {"finance", "Finance", "Финансы"},
         {"services", "Services", "Услуги"},
         {"other", "Other", "Другое"}});
    add(u"list:kind"_s,
        {{"call", "Call", "Звонок"},
         {"meeting", "Meeting", "Встреча"},
         {"email", "E-mail", "Письмо"},
         {"task", "Task", "Задача"},
         {"message", "Message", "Сообщение"},
         {"todo", "To-do", "Дело"},
         {"booking", "Booking", "Бронирование"}});
    add(u"list:resource_kind"_s,
        {{"room", "Room", "Помещение"},
         {"equipment", "Equipment", "Оборудование"},
         {"person", "Person", "Человек"},
         {"service", "Service", "Услуга"}});
    add(u"list:priority"_s, {{"high", "High", "Высокая"}, {"normal", "Normal", "Обычная"}, {"low", "Low", "Низкая"}});
    add(u"list:result_kind"_s,
        {{"reached", "Reached", "Состоялось"},
         {"no_answer", "No answer", "Нет ответа"},
         {"call_back", "Call back later", "Перезвонить"},
         {"refused", "Refused", "Отказ"},
         {"wrong_number", "Wrong number", "Неверный номер"}});
    add(u"list:transparency"_s,
        {{"busy", "Busy", "Занят"}, {"free", "Free", "Свободен"}, {"tentative", "Tentative", "Под вопросом"}});
    return names;
}

QString shown(const QString &own, const BuiltinName &builtin, const QString &code)
{
    if (!own.isEmpty())
        return own;
    const QString &name = languageSlot() == u"ru" ? builtin.ru : builtin.en;
    return name.isEmpty() ? code : name;
}

QStringList allNames(const QString &own, const BuiltinName &builtin, const QString &code)
{
    QStringList names{code};
    for (const QString &name : {own, builtin.en, builtin.ru}) {
        if (!name.isEmpty() && !names.contains(name))
            names << name;
    }
    return names;
}

BuiltinName nameOf(const Schema &schema, const Stage &stage)
{
    const Pipeline *pipeline = schema.pipeline(stage.pipeline);
    const EntityType *type = pipeline ? schema.type(pipeline->typeId) : nullptr;
    const BuiltinName own = builtinName(u"stage:"_s + (type ? type->code : QString()), stage.code);
    return own.en.isEmpty() ? builtinName(u"stage"_s, stage.code) : own;
}

BuiltinName nameOf(const Schema &schema, const ListValue &value)
{
    const Field *field = schema.field(value.field);
    return builtinName(u"list:"_s + (field ? field->code : QString()), value.code);
}

} // namespace

BuiltinName builtinName(const QString &kind, const QString &code)
{
    static const QHash<QString, BuiltinName> names = makeNames();
    return names.value(kind + u'/' + code);
}

void setNameLanguage(const QString &language)
{
    languageSlot() = language;
}

QString nameLanguage()
{
    return languageSlot();
}

QString displayName(const EntityType &type)
{
    return shown(type.name, builtinName(u"type"_s, type.code), type.code);
}

QString pluralName(const EntityType &type)
{
    return shown(type.plural.isEmpty() ? type.name : type.plural, builtinName(u"types"_s, type.code), type.code);
}

QString displayName(const Field &field)
{
    return shown(field.name, builtinName(u"field"_s, field.code), field.code);
}

QString displayName(const Schema &schema, const Stage &stage)
{
    return shown(stage.name, nameOf(schema, stage), stage.code);
}

QString displayName(const Pipeline &pipeline)
{
    return shown(pipeline.name, builtinName(u"pipeline"_s, pipeline.code), pipeline.code);
}

QString displayName(const Section &section)
{
    return shown(section.name, builtinName(u"section"_s, section.code), section.code);
}

QString displayName(const Schema &schema, const ListValue &value)
{
    return shown(value.name, nameOf(schema, value), value.code);
}

QStringList knownNames(const Field &field)
{
    return allNames(field.name, builtinName(u"field"_s, field.code), field.code) + field.formerCodes;
}

QStringList knownNames(const Schema &schema, const Stage &stage)
{
    return allNames(stage.name, nameOf(schema, stage), stage.code);
}

QStringList knownNames(const Pipeline &pipeline)
{
    return allNames(pipeline.name, builtinName(u"pipeline"_s, pipeline.code), pipeline.code);
}

QStringList knownNames(const Schema &schema, const ListValue &value)
{
    return allNames(value.name, nameOf(schema, value), value.code);
}

} // namespace Kartoteka
