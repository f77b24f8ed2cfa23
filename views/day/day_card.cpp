// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/day/day_card.h"

#include "core/activities/details_text.h"
#include "core/base/person_name.h"
#include "core/clients/clients.h"
#include "core/items/item_queries.h"
#include "core/items/value_text.h"
#include "core/schema/builtin_names.h"
#include "core/schema/codes.h"
#include "core/timeline/entry_words.h"
#include "models/base/moment_text.h"
#include "views/card/name_row.h"
#include "views/theme/theme.h"
#include "views/widgets/empty_layout.h"
#include "views/widgets/menu_text.h"

#include <QGridLayout>
#include <QLabel>
#include <QToolButton>

#include <utility>

namespace Kartoteka {

namespace {
constexpr int lastEntries = 5;
constexpr qsizetype mostFields = 6;

/// What an item has filled in, the stage and the amount first: enough to know it again while one is talking. By names.
QList<std::pair<QString, QString>> filledFields(const ReadContext &context, const Item &item)
{
    static const QStringList toldElsewhere{Codes::title,     Codes::responsible, Codes::createdAt,
                                           Codes::createdBy, Codes::modifiedAt,  Codes::modifiedBy};
    // Clients stand above with their numbers.
    static const QList<FieldType> otherTypes{FieldType::Pipeline, FieldType::Phone, FieldType::Email, FieldType::Link};
    const TitleSource titles = [&context](const ItemRef &ref) { return itemTitle(context, ref); };
    QList<std::pair<QString, QString>> first;
    QList<std::pair<QString, QString>> others;
    const QStringList parts{Codes::lastName, Codes::firstName, Codes::middleName};
    const auto part = [&](const QString &code) {
        const Field *field = context.schema->field(item.typeId, code);
        return field && !field->hidden ? item.text(code) : QString();
    };
    if (const QString person = personName(part(parts[0]), part(parts[1]), part(parts[2])); !person.isEmpty())
        others.append({NameRow::name(), person});
    for (const Field &field : context.schema->fields(item.typeId)) {
        const Value value = item.value(field.code);
        if (field.hidden || toldElsewhere.contains(field.code) || !value.isValid() || otherTypes.contains(field.type)
            || parts.contains(field.code))
            continue;
        const bool isFirst = field.code == Codes::stage || field.code == Codes::amount;
        if (!isFirst && !field.editable)
            continue;
        if (const QString text = valueText(*context.schema, field, value, titles); !text.isEmpty())
            (isFirst ? first : others).append({displayName(field), text});
    }
    return (first + others).first(qMin(mostFields, first.size() + others.size()));
}

} // namespace

/// What is told of an item besides.
struct DayCard::Details
{
    struct Line
    {
        qint64 at = 0;
        QString text;
    };
    Item item;
    QList<std::pair<QString, QString>> fields;
    QList<ClientReach> clients;
    QList<Line> lines;
};

DayCard::DayCard(Store &store, QWidget *parent)
    : QWidget(parent)
    , m_store(store)
    , m_title(new QLabel(this))
    , m_when(new QLabel(this))
    , m_description(new QLabel(this))
    , m_item(new QToolButton(this))
    , m_details(new QVBoxLayout)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::s);
    m_title->setObjectName(u"dayTitle"_s);
    m_title->setFont(Theme::title(font()));
    for (QLabel *label : {m_title, m_when, m_description}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        layout->addWidget(label);
    }
    m_item->setObjectName(u"dayItem"_s);
    m_item->setIcon(Theme::of(palette()).icon(u"arrow-right"_s));
    m_item->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_item->setToolTip(tr("Open the card (Enter)"));
    m_item->setMinimumWidth(1);
    connect(m_item, &QToolButton::clicked, this, [this] { emit openWanted(m_entry.item); });
    layout->addWidget(m_item, 0, Qt::AlignLeft);
    m_details->setSpacing(Space::xs);
    layout->addLayout(m_details);
    layout->addStretch(1);
}

void DayCard::show(const DayEntry &entry, const QString &when, bool isLate)
{
    const bool isSame = entry.activity.id == m_entry.activity.id;
    m_entry = entry;
    m_title->setText(entry.activity.title);
    m_when->setText(when);
    QPalette colours = m_when->palette();
    colours.setColor(QPalette::WindowText, Theme::of(palette()).colour(isLate ? ColourRole::Danger : ColourRole::Muted));
    m_when->setPalette(colours);
    QStringList said{detailsText(*m_store.schema(), entry.activity), entry.activity.description};
    said.removeAll(QString());
    m_description->setText(said.join(u'\n'));
    m_description->setVisible(!said.isEmpty());
    m_item->setText(menuText(entry.itemTitle));
    m_item->setVisible(entry.item.id != 0);
    if (!isSame) {
        emptyLayout(m_details);
        m_calls.clear();
        m_mails.clear();
    }
    read();
    QWidget::show();
}

void DayCard::clear()
{
    m_load.cancel();
    m_entry = {};
    m_calls.clear();
    m_mails.clear();
    hide();
}

void DayCard::read()
{
    m_load.cancel();
    m_load = CancelToken();
    if (m_entry.item.id == 0)
        return;
    m_store
        .read<Details>(
            m_load,
            [ref = m_entry.item](const ReadContext &context) -> Result<Details> {
                auto item = readItem(context, ref);
                if (!item)
                    return item.error();
                Details details{*item, filledFields(context, *item), {}, {}};
                auto clients = clientsOf(context, *item);
                if (!clients)
                    return clients.error();
                details.clients = *clients;
                auto page = readTimeline(context, ref, {}, lastEntries);
                if (!page)
                    return page.error();
                page->entries.removeIf([](const TimelineEntry &one) { return one.kind == EntryKind::ReminderFired; });
                for (const TimelineEntry &entry : std::as_const(page->entries)) {
                    const EntryWords words = entryWords(context, ref, entry);
                    const QString detail = words.detail.section(u'\n', 0, 0);
                    details.lines.append({entry.at, detail.isEmpty() ? words.text : words.text + u": "_s + detail});
                }
                return details;
            })
        .then(this, [this, token = m_load](const Result<Details> &details) {
            if (token.isCancelled())
                return;
            if (details)
                take(*details);
            else
                emit failed(details.error());
        });
}

QLabel *DayCard::makeText(const QString &text)
{
    constexpr qsizetype longest = 300;
    auto *label = new QLabel(text.simplified().left(longest), this);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

QLabel *DayCard::addText(const QString &text, bool isMuted)
{
    QLabel *label = makeText(text);
    label->setProperty("muted", isMuted);
    if (isMuted)
        label->setFont(Theme::small(font()));
    m_details->addWidget(label);
    return label;
}

/// As rows of a card: the names muted, what they hold beside them.
void DayCard::addFields(const QList<std::pair<QString, QString>> &fields)
{
    constexpr int names = 140;
    auto *rows = new QGridLayout;
    rows->setContentsMargins(0, Space::s, 0, 0);
    rows->setHorizontalSpacing(Space::m);
    rows->setVerticalSpacing(Space::s);
    rows->setColumnMinimumWidth(0, scaled(names, fontMetrics()));
    rows->setColumnStretch(1, 1);
    m_details->addLayout(rows);
    for (const auto &[name, text] : fields) {
        QLabel *label = makeText(name);
        label->setProperty("muted", true);
        const int row = rows->rowCount();
        rows->addWidget(label, row, 0, Qt::AlignTop);
        rows->addWidget(makeText(text), row, 1);
    }
}

void DayCard::take(const Details &details)
{
    emptyLayout(m_details);
    m_calls = callTargets(details.item, details.clients);
    m_mails.clear();
    for (const ClientReach &client : details.clients) {
        for (const Member &mail : client.emails)
            m_mails << mailTarget(mail, client.title);
    }
    const Theme &theme = Theme::of(palette());
    for (const ReachTarget &target : m_calls + m_mails) {
        auto *button = new QToolButton(this);
        button->setObjectName(u"dayReach"_s);
        button->setIcon(theme.icon(target.way == ReachWay::Call ? u"phone"_s : u"mail"_s));
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setMinimumWidth(1); // in a narrow window it is cut
        button->setText(menuText(target.who.isEmpty() ? target.shown : u"%1 · %2"_s.arg(target.shown, target.who)));
        connect(button, &QToolButton::clicked, this, [this, target] { emit reachWanted(target); });
        m_details->addWidget(button, 0, Qt::AlignLeft);
    }
    if (!details.fields.isEmpty())
        addFields(details.fields);
    if (details.lines.isEmpty())
        return;
    addText(tr("What happened last"), true)->setContentsMargins(0, Space::m, 0, 0);
    const QDate today = m_store.clock().localNow().date();
    for (const Details::Line &line : details.lines)
        addText(momentText(QDateTime::fromMSecsSinceEpoch(line.at), today) + u" · "_s + line.text, false);
}

} // namespace Kartoteka
