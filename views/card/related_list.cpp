// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/card/related_list.h"

#include "core/base/phone.h"
#include "core/items/related_queries.h"
#include "core/schema/builtin_names.h"
#include "views/theme/theme.h"
#include "views/widgets/icon_button.h"
#include "views/widgets/menu_text.h"

#include <QDesktopServices>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>

namespace Kartoteka {

namespace {
constexpr int shownOfEach = 10;
}

RelatedList::RelatedList(Store &store, QWidget *parent) : QWidget(parent), m_store(store)
{
    setObjectName(u"cardRelated"_s);
    m_layout = new QVBoxLayout(this);
    m_layout->setContentsMargins(Space::l, 0, Space::l, Space::l);
    m_layout->setSpacing(2);
}

void RelatedList::clear()
{
    while (QLayoutItem *item = m_layout->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater(); // it may be what was clicked
        }
        delete item;
    }
}

void RelatedList::addHeading(const QString &text)
{
    auto *heading = new QLabel(text, this);
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    heading->setFont(strong);
    heading->setTextFormat(Qt::PlainText);
    heading->setContentsMargins(Space::s, Space::m, Space::s, Space::xs);
    m_layout->addWidget(heading);
}

void RelatedList::addLink(const ItemRef &ref, const QString &title)
{
    auto *link = new QToolButton(this);
    link->setObjectName(u"related_%1_%2"_s.arg(m_store.schema()->type(ref.type)->code).arg(ref.id));
    link->setText(menuText(title));
    link->setAccessibleName(title);
    link->setIcon(Theme::of(palette()).icon(m_store.schema()->type(ref.type)->icon, ColourRole::Muted));
    link->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    link->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    connect(link, &QToolButton::clicked, this, [this, ref] { emit linkActivated(ref); });
    m_layout->addWidget(link);
}

void RelatedList::addReach(const QString &text, const QString &scheme, const QString &address, const QString &client)
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(Space::s, 0, 0, 0);
    auto *label = new QLabel(text, row);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    layout->addWidget(label, 1);
    const bool calls = scheme == u"tel";
    QToolButton *button = makeIconButton(row, calls ? u"clientCall"_s : u"clientWrite"_s, calls ? u"phone"_s : u"mail"_s,
                                         calls ? tr("Call %1: %2").arg(client, text)
                                               : tr("Write to %1: %2").arg(client, text));
    layout->addWidget(button);
    connect(button, &QToolButton::clicked, this, [scheme, address] {
        QUrl url;
        url.setScheme(scheme);
        url.setPath(address);
        QDesktopServices::openUrl(url);
    });
    m_layout->addWidget(row);
}

void RelatedList::setItem(const Item &item)
{
    clear();
    setVisible(item.id != 0);
    if (item.id == 0)
        return;
    const SchemaPtr schema = m_store.schema();
    if (const auto clients = clientsOf(m_store.reader(), item)) {
        for (const ClientReach &client : *clients) {
            if (client.phones.isEmpty() && client.emails.isEmpty())
                continue;
            addHeading(client.title);
            for (const Member &phone : client.phones) {
                const QString text = phone.key.isEmpty() ? phone.text : phoneText(phone.key);
                addReach(text, u"tel"_s, phone.key.isEmpty() ? phone.text : phone.key, client.title);
            }
            for (const Member &mail : client.emails)
                addReach(mail.text, u"mailto"_s, mail.text, client.title);
        }
    }
    const auto related = relatedItems(m_store.reader(), item.ref(), shownOfEach);
    if (!related)
        return;
    for (const RelatedItems &group : *related) {
        const QString name = pluralName(*schema->type(group.typeId));
        addHeading(group.hasMore ? tr("%1: the last %2").arg(name).arg(group.items.size()) : name);
        for (const auto &[id, title] : group.items)
            addLink({group.typeId, id, {}}, title);
    }
}

} // namespace Kartoteka
