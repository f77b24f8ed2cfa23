// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/card/client_field.h"

#include "core/base/person_name.h"
#include "core/base/phone.h"
#include "core/items/item_defaults.h"
#include "core/items/item_queries.h"
#include "core/schema/builtin_names.h"
#include "core/schema/codes.h"
#include "core/schema/roles.h"
#include "views/card/client_drag.h"
#include "views/card/contact_ticks.h"
#include "views/card/new_client_form.h"
#include "views/card/section_head.h"
#include "views/theme/theme.h"
#include "views/widgets/item_picker.h"
#include "views/widgets/menu_text.h"
#include "views/widgets/mid_phrase.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace Kartoteka {

namespace {

constexpr int aroundBox = 5;   ///< as a row of a field has it
constexpr int besideText = -3; ///< what the toolkit puts before a text is more than a row of a field has
constexpr int mostFound = 8;
constexpr int mostBeside = 200; ///< of a company's people
constexpr int mostOffered = 5;  ///< one click each
constexpr int mostPeople = 8;   ///< that are all shown
constexpr int peopleOfMany = 5; ///< of more, until all are wanted: the fields below are to be seen

QList<qint64> clientTypes(const Schema &schema, qint64 typeId)
{
    QList<qint64> types;
    for (const Field *field : clientFields(schema, typeId)) {
        if (const EntityType *type = schema.type(field->target))
            types << type->id;
    }
    return types;
}

QString noteOf(const FoundClient &client)
{
    const QString reach = !client.found.isEmpty() ? client.found : client.phone.isEmpty() ? client.email : client.phone;
    QStringList parts{reach, client.note};
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

} // namespace

ClientField::ClientField(Store &store, QWidget *parent)
    : QWidget(parent), m_store(store), m_blocks(new QVBoxLayout), m_offers(new QVBoxLayout, Qt::AlignLeft)
{
    setObjectName(u"clientField"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, SectionHead::belowBoxed(fontMetrics())); // what stands beside it stays in line
    layout->setSpacing(0);
    auto *head = new QLabel(tr("Client"), this);
    head->setFont(Theme::strong(font()));
    head->setFixedHeight(SectionHead::heightFor(head->fontMetrics()));
    head->setContentsMargins(Space::s, 0, Space::s, 0);
    layout->addWidget(head);
    for (QBoxLayout *rows : {m_blocks.layout(), m_offers.layout()}) {
        rows->setSpacing(2);
        layout->addLayout(rows);
    }
    m_more = new QToolButton(this);
    m_more->setObjectName(u"clientsMore"_s);
    m_more->hide();
    layout->insertWidget(layout->count() - 1, m_more, 0, Qt::AlignLeft);
    connect(m_more, &QToolButton::clicked, this, [this] {
        m_isUnfolded = !m_isUnfolded;
        rebuild();
    });
    m_ticks = new ContactTicks(this);
    layout->addWidget(m_ticks);
    m_drag = new ClientDrag(this);
    m_picker = new ItemPicker(store, this);
    m_picker->setObjectName(u"clientSearch"_s);
    m_picker->setPlaceholderText(tr("Add: name, phone or e-mail"));
    m_picker->setAccessibleName(tr("Add a client"));
    m_picker->setOffer([this](const QString &typed) { return offersFor(typed); });
    m_inset = new QHBoxLayout;
    m_inset->addWidget(m_picker);
    layout->addLayout(m_inset);
    showBox(false);
    m_form = new NewClientForm(store, this);
    layout->addWidget(m_form);
    connect(m_ticks, &ContactTicks::added, this, &ClientField::addPeople);
    connect(m_drag, &ClientDrag::moved, this, &ClientField::putBefore);
    connect(m_picker, &ItemPicker::picked, this, &ClientField::pick);
    connect(m_picker, &ItemPicker::failed, this, &ClientField::failed);
    connect(m_form, &NewClientForm::accepted, this, &ClientField::make);
    connect(m_form, &NewClientForm::existingChosen, this, [this](const ItemRef &ref) {
        m_form->hide();
        add(ref);
    });
    connect(m_form, &NewClientForm::cancelled, this, [this] {
        m_form->hide();
        m_picker->setFocus();
    });
}

void ClientField::setItem(const Item &item, bool isNew)
{
    const bool isOther = item.ref() != m_item.ref() || isNew != m_isNew || item.typeId != m_item.typeId;
    m_item = item;
    m_isNew = isNew;
    m_picker->setFind([types = clientTypes(*m_store.schema(), item.typeId)](const ReadContext &context,
                                                                            const QString &text) -> Result<QList<PickRow>> {
        auto found = findClients(context, text, types, mostFound);
        if (!found)
            return found.error();
        QList<PickRow> rows;
        for (const FoundClient &one : std::as_const(*found))
            rows << PickRow{one.ref, one.title, noteOf(one), context.schema->type(one.ref.type)->icon};
        return rows;
    });
    if (m_picker->property("boxed").toBool() != isNew) { // as the fields that are filled in beside it
        m_picker->setProperty("boxed", isNew);
        m_picker->style()->unpolish(m_picker);
        m_picker->style()->polish(m_picker);
        showBox(isNew);
    }
    setVisible(item.typeId != 0 && !clientTypes(*m_store.schema(), item.typeId).isEmpty());
    if (isOther || !isNew) {
        const Clients clients = clientsIn(*m_store.schema(), item);
        if (isOther) {
            discard();
            m_isUnfolded = false;
        }
        m_clients = clients;
    }
    rebuild();
}

/// A line without a box begins where the names of the fields do: its edge, seen while it is used, stands out as those of rows.
void ClientField::showBox(bool isBoxed)
{
    m_inset->setContentsMargins(isBoxed ? Space::s : 0, aroundBox, Space::s, aroundBox);
    m_picker->setTextMargins(isBoxed ? 0 : besideText, 0, 0, 0);
}

void ClientField::discard()
{
    if (m_isNew)
        m_clients = clientsIn(*m_store.schema(), m_item);
    m_made.clear();
    m_reading.cancel();
    m_beside.clear();
    m_ticks->hide();
    m_form->hide();
    m_picker->reset();
}

bool ClientField::showRefusal(const Error &error)
{
    if (!std::exchange(m_isMaking, false))
        return false;
    m_form->showProblem(error.message);
    return true;
}

bool ClientField::hasUnsaved() const
{
    const bool isPicked = m_isNew && m_clients != clientsIn(*m_store.schema(), m_item);
    return isPicked || (!m_form->isHidden() && !m_form->values().isEmpty());
}

bool ClientField::settle()
{
    if (m_form->isHidden() || m_form->values().isEmpty())
        return true;
    m_form->accept();
    return m_form->isHidden();
}

void ClientField::rebuild()
{
    QList<ClientBlock::Shown> blocks;
    QList<FoundClient> offers;
    if (!isHidden()) {
        const QList<ItemRef> company = m_clients.company.isNull() ? QList<ItemRef>() : QList<ItemRef>{m_clients.company};
        const QList<ItemRef> all = company + m_clients.contacts;
        const QList<ItemRef> seen = isFolded() ? company + m_clients.contacts.first(peopleOfMany) : all;
        for (const ItemRef &ref : seen) {
            if (const auto shown = shownOf(ref))
                blocks << *shown;
        }
        m_more->setVisible(m_clients.contacts.size() > mostPeople);
        m_more->setText(isFolded() ? tr("%n more contact(s)", nullptr, int(m_clients.contacts.size() - peopleOfMany))
                                   : tr("Show fewer contacts"));
        offers = m_beside;
        offers.removeIf([&](const FoundClient &one) { return all.contains(one.ref); });
        if (!m_ticks->isHidden())
            m_ticks->leaveOut(all);
    }
    const ItemRef focused = focusedClient(); // what is hidden hands the focus on to a neighbour
    m_blocks.show(blocks, [this](const ClientBlock::Shown &shown) { return makeBlock(shown); });
    m_offers.show(offers, [this](const FoundClient &one) { return makeOffer(one); });
    if (!focused.isNull() && focusedClient() != focused) { // once what was made anew is shown
        QMetaObject::invokeMethod(
            this, [this, focused] { focusClient(focused); }, Qt::QueuedConnection);
    }
}

/// Of many people only the first are seen.
bool ClientField::isFolded() const
{
    return !m_isUnfolded && m_clients.contacts.size() > mostPeople;
}

/// Whose block has the focus; null: none has.
ItemRef ClientField::focusedClient() const
{
    const auto blocks = findChildren<ClientBlock *>(Qt::FindDirectChildrenOnly);
    const auto it = std::ranges::find_if(blocks, [](const ClientBlock *block) {
        const QWidget *focused = QApplication::focusWidget();
        return !block->isHidden() && focused && block->isAncestorOf(focused);
    });
    return it == blocks.end() ? ItemRef() : (*it)->client();
}

/// What was made anew in its place goes on with the focus.
void ClientField::focusClient(const ItemRef &ref)
{
    for (ClientBlock *block : findChildren<ClientBlock *>(Qt::FindDirectChildrenOnly)) {
        if (!block->isHidden() && block->client() == ref)
            block->takeFocus();
    }
}

std::optional<ClientBlock::Shown> ClientField::shownOf(const ItemRef &ref) const
{
    const bool isOneOfSeveral = ref != m_clients.company && m_clients.contacts.size() > 1;
    const bool isFirst = isOneOfSeveral && ref == m_clients.contacts.first();
    ClientBlock::Shown shown{
        {ref, {}, {}, {}},
        {.isPrimary = isFirst, .canBePrimary = isOneOfSeveral && !isFirst, .isDeleted = false, .isNew = ref.id == 0}};
    ClientReach &reach = shown.client;
    const auto made = std::find_if(m_made.cbegin(), m_made.cend(), [&](const Made &one) { return one.ref == ref; });
    if (made != m_made.cend()) {
        const auto &values = made->values;
        const auto text = [&values](const QString &code) { return values.value(code).toString(); };
        const QString person = personName(text(Codes::lastName), text(Codes::firstName), text(Codes::middleName));
        const QString name = person.isEmpty() ? text(Codes::title) : person;
        reach.phones = values.value(Codes::phone).value<Members>();
        reach.emails = values.value(Codes::email).value<Members>();
        for (Member &phone : reach.phones)
            phone.key = normalizePhone(phone.text, m_store.schema()->phoneRegion());
        reach.title = !name.isEmpty() ? name
            : !reach.phones.isEmpty() ? reach.phones.first().text
                                      : reach.emails.value(0).text;
        return shown;
    }
    const auto item = readItem(m_store.reader(), ref);
    if (!item)
        return std::nullopt;
    reach.title = item->text(Codes::title);
    reach.phones = item->members(Codes::phone);
    reach.emails = item->members(Codes::email);
    shown.state.isDeleted = item->deleted;
    return shown;
}

ClientBlock *ClientField::makeBlock(const ClientBlock::Shown &shown)
{
    const ItemRef ref = shown.client.client;
    auto *block = new ClientBlock(shown, m_store.schema()->type(ref.type)->icon, this);
    connect(block, &ClientBlock::opened, this, [this, ref] { emit linkActivated(ref); });
    connect(block, &ClientBlock::reachWanted, this, &ClientField::reachWanted);
    connect(block, &ClientBlock::removeWanted, this, [this, ref] {
        Clients clients = m_clients;
        if (clients.company == ref)
            clients.company = {};
        clients.contacts.removeAll(ref);
        m_made.removeIf([&](const Made &one) { return one.ref == ref; });
        take(clients);
    });
    connect(block, &ClientBlock::primaryWanted, this, [this, ref] { putBefore(ref, m_clients.contacts.value(0)); });
    connect(block, &ClientBlock::moveWanted, this, [this, ref](int by) { move(ref, by); });
    m_drag->watch(block);
    return block;
}

/// Somebody who belongs to the client that was added last, to be added by one click.
QWidget *ClientField::makeOffer(const FoundClient &one)
{
    auto *offer = new QToolButton(this);
    offer->setObjectName(u"clientOffer"_s);
    const QString text = tr("Also: %1").arg(one.title);
    offer->setText(menuText(fontMetrics().elidedText(text, Qt::ElideRight, qMax(160, width() - 3 * Space::xl))));
    offer->setToolTip(text);
    offer->setIcon(Theme::of(palette()).icon(u"plus"_s, ColourRole::Accent));
    offer->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    connect(offer, &QToolButton::clicked, this, [this, ref = one.ref] { add(ref); });
    return offer;
}

QList<PickRow> ClientField::offersFor(const QString &typed) const
{
    QList<PickRow> rows;
    const SchemaPtr schema = m_store.schema();
    for (const qint64 typeId : clientTypes(*schema, m_item.typeId)) {
        const EntityType &type = *schema->type(typeId);
        rows << PickRow{{typeId, 0, {}},
                        tr("Create: %1 “%2”", "kind of item, its name").arg(midPhrase(displayName(type)), typed),
                        {},
                        u"plus"_s,
                        u"create"_s};
    }
    return rows;
}

void ClientField::pick(const PickRow &row, const QString &typed)
{
    if (row.act.isEmpty())
        add(row.ref);
    else
        m_form->begin(row.ref.type, typed);
}

void ClientField::add(const ItemRef &ref)
{
    const Field *company = m_store.schema()->field(m_item.typeId, Codes::clientCompany);
    const EntityType *type = m_store.schema()->type(ref.type);
    Clients clients = m_clients;
    if (company && type && company->target == type->code) {
        clients.company = ref;
    } else if (!clients.contacts.contains(ref)) {
        if (!clients.contacts.isEmpty() && !otherContactsField(*m_store.schema(), m_item.typeId))
            clients.contacts.clear(); // there is room for one
        clients.contacts << ref;
    }
    take(clients);
    if (ref.id != 0)
        offerBeside(ref);
    m_picker->setFocus();
}

/// All of them in one act.
void ClientField::addPeople(const QList<ItemRef> &people)
{
    Clients clients = m_clients;
    for (const ItemRef &person : people) {
        if (!clients.contacts.contains(person))
            clients.contacts << person;
    }
    take(clients);
    m_picker->setFocus();
}

void ClientField::putBefore(const ItemRef &person, const ItemRef &before)
{
    Clients clients = m_clients;
    if (person == before || clients.contacts.removeAll(person) == 0)
        return;
    const qsizetype last = isFolded() ? peopleOfMany - 1 : clients.contacts.size(); // of those that are seen
    const qsizetype at = before.isNull() ? last : clients.contacts.indexOf(before);
    clients.contacts.insert(at < 0 ? clients.contacts.size() : at, person);
    take(clients);
}

void ClientField::move(const ItemRef &person, int by)
{
    Clients clients = m_clients;
    const qsizetype at = clients.contacts.indexOf(person);
    const qsizetype to = at + by;
    if (at < 0 || to < 0 || to >= clients.contacts.size())
        return;
    clients.contacts.move(at, to);
    take(clients);
}

/// What stands in the form becomes a client; on a saved item at once.
void ClientField::make()
{
    const Made made{{m_form->typeId(), 0, makeUid()}, m_form->values()};
    m_form->hide();
    m_made << made;
    add(made.ref);
}

void ClientField::take(const Clients &clients)
{
    if (clients == m_clients)
        return;
    m_clients = clients;
    if (m_isNew) {
        rebuild();
        return;
    }
    ChangeSet changes;
    QHash<QString, Value> values;
    addTo(changes, values);
    m_isMaking = !m_made.isEmpty();
    m_made.clear();
    emit changeWanted(changes, values);
}

void ClientField::addTo(ChangeSet &changes, QHash<QString, Value> &values) const
{
    const SchemaPtr schema = m_store.schema();
    if (clientTypes(*schema, m_item.typeId).isEmpty())
        return;
    for (const Made &one : m_made) {
        const EntityType &type = *schema->type(one.ref.type);
        QHash<QString, Value> own = one.values;
        if (schema->field(type.id, Codes::responsible))
            own.insert(Codes::responsible, m_store.user());
        changes.create(type.code, newItemColumns(*schema, type.id, own, {m_store.user(), m_store.clock().localNow()}),
                       one.ref.uid);
    }
    values.insert(clientValues(*schema, m_item.typeId, m_clients));
}

void ClientField::offerBeside(const ItemRef &ref)
{
    m_reading.cancel();
    m_reading = CancelToken();
    m_store
        .read<QList<FoundClient>>(m_reading, [ref](ReadContext &context) { return clientsBeside(context, ref, mostBeside); })
        .then(this, [this, ref, token = m_reading](const Result<QList<FoundClient>> &found) {
            if (token.isCancelled() || !found)
                return;
            offer(ref, *found);
        });
}

/// Of a company's people any number may be clients too, and are ticked; what there is room for one of is added by a click,
/// and not offered where it would take another one's place.
void ClientField::offer(const ItemRef &of, const QList<FoundClient> &found)
{
    const SchemaPtr schema = m_store.schema();
    const Field *field = schema->field(m_item.typeId, Codes::clientCompany);
    const EntityType *companies = field ? schema->type(field->target) : nullptr;
    const bool areCompanies = companies && !found.isEmpty() && found.first().ref.type == companies->id;
    const bool areTicked = !areCompanies && otherContactsField(*schema, m_item.typeId);
    const bool hasRoom = areCompanies ? m_clients.company.isNull() : m_clients.contacts.isEmpty();
    m_beside = areTicked || !hasRoom ? QList<FoundClient>() : found.mid(0, mostOffered);
    const auto company = areTicked ? readItem(m_store.reader(), of) : Result<Item>(Item());
    if (areTicked && company) {
        QList<FoundClient> people = found;
        people.removeIf([this](const FoundClient &one) { return m_clients.contacts.contains(one.ref); });
        m_ticks->offer(company->text(Codes::title), people);
    }
    rebuild();
}

} // namespace Kartoteka
