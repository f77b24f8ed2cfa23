// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/card/link_groups.h"

#include "core/items/item_acts.h"
#include "core/items/item_queries.h"
#include "core/schema/builtin_names.h"
#include "core/schema/codes.h"
#include "views/theme/theme.h"
#include "views/widgets/dot.h"
#include "views/widgets/elided_label.h"
#include "views/widgets/empty_layout.h"
#include "views/widgets/icon_button.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

namespace Kartoteka {

namespace {

constexpr int shownAtFirst = 20; ///< of each group
constexpr int mostShown = 200;
constexpr int rowHeight = 32;
constexpr int stageWidth = 150;
constexpr int amountWidth = 120;

/// A stage as the list shows it: a dot and its name.
class StageMark final : public QWidget
{
public:
    StageMark(QString name, QColor colour, QWidget *parent) : QWidget(parent), m_name(std::move(name)), m_colour(colour)
    {
        setFixedWidth(scaled(stageWidth, fontMetrics()));
        setToolTip(m_name);
        setAccessibleName(m_name);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        constexpr int side = 8;
        QPainter painter(this);
        const QRect dot(0, (height() - side) / 2, side, side);
        paintDot(painter, dot, m_colour, Theme::of(palette()));
        const QRect room(side + Space::s, 0, width() - side - Space::s, height());
        painter.drawText(room, int(Qt::AlignLeft | Qt::AlignVCenter),
                         fontMetrics().elidedText(m_name, Qt::ElideRight, room.width()));
    }

private:
    QString m_name;
    QColor m_colour;
};

} // namespace

LinkGroups::LinkGroups(Store &store, QList<ItemRef> above, QWidget *parent)
    : QWidget(parent), m_store(store), m_above(std::move(above)), m_limit(shownAtFirst)
{
    m_layout = new QVBoxLayout(this);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
}

void LinkGroups::setItem(const ItemRef &item)
{
    if (item != m_item) {
        m_limit = shownAtFirst;
        m_unfolded.clear();
        m_shown.reset();
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
        auto cards = readCards(context, one.typeId, one.items, context.clock->now());
        if (!cards)
            return cards.error();
        // In the order asked for.
        std::sort(cards->begin(), cards->end(),
                  [&](const Card &a, const Card &b) { return one.items.indexOf(a.id) < one.items.indexOf(b.id); });
        if (!one.items.isEmpty())
            groups << Group{one, *cards};
    }
    return groups;
}

void LinkGroups::read()
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
            if (groups && m_shown && *m_shown == *groups)
                return; // what was committed concerns others: focus and what is unfolded stay
            m_shown.reset();
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
    if (const Field *field = schema->field(group.field))
        return group.isIncoming ? tr("%1 · in the field “%2”", "kind of items").arg(name, displayName(*field))
                                : displayName(*field);
    if (group.kind == u"conversion")
        return group.isIncoming ? tr("Made from: %1").arg(name) : tr("Converted into: %1").arg(name);
    if (group.kind == u"merge")
        return group.isIncoming ? tr("Merged with: %1").arg(name) : tr("Became part of: %1").arg(name);
    if (group.kind == u"tunnel")
        return group.isIncoming ? tr("Came by a tunnel from: %1").arg(name) : tr("Made by a tunnel: %1").arg(name);
    return tr("Linked: %1").arg(name);
}

void LinkGroups::show(const QList<Group> &groups)
{
    m_shown = groups;
    emptyLayout(m_layout);
    for (const Group &group : groups) {
        addHead(group);
        for (const Card &card : group.cards)
            addRow(group, card);
        if (group.links.count > group.cards.size() && m_limit < mostShown) {
            auto *more = new QToolButton(this);
            more->setObjectName(u"linksMore"_s);
            more->setText(tr("Show more"));
            m_layout->addWidget(more, 0, Qt::AlignLeft);
            connect(more, &QToolButton::clicked, this, [this] {
                m_limit = mostShown;
                read();
            });
        }
    }
    emit shown(groups.isEmpty());
}

void LinkGroups::addHead(const Group &group)
{
    auto *head = new QWidget(this);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, Space::m, 0, Space::xs);
    row->setSpacing(Space::s);
    auto *name = new QLabel(wayOf(group.links), head);
    name->setTextFormat(Qt::PlainText);
    name->setFont(Theme::strong(font()));
    auto *count = new QLabel(QLocale().toString(group.links.count), head);
    count->setProperty("muted", true);
    row->addWidget(name);
    row->addWidget(count);
    row->addStretch(1);
    const Field *field = m_store.schema()->field(group.links.field);
    if (field && field->editable && group.links.isIncoming) {
        const QString type = displayName(*m_store.schema()->type(group.links.typeId));
        QToolButton *create = makeIconButton(head, u"linksCreate"_s, u"plus"_s, tr("Create: %1").arg(type));
        row->addWidget(create);
        const Value value = linkValue(*field, m_item.id);
        connect(create, &QToolButton::clicked, this, [this, typeId = group.links.typeId, code = field->code, value] {
            emit createWanted(typeId, {{code, value}});
        });
    }
    m_layout->addWidget(head);
}

void LinkGroups::addRow(const Group &group, const Card &card)
{
    const SchemaPtr schema = m_store.schema();
    const EntityType &type = *schema->type(group.links.typeId);
    const ItemRef ref{type.id, card.id, {}};
    auto *line = new QWidget(this);
    line->setObjectName(u"link_%1_%2"_s.arg(type.code).arg(card.id));
    line->setMinimumHeight(scaled(rowHeight, fontMetrics()));
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Space::s);
    QToolButton *fold = makeIconButton(line, u"linkUnfold"_s, u"chevron-down"_s,
                                       tr("What has to do with %1").arg(card.title));
    fold->setCheckable(true);
    row->addWidget(fold);
    auto *title = new ElidedLabel(card.title, line);
    title->setObjectName(u"linkTitle"_s);
    title->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    title->setCursor(Qt::PointingHandCursor);
    title->setAccessibleName(
        tr("%1 #%2: %3", "kind, number and title of an item").arg(displayName(type), card.number, card.title));
    title->setFocusPolicy(Qt::TabFocus);
    QPalette link = title->palette();
    link.setColor(QPalette::WindowText, Theme::of(palette()).colour(ColourRole::Accent));
    title->setPalette(link);
    row->addWidget(title, 1);
    if (const Stage *stage = schema->stage(card.stage))
        row->addWidget(new StageMark(displayName(*schema, *stage), QColor(stage->colour), line));
    auto *amount = new QLabel(card.amount.isValid() ? moneyText(card.amount.value<Money>()) : QString(), line);
    amount->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    amount->setFixedWidth(scaled(amountWidth, fontMetrics()));
    row->addWidget(amount);
    const Field *field = schema->field(group.links.field);
    const bool canUnlink = field ? field->editable : group.links.kind == relatedKind;
    QToolButton *unlink = makeIconButton(line, u"linkRemove"_s, u"close"_s,
                                         canUnlink ? tr("Unlink %1").arg(card.title) : tr("What happened stays linked"));
    unlink->setEnabled(canUnlink);
    row->addWidget(unlink);
    m_layout->addWidget(line);
    connect(title, &ElidedLabel::clicked, this, [this, ref] { emit opened(ref); });
    connect(unlink, &QToolButton::clicked, this, [this, ref] { emit unlinkWanted(m_item, ref); });

    auto *below = new QWidget(this);
    auto *inset = new QVBoxLayout(below);
    inset->setContentsMargins(Space::xl, 0, 0, Space::s);
    m_layout->addWidget(below);
    below->hide();
    const auto unfold = [this, below, inset, ref](bool shown) {
        below->setVisible(shown);
        if (!shown) {
            m_unfolded.remove(ref);
            return;
        }
        m_unfolded.insert(ref);
        if (inset->count() > 0)
            return;
        auto *groups = new LinkGroups(m_store, m_above + QList<ItemRef>{m_item}, below);
        inset->addWidget(groups);
        auto *nothing = new QLabel(tr("Nothing else"), below);
        nothing->setProperty("muted", true);
        nothing->hide();
        inset->addWidget(nothing);
        connect(groups, &LinkGroups::shown, nothing, &QWidget::setVisible);
        connect(groups, &LinkGroups::opened, this, &LinkGroups::opened);
        connect(groups, &LinkGroups::unlinkWanted, this, &LinkGroups::unlinkWanted);
        connect(groups, &LinkGroups::createWanted, this, &LinkGroups::createWanted);
        connect(groups, &LinkGroups::failed, this, &LinkGroups::failed);
        groups->setItem(ref);
    };
    connect(fold, &QToolButton::toggled, this, unfold);
    if (m_unfolded.contains(ref))
        fold->setChecked(true);
}

} // namespace Kartoteka
