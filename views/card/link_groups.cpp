// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/card/link_groups.h"

#include "core/items/item_queries.h"
#include "core/items/links.h"
#include "core/items/row_queries.h"
#include "core/items/value_text.h"
#include "core/schema/builtin_names.h"
#include "core/schema/codes.h"
#include "views/theme/theme.h"
#include "views/widgets/icon_button.h"
#include "views/widgets/mid_phrase.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QToolButton>

namespace Kartoteka {

namespace {

constexpr int shownAtFirst = 20; ///< of each group
constexpr int mostShown = 200;

/// Items that name one in a field: a section can show all of them.
bool isOfField(const LinkGroup &group)
{
    return group.way.field != 0 && group.way.isIncoming;
}

/// The condition by which a section shows the items that name @p ref in a field: by its title where nobody else has it, for
/// that is what people read.
Condition naming(const ReadContext &context, const Field &field, const ItemRef &ref)
{
    const auto item = readItem(context, ref);
    if (!item)
        return {};
    const QString title = item->text(Codes::title);
    const auto same = findByTitle(context, ref.type, title);
    const bool isUnique = same && same->size() == 1 && !findByNumber(context, ref.type, title);
    return {.field = field.code, .values = {isUnique ? title : item->number}};
}

/// What links of a kind say of the items that name the one whose links are shown, and of those that it names: of a group, with
/// the name of their type, and beside a title.
struct KindWords
{
    QString kind;
    const char *fromGroup;
    const char *toGroup;
    const char *from;
    const char *to;
};

const KindWords &wordsOf(const QString &kind)
{
    static const QList<KindWords> all{{u"conversion"_s, QT_TRANSLATE_NOOP("Kartoteka::LinkGroups", "Created from: %1"),
                                       QT_TRANSLATE_NOOP("Kartoteka::LinkGroups", "Converted into: %1"),
                                       QT_TRANSLATE_NOOP("Kartoteka::LinkGroups", "converted from it"),
                                       QT_TRANSLATE_NOOP("Kartoteka::LinkGroups", "created by conversion")},
                                      {u"merge"_s, QT_TRANSLATE_NOOP("Kartoteka::LinkGroups", "Merged with: %1"),
                                       QT_TRANSLATE_NOOP("Kartoteka::LinkGroups", "Became part of: %1"),
                                       QT_TRANSLATE_NOOP("Kartoteka::LinkGroups", "merged with it"),
                                       QT_TRANSLATE_NOOP("Kartoteka::LinkGroups", "became part of it")},
                                      {u"tunnel"_s, QT_TRANSLATE_NOOP("Kartoteka::LinkGroups", "Came by a tunnel from: %1"),
                                       QT_TRANSLATE_NOOP("Kartoteka::LinkGroups", "Created by a tunnel: %1"),
                                       QT_TRANSLATE_NOOP("Kartoteka::LinkGroups", "came by a tunnel from it"),
                                       QT_TRANSLATE_NOOP("Kartoteka::LinkGroups", "created by a tunnel")}};
    static const KindWords byHand{relatedKind, QT_TRANSLATE_NOOP("Kartoteka::LinkGroups", "Linked: %1"),
                                  QT_TRANSLATE_NOOP("Kartoteka::LinkGroups", "Linked: %1"),
                                  QT_TRANSLATE_NOOP("Kartoteka::LinkGroups", "linked manually"),
                                  QT_TRANSLATE_NOOP("Kartoteka::LinkGroups", "linked manually")};
    const auto known = std::ranges::find(all, kind, &KindWords::kind);
    return known == all.end() ? byHand : *known;
}

} // namespace

LinkGroups::LinkGroups(Store &store, QList<ItemRef> above, QWidget *parent)
    : QWidget(parent), m_store(store), m_above(std::move(above)), m_limit(shownAtFirst), m_lines(new QVBoxLayout(this))
{
    m_lines.layout()->setContentsMargins(0, 0, 0, 0);
    m_lines.layout()->setSpacing(0);
}

void LinkGroups::setItem(const ItemRef &item)
{
    if (item != m_item) {
        m_limit = shownAtFirst;
        m_unfolded.clear();
        m_lines.clear();
    }
    m_item = item;
    read();
}

Result<QList<LinkGroups::Group>> LinkGroups::readGroups(const ReadContext &context, const Asked &asked)
{
    Result<QList<LinkGroup>> links = QList<LinkGroup>();
    if (const Field *field = context.schema->field(asked.field)) {
        auto group = linkGroup(context, asked.item, *field, asked.limit);
        links = group ? Result<QList<LinkGroup>>(QList<LinkGroup>{*group}) : Result<QList<LinkGroup>>(group.error());
    } else if (asked.field == 0) {
        links = linkGroups(context, asked.item, asked.limit);
    }
    if (!links)
        return links.error();
    QList<Group> groups;
    for (LinkGroup &one : *links) {
        one.count -= one.items.removeIf([&](qint64 id) { return asked.above.contains(ItemRef{one.typeId, id, {}}); });
        if (one.items.isEmpty())
            continue;
        auto cards = readCards(context, one.typeId, one.items, context.clock->now());
        auto days = context.schema->field(one.typeId, Codes::createdAt)
            ? readRows(context, one.typeId, one.items, {Codes::createdAt})
            : Result<QList<ItemRow>>(QList<ItemRow>());
        if (!cards || !days)
            return cards ? days.error() : cards.error();
        // In the order asked for.
        std::sort(cards->begin(), cards->end(),
                  [&](const Card &a, const Card &b) { return one.items.indexOf(a.id) < one.items.indexOf(b.id); });
        Group group{one, *cards, {}};
        for (const ItemRow &row : std::as_const(*days)) {
            if (row.values.constFirst().isValid())
                group.made.insert(row.id, QDateTime::fromMSecsSinceEpoch(row.values.constFirst().toLongLong()).date());
        }
        groups << group;
    }
    return groups;
}

void LinkGroups::read()
{
    readOwn();
    const QList<LinkGroups *> inner = findChildren<LinkGroups *>();
    for (LinkGroups *one : inner)
        one->readOwn();
}

void LinkGroups::readOwn()
{
    m_reading.cancel();
    m_reading = CancelToken();
    if (m_item.isNull())
        return;
    m_store
        .read<QList<Group>>(
            m_reading,
            [asked = Asked{m_item, m_field, m_limit, m_above}](ReadContext &context) { return readGroups(context, asked); })
        .then(this, [this, token = m_reading](const Result<QList<Group>> &groups) {
            if (token.isCancelled())
                return;
            if (groups)
                show(*groups);
            else
                emit failed(groups.error());
        });
}

QString LinkGroups::wayOf(const LinkGroup &group) const
{
    const SchemaPtr schema = m_store.schema();
    const QString name = pluralName(*schema->type(group.typeId));
    const auto &[fieldId, kind, isIncoming] = group.way;
    if (const Field *field = schema->field(fieldId))
        return isIncoming ? tr("%1 · in the field “%2”", "kind of items").arg(name, displayName(*field))
                          : displayName(*field);
    const KindWords &words = wordsOf(kind);
    return tr(isIncoming ? words.fromGroup : words.toGroup).arg(name);
}

/// In which other ways than its group says an item is linked, beside its title.
QString LinkGroups::alsoOf(const QList<LinkWay> &ways) const
{
    QStringList texts;
    for (const LinkWay &way : ways) {
        if (const Field *field = m_store.schema()->field(way.field))
            texts << tr("field “%1”", "in which an item is linked").arg(displayName(*field));
        else
            texts << tr(way.isIncoming ? wordsOf(way.kind).from : wordsOf(way.kind).to);
    }
    texts.removeDuplicates();
    return texts.join(u", "_s);
}

LinkRow::Shown LinkGroups::rowOf(const Group &group, const Card &card) const
{
    const SchemaPtr schema = m_store.schema();
    const EntityType &type = *schema->type(group.links.typeId);
    const Stage *stage = schema->stage(card.stage);
    const User *responsible = schema->user(card.responsible);
    const Field *field = schema->field(group.links.way.field);
    const QList<LinkWay> also = group.links.also.value(card.id);
    const bool isRelated = group.links.way.kind == relatedKind
        || std::ranges::any_of(also, [](const LinkWay &way) { return way.kind == relatedKind; });
    const QDate made = group.made.value(card.id);
    return {.ref = {type.id, card.id, {}},
            .typeCode = type.code,
            .typeName = displayName(type),
            .number = card.number,
            .title = card.title,
            .also = alsoOf(also),
            .stage = stage ? displayName(*schema, *stage) : QString(),
            .stageColour = stage ? stage->colour : QString(),
            .amount = card.amount.isValid() ? moneyText(card.amount.value<Money>()) : QString(),
            .responsible = responsible ? *responsible : User(),
            .made = made.isValid() ? shortDate(made, QLocale(), m_store.clock().localNow().date()) : QString(),
            .canUnlink = isRelated || (field && field->editable)};
}

void LinkGroups::show(const QList<Group> &groups)
{
    const SchemaPtr schema = m_store.schema();
    QList<Line> lines;
    for (const Group &group : groups) {
        if (!schema->type(group.links.typeId))
            continue; // it was deleted while this was read
        LinkGroup way = group.links;
        way.items.clear();
        way.also.clear();
        lines << Line{.kind = Line::Kind::Head, .group = way, .text = wayOf(way), .row = {}};
        way.count = 0; // a row stays while others of its group come and go
        for (const Card &card : group.cards)
            lines << Line{.kind = Line::Kind::Item, .group = way, .text = {}, .row = rowOf(group, card)};
        const QString more = m_limit < mostShown ? tr("Show more") : QString();
        if (group.links.count > group.cards.size() && (!more.isEmpty() || isOfField(way)))
            lines << Line{.kind = Line::Kind::More, .group = way, .text = more, .row = {}};
    }
    m_lines.show(lines, [this](const Line &line) { return makeLine(line); });
    emit shown(lines.isEmpty());
}

QWidget *LinkGroups::makeLine(const Line &line)
{
    switch (line.kind) {
    case Line::Kind::Head: return makeHead(line);
    case Line::Kind::More: return makeMore(line);
    case Line::Kind::Item: break;
    }
    return makeRow(line.row);
}

QWidget *LinkGroups::makeHead(const Line &line)
{
    auto *head = new QWidget(this);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, Space::s, 0, 0);
    row->setSpacing(Space::s);
    row->addStrut(scaled(sizes().control, fontMetrics())); // with buttons and without
    auto *name = new QLabel(line.text, head);
    name->setTextFormat(Qt::PlainText);
    name->setFont(Theme::strong(font()));
    auto *count = new QLabel(QLocale().toString(line.group.count), head);
    count->setProperty("muted", true);
    row->addWidget(name);
    row->addWidget(count);
    row->addStretch(1);
    if (!isOfField(line.group))
        return head;
    const SchemaPtr schema = m_store.schema();
    const EntityType &type = *schema->type(line.group.typeId);
    QToolButton *section = makeIconButton(head, u"linksSection"_s, u"list"_s,
                                          tr("Show all of them in the section “%1”").arg(pluralName(type)));
    row->addWidget(section);
    connect(section, &QToolButton::clicked, this, [this, group = line.group] { showSection(group); });
    const Field *field = schema->field(line.group.way.field);
    if (field && field->editable) {
        QToolButton *create = makeIconButton(head, u"linksCreate"_s, u"plus"_s,
                                             tr("Create: %1").arg(midPhrase(displayName(type))));
        row->addWidget(create);
        const Value value = linkValue(*field, m_item.id);
        connect(create, &QToolButton::clicked, this, [this, typeId = type.id, code = field->code, value] {
            emit createWanted(typeId, {{code, value}});
        });
    }
    return head;
}

/// Of a group that is longer than what is shown of it.
QWidget *LinkGroups::makeMore(const Line &line)
{
    auto *more = new QWidget(this);
    auto *row = new QHBoxLayout(more);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Space::s);
    const auto add = [&](const QString &name, const QString &text, auto act) {
        auto *button = new QToolButton(more);
        button->setObjectName(name);
        button->setText(text);
        row->addWidget(button);
        connect(button, &QToolButton::clicked, this, act);
    };
    if (!line.text.isEmpty()) {
        add(u"linksMore"_s, line.text, [this] {
            m_limit = mostShown;
            readOwn();
        });
    }
    if (isOfField(line.group))
        add(u"linksAll"_s, tr("Show all"), [this, group = line.group] { showSection(group); });
    row->addStretch(1);
    return more;
}

void LinkGroups::showSection(const LinkGroup &group)
{
    const Field *field = m_store.schema()->field(group.way.field);
    const Condition condition = field ? naming(m_store.reader(), *field, m_item) : Condition();
    if (!condition.field.isEmpty())
        emit sectionWanted(group.typeId, {condition});
}

LinkRow *LinkGroups::makeRow(const LinkRow::Shown &shown)
{
    auto *row = new LinkRow(shown, this);
    const ItemRef ref = shown.ref;
    connect(row, &LinkRow::opened, this, [this, ref] { emit opened(ref); });
    connect(row, &LinkRow::unlinkWanted, this, [this, ref] { emit unlinkWanted(m_item, ref); });
    connect(row, &LinkRow::unfolded, this, [this, row, ref](bool isShown) { unfold(*row, ref, isShown); });
    if (m_unfolded.contains(ref))
        row->setUnfolded(true);
    return row;
}

void LinkGroups::unfold(LinkRow &row, const ItemRef &ref, bool isShown)
{
    if (!isShown) {
        m_unfolded.remove(ref);
        return;
    }
    m_unfolded.insert(ref);
    if (auto *groups = row.findChild<LinkGroups *>()) {
        groups->read();
        return;
    }
    auto *groups = new LinkGroups(m_store, m_above + QList<ItemRef>{m_item}, row.below()->parentWidget());
    row.below()->addWidget(groups);
    auto *nothing = new QLabel(tr("Nothing else"), row.below()->parentWidget());
    nothing->setProperty("muted", true);
    nothing->hide();
    row.below()->addWidget(nothing);
    connect(groups, &LinkGroups::shown, nothing, &QWidget::setVisible);
    connect(groups, &LinkGroups::opened, this, &LinkGroups::opened);
    connect(groups, &LinkGroups::unlinkWanted, this, &LinkGroups::unlinkWanted);
    connect(groups, &LinkGroups::createWanted, this, &LinkGroups::createWanted);
    connect(groups, &LinkGroups::sectionWanted, this, &LinkGroups::sectionWanted);
    connect(groups, &LinkGroups::failed, this, &LinkGroups::failed);
    groups->setItem(ref);
}

} // namespace Kartoteka
