// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/demo_words.h"

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

DemoWords russian()
{
    DemoWords w;
    w.users = {u"Анна Королёва"_s, u"Дмитрий Орлов"_s, u"Светлана Жук"_s, u"Илья Громов"_s};
    w.firstNames = {u"Иван"_s,  u"Мария"_s, u"Пётр"_s,  u"Анна"_s,  u"Артём"_s, u"Юлия"_s, u"Никита"_s, u"Алёна"_s,
                    u"Семён"_s, u"Ольга"_s, u"Фёдор"_s, u"Софья"_s, u"Глеб"_s,  u"Нина"_s, u"Юрий"_s,   u"Елена"_s};
    w.feminine = {false, true, false, true, false, true, false, true, false, true, false, true, false, true, false, true};
    w.lastNames = {u"Иванов"_s,  u"Ёлкин"_s,    u"Сидоров"_s, u"Кузнецов"_s, u"Щукин"_s,   u"Чернышёв"_s, u"Волков"_s,
                   u"Абрамов"_s, u"Юдин"_s,     u"Цветков"_s, u"Морозов"_s,  u"Лебедев"_s, u"Соколов"_s,  u"Тихонов"_s,
                   u"Зайцев"_s,  u"Гаврилов"_s, u"Баранов"_s, u"Миронов"_s,  u"Фролов"_s,  u"Егоров"_s};
    w.middleMasculine = {u"Иванович"_s, u"Петрович"_s, u"Олегович"_s, u"Сергеевич"_s, u"Андреевич"_s};
    w.middleFeminine = {u"Ивановна"_s, u"Петровна"_s, u"Олеговна"_s, u"Сергеевна"_s, u"Андреевна"_s};
    w.companies = {u"ООО «Ромашка»"_s,   u"АО «Северный ветер»"_s, u"ООО «Техносервис»"_s,    u"ЗАО «Вектор»"_s,
                   u"ИП Ёжиков А. А."_s, u"ООО «Стройинвест»"_s,   u"Кафе «Лето»"_s,          u"Гимназия № 12"_s,
                   u"ООО «Меридиан»"_s,  u"Клиника «Здоровье»"_s,  u"ООО «Альфа-Логистик»"_s, u"Отель «Набережный»"_s,
                   u"АО «Приборы»"_s,    u"ООО «Чистый город»"_s,  u"Фитнес-клуб «Пульс»"_s,  u"ООО «Белая линия»"_s,
                   u"ООО «Агропром»"_s,  u"Типография «Формат»"_s, u"Центр «Лингва»"_s,       u"ООО «Энергия плюс»"_s};
    w.products = {u"офисные столы"_s,       u"кресла для переговорной"_s, u"ресепшен"_s,
                  u"стеллажи для архива"_s, u"шкафы для одежды"_s,        u"акустические перегородки"_s,
                  u"мебель для кухни"_s,    u"кабинет руководителя"_s,    u"столы с подъёмом"_s,
                  u"мягкая зона"_s};
    w.productSections = {u"Столы"_s, u"Кресла и диваны"_s, u"Хранение"_s, u"Зоны"_s, u"Услуги"_s};
    w.catalogue = {{u"Стол письменный «Линия» 140×70"_s, u"ST-140"_s, 0, u"piece"_s, 12900},
                   {u"Стол письменный «Линия» 160×80"_s, u"ST-160"_s, 0, u"piece"_s, 15400},
                   {u"Стол с электроподъёмом «Верта»"_s, u"SE-160"_s, 0, u"piece"_s, 48900},
                   {u"Стол переговорный «Форум» 2400"_s, u"SP-240"_s, 0, u"piece"_s, 62500},
                   {u"Бенч на 4 места «Команда»"_s, u"SB-4"_s, 0, u"set"_s, 74800},
                   {u"Тумба приставная, 3 ящика"_s, u"TM-3"_s, 0, u"piece"_s, 8350},
                   {u"Кресло рабочее «Тонус»"_s, u"KR-10"_s, 1, u"piece"_s, 14200},
                   {u"Кресло руководителя «Статус»"_s, u"KR-50"_s, 1, u"piece"_s, 39900},
                   {u"Стул для посетителей «Изо»"_s, u"KS-01"_s, 1, u"piece"_s, 2890},
                   {u"Диван двухместный «Лобби»"_s, u"DV-2"_s, 1, u"piece"_s, 46700},
                   {u"Пуф «Куб»"_s, u"PF-1"_s, 1, u"piece"_s, 6400},
                   {u"Шкаф для документов, высокий"_s, u"SH-200"_s, 2, u"piece"_s, 16800},
                   {u"Шкаф для одежды, 2 двери"_s, u"SG-200"_s, 2, u"piece"_s, 17900},
                   {u"Стеллаж архивный, 5 полок"_s, u"SL-5"_s, 2, u"piece"_s, 7250},
                   {u"Локер на 6 ячеек"_s, u"LK-6"_s, 2, u"piece"_s, 21300},
                   {u"Стойка ресепшен «Портал»"_s, u"RS-1"_s, 3, u"piece"_s, 89000},
                   {u"Перегородка акустическая 1200×1500"_s, u"AP-12"_s, 3, u"piece"_s, 11700},
                   {u"Переговорная кабина «Эхо»"_s, u"CB-1"_s, 3, u"piece"_s, 265000},
                   {u"Доставка по городу"_s, u"US-D"_s, 4, u"service"_s, 3500},
                   {u"Сборка и установка"_s, u"US-S"_s, 4, u"hour"_s, 1800},
                   {u"Замер и планировка"_s, u"US-Z"_s, 4, u"service"_s, 5000},
                   {u"Кабель-канал"_s, u"AC-K"_s, 3, u"metre"_s, 420}};
    w.tax = 20;
    w.requests = {u"Заявка с сайта: %1"_s,  u"Звонок: %1"_s,         u"Запрос цены: %1"_s,
                  u"%1 для нового офиса"_s, u"Замер и расчёт: %1"_s, u"Тендер: %1"_s};
    w.positions = {u"директор"_s, u"офис-менеджер"_s, u"менеджер по закупкам"_s, u"главный инженер"_s, u"бухгалтер"_s};
    w.streets = {u"ул. Лесная"_s, u"Невский пр."_s, u"ул. Мира"_s, u"Садовая ул."_s, u"Промышленная ул."_s};
    w.comments = {u"Просил перезвонить после 15:00."_s,
                  u"Нужен счёт на юрлицо, оплата после поставки."_s,
                  u"Сравнивает с двумя поставщиками, решает цена доставки."_s,
                  u"Выслал каталог, ждём размеры помещения."_s,
                  u"Договорились о замере на следующей неделе."_s,
                  u"Хочет образцы ткани и фото установленных проектов."_s,
                  u"Бюджет согласуют до конца месяца."_s};
    w.activityTitles = {u"Позвонить и уточнить бюджет"_s, u"Отправить коммерческое предложение"_s,
                        u"Встреча в шоуруме"_s,           u"Связаться с клиентом"_s,
                        u"Согласовать договор"_s,         u"Выезд на замер"_s};
    w.tags = {u"опт"_s, u"срочно"_s, u"постоянный"_s, u"выставка"_s};
    w.city = u"Санкт-Петербург"_s;
    w.currency = u"RUB"_s;
    w.phonePattern = u"+7 (9%1) 555-%2-%3"_s;
    return w;
}

DemoWords english()
{
    DemoWords w;
    w.users = {u"Emma Clarke"_s, u"Daniel Reed"_s, u"Sofia Novak"_s, u"Liam Hughes"_s};
    w.firstNames = {u"James"_s,   u"Mary"_s,  u"Robert"_s, u"Linda"_s, u"Michael"_s, u"Zoë"_s,   u"José"_s, u"Anne-Marie"_s,
                    u"William"_s, u"Karen"_s, u"Ahmed"_s,  u"Laura"_s, u"Thomas"_s,  u"Grace"_s, u"Ben"_s,  u"Olivia"_s};
    w.feminine = {false, true, false, true, false, true, false, true, false, true, false, true, false, true, false, true};
    w.lastNames = {u"Smith"_s, u"O’Connor"_s, u"García"_s, u"van der Berg"_s, u"Nowak"_s, u"Johnson"_s, u"Lee"_s,
                   u"Brown"_s, u"Taylor"_s,   u"Wilson"_s, u"Moore"_s,        u"Patel"_s, u"Evans"_s,   u"King"_s,
                   u"Baker"_s, u"Foster"_s,   u"Murphy"_s, u"Schmidt"_s,      u"Costa"_s, u"Walker"_s};
    w.companies = {u"Acme, Inc."_s,        u"North Wind Ltd."_s,      u"Vector Partners"_s,     u"Bäckerei Müller GmbH"_s,
                   u"Blue Harbor Hotel"_s, u"Summit Dental Clinic"_s, u"Riverside School"_s,    u"Meridian Logistics"_s,
                   u"Bright Line LLC"_s,   u"Pulse Fitness"_s,        u"Clean City Services"_s, u"Format Printing"_s,
                   u"Alpha Instruments"_s, u"Café Verano"_s,          u"Energy Plus Co."_s,     u"Greenfield Foods"_s,
                   u"Lingua Center"_s,     u"Stone & Sons"_s,         u"Orchard Books"_s,       u"Techno Service"_s};
    w.products = {u"office desks"_s,   u"meeting room chairs"_s, u"reception counter"_s, u"archive shelving"_s,
                  u"wardrobes"_s,      u"acoustic panels"_s,     u"kitchen furniture"_s, u"executive office"_s,
                  u"standing desks"_s, u"lounge area"_s};
    w.productSections = {u"Desks"_s, u"Chairs and sofas"_s, u"Storage"_s, u"Areas"_s, u"Services"_s};
    w.catalogue = {{u"Linea desk 140×70"_s, u"ST-140"_s, 0, u"piece"_s, 189},
                   {u"Linea desk 160×80"_s, u"ST-160"_s, 0, u"piece"_s, 219},
                   {u"Verta standing desk"_s, u"SE-160"_s, 0, u"piece"_s, 649},
                   {u"Forum conference table"_s, u"SP-240"_s, 0, u"piece"_s, 890},
                   {u"Team bench for 4"_s, u"SB-4"_s, 0, u"set"_s, 1120},
                   {u"Pedestal, 3 drawers"_s, u"TM-3"_s, 0, u"piece"_s, 115},
                   {u"Tonus task chair"_s, u"KR-10"_s, 1, u"piece"_s, 199},
                   {u"Status executive chair"_s, u"KR-50"_s, 1, u"piece"_s, 549},
                   {u"Iso visitor chair"_s, u"KS-01"_s, 1, u"piece"_s, 45},
                   {u"Lobby sofa, two seats"_s, u"DV-2"_s, 1, u"piece"_s, 640},
                   {u"Cube stool"_s, u"PF-1"_s, 1, u"piece"_s, 89},
                   {u"Tall filing cabinet"_s, u"SH-200"_s, 2, u"piece"_s, 235},
                   {u"Wardrobe, 2 doors"_s, u"SG-200"_s, 2, u"piece"_s, 249},
                   {u"Archive shelving, 5 shelves"_s, u"SL-5"_s, 2, u"piece"_s, 99},
                   {u"Locker, 6 cells"_s, u"LK-6"_s, 2, u"piece"_s, 299},
                   {u"Portal reception counter"_s, u"RS-1"_s, 3, u"piece"_s, 1290},
                   {u"Acoustic screen 1200×1500"_s, u"AP-12"_s, 3, u"piece"_s, 165},
                   {u"Echo meeting booth"_s, u"CB-1"_s, 3, u"piece"_s, 3900},
                   {u"Delivery in town"_s, u"US-D"_s, 4, u"service"_s, 49},
                   {u"Assembly"_s, u"US-S"_s, 4, u"hour"_s, 38},
                   {u"Site survey and planning"_s, u"US-Z"_s, 4, u"service"_s, 75},
                   {u"Cable duct"_s, u"AC-K"_s, 3, u"metre"_s, 6}};
    w.tax = 8;
    w.requests = {u"Web request: %1"_s, u"Call: %1"_s,        u"Price inquiry: %1"_s,
                  u"New office: %1"_s,  u"Site survey: %1"_s, u"Tender: %1"_s};
    w.positions = {u"director"_s, u"office manager"_s, u"buyer"_s, u"chief engineer"_s, u"accountant"_s};
    w.streets = {u"Main St"_s, u"Oak Ave"_s, u"Harbor Rd"_s, u"Mill Lane"_s, u"Park Blvd"_s};
    w.comments = {u"Asked to call back after 3 pm."_s,
                  u"Needs an invoice, will pay after delivery."_s,
                  u"Compares us with two suppliers; delivery price decides."_s,
                  u"Catalogue sent, waiting for room sizes."_s,
                  u"Agreed on a site survey next week."_s,
                  u"Wants fabric samples and photos of finished projects."_s,
                  u"Budget to be approved by the end of the month."_s};
    w.activityTitles = {u"Call to clarify the budget"_s, u"Send the proposal"_s,     u"Showroom meeting"_s,
                        u"Contact the client"_s,         u"Agree on the contract"_s, u"Site survey"_s};
    w.tags = {u"wholesale"_s, u"urgent"_s, u"regular"_s, u"expo"_s};
    w.city = u"Springfield"_s;
    w.currency = u"USD"_s;
    w.phonePattern = u"(2%1) 555-%2%3"_s;
    return w;
}

} // namespace

DemoWords demoWords(const QString &language)
{
    return language == u"ru" ? russian() : english();
}

} // namespace Kartoteka
